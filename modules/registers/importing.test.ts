// Imports of a register on a real database: dry run, faults by cell, difference, commit, conflict with another's edit, and undo by batch.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#modules/registry/wire.ts';
import { readWorkbook, workbookBytes } from '#platform/sheets/sheets.ts';
import { countyActor, makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { A, B, registerPermissions, registersSetting, shed } from '#testing/specimen/sheds.ts';
import { registersActions } from './actions/index.ts';
import type { RowDetail, RowPage } from './wire.ts';

type Refused = {
  readonly error: { readonly code: string; readonly message: string; readonly details: { where: string; message: string }[] };
};

const actors = {
  city: makeActor('市科技', { permissions: registerPermissions }),
  here: countyActor('甲县', A, registerPermissions),
};
type Who = keyof typeof actors;

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: registersActions(registersSetting), actors });
  app.clock.at('2026-01-10T09:00:00+08:00');
});
afterAll(() => app.close());

type CellText = string | number | null;

async function sheet(rows: readonly (readonly CellText[])[]): Promise<Buffer> {
  const [head = [], ...body] = rows;
  const columns = head.map((header, index) => ({ key: `c${index}`, header: String(header), kind: 'text' as const }));
  const records = body.map((row) => Object.fromEntries(row.map((cell, index) => [`c${index}`, cell])));
  return workbookBytes([{ name: '花房', columns, rows: records }]);
}

const check = async (rows: readonly (readonly CellText[])[], as: Who = 'city', kind = 'sheds') =>
  app.as(as).upload<ImportReport & Refused>('/registers/imports', { fileName: '花房.xlsx', content: await sheet(rows), fields: { kind } });
const commit = (id: string, skipWrong = false, as: Who = 'city') =>
  app.as(as).post<ImportReport & Refused>(`/registers/imports/${id}/commit`, { skipWrong });
const undo = (id: string, partial = false) =>
  app.as('city').post<ImportReport & Refused>(`/registers/imports/${id}/undo`, { reason: '导错了文件', partial });
const rows = async (query = '') => (await app.as('city').get<RowPage>(`/registers/lists/sheds/rows?${query}`)).body.rows;
const named = async (name: string) => (await rows()).find((row) => row.title === name);
const edit = (id: string, version: number, patch: object) =>
  app.as('here').put<RowDetail & Refused>(`/registers/rows/${id}`, { version, patch });

const head = ['花房名称', '编号', '级别', '管护单位', '统一社会信用代码', '所在地区', '面积', '造价（万元）', '启用日期', '停用日期'];

describe('a workbook', () => {
  it('is judged cell by cell, marked up, written without its wrong rows, and matched by number and then by name', async () => {
    await app.as('city').post('/registers/lists/sheds/rows', { answers: shed('旧花房', { number: 'HF1', area: '10' }) });
    await app.as('city').post('/registers/lists/sheds/rows', { answers: shed('无号花房') });
    const { body } = await check([
      head,
      ['新花房', 'HF2', '国家级', '花圃甲有限公司', '91360100MA0A1B2C2P', '甲县', '120.5', '120', '2024-05-01', '2027-04-30'],
      ['改名花房', 'HF1', '市级', null, null, null, '12', null, null, null],
      ['无号花房', null, null, null, null, '乙县', null, null, null, null],
      ['坏花房', 'HF3', '区级', null, '9136', '甲县', '大', null, '2024年', null],
      ['缺花房', null, null, null, null, null, null, null, '2025-01-01', null],
      ['倒花房', null, '市级', null, null, '甲县', null, null, '2025-01-01', '2024-01-01'],
      ['无号花房', null, null, null, null, null, '9', null, null, null],
    ]);
    expect(body.counts).toEqual({ new: 1, changed: 2, same: 0 });
    expect(body.faultyRows).toBe(4);
    const faults = body.faults.map(({ where, message }) => `${where}：${message}`);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/第 \d+ 行 C 列 级别：没有“区级”这个选项/),
        expect.stringMatching(/统一社会信用代码：.*18 位/),
        expect.stringMatching(/面积：/),
        expect.stringMatching(/启用日期：/),
        expect.stringMatching(/级别：请选择级别/),
        expect.stringMatching(/停用日期：2024-01-01 早于 2025-01-01/),
        expect.stringMatching(/与第 \d+ 行是同一条记录/),
      ]),
    );
    const change = body.changes.find((each) => each.title === '改名花房');
    expect(change).toMatchObject({ kind: 'changed', matchedBy: '按名称找到' });
    expect(change?.fields).toEqual([
      { label: '花房名称', before: '旧花房', after: '改名花房' },
      { label: '面积', before: '10平方米', after: '12平方米' },
    ]);
    const marked = await app.as('city').get(`/registers/imports/${body.id}/marked`);
    expect((await readWorkbook(marked.bytes)).sheets.length).toBeGreaterThan(0);
    expect((await commit(body.id)).body.error.code).toBe('IMPORT_FAULTS');
    const written = await commit(body.id, true);
    expect(written.body.says).toContain('已新增 1 座，更新 2 座');
    expect((await rows()).map((row) => [row.title, row.version])).toEqual([
      ['改名花房', 2],
      ['无号花房', 2],
      ['新花房', 1],
    ]);
    expect((await named('新花房'))?.answers).toEqual({
      name: '新花房',
      number: 'HF2',
      level: 'NATIONAL',
      keeper: { name: '花圃甲有限公司', uscc: '91360100MA0A1B2C2P' },
      region: A,
      area: '120.5',
      cost: '1200000',
      from: '2024-05-01',
      until: '2027-04-30',
      state: 'open',
    });
    expect((await named('无号花房'))?.region).toBe(B);
  });

  it('is undone whole, also what it counted, unless someone has gone on with a row', async () => {
    const { body } = await check([
      head,
      ['批花房', 'HF7', '市级', null, null, '甲县', null, null, '2025-02-01', null],
      ['无号花房', null, null, null, null, '甲县', '33', null, null, null],
    ]);
    await commit(body.id);
    const first = await named('批花房');
    expect(first).toBeDefined();
    await edit(first?.id ?? '', 1, { area: '5' });
    const blocked = await undo(body.id);
    expect(blocked.body.error).toMatchObject({ code: 'UNDO_BLOCKED', details: [{ message: '“批花房”导入后又由区县科技局甲县修改过' }] });
    const left = await undo(body.id, true);
    expect(left.body.says).toContain('1 条在导入后又有变化');
    expect(await named('批花房')).toMatchObject({ version: 2 });
    const back = await named('无号花房');
    expect(back).toMatchObject({ region: B, version: 4, answers: { region: B } });
    const { body: detail } = await app.as('city').get<RowDetail>(`/registers/rows/${back?.id}`);
    expect(detail.history.map(({ says }) => says)).toEqual(['撤销批量导入', '批量导入', '批量导入', '登记']);
  });
});

