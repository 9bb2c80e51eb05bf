// Offices: the bureau's divisions, its counties' bureaus, tax and finance offices.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { OfficeKind } from '../model/roles.ts';
import type { AccountsTables } from './tables.ts';

type Db = Transaction<unknown>;

export interface OfficeRow {
  readonly id: string;
  readonly kind: OfficeKind;
  readonly region: string;
  readonly name: string;
  readonly parent: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

function officeQuery(db: Db, root: string) {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.office')
    .where('root', '=', root)
    .select(['id', 'kind', 'region', 'name', 'parent', 'closed_at as closedAt', 'version']);
}

export interface OfficeFilter {
  readonly kind?: OfficeKind | undefined;
  readonly region?: string | undefined;
  readonly withClosed?: boolean | undefined;
}

export function offices(db: Db, root: string, filter: OfficeFilter = {}): Promise<OfficeRow[]> {
  let query = officeQuery(db, root);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.region !== undefined) query = query.where('region', '=', filter.region);
  if (filter.withClosed !== true) query = query.where('closed_at', 'is', null);
  return query.orderBy('region').orderBy('name').execute();
}

export async function getOffice(db: Db, root: string, id: string): Promise<OfficeRow> {
  const found = await officeQuery(db, root).where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw notFound('该机构');
  return found;
}

/** The name on the top bar: the bureau itself stands above all offices. */
export async function bureauName(db: Db, root: string): Promise<string | undefined> {
  const found = await officeQuery(db, root).where('parent', 'is', null).where('kind', '=', 'city-office').orderBy('id').executeTakeFirst();
  return found?.name;
}

export async function insertOffice(
  db: Db,
  root: string,
  office: { kind: OfficeKind; region: string; name: string; parent: string | null },
): Promise<string> {
  const id = uuidv7();
  await tables<AccountsTables>(db)
    .insertInto('accounts.office')
    .values({ root, id, ...office, closed_at: null })
    .execute();
  return id;
}

export async function changeOffice(
  db: Db,
  root: string,
  id: string,
  version: number,
  change: { name?: string; closed_at?: Date | null },
): Promise<void> {
  const { numUpdatedRows } = await tables<AccountsTables>(db)
    .updateTable('accounts.office')
    .set({ ...change, version: sql`version + 1` })
    .where('root', '=', root)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw staleWrite('该机构');
}

export async function hasActiveAccounts(db: Db, root: string, office: string): Promise<boolean> {
  const found = await tables<AccountsTables>(db)
    .selectFrom('accounts.account')
    .select('id')
    .where('root', '=', root)
    .where('office', '=', office)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
