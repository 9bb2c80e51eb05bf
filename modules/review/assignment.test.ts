// Assigning many applications at once on a real database: what is seen is what is written, conflicts stay apart, and the least to relax is named.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { sampleCreditCode } from '#kernel/fields/patterns.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import type { CallView, CaseDetail } from '#modules/casework/wire.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { gardenShow } from '#testing/specimen/garden-show.ts';
import { unknownFacts } from '#testing/specimen/unknown-facts.ts';
import { stopAssigning } from './actions/assigning/assign-away.ts';
import { reviewActions } from './actions/index.ts';
import type { AssignPreview } from './model/wire/assignment.ts';
import { loadExperts, type PastExpert } from './seeds.ts';
import type { PanelDetail } from './wire.ts';

const casework = { catalogue: catalogueOf([gardenShow]), calendar: { isWorkday: () => true }, regionName: (code: string) => code };
const seal = { seal: (plain: string) => `sealed:${plain}`, open: (stored: string) => stored.slice(7) };
const permissions = ['review/panel:read', 'review/panel:manage', 'casework/case:read', 'casework/case:act', 'casework/call:manage'];
const officer = makeActor('分配人', { officeKind: 'city-office', permissions });
const firms = [1, 2, 3].map((n) => ({ name: `花圃${n}号有限公司`, uscc: sampleCreditCode(n), region: '990104' }));

/** Sixteen experts, each of a unit of its own, every other a grower, every fourth of finance; the first left the first firm lately. */
const pool = Array.from(
  { length: 16 },
  (_, i): PastExpert => ({
    id: uuidv7(),
    name: `专家${i + 1}`,
    unit: `花卉研究所${i + 1}`,
    uscc: sampleCreditCode(100 + i),
    region: '000000',
    level: i < 11 ? 'SENIOR' : 'VICE_SENIOR',
    title: '研究员',
    disciplines: [i % 2 === 0 ? '210' : '560'],
    isFinance: i % 4 === 0,
    phone: '13800000000',
    account: null,
    ties:
      i === 0
        ? [
            {
              kind: 'FORMER_UNIT',
              uscc: firms[0]?.uscc ?? '',
              unit: firms[0]?.name ?? '',
              person: null,
              day: '2025-01-01',
              generations: null,
            },
          ]
        : [],
  }),
);

let app: TestApp;
const cases: string[] = [];
const post = <T>(path: string, sent: unknown) => app.as(officer).post<T & { error?: { code: string } }>(path, sent);
const body = (facts: object = {}) => ({
  cases: cases.map((id) => ({ id, disciplines: [] })),
  disciplines: ['210'],
  levels: [],
  cap: 4,
  reviewDay: '2025-03-05',
  dueAt: '2025-03-06T18:00:00+08:00',
  ...facts,
});

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({ database, actions: [...caseworkActions(casework), ...reviewActions({ casework, seal, places: () => new Map() })] });
  app.clock.at('2025-03-03T09:00:00+08:00');
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  await database.withSystem(ROOT, (db) => loadExperts(db, ROOT, pool, seal, new Date('2025-03-01T00:00:00Z')));
  const given = { opensAt: '2025-03-01T00:00:00+08:00', closesAt: '2025-04-01T00:00:00+08:00', year: 2025, name: '2025年花展' };
  const draft = await app.as(officer).post<CallView>('/casework/calls', { programme: 'garden-show', dossier: 'entry', ...given });
  const call = (await app.as(officer).post<CallView>(`/casework/calls/${draft.body.id}/publish`, { version: draft.body.version })).body;
  for (const firm of firms) {
    const party = await database.withSystem(ROOT, (db) =>
      createParty(db, by, { kind: 'enterprise', ...firm, status: 'active', ...unknownFacts }),
    );
    const actor = app.as(partyActor('参展人', party, ['casework/case:read', 'casework/case:act', 'casework/case:apply']));
    const { id } = (await actor.post<{ id: string }>(`/casework/calls/${call.id}/drafts`)).body;
    await actor.put(`/casework/cases/${id}/draft`, {
      version: 0,
      answers: { name: '月季园', plan: `${firm.name}的月季布展`, budget: '1200000' },
    });
    const { version } = (await actor.get<CaseDetail>(`/casework/cases/${id}`)).body;
    expect((await actor.post(`/casework/cases/${id}/submit`, { version })).status).toBe(200);
    cases.push(id);
  }
});
afterAll(async () => {
  await stopAssigning();
  await app.close();
  await app.database.close();
});

it('names the fewest places to add where experts may not take enough, and writes only what was seen', async () => {
  const seniors = (await post<AssignPreview>('/review/assignment-preview', body({ cap: 1, levels: ['SENIOR'] }))).body;
  // Three panels of five ask for fifteen places, and eleven experts have one each.
  expect(seniors).toMatchObject({ considered: 11, agreed: null, isSmallest: true, panels: [] });
  const more = seniors.relaxations.map((says) => Number(/最多评审 1 件，需再增加 (\d+) 件$/.exec(says)?.[1]));
  expect(more.reduce((sum, count) => sum + count, 0)).toBe(4);
  const all = (await post<AssignPreview>('/review/assignment-preview', body({ cap: 1 }))).body;
  expect(all).toMatchObject({ considered: 16, conflicts: 1, relaxations: [], agreed: expect.any(String) });
  expect(all.loads.every(({ count, cap }) => count === 1 && cap === 1)).toBe(true);
  const other = { ...body({ cap: 1 }), seed: all.seed, agreed: 'anders' };
  expect((await post('/review/assignments', other)).body.error?.code).toBe('ASSIGNMENT_CHANGED');
});

it('gives each application its panel, the same as was seen, with a financial expert and without whom recusal keeps out', async () => {
  const seen = (await post<AssignPreview>('/review/assignment-preview', body())).body;
  expect(seen.objective).toBe(seen.bound);
  for (const { experts, size } of seen.panels) {
    expect(experts).toHaveLength(size);
    expect(experts.some(({ isFinance }) => isFinance)).toBe(true);
  }
  expect(seen.panels[0]?.experts.map(({ name }) => name)).not.toContain('专家1');
  // Growers first: fit follows the discipline that was asked for.
  expect(seen.panels[1]?.experts.filter(({ fit }) => fit >= 6000).length).toBeGreaterThanOrEqual(4);
  const { body: done, text } = await post<{ panels: { id: string }[] }>('/review/assignments', {
    ...body(),
    seed: seen.seed,
    agreed: seen.agreed,
  });
  expect(done.panels, text).toHaveLength(3);
  const panel = (await app.as(officer).get<PanelDetail>(`/review/panels/${done.panels[0]?.id}`)).body;
  const names = panel.seats.filter(({ status }) => status === 'seated').map(({ name }) => name);
  expect(names.sort()).toEqual(seen.panels[0]?.experts.map(({ name }) => name).sort());
  expect(panel).toMatchObject({ status: 'drawn', redrawn: true, vacancies: [], assigned: { panels: 3, objective: seen.objective } });
  expect((await post('/review/assignment-preview', body())).body.error?.code).toBe('CASE_NOT_IN_REVIEW');
});
