// The demonstration's review as its visitors find it: two hundred experts, one open panel of seven with three sheets handed in.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { loadParties } from '#modules/registry/contract.ts';
import { reviewActions } from '#modules/review/actions/index.ts';
import type { PanelDetail, PanelSummary } from '#modules/review/wire.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { population } from '#testing/population/population.ts';
import { reviewSetting } from '../settings.ts';
import { pastParty } from './parties.ts';
import { seedReviews } from './reviews.ts';

let app: TestApp;
let experts = 0;
const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
const passwords = { hash: async () => 'not a password', verify: async () => ({ matches: false, needsRehash: false }) };

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({ database, actions: reviewActions(reviewSetting) });
  const now = new Date('2026-11-30T01:00:00Z');
  const today = '2026-11-30';
  const firms = [...population({ asOf: today, count: 300 })];
  const parties = firms.map((firm) => pastParty(firm, undefined));
  const partyIds = new Map(firms.map((firm, i) => [firm.serial, parties[i]?.id ?? '']));
  await database.withSystem(ROOT, async (db) => {
    await loadParties(db, { root: ROOT, account: systemActor(ROOT).accountId, name: '系统', now }, parties, seal);
    await seedDemonstrationAccounts(db, ROOT, { now, passwords: passwords as never });
    experts = await seedReviews(db, { root: ROOT, now, today, firms, partyIds, seal });
  });
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

it('holds a panel that can be drawn again, whose open sheets belong to those who can sign in', async () => {
  expect(experts).toBe(200);
  const city = app.as(makeActor('市科技', { officeKind: 'city-office', permissions: ['review/panel:read', 'review/panel:manage'] }));
  const { rows } = (await city.get<{ rows: PanelSummary[] }>('/review/panels')).body;
  expect(rows).toMatchObject([{ status: 'open', size: 7, sheets: 7, submitted: 3 }]);
  const panel = (await city.get<PanelDetail>(`/review/panels/${rows[0]?.id}`)).body;
  expect(panel).toMatchObject({ redrawn: true, vacancies: [] });
  const open = panel.seats.filter(({ status, submitted }) => status === 'seated' && submitted === 0);
  expect(open).toHaveLength(4);
  expect(open.every(({ hasAccount }) => hasAccount)).toBe(true);
  const waiting = await city.get<{ rows: unknown[] }>('/review/undrawn-cases');
  expect(waiting.body.rows).toHaveLength(4);
});
