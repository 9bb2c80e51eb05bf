// The register of parties through HTTP on a real database: lists, bounds, facts, titles, figures.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { title } from '#kernel/declare/title.ts';
import { permissionsOf } from '#modules/accounts/model/roles.ts';
import { FieldCipher } from '#platform/crypto/cipher.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { countyActor, idOf, makeActor, partyActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { knownTitles } from '../setting.ts';
import type { Done, PartyPage, PartyProfile, SearchHits, Timeline } from '../wire.ts';
import { registryActions } from './index.ts';

const HNTE = title('high-tech-enterprise', '高新技术企业', { level: 'NATIONAL', validity: 36, numberPattern: /^GR\d{12}$/ });
const setting = {
  titles: knownTitles([{ title: HNTE, measures: ['high-tech-enterprise.in-force'] }]),
  seal: new FieldCipher(ringOf(Buffer.alloc(32, 3))),
  timelineSources: [],
  movers: [],
};
const staff = permissionsOf(['city-officer']);
const county = permissionsOf(['county-officer']);
const actors = {
  city: makeActor('市局', { permissions: staff }),
  binjiang: countyActor('澜滨经办', '990102', county),
  yunting: countyActor('云汀经办', '990103', county),
};

const facts = {
  kind: 'enterprise',
  name: '澜江华星智能科技有限公司',
  uscc: '91360100MA0A1B2C2P',
  region: '990102',
  legalPerson: '张三',
  address: '澜滨区科创路1号',
  registeredCapital: '5000000.00',
  foundedOn: '2018-05-06',
  industry: '39',
  field: '10101',
  scale: 'small',
  aboveScale: false,
  status: 'active',
};

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: registryActions(setting), actors });
});
afterAll(() => app.close());

const create = async (over: { readonly [K in keyof typeof facts]?: (typeof facts)[K] | null } = {}, who = 'city'): Promise<string> => {
  const { status, body } = await app.as(who).post<Done>('/registry/parties', { ...facts, ...over });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.id;
};
const profile = async (id: string, who = 'city'): Promise<PartyProfile> =>
  (await app.as(who).get<PartyProfile>(`/registry/parties/${id}`)).body;
type Refused = { error: { code: string; message: string; details: { where: string; message: string }[] } };
const stock = async (region: string, day: string): Promise<string> => {
  const { rows } = await app.database.pool.query<{ sum: string }>(
    `select coalesce(sum(value), 0)::text as sum from figures.entry where measure = 'high-tech-enterprise.in-force' and region = $1 and day <= $2`,
    [region, day],
  );
  return rows[0]?.sum ?? '';
};

it('keeps a party with its code, place and facts, and finds it by name, code, initials and spelling', async () => {
  const id = await create();
  const found = await profile(id);
  expect(found).toMatchObject({ name: facts.name, usccCheck: 'ok', region: '990102', version: 1, warnings: [] });
  for (const q of ['华星', '智能科技', '星', '91360100MA', 'hxzn', 'huaxing', '（华星）']) {
    const { body } = await app.as('city').get<PartyPage>(`/registry/parties?q=${encodeURIComponent(q)}`);
    expect(
      body.rows.map((row) => row.id),
      q,
    ).toContain(id);
  }
  for (const q of ['华兴', '星华', 'hxzm', '——']) {
    const { body } = await app.as('city').get<PartyPage>(`/registry/parties?q=${encodeURIComponent(q)}`);
    expect(body.total, q).toBe(0);
  }
  const { body } = await app.as('city').get<SearchHits>('/registry/search?q=hxzn');
  expect(body.rows[0]).toMatchObject({ id, name: facts.name });
});

