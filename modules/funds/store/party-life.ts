// What the register of parties asks of funds: the money that hangs on a party, and its move when it merges into another.
import { sql, type Transaction } from 'kysely';
import type { PartyMover } from '#modules/registry/contract.ts';

const tables = ['commitment', 'part', 'payment', 'recovery', 'payee_account'];

/** The survivor has one account in use and one that waits at most: its own stay, the other's are put aside. */
async function putAside(db: Transaction<unknown>, from: string, to: string): Promise<void> {
  await sql`
    update funds.payee_account a set status = case a.status when 'confirmed' then 'replaced' else 'refused' end,
      note = '主体合并，沿用合并后单位的账户', version = a.version + 1
    where a.party = ${from}::uuid and a.status in ('entered', 'confirmed')
      and exists (select from funds.payee_account b where b.root = a.root and b.party = ${to}::uuid and b.status = a.status)`.execute(db);
}

/** Money keeps its county and the name under which it was promised; only whose it is changes. */
export const fundsMover: PartyMover = {
  id: 'funds',
  name: '资金',
  async holding(db, parties) {
    const { rows } = await sql<{ party: string; count: number }>`
      select party, count(*)::int as count from (
        select party from funds.commitment where party = any(${parties}::uuid[])
        union all select party from funds.payee_account where party = any(${parties}::uuid[])
      ) held group by party`.execute(db);
    return new Map(rows.map((row) => [row.party, row.count]));
  },
  async move(db, _by, from, to) {
    await putAside(db, from, to.id);
    for (const table of tables)
      await sql`update funds.${sql.raw(table)} set party = ${to.id}::uuid where party = ${from}::uuid`.execute(db);
  },
};
