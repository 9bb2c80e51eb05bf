// The fictional rows of registers load as real ones would be entered: right by their forms, versioned, found, counted.
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { checkAnswers } from '#kernel/faces/answers.ts';
import { ROOT } from '#testing/actors.ts';
import { makeDatabase } from '#testing/database.ts';
import { population } from '#testing/population/population.ts';
import { registersSetting } from '../settings.ts';
import { seedRegisters } from './registers.ts';

it('loads a few dozen rows of each register, all of them right', async () => {
  const database = await makeDatabase();
  const now = new Date('2026-03-02T01:00:00Z');
  const firms = [...population({ asOf: '2026-03-02', count: 400 })];
  await database.withSystem(ROOT, async (db) => {
    const loaded = await seedRegisters(db, now, { today: '2026-03-02', firms, root: ROOT });
    expect(loaded).toBe(167);
    await sql`select set_config('kechuang.circles', 'registers/party-building:read', true)`.execute(db);
    const { rows } = await sql<{ register: string; answers: Record<string, unknown> }>`select register, answers from registers.row`.execute(
      db,
    );
    expect(rows).toHaveLength(loaded);
    const wrong = rows.flatMap(({ register, answers }) => {
      const form = registersSetting.catalogue.registers.find(({ id }) => id === register)?.form;
      return form === undefined
        ? [register]
        : checkAnswers(form, answers, { complete: true }).map(({ message }) => `${register}: ${message}`);
    });
    expect(wrong).toEqual([]);
    const { rows: entries } = await sql<{ n: number }>`select count(*)::int as n from figures.entry where source_kind = 'register'`.execute(
      db,
    );
    expect(entries[0]?.n).toBeGreaterThan(150);
  });
  await database.close();
});