it('refuses a credit code of a wrong form, and wants a reason when only a check character does not fit', async () => {
  const city = app.as('city');
  const wrong = await city.post<Refused>('/registry/parties', { ...facts, name: '澜江形错公司', uscc: '9136010OMA0A1B2C2P' });
  expect(wrong).toMatchObject({ status: 422, body: { error: { code: 'CODE_INVALID', message: expect.stringContaining('“O”') } } });
  const doubtful = { ...facts, name: '澜江试点信息有限公司', uscc: '91360100MA0A1B2C2X' };
  expect(await city.post<Refused>('/registry/parties', doubtful)).toMatchObject({
    status: 422,
    body: { error: { code: 'CODE_DOUBTFUL', message: expect.stringContaining('第 18 位校验不符，应为 P') } },
  });
  const { body } = await city.post<Done>('/registry/parties', { ...doubtful, codeConfirmation: { reason: '试点期代码，已核对执照原件' } });
  expect(await profile(body.id)).toMatchObject({ usccCheck: 'confirmed', usccNote: '试点期代码，已核对执照原件' });
  const taken = await city.post<Refused>('/registry/parties', { ...facts, name: '另一家' });
  expect(taken).toMatchObject({ status: 409, body: { error: { code: 'CODE_TAKEN', message: expect.stringContaining(facts.name) } } });
  const check = await city.get('/registry/credit-code?uscc=91360100MA0A1B2C2P');
  expect(check.body).toMatchObject({ verdict: 'VALID', taken: { name: facts.name } });
});

it('shows a county its own parties only, in lists, by id, in search and in writing', async () => {
  const id = await create({ name: '云汀晨光生物科技有限公司', uscc: '91340300MA0A1B2C2R', region: '990103' });
  expect((await app.as('yunting').get<PartyPage>('/registry/parties')).body.rows.map((row) => row.region)).toEqual(['990103']);
  expect((await app.as('binjiang').get<PartyPage>('/registry/parties?q=晨光')).body.total).toBe(0);
  expect((await app.as('binjiang').get<SearchHits>('/registry/search?q=晨光')).body.rows).toEqual([]);
  expect((await app.as('binjiang').get(`/registry/parties/${id}`)).status).toBe(404);
  expect((await app.as('binjiang').get(`/registry/parties/${id}/timeline`)).status).toBe(404);
  const write = { version: 1, facts: { address: '别处' } };
  expect((await app.as('binjiang').put(`/registry/parties/${id}`, write)).status).toBe(404);
  const other = { ...facts, name: '外县公司', uscc: null, region: '990103' };
  expect(await app.as('binjiang').post<Refused>('/registry/parties', other)).toMatchObject({
    status: 403,
    body: { error: { code: 'OUT_OF_BOUNDS' } },
  });
  expect((await app.as('yunting').put(`/registry/parties/${id}`, write)).status).toBe(200);
  const moved = await app.as('yunting').put<Refused>(`/registry/parties/${id}`, { version: 2, facts: { region: '990102' } });
  expect(moved).toMatchObject({ status: 403, body: { error: { code: 'OUT_OF_BOUNDS' } } });
});

