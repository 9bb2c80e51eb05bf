// The demonstration's open challenges as they are found: each state once, panels that can be drawn again, money that was paid and is asked back.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { loadObligations } from '#modules/funds/seeds.ts';
import { loadParties } from '#modules/registry/contract.ts';
import { reviewActions } from '#modules/review/actions/index.ts';
import type { PanelDetail, PanelSummary } from '#modules/review/wire.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { population } from '#testing/population/population.ts';
import { reviewSetting } from '../settings.ts';
import { panelOf } from './challenge-panels.ts';
import { type SeededChallenges, seedChallenges } from './challenges.ts';
import { moneyOf } from './funds.ts';
import { pastParty } from './parties.ts';
import { seedReviews } from './reviews.ts';

let app: TestApp;
let seeded: SeededChallenges;
const seal = { seal: (plain: string) => plain, open: (stored: string) => stored };
const passwords = { hash: async () => 'not a password', verify: async () => ({ matches: false, needsRehash: false }) };
const zone = '990171';

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({ database, actions: reviewActions(reviewSetting) });
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const firms = [...population({ asOf: today, count: 4000 })];
  const parties = firms.map((firm) => pastParty(firm, undefined));
  const partyIds = new Map(firms.map((firm, i) => [firm.serial, parties[i]?.id ?? '']));
  const own = parties
    .flatMap(({ id, region, status, uscc }) => (region === zone && status === 'active' && uscc !== null ? [id] : []))
    .slice(-3);
  await database.withSystem(ROOT, async (db) => {
    await loadParties(db, { root: ROOT, account: systemActor(ROOT).accountId, name: '系统', now }, parties, seal);
    seeded = await seedChallenges(db, { root: ROOT, today, own }, (programme, owed) =>
      loadObligations(db, { ...moneyOf(ROOT, today, programme), seal }, owed),
    );
    await seedDemonstrationAccounts(db, ROOT, { now, passwords: passwords as never });
    const alsoJudged = (experts: Parameters<typeof panelOf>[2]) => seeded.panels.map((panel) => panelOf(ROOT, panel, experts));
    await seedReviews(db, { root: ROOT, now, today, firms, partyIds, seal, alsoJudged });
  });
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

it('shows a challenge in every state', async () => {
  const { rows } = await app.database.withSystem(ROOT, async (db) =>
    sql<{
      at: string;
    }>`select dossier || ' ' || stage || ' ' || status as at from casework.cases where programme = 'open-challenge'`.execute(db),
  );
  expect(rows.map(({ at }) => at).sort()).toEqual([
    'bid agree open',
    'bid appraise open',
    'bid experts open',
    'bid perform open',
    'bid perform stopped',
    'bid sealed open',
    'need board granted',
    'need board granted',
    'need board granted',
    'need board open',
    'need board open',
    'need check open',
    'need vetting open',
  ]);
});

it('holds panels that can be drawn again, two of them ready to be concluded', async () => {
  const city = app.as(makeActor('市科技', { officeKind: 'city-office', permissions: ['review/panel:read', 'review/panel:manage'] }));
  const { rows } = (await city.get<{ rows: PanelSummary[] }>('/review/panels?limit=100')).body;
  const own = rows.filter(({ programme }) => programme === 'open-challenge');
  expect(own).toHaveLength(seeded.panels.length);
  const ready = own.filter(({ status }) => status === 'open');
  expect(ready).toHaveLength(2);
  for (const { id } of ready) {
    const panel = (await city.get<PanelDetail>(`/review/panels/${id}`)).body;
    expect(panel).toMatchObject({ redrawn: true, vacancies: [], size: 5, whyNotConclude: null });
  }
});

it('asks back what the stopped project was paid and has not spent', async () => {
  const { rows } = await app.database.withSystem(ROOT, async (db) =>
    sql<{ amount: string; why: string }>`select amount::text, why from funds.recovery where programme = 'open-challenge'`.execute(db),
  );
  expect(rows).toMatchObject([{ amount: '180000.00' }]);
});
