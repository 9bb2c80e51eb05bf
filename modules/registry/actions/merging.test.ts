// Duplicates are found, compared and merged: everything moves, a trace stays, the old id leads on.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { title } from '#kernel/declare/title.ts';
import { permissionsOf } from '#modules/accounts/model/roles.ts';
import { FieldCipher } from '#platform/crypto/cipher.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { readTable, readWorkbook } from '#platform/sheets/sheets.ts';
import { countyActor, idOf, makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { unknownFacts } from '#testing/specimen/unknown-facts.ts';
import { partyOf } from '../contract.ts';
import { knownTitles, type PartyMover } from '../setting.ts';
import type { Done, Duplicates, MergePreview, PartyPage, PartyProfile, SearchHits, Timeline } from '../wire.ts';
import { registryActions } from './index.ts';

const HNTE = title('high-tech-enterprise', '高新技术企业', { level: 'NATIONAL', validity: 36 });
const actors = {
  city: makeActor('市局', { permissions: permissionsOf(['city-officer']) }),
  binjiang: countyActor('澜滨经办', '990102', permissionsOf(['county-officer'])),
};
type Refused = { error: { code: string; message: string; details: { where: string; message: string }[] } };

/** Stands for another module's rows. */
const cases = new Map<string, number>();
const mover: PartyMover = {
  id: 'cases',
  name: '办件',
  holding: async (_db, parties) => new Map(parties.map((party) => [party, cases.get(party) ?? 0])),
  move: async (_db, _by, from, to) => {
    cases.set(to.id, (cases.get(to.id) ?? 0) + (cases.get(from) ?? 0));
    cases.delete(from);
  },
};

let app: TestApp;
beforeAll(async () => {
  const setting = {
    titles: knownTitles([{ title: HNTE, measures: ['in-force'] }]),
    seal: new FieldCipher(ringOf(Buffer.alloc(32, 3))),
    timelineSources: [
      {
        id: 'case',
        name: '办件',
        lines: async () => [{ day: '2026-03-02', at: '2026-03-02T02:00:00.000Z', kind: 'case', says: '提交认定申请' }],
      },
    ],
    movers: [mover],
  };
  app = await makeApp({ actions: registryActions(setting), actors });
});
afterAll(() => app.close());

const none = {
  uscc: null,
  ...unknownFacts,
};
const create = async (name: string, facts: object = {}): Promise<string> => {
  const { body } = await app
    .as('city')
    .post<Done>('/registry/parties', { kind: 'enterprise', name, region: '990102', status: 'active', ...none, ...facts });
  return body.id;
};
const grant = (id: string, from: string) =>
  app.as('city').post<Done>(`/registry/parties/${id}/titles`, { kind: HNTE.id, number: null, from, basis: '名单' });
const profile = async (id: string): Promise<PartyProfile> => (await app.as('city').get<PartyProfile>(`/registry/parties/${id}`)).body;
const count = async (region: string): Promise<number> =>
  Number(
    (
      await app.database.pool.query(`select coalesce(sum(value), 0) as n from figures.entry where region = $1 and day <= '2026-03-02'`, [
        region,
      ])
    ).rows[0].n,
  );

it('finds the same name, the same core of a name, near names and the same principal at one address, and leaves out what is told apart', async () => {
  const a = await create('澜江市云帆智能装备有限公司', { uscc: '91360100MA0A1B2C2P' });
  const b = await create('云帆智能装备（澜江）有限公司');
  const c = await create('澜江云凡智能装备有限公司');
  await create('澜江别家餐饮管理有限公司', { legalPerson: '王五', address: '某路1号' });
  await create('澜江另家餐饮服务有限公司', { legalPerson: '王五', address: '某路1号' });
  const { body } = await app.as('city').get<Duplicates>('/registry/duplicates');
  const pair = (one: string, other: string) =>
    body.rows.find((row) => [row.one.id, row.other.id].sort().join() === [one, other].sort().join());
  expect(pair(a, c)?.reasons).toEqual(['字号相近']);
  expect(body.rows.some((row) => row.reasons.includes('法定代表人和地址相同'))).toBe(true);
  expect(pair(a, b)?.reasons).toEqual(['字号相同']);
  const before = body.rows.length;
  expect((await app.as('binjiang').post('/registry/duplicates/distinct', { one: a, other: c, reason: '两家不同企业' })).status).toBe(403);
  expect((await app.as('city').post('/registry/duplicates/distinct', { one: a, other: c, reason: '两家不同企业' })).status).toBe(200);
  expect((await app.as('city').get<Duplicates>('/registry/duplicates')).body.rows).toHaveLength(before - 1);
});

it('moves everything to the survivor, in its county, with titles counted there, and the old id opens it', async () => {
  const survivor = await create('澜江留存科技有限公司', { region: '990103' });
  const absorbed = await create('澜江留存科技公司', { uscc: '91340300MA0A1B2C2R', legalPerson: '赵六' });
  await grant(absorbed, '2025-01-10');
  const figures = Object.fromEntries(
    'sales grossIncome nonTaxableIncome highTechIncome totalAssets totalLiabilities netAssets rdExpense incomeStatementRd profit netProfit tax staff scienceStaff insuredStaff'
      .split(' ')
      .map((key) => [key, null as string | null]),
  );
  const finance = (id: string, year: number, sales: string) =>
    app.as('city').put(`/registry/parties/${id}/finance/${year}/TAX`, { version: 0, values: { ...figures, sales } });
  await finance(absorbed, 2023, '100.00');
  await finance(absorbed, 2024, '200.00');
  await finance(survivor, 2024, '222.00');
  await app.as('city').post(`/registry/parties/${absorbed}/contacts`, {
    duty: 'liaison',
    name: '李四',
    phone: null,
    email: null,
    idNumber: null,
    isPrimary: true,
  });
  cases.set(absorbed, 3);
  expect([await count('990102'), await count('990103')]).toEqual([1, 0]);
  const preview = await app.as('city').get<MergePreview>(`/registry/mergers/preview?absorbed=${absorbed}&survivor=${survivor}`);
  expect(preview.body).toMatchObject({
    absorbed: { holds: { 资质: 1, 财务数据: 2, 联系人: 1, 办件: 3 } },
    overlaps: [],
    sameFinance: [{ year: 2024, source: 'TAX' }],
  });
  const merge = {
    absorbed: { id: absorbed, version: preview.body.absorbed.version },
    survivor: { id: survivor, version: preview.body.survivor.version },
    reason: '同一企业重复登记',
  };
  expect((await app.as('binjiang').post('/registry/mergers', merge)).status).toBe(403);
  const done = await app.as('city').post<Done>('/registry/mergers', merge);
  expect(done.body, JSON.stringify(done.body)).toMatchObject({ id: survivor, says: expect.stringContaining('办件 3 项') });
  const found = await profile(absorbed);
  expect(found).toMatchObject({
    id: survivor,
    mergedName: '澜江留存科技公司',
    uscc: '91340300MA0A1B2C2R',
    legalPerson: '赵六',
    region: '990103',
  });
  expect(found.titles).toHaveLength(1);
  expect(found.contacts).toMatchObject([{ name: '李*', isPrimary: true }]);
  expect(found.finance.map((year) => [year.year, year.sources[0]?.values.sales])).toEqual([
    [2024, '222.00'],
    [2023, '100.00'],
  ]);
  expect([await count('990102'), await count('990103')]).toEqual([0, 1]);
  expect(cases.get(survivor)).toBe(3);
  expect(
    (await app.as('city').get<PartyPage>(`/registry/parties?q=${encodeURIComponent('澜江留存')}`)).body.rows.map((row) => row.id),
  ).toEqual([survivor]);
  const life = (await app.as('city').get<Timeline>(`/registry/parties/${absorbed}/timeline`)).body;
  expect(life.lines.map((line) => line.says)).toEqual(
    expect.arrayContaining(['提交认定申请', expect.stringContaining('合并重复主体“澜江留存科技公司”')]),
  );
  expect(life.kinds).toContainEqual({ kind: 'case', name: '办件' });
  expect(await app.run(actors.city, ({ db }) => partyOf(db, absorbed))).toMatchObject({ id: survivor });
  expect(
    (await app.as('city').put<Refused>(`/registry/parties/${absorbed}`, { version: 2, facts: { address: '新址' } })).body.error.code,
  ).toBe('ALREADY_MERGED');
  expect((await app.as('city').post<Refused>('/registry/mergers', merge)).status).toBe(409);

  const third = await create('澜江再并科技有限公司');
  const next = { absorbed: { id: survivor, version: found.version }, survivor: { id: third, version: 1 }, reason: '再次合并' };
  expect((await app.as('city').post('/registry/mergers', next)).status).toBe(200);
  expect((await profile(absorbed)).id).toBe(third);
  expect((await profile(third)).absorbed.map((line) => line.name).sort()).toEqual(['澜江留存科技公司', '澜江留存科技有限公司']);
});

it('refuses to merge when both hold the same title at once, until told whose stands', async () => {
  const survivor = await create('澜江双证科技有限公司');
  const absorbed = await create('澜江双证科技公司');
  const before = await count('990102');
  await grant(survivor, '2025-01-10');
  await grant(absorbed, '2025-03-10');
  const merge = { absorbed: { id: absorbed, version: 1 }, survivor: { id: survivor, version: 1 }, reason: '同一企业重复登记' };
  expect((await app.as('city').post<Refused>('/registry/mergers', merge)).body.error).toMatchObject({
    code: 'MERGE_OVERLAP',
    details: [{ where: '高新技术企业' }],
  });
  expect((await profile(absorbed)).id).toBe(absorbed);
  const done = await app.as('city').post('/registry/mergers', { ...merge, overlaps: 'keep-survivor' });
  expect(done.status).toBe(200);
  expect((await profile(survivor)).titles.map((held) => held.stateName).sort()).toEqual(['已被替代', '有效']);
  expect(await count('990102')).toBe(before + 1);
  expect((await app.as('city').post<Refused>('/registry/mergers', { ...merge, survivor: merge.absorbed })).body.error.code).toBe(
    'SAME_PARTY',
  );
  const nobody = {
    ...merge,
    absorbed: { id: survivor, version: (await profile(survivor)).version },
    survivor: { id: idOf('nobody'), version: 1 },
  };
  expect((await app.as('city').post('/registry/mergers', nobody)).status).toBe(404);
});

it('exports exactly what the list shows, codes as text and unknown as empty', async () => {
  const { bytes, headers } = await app
    .as('city')
    .get(`/registry/parties/export?q=${encodeURIComponent('餐饮')}&columns=name,region,sales&sort=-name`);
  expect(headers['content-disposition']).toContain(encodeURIComponent('主体名单'));
  const table = await readTable(await readWorkbook(bytes), [
    { key: 'name', label: '企业名称' },
    { key: 'sales', label: '销售收入' },
  ]);
  const names: (string | undefined)[] = [];
  for await (const row of table.rows()) names.push(row.cells.name?.text);
  expect(names).toEqual(['澜江另家餐饮服务有限公司', '澜江别家餐饮管理有限公司']);
  expect((await app.as('city').get<SearchHits>('/registry/search?q=餐饮')).body.rows).toHaveLength(2);
});
