// The demonstration's technology SMEs and makerspaces: cases that fit the register, subsidies within budget, something left for every office to do.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import { type CaseObligations, verifyProjections } from '#modules/casework/contract.ts';
import { loadParties } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { population } from '#testing/population/population.ts';
import { caseworkSetting } from '../settings.ts';
import { operatorsOf, seedMakerspaces } from './makerspaces.ts';
import { pastParty } from './parties.ts';
import { seedTechnologySmes } from './technology-smes.ts';

let app: TestApp;
const owed: CaseObligations[] = [];
const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
const city = makeActor('市科技', { officeKind: 'city-office', permissions: ['casework/spot-check:read', 'casework/spot-check:draw'] });
const today = '2026-11-30';

const count = async (condition: string): Promise<number> =>
  app.database.withSystem(ROOT, async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from casework.cases where ${sql.raw(condition)}`.execute(db);
    return rows[0]?.n ?? 0;
  });

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({ database, actions: caseworkActions(caseworkSetting), actors: { city } });
  app.clock.at(`${today}T10:00:00+08:00`);
  const firms = [...population({ asOf: today, count: 800 })];
  const parties = firms.map((firm) => pastParty(firm, undefined));
  const partyIds = new Map(firms.map((firm, i) => [firm.serial, parties[i]?.id ?? '']));
  const paper = { sha256: 'a'.repeat(64), fileName: '演示材料.pdf', size: 1024 };
  await database.withSystem(ROOT, async (db) => {
    const by = { root: ROOT, account: systemActor(ROOT).accountId, name: '系统', now: new Date(`${today}T01:00:00Z`) };
    await loadParties(db, by, parties, seal);
    await seedTechnologySmes(db, { root: ROOT, today, firms, partyIds, paper }, []);
    const operators = operatorsOf(parties, parties[3]?.id);
    await seedMakerspaces(db, { root: ROOT, today, operators, paper }, async (made) => void owed.push(...made));
  });
});
afterAll(() => app.close());

it('has hundreds of evaluations over three years, and work for county and city', async () => {
  expect(await count(`programme = 'technology-sme' and status = 'granted'`)).toBeGreaterThan(150);
  expect(await count(`programme = 'technology-sme' and 'county-office' = any(waiting)`)).toBe(6);
  expect(await count(`programme = 'technology-sme' and 'city-office' = any(waiting)`)).toBe(12);
});

it('has thirty makerspaces with two assessments that are over and one under way', async () => {
  expect(await count(`programme = 'makerspace' and dossier = 'recognition' and status = 'granted'`)).toBe(30);
  expect(await count(`programme = 'makerspace' and dossier = 'assessment' and status in ('granted', 'refused')`)).toBeGreaterThan(50);
  expect(await count(`programme = 'makerspace' and dossier = 'assessment' and stage = 'grade' and status = 'open'`)).toBeGreaterThan(15);
  const amounts = owed.flatMap(({ obligations }) => obligations.map((one) => (one.kind === 'promise' ? Number(one.amount) : 0)));
  expect(amounts.length).toBeGreaterThan(10);
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(2_000_000);
});

it('folds to what its rows say', async () => {
  const verdict = await app.database.withSystem(ROOT, (db) => verifyProjections(db, ROOT, caseworkSetting));
  expect(verdict).toMatchObject({ holds: true, differing: [] });
});

it('can be spot-checked at once', async () => {
  const drawn = await app.as(city).post<{ id: string; says: string }>('/casework/spot-checks', { programme: 'technology-sme', year: 2026 });
  expect(drawn.status).toBe(200);
  expect(drawn.body.says).toMatch(/在册 \d+ 家，抽取 \d+ 家，其中按风险线索 [1-9]\d* 家/);
});
