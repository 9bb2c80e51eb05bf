// Spot checks on a real database: the draw can be repeated, disagreements are in, counties find, the city revokes, and the title ends.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { crossCheckOf, figureOf, within } from '#kernel/declare/cross-check.ts';
import { asWan } from '#kernel/declare/rule.ts';
import { spotCheck } from '#kernel/declare/spot-check.ts';
import { byOf, createParty, grantTitles, recordFinance } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { greenhouses, greenhouseTitle } from '#testing/specimen/greenhouses.ts';
import { caseworkActions } from './actions/index.ts';
import { drawDigest, drawSpotCheck } from './model/spot-check.ts';
import type { SpotCheckView, SpotItemView } from './model/spot-check-wire.ts';
import type { CaseworkSetting } from './setting.ts';

const cites = { document: '花发〔2025〕3号' };
const [naming, ...others] = greenhouses.dossiers;
if (naming === undefined) throw new Error('the specimen names greenhouses');
const crossCheck = crossCheckOf([
  {
    id: 'sales',
    says: '花款与纳税申报一致',
    cites,
    level: 'warn',
    judge: ({ sales }, known) => within(sales, figureOf(known, 2024, 'sales', ['TAX']), '0.01', asWan),
  },
]);
const programme = {
  ...greenhouses,
  dossiers: [{ ...naming, crossCheck }, ...others],
  spotCheck: spotCheck(greenhouseTitle, { dossier: 'naming', least: '0.2', cites }),
};
const setting: CaseworkSetting = {
  catalogue: catalogueOf([programme]),
  calendar: { isWorkday: () => true },
  regionName: (code) => (code === '990104' ? '甲县' : '乙县'),
};
const permissions = ['casework/spot-check:read', 'casework/spot-check:draw', 'casework/spot-check:record'];
const city = makeActor('市科技', { officeKind: 'city-office', permissions });
const county = countyActor('县科技', '990104', permissions);

let app: TestApp;
let parties: string[];
type Refused = { error?: { code: string; message: string } };

/** Ten holders, five in each county; the first states other sales than its tax return. */
async function makeHolders(database: TestApp['database']): Promise<string[]> {
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const unknown = { legalPerson: null, address: null, registeredCapital: null, foundedOn: null, industry: null, field: null };
  return database.withSystem(ROOT, async (db) => {
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) {
      const facts = { kind: 'enterprise' as const, name: `温室${i}有限公司`, region: i < 5 ? '990104' : '990105', uscc: null };
      ids.push(await createParty(db, by, { ...facts, status: 'active', ...unknown, scale: null, aboveScale: null }));
    }
    const measures = ['greenhouses.standing'];
    await grantTitles(
      db,
      { root: ROOT, account: systemActor(ROOT).accountId },
      ids.map((party, i) => ({
        party,
        title: greenhouseTitle,
        number: `温室${i}`,
        from: '2025-02-01',
        until: null,
        measures,
        sourceKind: 'document',
        sourceId: '花发',
      })),
    );
    const [first = ''] = ids;
    await recordFinance(db, by, [{ party: first, year: 2024, source: 'TAX', values: { sales: '1000000' } }], { mode: 'fill' });
    const call = uuidv7();
    await sql`insert into casework.call (id, root, programme, dossier, year, name, opens_at, closes_at, parameters, guide, status)
      values (${call}::uuid, ${ROOT}, 'greenhouses', 'naming', 2025, '批次', now(), now() + interval '1 day', '{}', '', 'published')`.execute(
      db,
    );
    await sql`insert into casework.cases (id, root, region, programme, dossier, call, party, party_name, party_uscc, status, version, waiting, waits_for,
      submitted_on, state, answers, reasons, created_at, updated_at)
      values (${uuidv7()}::uuid, ${ROOT}, '990104', 'greenhouses', 'naming', ${call}::uuid, ${first}::uuid, '温室0有限公司', '', 'granted', 1, '{}', '',
        '2025-02-01', '{}', ${JSON.stringify({ sales: '2000000' })}::jsonb, '{}', now(), now())`.execute(db);
    return ids;
  });
}

beforeAll(async () => {
  const database = await makeDatabase();
  parties = await makeHolders(database);
  app = await makeApp({ database, actions: caseworkActions(setting), actors: { city, county } });
  app.clock.at('2025-06-03T09:00:00+08:00');
});
afterAll(() => app.close());

it('draws by the seed alone, whoever is a risk first', () => {
  const candidates = Array.from({ length: 100 }, (_, i) => ({ key: `n${i}`, risks: i === 7 ? ['不一致'] : [] }));
  const keys = (seed: string, share = '0.05') =>
    drawSpotCheck(candidates, { seed, share, riskShare: '0.5' }).map(({ candidate }) => candidate.key);
  expect(keys('2025')).toEqual(keys('2025'));
  expect(keys('2025')).toHaveLength(5);
  expect(keys('2025')[0]).toBe('n7');
  expect(keys('2026')).not.toEqual(keys('2025'));
  expect(keys('2025', '0.051')).toHaveLength(6);
  expect(keys('2025', '0')).toEqual([]);
});

