// Accounts of an enterprise that turns out to be another one go with it: who signed in for the one signs in for the other.
import { sql } from 'kysely';
import type { PartyMover } from '#modules/registry/contract.ts';
import { widen } from './elevation.ts';

export const accountMover: PartyMover = {
  id: 'accounts',
  name: '登录账户',
  async holding(db, parties) {
    const { rows } = await sql<{ party: string; count: number }>`
      select party, count(*)::int as count from accounts.account where party = any(${parties}::uuid[]) group by party`.execute(db);
    return new Map(rows.map((row) => [row.party, row.count]));
  },
  /** Only administrators and each person may write accounts; merging has a reason of its own, for this one step. */
  async move(db, { root }, from, to) {
    const { rows } = await sql<{ scope: string }>`select current_setting('kechuang.scope') as scope`.execute(db);
    await widen(db);
    await sql`update accounts.account set party = ${to.id}::uuid, version = version + 1
      where root = ${root} and party = ${from}::uuid`.execute(db);
    await sql`select set_config('kechuang.scope', ${rows[0]?.scope ?? ''}, true)`.execute(db);
  },
};