describe('two at once', () => {
  it('an import that renames what another has just edited is refused, names both changes, and loses neither', async () => {
    const { body: row } = await app
      .as('city')
      .post<RowDetail>('/registers/lists/sheds/rows', { answers: shed('争花房', { number: 'HF20' }) });
    const { body } = await check([head, ['争花房（新名）', 'HF20', null, null, null, null, null, null, null, null]]);
    expect(body.counts.changed).toBe(1);
    expect((await edit(row.id, 1, { name: '争花房（县里改的名）' })).status).toBe(200);
    const refused = await commit(body.id);
    expect(refused.status).toBe(409);
    expect(refused.body.error.code).toBe('IMPORT_CONFLICT');
    expect(refused.body.error.details[0]?.message).toContain('由区县科技局甲县修改：花房名称由“争花房”改为“争花房（县里改的名）”');
    expect(await named('争花房（县里改的名）')).toMatchObject({ version: 2 });
    const anew = await check([head, ['争花房（新名）', 'HF20', null, null, null, null, null, null, null, null]]);
    expect(anew.body.changes[0]?.fields[0]).toEqual({ label: '花房名称', before: '争花房（县里改的名）', after: '争花房（新名）' });
    expect((await commit(anew.body.id)).status).toBe(200);
  });

  it('what another has entered meanwhile under the same name is not entered twice', async () => {
    const line = ['后到花房', null, '市级', null, null, '甲县', null, null, '2025-01-01', null];
    const { body } = await check([head, line]);
    await app.as('here').post('/registers/lists/sheds/rows', { answers: shed('后到花房') });
    const refused = await commit(body.id);
    expect(refused.body.error).toMatchObject({
      code: 'IMPORT_CONFLICT',
      details: [{ message: '“后到花房”在核对之后已由区县科技局甲县登记' }],
    });
  });

  it('the same file twice changes nothing the second time', async () => {
    const line = ['稳花房', 'HF30', '市级', null, null, '甲县', '20', '5', '2025-01-01', null];
    const first = await check([head, line]);
    await commit(first.body.id);
    expect((await check([head, line])).body.counts).toEqual({ new: 0, changed: 0, same: 1 });
  });
});

describe('a county', () => {
  it('imports its own region alone, which need not be said', async () => {
    const { body } = await check(
      [
        ['花房名称', '级别', '所在地区', '启用日期'],
        ['县花房', '市级', null, '2025-01-01'],
        ['邻花房', '市级', '乙县', '2025-01-01'],
      ],
      'here',
    );
    expect(body.faults.map(({ message }) => message)).toEqual(['不是本县区，只能导入本县区的记录']);
    await commit(body.id, true, 'here');
    expect((await named('县花房'))?.region).toBe(A);
  });
  it('does not find the import of a register that it may not see', async () => {
    expect((await check([['主题'], ['一']], 'here', 'quiet')).status).toBe(403);
  });
});

it('gives a template that it reads, and an export that imports without a change', async () => {
  const template = await app.as('city').get('/registers/import-templates/sheds');
  expect((await readWorkbook(template.bytes)).sheets.length).toBeGreaterThan(0);
  const exported = await app.as('city').get('/registers/lists/sheds/export?sort=title');
  const back = await app
    .as('city')
    .upload<ImportReport>('/registers/imports', { fileName: '导出.xlsx', content: exported.bytes, fields: { kind: 'sheds' } });
  expect(back.body.counts).toEqual({ new: 0, changed: 0, same: (await rows()).length });
  expect(back.body.faults).toEqual([]);
});
