// The demonstration's papers: a case that was sent back has its notice, numbered without gaps, and offices find their morning's digest.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadParties } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { population } from '#testing/population/population.ts';
import { currentRound } from './current-round.ts';
import { seedLetters } from './letters.ts';
import { pastParty, titleOf } from './parties.ts';
import { seedRecognitions } from './recognitions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());

it('issues one notice for each case that was sent back, and tells offices what waits', async () => {
  const today = '2026-03-10';
  const now = new Date('2026-03-10T01:00:00Z');
  const firms = [...population({ asOf: today, count: 600 })];
  const round = currentRound(firms, today, titleOf('HNTE').title);
  const parties = firms.map((firm) => pastParty(firm, null));
  const partyIds = new Map(firms.map((firm, i) => [firm.serial, parties[i]?.id ?? '']));
  const { accountId: account, name } = systemActor(ROOT);
  const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
  const paper = { sha256: 'a'.repeat(64), size: 1, mime: 'application/pdf', fileName: '材料.pdf' };
  const kept = await database.withSystem(ROOT, async (db) => {
    await loadParties(db, { root: ROOT, account, name, now }, parties, seal);
    await seedRecognitions(db, { root: ROOT, today, firms, round, partyIds, paper });
    return seedLetters(db, ROOT, now, today);
  });
  const { returned, serials, told } = await database.withSystem(ROOT, async (db) => {
    const ask = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows;
    return {
      returned: await ask(sql`select from casework.cases where status = 'correction'`),
      serials: await ask(
        sql<{
          gaps: number;
        }>`select max(serial) - count(*)::int as gaps from correspondence.document where serial is not null group by agency_code, year`,
      ),
      told: await ask(sql`select from correspondence.message where office_kind is not null and title like '今日待办：%'`),
    };
  });
  expect(kept).toBe(returned.length);
  expect(kept).toBeGreaterThan(0);
  expect(serials.every(({ gaps }) => gaps === 0)).toBe(true);
  expect(told.length).toBeGreaterThan(0);
});
