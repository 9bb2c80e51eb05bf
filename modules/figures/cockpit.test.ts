// The cockpit on a real database: figures against target and last year, what moved this week, what runs out, and a county's own view.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { systemActor } from '#platform/actor.ts';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { figuresActions } from './actions/index.ts';
import { postEntries } from './contract.ts';
import type { Cockpit } from './model/cockpit-shapes.ts';
import type { MeasureSum } from './wire.ts';

const [A, B] = ['990104', '990105'];
const setting = { catalogue: catalogueOf([specimen]), regionName: (code: string) => code, countiesOf: () => [A, B] };
const permissions = ['figures/indicator:read', 'figures/entry:read'];
const actors = { leader: makeActor('局长', { permissions }), county: countyActor('县科技', A, permissions) };
let app: TestApp;

beforeAll(async () => {
  app = await makeApp({ actions: figuresActions(setting), actors });
  app.clock.at('2026-03-02T09:00:00+08:00');
  const entry = (measure: string, region: string, day: string, value: string) => ({
    measure: `specimen.${measure}`,
    region,
    day,
    value,
    sourceKind: 'case',
    sourceId: measure + region + day + value,
  });
  await app.database.withSystem(ROOT, (db) =>
    postEntries(db, { root: ROOT, account: systemActor(ROOT).accountId }, [
      entry('gardens', A, '2025-01-10', '10'),
      entry('gardens', B, '2025-01-10', '5'),
      entry('gardens', A, '2026-04-01', '-3'),
      entry('gardens', B, '2026-05-01', '-1'),
      entry('gardens', B, '2026-07-01', '-1'),
      entry('applications', A, '2026-02-20', '2'),
      entry('applications', A, '2026-03-01', '4'),
      entry('granted', A, '2026-03-01', '1'),
      entry('applications', A, '2025-02-01', '2'),
      entry('granted', A, '2025-02-01', '1'),
    ]),
  );
});
afterAll(() => app.close());

const cockpit = async (who: keyof typeof actors) => (await app.as(actors[who]).get<Cockpit>('/figures/cockpit')).body;

it('tells what stands, what moved and what runs out, each with the way down', async () => {
  const seen = await cockpit('leader');
  const stock = seen.figures.find(({ indicator }) => indicator === 'specimen.stock');
  expect([stock?.value, stock?.lastYear, stock?.target, stock?.trend.length]).toEqual(['15', '15', null, 12]);
  expect(seen.movements.find(({ measure }) => measure === 'specimen.applications')).toMatchObject({ thisWeek: '4', weekBefore: '2' });
  expect(seen.warnings.map(({ kind, text }) => [kind, text])).toEqual([
    ['expiry', expect.stringMatching(/^90天内有4家的“.+”到期$/)],
    ['shrink', '有效花圃数年底将减少5家，降至10家'],
    ['fall', expect.stringMatching(/16\.67%，比上年同期下降33\.33个百分点$/)],
  ]);
  expect(seen.warnings[0]?.href).toContain('expiring=2026-03-03..2026-05-31');
  expect(seen.warnings[2]?.note).toMatch(/^按.+÷.+计算，上年同期.+÷.+$/);
  expect([seen.comparedYear, seen.course.labels.length]).toEqual([2026, 12]);
});

it('shows a county itself, beside the sums of the others', async () => {
  const seen = await cockpit('county');
  expect([seen.region, seen.figures.find(({ indicator }) => indicator === 'specimen.stock')?.value]).toEqual([A, '10']);
  expect(seen.warnings[0]?.text).toContain('3家');
  expect(seen.counties.map(({ value }) => value)).toEqual(['10', '5']);
});

it('opens a warning of what will leave into just the entries that say so', async () => {
  const shrink = (await cockpit('leader')).warnings.find(({ kind }) => kind === 'shrink');
  expect(shrink?.href).toBe(`/figures/entries?measure=specimen.gardens&from=2026-03-03&to=2026-12-31&region=${ROOT}`);
  const days = `from=2026-03-03&to=2026-12-31&region=${ROOT}`;
  const sum = (await app.as(actors.leader).get<MeasureSum>(`/figures/measures/specimen.gardens?${days}`)).body;
  const entries = (await app.as(actors.leader).get<{ total: number }>(`/figures/entries?measure=specimen.gardens&${days}`)).body;
  expect([Number(sum.sum), entries.total]).toEqual([-5, 3]);
  expect(sum.indicators.map(({ id }) => id)).toContain('specimen.stock');
  const own = (await app.as(actors.county).get<MeasureSum>(`/figures/measures/specimen.gardens?from=2026-03-03&to=2026-12-31&region=${A}`))
    .body;
  expect(Number(own.sum)).toBe(-3);
  expect((await app.as(actors.leader).get('/figures/measures/specimen.nothing?to=2026-12-31')).status).toBe(404);
});

it('draws the course of the compared figure beside that of the year before, as far as the year has come', async () => {
  const { course } = (await app.as(actors.leader).get<Cockpit>('/figures/cockpit?compared=specimen.stock')).body;
  expect([course.now.slice(0, 4), course.before.slice(0, 3)]).toEqual([
    ['15', '15', '15', null],
    ['15', '15', '15'],
  ]);
});
