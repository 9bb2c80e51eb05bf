// Imports through HTTP on a real database: what is understood, what is wrong, what changes, and that all of it can be taken back.
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { title } from '#kernel/declare/title.ts';
import { sampleCreditCode } from '#kernel/fields/patterns.ts';
import { permissionsOf } from '#modules/accounts/model/roles.ts';
import { FieldCipher } from '#platform/crypto/cipher.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { rawWorkbook } from '#platform/sheets/fixtures.ts';
import { readTable, readWorkbook } from '#platform/sheets/sheets.ts';
import { countyActor, makeActor } from '#testing/actors.ts';
import { type Answer, makeApp, type TestApp } from '#testing/app.ts';
import { knownTitles } from '../setting.ts';
import type { ImportReport, PartyPage, PartyProfile } from '../wire.ts';
import { registryActions } from './index.ts';

const HNTE = title('high-tech-enterprise', '高新技术企业', { level: 'NATIONAL', validity: 36, numberPattern: /^GR\d{12}$/ });
const actors = {
  city: makeActor('市局', { permissions: permissionsOf(['city-officer']) }),
  binjiang: countyActor('澜滨经办', '990102', permissionsOf(['county-officer'])),
  tax: countyActor('税务经办', '990102', permissionsOf(['county-tax-officer'])),
};
type Refused = { error: { code: string; message: string; details: { where: string; message: string }[] } };
type Cell = string | number | Date | null | { formula: string; result?: unknown };

let app: TestApp;
beforeAll(async () => {
  const setting = {
    titles: knownTitles([{ title: HNTE, measures: ['high-tech-enterprise.in-force'] }]),
    seal: new FieldCipher(ringOf(Buffer.alloc(32, 3))),
    timelineSources: [],
    movers: [],
  };
  app = await makeApp({ actions: registryActions(setting), actors });
});
afterAll(() => app.close());

