// Loads the offices and accounts of the demonstration city in one transaction.
import type { Transaction } from 'kysely';
import { NIL_UUID } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { demonstrationCounties } from '#vocabularies/regions/demonstration-city.ts';
import { regionName } from '#vocabularies/regions/regions.ts';
import {
  type County,
  DEMONSTRATION_PASSWORD,
  type DemonstrationAccount,
  type DemonstrationOffice,
  type DemonstrationParty,
  demonstrationAccounts,
  demonstrationOffices,
} from './model/demonstration.ts';
import { lineOf } from './model/roles.ts';
import type { Passwords } from './setting.ts';
import type { AccountsTables } from './store/tables.ts';

type Ids = ReadonlyMap<string, string>;

/** Parents come before their children in the list, so that one statement can insert all. */
async function seedOffices(db: Transaction<unknown>, root: string, offices: readonly DemonstrationOffice[]): Promise<Ids> {
  const ids = new Map(offices.map((office) => [office.key, uuidv7()]));
  const rows = offices.map(({ key, kind, region, name, parent }) => ({
    root,
    id: ids.get(key) ?? '',
    kind,
    region,
    name,
    parent: parent === undefined ? null : (ids.get(parent) ?? null),
    closed_at: null,
  }));
  await tables<AccountsTables>(db).insertInto('accounts.office').values(rows).execute();
  return ids;
}

async function seedAccounts(
  db: Transaction<unknown>,
  root: string,
  accounts: readonly DemonstrationAccount[],
  offices: Ids,
  password: { now: Date; hash: string },
): Promise<void> {
  const { now, hash } = password;
  const own = tables<AccountsTables>(db);

  const withIds = accounts.map((account) => ({ ...account, id: uuidv7() }));
  await own
    .insertInto('accounts.account')
    .values(
      withIds.map(({ id, login, name, role, office, party }) => ({
        root,
        id,
        login,
        name,
        line: role === null ? 'business' : lineOf(role),
        office: office === null ? null : (offices.get(office) ?? null),
        party: party ?? null,
        must_change: false,
        password_at: now,
        signed_in_at: null,
        disabled_at: null,
        disabled_why: null,
        created_at: now,
        created_by: NIL_UUID,
      })),
    )
    .execute();
  await own
    .insertInto('accounts.role_grant')
    .values(
      withIds.flatMap(({ id, role }) =>
        role === null ? [] : [{ root, account: id, role, line: lineOf(role), granted_at: now, granted_by: NIL_UUID }],
      ),
    )
    .execute();
  await own
    .insertInto('accounts.credential')
    .values(withIds.map(({ id }) => ({ root, id: uuidv7(), account: id, hash, made_at: now, is_current: true })))
    .execute();
  await own
    .insertInto('accounts.demo_sign_in')
    .values(
      withIds.map(({ id, login, says }, position) => ({
        root,
        account: id,
        login,
        position,
        is_printed: says !== undefined,
        says: says ?? '',
        password: DEMONSTRATION_PASSWORD,
      })),
    )
    .execute();
}

export interface AccountSeedOptions {
  readonly passwords: Passwords;
  readonly now?: Date;
  readonly counties?: readonly County[];
  /** Parties that get an account; the first three are printed on the first page. */
  readonly parties?: readonly DemonstrationParty[];
}

/**
 * The bureau, its counties, tax and finance offices, leaders, the administrators, experts, and an account for each party given. In the
 * caller's transaction, so that the demonstration is there whole or not at all.
 */
export async function seedDemonstrationAccounts(db: Transaction<unknown>, root: string, options: AccountSeedOptions): Promise<void> {
  const counties = options.counties ?? demonstrationCounties;
  const now = options.now ?? new Date();
  const hash = await options.passwords.hash(DEMONSTRATION_PASSWORD);
  const offices = await seedOffices(db, root, demonstrationOffices({ code: root, name: regionName(root) }, counties));
  await seedAccounts(db, root, demonstrationAccounts(counties, options.parties ?? []), offices, { now, hash });
}
