// Payee accounts: sealed, shown by their last digits, confirmed by a second person; one is in use for a party at a time.
import { sql, type Transaction } from 'kysely';
import type { By } from '#modules/registry/contract.ts';
import { maskBankNumber } from '#platform/crypto/mask.ts';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import { ownEntry, wrongState } from '../errors.ts';
import { accountStatuses } from '../model/words.ts';
import type { AccountSeal } from '../setting.ts';
import { escapeLike } from './lines.ts';
import type { AccountRow, FundsTables } from './tables.ts';

/** Binds what is sealed to where it is kept. */
export const accountPlace = 'funds.payee_account';

export interface NewAccount {
  readonly party: string;
  readonly partyName: string;
  readonly region: string;
  readonly bank: string;
  readonly number: string;
}

export async function enterAccounts(
  db: Transaction<unknown>,
  by: By,
  seal: AccountSeal,
  given: readonly NewAccount[],
): Promise<{ id: string; mask: string }[]> {
  if (given.length === 0) return [];
  const rows = given.map(
    ({ party, partyName, region, bank, number }): AccountRow => ({
      id: uuidv7(),
      root: by.root,
      region,
      party,
      party_name: partyName,
      bank,
      number_mask: maskBankNumber(number),
      sealed: seal.seal(number, accountPlace),
      status: 'entered',
      entered_at: by.now,
      entered_by: by.account,
      entered_by_name: by.name,
      confirmed_at: null,
      confirmed_by: null,
      confirmed_by_name: null,
      note: '',
      version: 1,
    }),
  );
  await tables<FundsTables>(db).insertInto('funds.payee_account').values(rows).execute();
  return rows.map(({ id, number_mask: mask }) => ({ id, mask }));
}

/** A second person takes the accounts into use, each in place of the one before, or sends them back. */
export async function judgeAccounts(
  db: Transaction<unknown>,
  by: By,
  meant: readonly { readonly id: string; readonly version: number }[],
  verdict: { readonly isConfirmed: boolean; readonly note: string },
): Promise<AccountRow[]> {
  const ids = [...new Set(meant.map(({ id }) => id))];
  const { rows } = await sql<AccountRow>`select * from funds.payee_account where id = any(${ids}::uuid[]) order by id for update`.execute(
    db,
  );
  if (rows.length < ids.length) throw notFound('该收款账户');
  const seen = new Map(meant.map(({ id, version }) => [id, version]));
  for (const row of rows) {
    if (row.version !== seen.get(row.id)) throw staleWrite('该收款账户');
    if (row.status !== 'entered') throw wrongState('该收款账户', accountStatuses[row.status], accountStatuses.entered);
    if (row.entered_by === by.account) throw ownEntry();
  }
  if (verdict.isConfirmed)
    await sql`update funds.payee_account set status = 'replaced', version = version + 1
      where root = ${by.root} and party = any(${rows.map(({ party }) => party)}::uuid[]) and status = 'confirmed'`.execute(db);
  await sql`update funds.payee_account set status = ${verdict.isConfirmed ? 'confirmed' : 'refused'}, confirmed_at = ${by.now},
    confirmed_by = ${by.account}::uuid, confirmed_by_name = ${by.name}, note = ${verdict.note}, version = version + 1
    where id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

/** The account in use of each party. */
export async function accountsInUse(db: Transaction<unknown>, root: string, parties: readonly string[]): Promise<Map<string, AccountRow>> {
  if (parties.length === 0) return new Map();
  const rows = await tables<FundsTables>(db)
    .selectFrom('funds.payee_account')
    .selectAll()
    .where('root', '=', root)
    .where('status', '=', 'confirmed')
    .where('party', 'in', [...new Set(parties)])
    .execute();
  return new Map(rows.map((row) => [row.party, row]));
}

export async function listAccounts(
  db: Transaction<unknown>,
  root: string,
  filters: { readonly status?: readonly string[]; readonly party?: string; readonly text?: string },
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<AccountRow>> {
  let query = tables<FundsTables>(db).selectFrom('funds.payee_account as a').selectAll('a').where('a.root', '=', root);
  if (filters.status !== undefined) query = query.where('a.status', 'in', filters.status as AccountRow['status'][]);
  if (filters.party !== undefined) query = query.where('a.party', '=', filters.party);
  if (filters.text !== undefined) query = query.where('a.party_name', 'like', `%${escapeLike(filters.text)}%`);
  return (await page(tables<FundsTables>(db), query as never, {
    columns: { enteredAt: { ref: 'a.entered_at', type: 'timestamptz' } },
    id: 'a.id',
    defaultSort: '-enteredAt',
    ...paging,
  })) as unknown as Page<AccountRow>;
}
