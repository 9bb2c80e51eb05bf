// Documents: added once, listed with their counts, opened, renamed, and deleted while nothing of theirs has been in the ledger.
import { createHash } from 'node:crypto';
import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { type Page, page, type SortColumn } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, Refusal, staleWrite } from '#platform/refusal.ts';
import type { By, DocumentRow, ReportTables } from './tables.ts';

export type NewDocument = Pick<
  DocumentRow,
  'title' | 'place' | 'reporting_year' | 'kind' | 'format' | 'file_name' | 'file' | 'body' | 'characters'
>;
export type ListedDocument = Omit<DocumentRow, 'body' | 'digest' | 'root'>;

export interface DocumentCounts {
  readonly total: number;
  readonly open: number;
  readonly accepted: number;
  readonly ignored: number;
}

const listedColumns = [
  'id',
  'title',
  'place',
  'reporting_year',
  'kind',
  'format',
  'file_name',
  'file',
  'characters',
  'created_at',
  'created_by',
  'created_by_name',
  'version',
] as const;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same text is read once: two readings of one report would put each of its figures into the ledger twice. */
export async function insertDocument(db: Transaction<unknown>, by: By, facts: NewDocument): Promise<string> {
  const digest = digestOf(facts.body);
  const id = uuidv7();
  const row = { ...facts, id, root: by.root, digest, created_at: by.at, created_by: by.account, created_by_name: by.name, version: 1 };
  const own = tables<ReportTables>(db);
  const inserted = await own
    .insertInto('reports.document')
    .values(row)
    .onConflict((conflict) => conflict.columns(['root', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return id;
  const same = await own
    .selectFrom('reports.document')
    .select(['id', 'title', 'created_by_name'])
    .where('root', '=', by.root)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow();
  throw new Refusal('ALREADY_READ', `这份报告已经在库：“${same.title}”，由${same.created_by_name}录入。请直接打开它。`, {
    status: 409,
    details: [{ where: same.id, message: `打开“${same.title}”` }],
  });
}

const sortColumns = {
  createdAt: { ref: 'd.created_at', type: 'timestamptz' },
  title: { ref: 'd.title', type: 'text' },
  place: { ref: 'd.place', type: 'text' },
  year: { ref: 'd.reporting_year', type: 'numeric', nullable: true },
} as const satisfies Readonly<Record<string, SortColumn>>;

export interface DocumentFilter {
  readonly q?: string | undefined;
  readonly place?: string | undefined;
  readonly years?: readonly number[] | undefined;
  readonly sort?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

const pattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;

export function listDocuments(db: Transaction<unknown>, filter: DocumentFilter): Promise<Page<ListedDocument>> {
  let query = tables<ReportTables>(db)
    .selectFrom('reports.document as d')
    .select(listedColumns.map((column) => `d.${column}` as const)) as unknown as SelectQueryBuilder<
    { d: DocumentRow },
    'd',
    ListedDocument
  >;
  const { q = '', place = '', years = [] } = filter;
  if (q.trim() !== '') query = query.where((eb) => eb.or([eb('d.title', 'like', pattern(q)), eb('d.place', 'like', pattern(q))]));
  if (place.trim() !== '') query = query.where('d.place', 'like', pattern(place));
  if (years.length > 0) query = query.where('d.reporting_year', 'in', years);
  const { sort, after, limit } = filter;
  return page(db, query, { columns: sortColumns, id: 'd.id', sort, after, limit, defaultSort: '-createdAt' });
}

/** How far each document has been worked through, in one statement for a page of them. */
export async function countsOf(db: Transaction<unknown>, documents: readonly string[]): Promise<Map<string, DocumentCounts>> {
  if (documents.length === 0) return new Map();
  const { rows } = await sql<DocumentCounts & { document: string }>`
    select document, count(*)::int as total,
      count(*) filter (where status in ('read', 'corrected'))::int as open,
      count(*) filter (where status = 'accepted')::int as accepted,
      count(*) filter (where status = 'ignored')::int as ignored
    from reports.reading where document = any(${documents}::uuid[]) group by document`.execute(db);
  return new Map(rows.map(({ document, ...counts }) => [document, counts]));
}

export async function documentOf(db: Transaction<unknown>, id: string): Promise<DocumentRow> {
  const row = await tables<ReportTables>(db).selectFrom('reports.document').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('这份报告');
  return row;
}

/** Holds the document until the transaction ends: re-reading and numbering go one after the other. */
export async function lockDocument(db: Transaction<unknown>, id: string, version?: number): Promise<DocumentRow> {
  const row = await tables<ReportTables>(db).selectFrom('reports.document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw notFound('这份报告');
  if (version !== undefined && row.version !== version) throw staleWrite('这份报告');
  return row;
}

export async function changeDocument(
  db: Transaction<unknown>,
  id: string,
  change: Partial<Pick<DocumentRow, 'title' | 'place' | 'reporting_year'>>,
): Promise<void> {
  await tables<ReportTables>(db)
    .updateTable('reports.document')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function deleteDocument(db: Transaction<unknown>, id: string): Promise<void> {
  const own = tables<ReportTables>(db);
  const posted = await own
    .selectFrom('reports.reading')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('document', '=', id)
    .where('was_posted', '=', true)
    .executeTakeFirst();
  const n = Number(posted?.n ?? 0);
  if (n > 0) {
    throw new Refusal('HAS_POSTED', `这份报告有 ${n} 个数据采纳过，台账要能翻到原文，不能删除。用不上的数据可在报告中撤回采纳。`, {
      status: 409,
    });
  }
  await own.deleteFrom('reports.reading').where('document', '=', id).execute();
  await own.deleteFrom('reports.document').where('id', '=', id).execute();
}