async function sheet(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('名单');
  for (const row of rows) page.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
const send = async (kind: string, content: Buffer, who = 'city', options: object = {}): Promise<Answer<ImportReport & Refused>> =>
  app.as(who).upload('/registry/imports', { fileName: '名单.xlsx', content, fields: { kind, options: JSON.stringify(options) } });
const commit = (id: string, body: object = {}, who = 'city') =>
  app.as(who).post<ImportReport & Refused>(`/registry/imports/${id}/commit`, body);
const undo = (id: string, body: object = {}, who = 'city') =>
  app.as(who).post<ImportReport & Refused>(`/registry/imports/${id}/undo`, { reason: '导错了文件', ...body });
const byName = async (name: string, who = 'city'): Promise<PartyProfile | undefined> => {
  const { body } = await app.as(who).get<PartyPage>(`/registry/parties?q=${encodeURIComponent(name)}`);
  const id = body.rows.find((row) => row.name === name)?.id;
  return id === undefined ? undefined : (await app.as(who).get<PartyProfile>(`/registry/parties/${id}`)).body;
};

const header = ['序号', '企业名称', '统一社会信用代码', '县区', '注册资本（万元）', '成立时间', '所属行业', '备注'];

it('reads a list of parties, makes the new ones, changes the known ones, and takes all of it back', async () => {
  const first = await send(
    'parties',
    await sheet([
      ['澜江市科技企业名录'],
      header,
      [1, '澜江甲 科技(集团)有限公司', sampleCreditCode(1), '澜滨区', 500, '2020.5.18', 'C39', '无'],
      [2, '澜江乙科技有限公司', null, '高新区', '1,200', 43831, '软件和信息技术服务业', '—'],
      ['合计', null, null, null, 1700],
    ]),
  );
  expect(first.status, first.text).toBe(200);
  expect(first.body).toMatchObject({ rows: 2, faultyRows: 0, counts: { new: 2, changed: 0, same: 0 }, sheet: '名单', status: 'checked' });
  expect(first.body.columns.find((column) => column.header === '备注')?.field).toBeNull();
  expect(await byName('澜江甲科技（集团）有限公司')).toBeUndefined();
  const done = await commit(first.body.id);
  expect(done.body).toMatchObject({ status: 'committed', says: expect.stringContaining('已新增 2 家') });
  expect(await byName('澜江甲科技（集团）有限公司')).toMatchObject({
    uscc: sampleCreditCode(1),
    region: '990102',
    registeredCapital: '5000000.00',
    foundedOn: '2020-05-18',
    industry: '39',
  });
  expect(await byName('澜江乙科技有限公司')).toMatchObject({
    uscc: null,
    region: '990171',
    registeredCapital: '12000000.00',
    foundedOn: '2020-01-01',
    industry: '65',
  });
  expect((await commit(first.body.id)).body.error.code).toBe('IMPORT_DONE');

  const second = await send(
    'parties',
    await sheet([
      header,
      [1, '澜江甲新材料有限公司', sampleCreditCode(1), null, null, null, null],
      [2, '澜江乙科技有限公司', sampleCreditCode(2), '高新区', 1200, null, null],
      [3, '澜江丙科技有限公司', sampleCreditCode(3), '云汀区', null, null, null],
    ]),
  );
  expect(second.body.counts).toEqual({ new: 1, changed: 2, same: 0 });
  expect(second.body.changes[0]).toMatchObject({
    kind: 'changed',
    matchedBy: '按信用代码找到',
    fields: [{ label: '企业名称', before: '澜江甲科技（集团）有限公司', after: '澜江甲新材料有限公司' }],
  });
  await commit(second.body.id);
  expect(await byName('澜江甲新材料有限公司')).toMatchObject({
    version: 2,
    formerNames: [{ name: '澜江甲科技（集团）有限公司', reason: '批量导入' }],
  });
  expect(await byName('澜江乙科技有限公司')).toMatchObject({ uscc: sampleCreditCode(2), usccCheck: 'ok' });

  expect((await undo(first.body.id)).body).toMatchObject({
    error: { code: 'UNDO_BLOCKED', details: [{ message: expect.stringContaining('导入后又被修改过') }, {}] },
  });
  expect((await undo(second.body.id)).status).toBe(200);
  expect(await byName('澜江甲科技（集团）有限公司')).toMatchObject({ version: 3, formerNames: [] });
  expect(await byName('澜江丙科技有限公司')).toBeUndefined();
  const partial = await undo(first.body.id, { partial: true });
  expect(partial.body).toMatchObject({ status: 'undone', says: expect.stringContaining('2 条在导入后又有变化') });
});

it('names every faulty cell, hands the file back marked, and writes the rest only when told to', async () => {
  const rows: Cell[][] = [
    header,
    [1, '澜江坏一有限公司', '91990102MA00001O15', '澜滨区', null, null, null],
    [2, '澜江坏二有限公司', 9.1990102e17, '澜滨区', null, null, null],
    [3, '澜江坏三有限公司', sampleCreditCode(13), '火星区', null, null, null],
    [4, '澜江坏四有限公司', sampleCreditCode(14), '澜滨区', '约五百万', null, null],
    [5, '澜江坏五有限公司', sampleCreditCode(15), '澜滨区', null, '去年春天', null],
    [6, '澜江坏六有限公司', sampleCreditCode(16), '澜滨区', { formula: 'A1*2' }, null, null],
    [7, '澜江坏六有限公司', sampleCreditCode(16), '澜滨区', null, null, null],
    [8, '澜江好一有限公司', sampleCreditCode(18), '澜滨区', { formula: 'A1*2', result: 300 }, null, null],
    [9, '澜江好二有限公司', '91360100MA0A1B2C2X', '澜滨区', null, null, null],
  ];
  const { body } = await send('parties', await sheet(rows));
  expect(body).toMatchObject({ rows: 9, faultyRows: 7, counts: { new: 2, changed: 0, same: 0 } });
  const said = body.faults.map((fault) => `${fault.where}：${fault.message}`);
  expect(said).toEqual([
    expect.stringMatching(/^第 2 行 C 列 统一社会信用代码：不应有“O”/),
    expect.stringMatching(/^第 3 行 C 列 统一社会信用代码：.*文本/),
    expect.stringMatching(/^第 4 行 D 列 所属地区：没有“火星区”这个选项/),
    expect.stringMatching(/^第 5 行 E 列 注册资本：“约五百万”不是数字/),
    expect.stringMatching(/^第 6 行 F 列 成立日期：“去年春天”不是日期/),
    expect.stringMatching(/^第 7 行 E 列 注册资本：公式没有计算结果/),
    expect.stringMatching(/^第 8 行：与第 7 行是同一主体/),
  ]);
  expect(body.warnings).toMatchObject([
    { where: expect.stringContaining('第 10 行'), message: expect.stringContaining('第 18 位校验不符，应为 P') },
  ]);
  const marked = await app.as('city').get(`/registry/imports/${body.id}/marked`);
  const workbook = await readWorkbook(marked.bytes);
  expect(workbook.sheets.map((each) => each.name)).toContain('错误清单');
  expect((await commit(body.id)).body.error.code).toBe('IMPORT_FAULTS');
  expect((await commit(body.id, { skipWrong: true })).body.status).toBe('committed');
  expect(await byName('澜江好一有限公司')).toMatchObject({ registeredCapital: '3000000.00' });
  expect(await byName('澜江好二有限公司')).toMatchObject({ usccCheck: 'warning', warnings: [expect.stringContaining('第 18 位')] });
  expect(await byName('澜江坏三有限公司')).toBeUndefined();
});

it('refuses what is no workbook, what has no header, what is too large and what unpacks to a flood', async () => {
  const text = await app
    .as('city')
    .upload<Refused>('/registry/imports', { fileName: 'a.csv', content: '名称\n甲', fields: { kind: 'parties' } });
  expect(text.status).toBeGreaterThanOrEqual(400);
  const disguised = await app
    .as('city')
    .upload<Refused>('/registry/imports', { fileName: 'a.xlsx', content: '名称\n甲', fields: { kind: 'parties' } });
  expect(disguised.status).toBeGreaterThanOrEqual(400);
  expect(
    (
      await send(
        'parties',
        await sheet([
          ['甲', '乙'],
          [1, 2],
        ]),
      )
    ).body.error.code,
  ).toBe('SHEET_NO_HEADER');
  expect((await send('parties', await sheet([header]))).body.error.code).toBe('IMPORT_EMPTY');
  expect(
    (
      await send(
        'parties',
        await sheet([
          ['统一社会信用代码', '县区'],
          [sampleCreditCode(1), '澜滨区'],
        ]),
      )
    ).body.error,
  ).toMatchObject({
    code: 'SHEET_HEADER',
    message: expect.stringContaining('缺少必需的列“企业名称”'),
  });
  expect((await send('nonsense', await sheet([header]))).status).toBe(404);
  const flood = await send('parties', rawWorkbook('', { sheet: { content: Buffer.alloc(20 * 1_048_576, 32) } }));
  expect([413, 422]).toContain(flood.status);
  const huge = await send('parties', Buffer.alloc(31 * 1024 * 1024, 1));
  expect(huge.status).toBeGreaterThanOrEqual(400);
});

it('keeps a county within its own region: rows of others are faults, and its batches are not seen elsewhere', async () => {
  const { body } = await send(
    'parties',
    await sheet([
      header,
      [1, '澜江县内科技有限公司', sampleCreditCode(31), null, null, null, null],
      [2, '澜江县外科技有限公司', sampleCreditCode(32), '云汀区', null, null, null],
    ]),
    'binjiang',
  );
  expect(body).toMatchObject({ counts: { new: 1 }, faults: [{ message: '不在您的管辖范围内' }] });
  await commit(body.id, { skipWrong: true }, 'binjiang');
  expect(await byName('澜江县内科技有限公司')).toMatchObject({ region: '990102' });
  const yunting = countyActor('云汀经办', '990103', permissionsOf(['county-officer']));
  expect((await app.as(yunting).get(`/registry/imports/${body.id}`)).status).toBe(404);
  expect((await app.as('tax').get('/registry/imports')).status).toBe(403);
  const taken = await app.as(yunting).upload<ImportReport>('/registry/imports', {
    fileName: 'b.xlsx',
    content: await sheet([header, [1, '澜江冒名有限公司', sampleCreditCode(31), '云汀区']]),
    fields: { kind: 'parties' },
  });
  expect(taken.body.counts.new).toBe(1);
  const written = await app.as(yunting).post<ImportReport>(`/registry/imports/${taken.body.id}/commit`, {});
  expect(written.body).toMatchObject({
    counts: { new: 0 },
    faultyRows: 1,
    faults: [{ message: expect.stringContaining('已登记在其他县区') }],
  });
});

it('refuses to write what has changed since it was checked', async () => {
  const rows = [header, [1, '澜江晚到科技有限公司', sampleCreditCode(41), '澜滨区', null, null, null]];
  const [a, b] = [await send('parties', await sheet(rows)), await send('parties', await sheet(rows))];
  expect((await commit(a.body.id)).status).toBe(200);
  expect((await commit(b.body.id)).body.error.code).toBe('IMPORT_STALE');
});

it('writes nothing over what another has changed since the file was checked, and is not held up by other changes', async () => {
  const row = (name: string) => [1, name, sampleCreditCode(42), '澜滨区', null, null, null];
  await commit((await send('parties', await sheet([header, row('澜江旧名科技有限公司')]))).body.id);
  const renaming = await send('parties', await sheet([header, row('澜江新名科技有限公司')]));
  expect(renaming.body).toMatchObject({ counts: { new: 0, changed: 1 }, changes: [{ fields: [{ before: '澜江旧名科技有限公司' }] }] });
  const other = [1, '澜江旁人科技有限公司', sampleCreditCode(43), '澜滨区', null, null, null];
  await commit((await send('parties', await sheet([header, other]))).body.id);
  const id = (await byName('澜江旧名科技有限公司'))?.id;
  const facts = { name: '澜江另名科技有限公司' };
  expect((await app.as('city').put(`/registry/parties/${id}`, { version: 1, facts, reason: '企业更名通知书' })).status).toBe(200);
  expect((await commit(renaming.body.id)).body.error.code).toBe('IMPORT_STALE');
  const again = await send('parties', await sheet([header, row('澜江新名科技有限公司')]));
  await commit(
    (await send('parties', await sheet([header, [1, '澜江又一科技有限公司', sampleCreditCode(44), '澜滨区', null, null, null]]))).body.id,
  );
  expect((await commit(again.body.id)).body).toMatchObject({ status: 'committed', counts: { changed: 1 } });
  expect((await byName('澜江新名科技有限公司'))?.id).toBe(id);
});

it('imports figures of a year and source, fills what was unknown, and takes them back unless corrected since', async () => {
  const head = ['单位名称', '信用代码', '营业收入（千元）', '研发费用（万元）', '净资产（万元）', '从业人员'];
  const { body } = await send(
    'finance',
    await sheet([
      head,
      ['澜江好一有限公司', sampleCreditCode(18), 12345.67, 88.5, -20, 35],
      ['不知名公司', null, 1, 1, 1, 1],
      ['澜江好二有限公司', null, null, null, null, null],
    ]),
    'city',
    { year: '2024', source: 'TAX' },
  );
  expect(body).toMatchObject({ counts: { new: 1 }, faultyRows: 2 });
  await commit(body.id, { skipWrong: true });
  expect((await byName('澜江好一有限公司'))?.finance[0]).toMatchObject({
    year: 2024,
    sources: [{ source: 'TAX', values: { sales: '12345670.00', rdExpense: '885000.00', netAssets: '-200000.00', staff: '35', tax: null } }],
  });
  const more = await send(
    'finance',
    await sheet([
      ['企业名称', '年度', '数据来源', '上缴税费', '研发费用'],
      ['澜江好一有限公司', '2024年', '税务申报', '12.34', null],
    ]),
  );
  expect(more.body.columns.find((column) => column.field === '上缴税费')?.note).toContain('万元');
  expect(more.body.counts).toEqual({ new: 0, changed: 1, same: 0 });
  await commit(more.body.id);
  const both = (await byName('澜江好一有限公司'))?.finance[0]?.sources[0];
  expect(both?.values).toMatchObject({ tax: '123400.00', rdExpense: '885000.00' });
  expect((await undo(body.id)).body.error.code).toBe('UNDO_BLOCKED');
  expect((await undo(more.body.id)).status).toBe(200);
  expect((await byName('澜江好一有限公司'))?.finance[0]?.sources[0]?.values.tax).toBeNull();
  const missing = await send(
    'finance',
    await sheet([
      ['企业名称', '研发费用'],
      ['澜江好一有限公司', 1],
    ]),
  );
  expect(missing.body.error).toMatchObject({ code: 'SHEET_HEADER', message: expect.stringContaining('年度') });
});

it('imports a list of titles, refuses overlaps or renews, counts them, and takes them back with their count', async () => {
  const head = ['企业名称', '统一社会信用代码', '证书编号', '发证时间'];
  const count = async (): Promise<string> =>
    (
      await app.database.pool.query(
        `select coalesce(sum(value), 0)::text as n from figures.entry where measure = 'high-tech-enterprise.in-force' and day <= '2026-03-02'`,
      )
    ).rows[0].n;
  const options = { title: HNTE.id };
  const first = await send(
    'titles',
    await sheet([
      head,
      ['澜江好一有限公司', sampleCreditCode(18), 'GR202336000001', '2023-05-10'],
      ['澜江好二有限公司', null, 'GR2023', '2023-05-10'],
      ['澜江好一有限公司', null, 'GR202336000009', '2024-01-01'],
    ]),
    'city',
    options,
  );
  expect(first.body).toMatchObject({ counts: { new: 1 }, faultyRows: 2 });
  await commit(first.body.id, { skipWrong: true });
  expect(await count()).toBe('1');
  expect((await byName('澜江好一有限公司'))?.titles).toMatchObject([{ name: '高新技术企业', until: '2026-05-09', state: 'expiring' }]);
  const renewal = await sheet([head, ['澜江好一有限公司', null, 'GR202636000001', '2026-02-01']]);
  expect((await send('titles', renewal, 'city', options)).body.faults).toMatchObject([
    { message: expect.stringContaining('有效期与已有的 高新技术企业（GR202336000001）') },
  ]);
  const second = await send('titles', renewal, 'city', { ...options, overlap: 'supersede' });
  await commit(second.body.id);
  expect(await count()).toBe('1');
  expect((await byName('澜江好一有限公司'))?.titles.map((each) => each.stateName)).toEqual(['有效', '已被替代']);
  expect((await undo(first.body.id)).body.error.code).toBe('UNDO_BLOCKED');
  expect((await undo(second.body.id)).status).toBe(200);
  expect((await byName('澜江好一有限公司'))?.titles.map((each) => each.stateName)).toEqual(['即将到期']);
  expect(await count()).toBe('1');
  expect((await send('titles', renewal, 'binjiang', options)).status).toBe(403);
});

it('gives a template that it reads back, for each kind', async () => {
  for (const kind of ['parties', 'finance', 'titles']) {
    const { bytes, status } = await app.as('city').get(`/registry/import-templates/${kind}`);
    expect(status).toBe(200);
    const workbook = await readWorkbook(bytes);
    const table = await readTable(workbook, [{ key: 'name', label: '企业名称' }]);
    expect(table.header.columns).toHaveLength(1);
  }
});
