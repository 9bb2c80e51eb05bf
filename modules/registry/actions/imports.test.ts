// Lists of every kind read into the register through HTTP on a real database: faults named cell by cell, floods refused, all taken back.
import { afterAll, expect, it } from 'vitest';
import { sampleCreditCode } from '#kernel/fields/patterns.ts';
import { rawWorkbook } from '#platform/sheets/fixtures.ts';
import { readTable, readWorkbook } from '#platform/sheets/sheets.ts';
import { type Cell, HNTE, header, openImports, type Refused, sheet } from '#testing/specimen/imports.ts';

const { app, send, commit, undo, byName } = await openImports();
afterAll(() => app.close());

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