it('draws by risk no more than is set, those with most against them first, and the rest by chance from all that are left', () => {
  const candidates = Array.from({ length: 100 }, (_, i) => ({
    key: `n${i}`,
    risks: i < 60 ? Array.from({ length: 1 + (i % 3) }, String) : [],
  }));
  const draw = (riskShare: string, seed = '2025') => drawSpotCheck(candidates, { seed, share: '0.2', riskShare });
  const byRisk = draw('0.5').filter(({ by }) => by === 'risk');
  expect(draw('0.5')).toHaveLength(20);
  expect(byRisk).toHaveLength(10);
  expect(byRisk.every(({ candidate }) => candidate.risks.length === 3)).toBe(true);
  expect(new Set(draw('0.5').map(({ candidate }) => candidate.key)).size).toBe(20);
  expect(draw('0').every(({ by }) => by === 'seed')).toBe(true);
  expect(draw('1').filter(({ by }) => by === 'risk')).toHaveLength(20);
  const rule = { seed: '2025', share: '0.2', riskShare: '0.5' };
  expect(drawDigest(candidates, rule, draw('0.5'))).toBe(drawDigest([...candidates].reverse(), rule, draw('0.5')));
});

describe('a spot check', () => {
  let check: SpotCheckView;
  const items = async (as: typeof city) =>
    (await app.as(as).get<{ rows: SpotItemView[] }>(`/casework/spot-checks/${check.id}/items`)).body.rows;
  const record = (as: typeof city, item: SpotItemView | undefined, outcome: string) =>
    app.as(as).post<Refused>(`/casework/spot-items/${item?.id}/outcome`, { version: item?.version, outcome, note: '现场核对账簿和人员' });

  it('draws no less than is laid down, and says how many for which reason', async () => {
    const few = await app.as(city).post<Refused>('/casework/spot-checks', { programme: 'greenhouses', year: 2025, share: '0.1' });
    expect(few.body.error).toMatchObject({ code: 'SHARE_TOO_SMALL' });
    const nobody = await app.as(city).post<Refused>('/casework/spot-checks', { programme: 'greenhouses', year: 2023 });
    expect(nobody.body.error).toMatchObject({ code: 'NOBODY_TO_CHECK' });
    const drawn = await app.as(city).post<{ id: string; says: string }>('/casework/spot-checks', {
      programme: 'greenhouses',
      year: 2025,
      share: '0.4',
      seed: '摇号20250603',
    });
    expect(drawn.body.says).toBe('在册 10 家，抽取 4 家，其中按风险线索 1 家（有线索的共 1 家）、随机 3 家。');
    check = (await app.as(city).get<SpotCheckView>(`/casework/spot-checks/${drawn.body.id}`)).body;
    expect(check).toMatchObject({
      share: '0.4',
      seed: '摇号20250603',
      holders: 10,
      drawn: 4,
      byRisk: 1,
      waiting: 4,
      titleName: '示范温室',
    });
    const risky = (await items(city)).find((item) => item.pickedBy === 'risk');
    expect(risky).toMatchObject({ party: parties[0], risks: ['花款与纳税申报一致：填报200万元，在档100万元'] });
  });

  it('is seen by each county for its own; the county finds, the city revokes, and the title ends that day', async () => {
    const own = await items(county);
    expect(own.every(({ region }) => region === '990104')).toBe(true);
    const risky = own.find((item) => item.pickedBy === 'risk');
    expect((await record(county, risky, 'revoked')).body.error).toMatchObject({ code: 'CITY_REVOKES' });
    expect((await record(county, risky, 'problem')).status).toBe(200);
    expect((await record(city, risky, 'revoked')).body.error).toMatchObject({ code: 'STALE' });
    const found = (await items(city)).find((item) => item.id === risky?.id);
    expect((await record(city, found, 'revoked')).status).toBe(200);
    const standing = await app.database.withSystem(ROOT, async (db) => {
      const { rows } = await sql<{ count: string; status: string }>`
        select (select sum(value)::text from figures.entry where measure = 'greenhouses.standing' and day <= '2025-06-03') as count,
          (select status from registry.title where party = ${parties[0]}::uuid) as status`.execute(db);
      return rows[0];
    });
    expect(standing).toEqual({ count: '9', status: 'revoked' });
  });

  it('shows its progress to everyone who looks', async () => {
    const [other] = (await items(city)).filter(({ outcome }) => outcome === 'waiting');
    await record(city, other, 'passed');
    const { body } = await app.as(city).get<{ rows: SpotCheckView[] }>('/casework/spot-checks');
    expect(body.rows[0]).toMatchObject({ waiting: 2, passed: 1, problem: 0, revoked: 1 });
  });
});