it('refuses the second of two edits that saw the same version, and keeps what changed in the timeline', async () => {
  const id = await create({ name: '澜江先后科技有限公司', uscc: null });
  const [first, second] = await Promise.all([
    app
      .as('city')
      .put<Done>(`/registry/parties/${id}`, { version: 1, facts: { name: '澜江先后新材料有限公司' }, reason: '企业更名通知书' }),
    app.as('city').put<Refused>(`/registry/parties/${id}`, { version: 1, facts: { address: '新址' } }),
  ]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  const found = await profile(id);
  if (first.status === 200) {
    expect(found.formerNames).toMatchObject([{ name: '澜江先后科技有限公司', reason: '企业更名通知书' }]);
    const { body } = await app.as('city').get<Timeline>(`/registry/parties/${id}/timeline`);
    expect(body.lines.map((line) => line.says)).toContain(
      '名称由“澜江先后科技有限公司”变更为“澜江先后新材料有限公司”。理由：企业更名通知书',
    );
    expect((await app.as('city').get<SearchHits>(`/registry/search?q=${encodeURIComponent('澜江先后科技')}`)).body.rows).toMatchObject([
      { id, formerName: '澜江先后科技有限公司' },
    ]);
  }
});

it('never holds the same title twice at a time, and counts titles from their first day to their last', async () => {
  const id = await create({ name: '澜江重叠科技有限公司', uscc: null });
  const city = app.as('city');
  const grant = (from: string, number = 'GR202536000001') =>
    city.post<Done & Refused>(`/registry/parties/${id}/titles`, { kind: HNTE.id, number, from, basis: '省科技厅名单' });
  const before = Number(await stock('990102', '2027-12-31'));
  const first = await grant('2025-01-10');
  expect(first).toMatchObject({ status: 200, body: { says: expect.stringContaining('2028-01-09') } });
  expect(await grant('2027-12-01')).toMatchObject({ status: 409, body: { error: { code: 'TITLE_OVERLAP' } } });
  expect((await grant('2028-01-10')).status).toBe(200);
  expect((await grant('2032-01-10', 'GX1')).body).toMatchObject({ error: { code: 'CERTIFICATE_NUMBER' } });
  expect(Number(await stock('990102', '2027-12-31')) - before).toBe(1);
  expect(Number(await stock('990102', '2028-01-10')) - before).toBe(1);
  expect(Number(await stock('990102', '2031-01-10')) - before).toBe(0);
  const [newest, oldest] = (await profile(id)).titles;
  expect([newest?.stateName, oldest?.stateName]).toEqual(['尚未生效', '有效']);
  const revoked = await city.post(`/registry/titles/${oldest?.id}/revoke`, { version: 1, on: '2026-02-01', reason: '提供虚假材料' });
  expect(revoked.status).toBe(200);
  expect(Number(await stock('990102', '2026-02-01')) - before).toBe(0);
  expect(Number(await stock('990102', '2028-01-10')) - before).toBe(1);
  expect(
    (await app.as('binjiang').post(`/registry/titles/${newest?.id}/revoke`, { version: 1, on: '2026-02-01', reason: '无权操作' })).status,
  ).toBe(403);
});

it('takes titles along when a party moves to another county', async () => {
  const id = await create({ name: '澜江搬迁科技有限公司', uscc: null });
  const city = app.as('city');
  await city.post(`/registry/parties/${id}/titles`, { kind: HNTE.id, number: null, from: '2025-01-10', basis: '省科技厅名单' });
  const before = [Number(await stock('990102', '2026-03-02')), Number(await stock('990104', '2026-03-02'))] as const;
  expect((await city.put(`/registry/parties/${id}`, { version: 1, facts: { region: '990104' }, reason: '注册地址迁移' })).status).toBe(200);
  expect([Number(await stock('990102', '2026-03-02')), Number(await stock('990104', '2026-03-02'))]).toEqual([
    before[0] - 1,
    before[1] + 1,
  ]);
  expect(Number(await stock('990104', '2028-01-10'))).toBe(before[1]);
  expect((await app.as('binjiang').get(`/registry/parties/${id}`)).status).toBe(404);
  expect((await profile(id)).titles).toHaveLength(1);
});

it('lays figures of several sources side by side, marks where they disagree, and keeps what a correction replaced', async () => {
  const id = await create({ name: '澜江财务科技有限公司', uscc: null });
  const city = app.as('city');
  const none = Object.fromEntries(
    'sales grossIncome nonTaxableIncome highTechIncome totalAssets totalLiabilities netAssets rdExpense incomeStatementRd profit netProfit tax staff scienceStaff insuredStaff'
      .split(' ')
      .map((key) => [key, null]),
  );
  const put = (source: string, body: object) => city.put<Done & Refused>(`/registry/parties/${id}/finance/2024/${source}`, body);
  expect((await put('AUDIT', { version: 0, values: { ...none, sales: '12345678.90', staff: '120' } })).status).toBe(200);
  expect((await put('TAX', { version: 0, values: { ...none, sales: '12345578.90' } })).status).toBe(200);
  let year = (await profile(id)).finance[0];
  expect(year?.disagreements).toEqual([]);
  expect((await put('TAX', { version: 1, values: { ...none, sales: '12345578.89' } })).body).toMatchObject({
    error: { code: 'REASON_MISSING' },
  });
  expect((await put('TAX', { version: 1, values: { ...none, sales: '12345578.89' }, reason: '企业更正申报' })).status).toBe(200);
  expect((await put('TAX', { version: 1, values: { ...none, sales: '1' }, reason: '晚了一步' })).status).toBe(409);
  const found = await profile(id);
  year = found.finance[0];
  expect(year?.disagreements).toMatchObject([{ key: 'sales', level: 'conflict', gap: '100.01' }]);
  expect(found.warnings).toContain('2024 年销售收入各来源不一致');
  expect(year?.sources[0]?.values.netAssets).toBeNull();
  const revisions = await city.get(`/registry/parties/${id}/finance/2024/TAX/revisions`);
  expect(revisions.body).toMatchObject({
    rows: [
      { version: 2, before: { sales: '12345578.90' }, after: { sales: '12345578.89' } },
      { version: 1, before: null },
    ],
  });
  const listed = await city.get<PartyPage>('/registry/parties?warned=yes');
  expect(listed.body.rows).toMatchObject([{ id, sales: '12345678.90', staff: '120', financeYear: 2024, conflicts: 1 }]);
  expect((await put('AUDIT', { version: 1, values: { ...none, staff: '-1' }, reason: '试试负数' })).body).toMatchObject({
    error: { code: 'FIGURES_WRONG' },
  });
});

it('seals contacts, masks them, and opens one only with a reason that the trail keeps', async () => {
  const id = await create({ name: '澜江联系科技有限公司', uscc: null });
  const contact = { duty: 'liaison', name: '李四光', phone: '13812345678', email: 'lisi@example.com', idNumber: null, isPrimary: true };
  const added = await app.as('binjiang').post<Done>(`/registry/parties/${id}/contacts`, contact);
  expect((await profile(id)).contacts).toMatchObject([{ name: '李**', phone: '138****5678', isPrimary: true }]);
  const { rows } = await app.database.pool.query(`select sealed from registry.contact where id = $1`, [added.body.id]);
  expect(rows[0].sealed).not.toContain('13812345678');
  expect((await app.as('binjiang').post(`/registry/contacts/${added.body.id}/reveal`, { reason: ' ' })).status).toBe(400);
  const revealed = await app.as('binjiang').post(`/registry/contacts/${added.body.id}/reveal`, { reason: '核实申报材料' });
  expect(revealed.body).toEqual({ name: '李四光', phone: '13812345678', email: 'lisi@example.com', idNumber: null });
  const trail = await app.database.pool.query(`select * from platform.trail order by seq desc limit 1`);
  expect(JSON.stringify(trail.rows)).toContain('核实申报材料');
  expect((await app.as('yunting').post(`/registry/contacts/${added.body.id}/reveal`, { reason: '别县来看' })).status).toBe(404);
  const changed = await app.as('binjiang').put(`/registry/contacts/${added.body.id}`, { version: 1, facts: { phone: '0791-12345678' } });
  expect(changed.status).toBe(200);
  expect((await profile(id)).contacts).toMatchObject([{ name: '李**', phone: expect.stringMatching(/5678$/), version: 2 }]);
});

it('lets an enterprise see and keep its own profile, and nothing else', async () => {
  const id = await create({ name: '澜江自管科技有限公司', uscc: null });
  const own = app.as(partyActor('自管', id, permissionsOf(['enterprise'])));
  expect((await own.get<PartyProfile>('/registry/own')).body.id).toBe(id);
  expect((await own.get<PartyPage>('/registry/parties')).body.rows.map((row) => row.id)).toEqual([id]);
  expect((await own.put('/registry/own', { version: 1, facts: { address: '科创路88号' } })).status).toBe(200);
  expect((await own.put('/registry/own', { version: 2, facts: { region: '990104' } })).status).toBe(400);
  expect((await own.put<Refused>(`/registry/parties/${id}`, { version: 2, facts: { name: '自改名' } })).body.error.code).toBe('STAFF_ONLY');
  expect((await own.put(`/registry/parties/${id}/finance/2024/TAX`, { version: 0, values: {} })).status).toBeGreaterThanOrEqual(400);
  const stranger = app.as(partyActor('无档', idOf('nobody'), permissionsOf(['enterprise'])));
  expect((await stranger.get('/registry/own')).status).toBe(404);
  expect((await app.anonymous.get('/registry/parties')).status).toBe(401);
});

it('pages through a sorted list without losing or doubling a row, with the exact total', async () => {
  const seen: string[] = [];
  let after = '';
  for (;;) {
    const { body } = await app.as('city').get<PartyPage>(`/registry/parties?limit=3&sort=-foundedOn${after}`);
    seen.push(...body.rows.map((row) => row.id));
    expect(body.total).toBe((await app.as('city').get<{ all: number }>('/registry/parties/counts')).body.all);
    if (body.next === null) break;
    after = `&after=${encodeURIComponent(body.next)}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  const filtered = await app
    .as('city')
    .get<PartyPage>(
      `/registry/parties?title=${HNTE.id}&expiring=..2029-01-01&region=990104&industry=C&field=10&founded=2018-01-01..&status=active&kind=enterprise`,
    );
  expect(filtered.body.rows.map((row) => [row.name, row.titles[0]?.state])).toEqual([['澜江搬迁科技有限公司', 'valid']]);
  expect((await app.as('city').get('/registry/parties?founded=去年')).status).toBe(400);
  expect((await app.as('city').get('/registry/parties?nonsense=1')).status).toBe(400);
});
