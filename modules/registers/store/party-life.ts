// What the register of parties asks of registers: the rows that name a party as lines of its life, and their move when it merges into another.
import { sql } from 'kysely';
import type { PartyMover, TimelineSource } from '#modules/registry/contract.ts';
import type { RegistersSetting } from '../setting.ts';
import { enterCircles } from './circles.ts';

export function registerTimeline(setting: RegistersSetting): TimelineSource {
  const names = new Map(setting.catalogue.registers.map((register) => [register.id, register.name.replace(/台账$/, '')]));
  return {
    id: 'register',
    name: '台账',
    async lines(context, party, limit) {
      if (!context.may('registers/row:read')) return [];
      await enterCircles(context.db, setting, context.may);
      const { rows } = await sql<{ id: string; register: string; title: string; day: string }>`
        select id, register, title, coalesce(from_on, (created_at at time zone 'Asia/Shanghai')::date) as day from registers.row
        where party = ${party}::uuid order by day desc, id limit ${limit}`.execute(context.db);
      return rows.map(({ id, register, title, day }) => ({
        day,
        at: `${day}T01:00:00.000Z`,
        kind: 'register',
        says: `列入${names.get(register) ?? '台账'}：${title}`,
        href: `/registers/rows/${id}`,
      }));
    },
  };
}

/** Rows keep their own region and words; only whose they are changes. */
export const registerMover = (setting: RegistersSetting): PartyMover => ({
  id: 'registers',
  name: '台账记录',
  async holding(db, parties) {
    await enterCircles(db, setting, () => true);
    const { rows } = await sql<{ party: string; count: number }>`
      select party, count(*)::int as count from registers.row where party = any(${parties}::uuid[]) group by party`.execute(db);
    return new Map(rows.map((row) => [row.party, row.count]));
  },
  async move(db, _by, from, to) {
    await enterCircles(db, setting, () => true);
    await sql`update registers.row set party = ${to.id}::uuid where party = ${from}::uuid`.execute(db);
  },
});
