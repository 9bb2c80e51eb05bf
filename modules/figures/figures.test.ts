// The ledger of figures on a real database: exact right after the write, as known on an earlier day, corrected by reversal, bounded by office.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { systemActor } from '#platform/actor.ts';
import { countyActor, idOf, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { figuresActions } from './actions/index.ts';
import { type EntryInput, postEntries, reverseEntriesOf } from './contract.ts';
import type { ByRegion, EntryView, ExplainedView, Series } from './wire.ts';

const [A, B] = ['990104', '990105'];
const setting = { catalogue: catalogueOf([specimen]), regionName: (code: string) => code, countiesOf: () => [A, B] };
const permissions = ['figures/indicator:read', 'figures/entry:read', 'figures/entry:post'];
const actors = {
  city: makeActor('市科技', { permissions }),
  county: countyActor('县科技', A, permissions),
  firm: partyActor('企业', idOf('party'), permissions),
};
const by = { root: ROOT, account: systemActor(ROOT).accountId };
const entry = (measure: string, region: string, day: string, value = '1', sourceId = `${measure}${region}${day}`): EntryInput => ({
  measure: `specimen.${measure}`,
  region,
  day,
  value,
  sourceKind: 'case',
  sourceId,
});

let app: TestApp;
const post = (entries: EntryInput[]) => app.database.withSystem(ROOT, (db) => postEntries(db, by, entries));

beforeAll(async () => {
  app = await makeApp({ actions: figuresActions(setting), actors });
  await post([
    entry('gardens', A, '2023-06-01', '10'),
    entry('gardens', A, '2024-06-15', '5'),
    entry('gardens', A, '2024-12-01', '-2'),
    entry('gardens', B, '2024-03-31', '13'),
    entry('applications', A, '2024-03-01', '8'),
    entry('granted', A, '2024-09-01', '3'),
  ]);
});
afterAll(() => app.close());

const regions = async (indicator: string, query = 'from=2024-01-01&to=2024-12-31', as: keyof typeof actors = 'city') =>
  (await app.as(actors[as]).get<ByRegion>(`/figures/indicators/specimen.${indicator}/regions?${query}`)).body;

describe('an indicator', () => {
  it('is exact by region, with growth, share and rank, right after the write', async () => {
    const figures = await regions('stock');
    expect(figures.total.value.value).toBe('26');
    expect(figures.rows[0]).toMatchObject({
      region: A,
      value: { value: '13' },
      lastYear: { value: '10' },
      growth: { value: '0.3' },
      share: { value: '0.5' },
      rank: { value: '1' },
    });
    await post([entry('gardens', B, '2024-12-31')]);
    const after = await regions('stock');
    expect(after.rows.map((row) => row.rank.value)).toEqual(['2', '1']);
    expect((await regions('stock', 'from=2024-01-01&to=2024-12-30')).total.value.value).toBe('26');
  });

  it('says why a rate is unknown instead of showing zero', async () => {
    const rate = await regions('pass-rate');
    expect(rate.rows[0]?.value).toEqual({ value: '0.375', why: null });
    expect(rate.rows[1]?.value).toEqual({ value: null, why: '分母为零，无法计算' });
  });

  it('lets a county see every county’s sum but only its own entries', async () => {
    expect((await regions('stock', undefined, 'county')).total.value.value).toBe('27');
    const own = await app
      .as(actors.county)
      .get<{ total: number; rows: EntryView[] }>('/figures/entries?measure=specimen.gardens&to=2024-12-31');
    expect(own.body.rows.map((row) => row.region)).toEqual([A, A, A]);
    // The database refuses too, should a role ever be given the permission by mistake.
    expect((await app.as(actors.firm).get('/figures/indicators/specimen.stock/regions?from=2024-01-01&to=2024-12-31')).status).not.toBe(
      200,
    );
  });

  it('runs over months and opens into its parts', async () => {
    const series = await app
      .as(actors.city)
      .get<Series>(`/figures/indicators/specimen.stock/series?from=2024-05-01&to=2024-07-20&step=month&region=${A}`);
    expect(series.body.points.map((point) => [point.label, point.value.value])).toEqual([
      ['2024-05', '10'],
      ['2024-06', '15'],
      ['2024-07', '15'],
    ]);
    const { tree } = (
      await app
        .as(actors.city)
        .get<{ tree: ExplainedView }>(`/figures/indicators/specimen.pass-rate/explain?from=2024-01-01&to=2024-12-31&region=${A}`)
    ).body;
    expect(tree.parts.map((part) => [part.measure, part.value.value])).toEqual([
      ['specimen.granted', '3'],
      ['specimen.applications', '8'],
    ]);
  });
});

describe('the ledger', () => {
  it('shows what was known before a correction, and after it', async () => {
    await app.database.withOwner((client) =>
      client.query(
        `alter table figures.entry disable trigger keep_entries; update figures.entry set posted_at = '2024-12-31T00:00:00Z'; alter table figures.entry enable trigger keep_entries; select figures.derive_sums('${ROOT}')`,
      ),
    );
    const { rows } = (
      await app
        .as(actors.city)
        .get<{ rows: EntryView[] }>(`/figures/entries?measure=specimen.gardens&to=2024-12-31&region=${A}&from=2024-06-01`)
    ).body;
    const wrong = rows.find((row) => row.value === '5');
    const corrected = await app.as(actors.city).post(`/figures/entries/${wrong?.id}/correction`, { value: '7', reason: '证书重复登记' });
    expect(corrected.status).toBe(200);
    expect((await regions('stock')).rows[0]?.value.value).toBe('15');
    expect((await regions('stock', 'from=2024-01-01&to=2024-12-31&known=2025-06-01')).rows[0]?.value.value).toBe('13');
    // Lately as long ago; within a month as at its end.
    const lately = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    expect((await regions('stock', `from=2024-01-01&to=2024-12-31&known=${lately}`)).rows[0]?.value.value).toBe('13');
    expect((await regions('stock', `from=2024-01-01&to=2024-06-20&known=${lately}`)).rows[0]?.value.value).toBe('15');
    expect((await regions('stock', 'from=2024-01-01&to=2024-06-20&known=2025-06-01')).rows[0]?.value.value).toBe('15');
    expect((await regions('stock', 'from=2024-01-01&to=2024-06-20')).rows[0]?.value.value).toBe('17');
    const again = await app.as(actors.city).post(`/figures/entries/${wrong?.id}/correction`, { value: '9', reason: '再改一次' });
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'ALREADY_REVERSED' } } });
  });

  it('takes back what an undone source had posted, once', async () => {
    const undone = entry('gardens', B, '2024-11-11', '4', 'undone');
    await post([undone]);
    const undo = () => app.database.withSystem(ROOT, (db) => reverseEntriesOf(db, by, { kind: 'case', id: 'undone' }, '撤销'));
    expect(await undo()).toBe(1);
    expect(await undo()).toBe(0);
  });

  it('can neither be edited nor deleted, and its monthly sums equal its entries', async () => {
    for (const statement of [sql`update figures.entry set value = 1`, sql`delete from figures.entry`]) {
      await expect(app.database.withSystem(ROOT, (db) => statement.execute(db))).rejects.toThrow();
    }
    const { rows } = await app.database.withOwner((client) =>
      client.query(
        `select (select sum(m1+m2+m3+m4+m5+m6+m7+m8+m9+m10+m11+m12) from figures.year_sums) = (select sum(value) from figures.entry) as same, (select sum(entries) from figures.year_sums) = (select count(*) from figures.entry) as all`,
      ),
    );
    expect(rows[0]).toEqual({ same: true, all: true });
  });

  it('adds up under many writers at once', async () => {
    await Promise.all(Array.from({ length: 32 }, (_, i) => post([entry('applications', i % 2 ? A : B, '2026-01-15', '1', `writer ${i}`)])));
    const { rows } = await app.database.withOwner((client) =>
      client.query(`select sum(m1)::int as total from figures.year_sums where measure = 'specimen.applications' and year = 2026`),
    );
    expect(rows[0]).toEqual({ total: 32 });
  });
});
