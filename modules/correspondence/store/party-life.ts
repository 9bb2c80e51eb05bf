// What a party has received, when two of the register turn out to be one.
import { sql } from 'kysely';
import type { PartyMover } from '#modules/registry/contract.ts';

export const correspondenceMover: PartyMover = {
  id: 'correspondence',
  name: '文书',
  async holding(db, parties) {
    const { rows } = await sql<{ party: string; count: number }>`
      select party, count(*)::int as count from correspondence.document where party = any(${parties}::uuid[]) group by party`.execute(db);
    return new Map(rows.map((row) => [row.party, row.count]));
  },
  async move(db, _by, from, to) {
    await sql`update correspondence.document set party = ${to.id}::uuid where party = ${from}::uuid`.execute(db);
    await sql`update correspondence.message set party = ${to.id}::uuid where party = ${from}::uuid`.execute(db);
  },
};
