// Lists of cases: filters, sort, keyset page and exact total, flat enough for an index to serve each.
import { sql, type Transaction } from 'kysely';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import type { CaseRow, CaseworkTables } from './tables.ts';

export interface CaseFilters {
  readonly programme?: readonly string[];
  readonly dossier?: string;
  readonly call?: readonly string[];
  readonly party?: string;
  /** The published case that they answer. */
  readonly about?: string;
  readonly region?: readonly string[];
  readonly status?: readonly string[];
  readonly stage?: readonly string[];
  readonly exceptStage?: readonly string[];
  /** Office kinds of which the case waits for any. */
  readonly waiting?: readonly string[];
  /** Due on these days or between them, and not ended. */
  readonly dueFrom?: string;
  readonly dueBy?: string;
  readonly submittedFrom?: string;
  readonly submittedTo?: string;
  readonly reason?: string;
  readonly list?: string;
  /** Part of the party's name, or the start of its credit code or of the case number. */
  readonly text?: string;
}

export type ListedCase = CaseRow & { call_name: string };

const columns: PageOptions['columns'] = {
  submittedOn: { ref: 'c.submitted_on', type: 'date', nullable: true },
  dueOn: { ref: 'c.due_on', type: 'date', nullable: true },
  number: { ref: 'c.number', type: 'text', nullable: true },
  partyName: { ref: 'c.party_name', type: 'text' },
  createdAt: { ref: 'c.created_at', type: 'timestamptz' },
};

export const sortable = Object.keys(columns);

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (char) => `\\${char}`);

function filtered(db: Transaction<unknown>, root: string, filters: CaseFilters) {
  let query = tables<CaseworkTables>(db).selectFrom('casework.cases as c').where('c.root', '=', root);
  if (filters.programme !== undefined) query = query.where('c.programme', 'in', filters.programme);
  if (filters.dossier !== undefined) query = query.where('c.dossier', '=', filters.dossier);
  if (filters.call !== undefined) query = query.where('c.call', 'in', filters.call);
  if (filters.party !== undefined) query = query.where('c.party', '=', filters.party);
  if (filters.about !== undefined) query = query.where('c.about', '=', filters.about);
  if (filters.region !== undefined) query = query.where('c.region', 'in', filters.region);
  if (filters.status !== undefined)
    query =
      filters.status.length === 0 ? query.where(sql<boolean>`false`) : query.where('c.status', 'in', filters.status as CaseRow['status'][]);
  if (filters.stage !== undefined) query = query.where('c.stage', 'in', filters.stage);
  if (filters.exceptStage !== undefined && filters.exceptStage.length > 0) query = query.where('c.stage', 'not in', filters.exceptStage);
  if (filters.waiting !== undefined)
    query = query.where('c.status', 'in', ['open', 'correction']).where(sql<boolean>`c.waiting && ${filters.waiting}::text[]`);
  if (filters.dueBy !== undefined) query = query.where('c.status', 'in', ['open', 'correction']).where('c.due_on', '<=', filters.dueBy);
  if (filters.dueFrom !== undefined) query = query.where('c.status', 'in', ['open', 'correction']).where('c.due_on', '>=', filters.dueFrom);
  if (filters.submittedFrom !== undefined) query = query.where('c.submitted_on', '>=', filters.submittedFrom);
  if (filters.submittedTo !== undefined) query = query.where('c.submitted_on', '<=', filters.submittedTo);
  if (filters.reason !== undefined) query = query.where(sql<boolean>`c.reasons @> array[${filters.reason}]`);
  if (filters.list !== undefined) query = query.where('c.list_name', '=', filters.list);
  if (filters.text !== undefined) {
    const text = escapeLike(filters.text);
    query = query.where((eb) =>
      eb.or([
        eb('c.party_name', 'like', `%${text}%`),
        eb('c.party_uscc', 'like', `${text.toUpperCase()}%`),
        eb('c.number', 'like', `${text}%`),
      ]),
    );
  }
  return query;
}

export async function listCases(
  db: Transaction<unknown>,
  root: string,
  filters: CaseFilters,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<ListedCase>> {
  const query = filtered(db, root, filters).selectAll('c');
  const options = { columns, id: 'c.id', defaultSort: '-submittedOn', ...paging };
  const found = (await page(tables<CaseworkTables>(db), query as never, options)) as unknown as Page<CaseRow>;
  const names = await callNames(db, found.rows);
  return { ...found, rows: found.rows.map((row) => ({ ...row, call_name: names.get(row.call) ?? '' })) };
}

/** Names of the calls of a page of cases: a few, and cheaper apart than joined to every row that is counted. */
async function callNames(db: Transaction<unknown>, rows: readonly CaseRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.call))];
  if (ids.length === 0) return new Map();
  const calls = await tables<CaseworkTables>(db).selectFrom('casework.call').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(calls.map((call) => [call.id, call.name]));
}

/** Number of cases for each of several views, in one statement. */
export async function countCases(
  db: Transaction<unknown>,
  root: string,
  views: Readonly<Record<string, CaseFilters>>,
): Promise<Record<string, number>> {
  const counts = Object.entries(views).map(([name, filters]) =>
    filtered(db, root, filters).select([sql<string>`${name}::text`.as('name'), sql<number>`count(*)::float8`.as('count')]),
  );
  const [first, ...rest] = counts;
  if (first === undefined) return {};
  const rows = await rest.reduce((all, query) => all.unionAll(query), first).execute();
  return Object.fromEntries(rows.map((row) => [row.name, row.count]));
}

/** Rows in pages until all have been read: exports stream, nothing loads the whole table. */
export async function* eachCase(db: Transaction<unknown>, root: string, filters: CaseFilters, sort?: string): AsyncGenerator<ListedCase> {
  let after: string | undefined;
  do {
    const { rows, next } = await listCases(db, root, filters, { sort, after, limit: 200 });
    yield* rows;
    after = next ?? undefined;
  } while (after !== undefined);
}
