// Documents: kept in one statement for any number, read by case, by number, by party.
import { sql, type Transaction } from 'kysely';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { CorrespondenceTables, DocumentRow } from './tables.ts';

export type NewDocument = Omit<DocumentRow, 'voided_at' | 'voided_by' | 'void_reason'>;
export type ListedDocument = Omit<DocumentRow, 'paper'>;

export interface DocumentFilters {
  readonly case?: string;
  readonly party?: string;
  readonly kind?: readonly DocumentKind[];
  readonly state?: 'valid' | 'void';
  readonly from?: string;
  readonly to?: string;
  /** Part of the number, title or party's name. */
  readonly text?: string;
}

export async function insertDocuments(db: Transaction<unknown>, documents: readonly NewDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await sql`
    insert into correspondence.document (
      id, root, region, kind, cases, party, party_name, agency_code, year, serial, number, title, paper, issued_on, issued_at, issued_by)
    select id, root, region, kind, array(select jsonb_array_elements_text(cases)::uuid), party, party_name, agency_code, year, serial, number,
      title, paper, issued_on, issued_at, issued_by
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d(
      id uuid, root text, region text, kind text, cases jsonb, party uuid, party_name text, agency_code text, year integer, serial integer,
      number text, title text, paper jsonb, issued_on date, issued_at timestamptz, issued_by text)`.execute(db);
}

/**
 * Draws `count` numbers of a series and returns the first. The row stays locked until the transaction ends, so that numbers follow one
 * another, and whoever fails gives them back.
 */
export async function drawSerials(db: Transaction<unknown>, root: string, code: string, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into correspondence.series as s (root, agency_code, year, last) values (${root}, ${code}, ${year}, ${count})
    on conflict (root, agency_code, year) do update set last = s.last + excluded.last returning last`.execute(db);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`no serial for ${code} ${year}`);
  return last - count + 1;
}

const columns: PageOptions['columns'] = {
  issuedAt: { ref: 'd.issued_at', type: 'timestamptz' },
  number: { ref: 'd.number', type: 'text' },
  partyName: { ref: 'd.party_name', type: 'text' },
};

const listed = [
  'id',
  'root',
  'region',
  'kind',
  'cases',
  'party',
  'party_name',
  'agency_code',
  'year',
  'serial',
  'number',
  'title',
  'issued_on',
  'issued_at',
  'issued_by',
  'voided_at',
  'voided_by',
  'void_reason',
] as const satisfies readonly (keyof ListedDocument)[];

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (char) => `\\${char}`);

function filtered(db: Transaction<unknown>, root: string, filters: DocumentFilters) {
  let query = tables<CorrespondenceTables>(db).selectFrom('correspondence.document as d').where('d.root', '=', root);
  if (filters.case !== undefined) query = query.where(sql<boolean>`d.cases @> array[${filters.case}]::uuid[]`);
  if (filters.party !== undefined) query = query.where('d.party', '=', filters.party);
  if (filters.kind !== undefined) query = query.where('d.kind', 'in', filters.kind);
  if (filters.state !== undefined) query = query.where('d.voided_at', filters.state === 'void' ? 'is not' : 'is', null);
  if (filters.from !== undefined) query = query.where('d.issued_on', '>=', filters.from);
  if (filters.to !== undefined) query = query.where('d.issued_on', '<=', filters.to);
  if (filters.text !== undefined) {
    const like = `%${escapeLike(filters.text)}%`;
    query = query.where((eb) => eb.or([eb('d.number', 'like', like), eb('d.title', 'like', like), eb('d.party_name', 'like', like)]));
  }
  return query;
}

export async function listDocuments(
  db: Transaction<unknown>,
  root: string,
  filters: DocumentFilters,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<ListedDocument>> {
  const query = filtered(db, root, filters).select(listed.map((column) => `d.${column}` as const));
  return (await page(tables<CorrespondenceTables>(db), query as never, {
    columns,
    id: 'd.id',
    defaultSort: '-issuedAt',
    ...paging,
  })) as unknown as Page<ListedDocument>;
}

export async function getDocument(db: Transaction<unknown>, root: string, id: string): Promise<DocumentRow> {
  const row = await tables<CorrespondenceTables>(db)
    .selectFrom('correspondence.document')
    .selectAll()
    .where('root', '=', root)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('该文书');
  return row;
}

/** False when it is void already. */
export async function voidDocument(
  db: Transaction<unknown>,
  root: string,
  id: string,
  by: { readonly name: string; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tables<CorrespondenceTables>(db)
    .updateTable('correspondence.document')
    .set({ voided_at: by.at, voided_by: by.name, void_reason: by.reason })
    .where('root', '=', root)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Numbers of the publicities that name a case, the latest last. */
export async function publicityNumbers(db: Transaction<unknown>, root: string, caseId: string): Promise<readonly string[]> {
  const rows = await tables<CorrespondenceTables>(db)
    .selectFrom('correspondence.document')
    .select('number')
    .where('root', '=', root)
    .where('kind', '=', 'publicity')
    .where(sql<boolean>`cases @> array[${caseId}]::uuid[]`)
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
  return rows.map(({ number }) => number);
}
