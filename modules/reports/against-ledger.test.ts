// Reports held against the ledger on a real database: what was written from it agrees, what is changed afterwards is told, with its place in the ledger.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { ledgerOf, loadEntries } from '#modules/figures/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { heldAgainstLedger } from './actions/against-ledger.ts';
import { reportsActions } from './actions/index.ts';
import { readFigures } from './model/reader/read-figures.ts';
import type { Audit } from './wire.ts';

const [A, B] = ['990104', '990105'];
const catalogue = catalogueOf([specimen]);
const places: Readonly<Record<string, string>> = { [ROOT]: '澜江市', [A]: '霁湖区', [B]: '望澜区' };
const ledger = ledgerOf({ catalogue, regionName: (code) => places[code] ?? code, countiesOf: () => [A, B] });
const setting = { catalogue, ledger };
const permissions = ['reports/report:read', 'reports/report:write', 'reports/report:accept'];
let app: TestApp;

const name = [...catalogue.indicators.values()].find(({ formula }) => formula.kind === 'stock')?.name ?? '';

beforeAll(async () => {
  app = await makeApp({ actions: reportsActions(setting), actors: { planner: makeActor('规划处', { permissions }) } });
  app.clock.at('2027-01-08T09:00:00+08:00');
  const entries = [
    [A, '2023-06-01', '100', '2023-06-02'],
    [B, '2024-06-01', '50', '2024-06-02'],
    [A, '2025-02-01', '60', '2025-02-02'],
    [B, '2025-08-01', '8', '2026-01-20'],
    // Three of 2023 were written down in March of the next year only, and were gone by then.
    [B, '2023-11-01', '3', '2024-03-05'],
    [B, '2024-02-01', '-3', '2024-02-02'],
  ] as const;
  await app.database.withSystem(ROOT, (db) =>
    loadEntries(
      db,
      { root: ROOT, account: systemActor(ROOT).accountId },
      entries.map(([region, day, value, posted]) => ({
        measure: 'specimen.gardens',
        region,
        day,
        value,
        sourceKind: 'case',
        sourceId: region + day,
        postedAt: new Date(`${posted}T09:00:00+08:00`),
      })),
    ),
  );
});
afterAll(() => app.close());

const held = async (text: string, { known = null, place = null }: { known?: string | null; place?: string | null } = {}) => {
  const readings = readFigures(text, { reportingYear: 2025 });
  const report = { text, readings, chosen: new Map(), place, year: 2025, known };
  const found = await app.database.withSystem(ROOT, (db) => heldAgainstLedger({ db, root: ROOT, today: '2027-01-08' }, setting, report));
  return found.map(({ quotes, verdict, computed, note, ledger: place }) => ({ quote: quotes[0], verdict, computed, note, place }));
};

describe('what agrees', () => {
  it('is the value, net change and growth of the city, and share and place of a county', async () => {
    const text = `截至2025年底，全市${name}达218家，比上年末净增68家，同比增长45.3%。2025年，霁湖区${name}160家，同比增长60%，占全市的73.4%。`;
    const found = await held(text);
    expect(found.map(({ verdict, note }) => verdict + note)).toEqual(found.map(() => 'consistent'));
    expect(found.length).toBe(6);
  });

  it('is told by the day until which a figure counts and by the day on which it was known', async () => {
    expect(await held(`截至2025年6月底，全市${name}达210家。`)).toMatchObject([{ verdict: 'consistent' }]);
    expect(await held(`截至2025年底，全市${name}达210家。`, { known: '2026-01-15' })).toMatchObject([{ verdict: 'consistent' }]);
  });
});

describe('what does not', () => {
  it('is told with the value of the ledger, where it comes from, and what would mend it', async () => {
    const [value] = await held(`截至2025年底，全市${name}达281家。`);
    expect(value).toMatchObject({
      verdict: 'inconsistent',
      computed: '218',
      place: { region: ROOT, regionName: '澜江市', from: '2025-01-01', to: '2025-12-31', reading: '值' },
    });
    expect(value?.note).toContain('相邻两位数字可能颠倒');
    const [last] = await held(`截至2025年底，全市${name}达150家。`);
    expect(last?.note).toContain('可能误用了上年的数');
    expect(await held(`截至2025年底，全市${name}达218家，同比增长54.3%。`)).toMatchObject([
      { verdict: 'consistent' },
      { verdict: 'inconsistent' },
    ]);
  });

  it('is told as revised where the ledger said so when reports were written', async () => {
    const [revised] = await held(`截至2023年底，全市${name}达100家。`);
    expect(revised).toMatchObject({ verdict: 'cannot tell', computed: '103' });
    expect(revised?.note).toMatch(/^与2024年1月31日已知的台账相符；台账后来补记或修订过，现为103/);
    expect(await held(`截至2023年底，全市${name}达101家。`)).toMatchObject([{ verdict: 'inconsistent', computed: '103' }]);
  });

  it('is not asked of points where the ledger counts things', async () => {
    expect(await held(`截至2025年底，全市${name}达218家，比上年末提高4.69个百分点。`)).toMatchObject([{ computed: '218' }]);
  });

  it('is left open where the ledger knows nothing, and unasked for other places', async () => {
    expect(await held(`2019年，全市${name}达12家。`)).toMatchObject([{ verdict: 'cannot tell', computed: null }]);
    expect(await held(`2025年，全省${name}达5000家。`)).toEqual([]);
    expect(await held(`截至2025年底，全市${name}达281家。`, { place: '南昌市' })).toEqual([]);
  });
});

it('stands beside the text with the way to the indicator', async () => {
  const text = `截至2025年底，全市${name}达281家。`;
  const loaded = await app
    .as('planner')
    .post<{ id: string }>('/reports/documents/paste', { title: '对照', place: '澜江市', year: 2025, text });
  expect(loaded.status, loaded.text).toBe(200);
  const { body } = await app.as('planner').get<Audit>(`/reports/documents/${loaded.body.id}/relations`);
  expect(body.relations.filter(({ ledger: place }) => place !== null)).toMatchObject([
    {
      typeName: '与台账对照',
      verdict: 'inconsistent',
      computed: '218',
      stated: '281',
      figures: [1],
      ledger: { region: ROOT, known: null },
    },
  ]);
});
