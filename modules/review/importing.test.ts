// Imports of experts on a real database: judged by cell, written in one batch, marked up, and taken back but for those who were edited since.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportReport } from '#modules/registry/wire.ts';
import { workbookBytes } from '#platform/sheets/sheets.ts';
import { makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { reviewActions } from './actions/index.ts';
import type { ReviewSetting } from './setting.ts';

type Refused = { readonly error: { readonly code: string; readonly details: readonly { readonly message: string }[] } };

const setting = {
  casework: { catalogue: { programmes: [] }, calendar: { isWorkday: () => true }, regionName: (code: string) => code },
  seal: { seal: (plain: string) => `sealed ${plain}`, open: (stored: string) => stored.replace('sealed ', '') },
  places: () =>
    new Map([
      ['甲县', '990104'],
      ['990104', '990104'],
      ['外地', '000000'],
    ]),
} as unknown as ReviewSetting;
const actors = { officer: makeActor('市科技', { permissions: ['review/expert:read', 'review/expert:edit'] }) };
const head = ['姓名', '工作单位', '单位统一社会信用代码', '所在地', '职称级别', '职称', '学科', '财务专家', '手机号'];
const uscc = '91360100MA0A1B2C2P';
const first = ['张一', '澜江大学', uscc, '甲县', '正高级', '教授', '计算机科学技术', '否', '13900001111'];

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: reviewActions(setting), actors });
});
afterAll(() => app.close());

async function sheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const columns = head.map((header, i) => ({ key: String(i), header, kind: 'text' as const }));
  return workbookBytes([{ name: '专家', columns, rows: rows.map((row) => Object.fromEntries(row.map((cell, i) => [String(i), cell]))) }]);
}
const check = async (...rows: readonly (readonly string[])[]) =>
  (
    await app
      .as('officer')
      .upload<ImportReport & Refused>('/review/imports', { fileName: '专家.xlsx', content: await sheet(rows), fields: { kind: 'experts' } })
  ).body;
const commit = (id: string) => app.as('officer').post<ImportReport & Refused>(`/review/imports/${id}/commit`, { skipWrong: true });
const undo = (id: string, partial = false) =>
  app.as('officer').post<ImportReport & Refused>(`/review/imports/${id}/undo`, { reason: '导错了文件', partial });
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly version: number;
}
const pool = async () => (await app.as('officer').get<{ rows: Listed[] }>('/review/experts')).body.rows;

it('names faulty cells, keeps no phone in the clear, and writes the rest', async () => {
  const read = await check(
    first,
    ['张二', '澜江大学', '9136', '乙县', '高级', '', '炼金术', '也许', '139'],
    ['张一', '澜江大学', uscc, '甲县', '副高级', '', '数学', '', ''],
  );
  const said = read.faults.map(({ where, message }) => `${where}：${message}`).join('\n');
  for (const part of ['18位代码', '乙县', '高级', '炼金术', '财务专家', '11位手机号', '与第 2 行是同一位专家'])
    expect(said).toContain(part);
  expect(read).toMatchObject({ counts: { new: 1 }, faultyRows: 2 });
  expect(JSON.stringify(read)).not.toContain('13900001111');
  const marked = await app.as('officer').get(`/review/imports/${read.id}/marked`);
  expect(marked.headers['content-type']).toContain('spreadsheetml');
  expect((await commit(read.id)).body.status).toBe('committed');
  expect(await pool()).toMatchObject([{ name: '张一', title: '教授' }]);
});

it('updates those it knows, is the same the second time, and is taken back as it was', async () => {
  const changed = [...first.slice(0, 5), '二级教授', ...first.slice(6)];
  const read = await check(changed, ['李三', '澜江医院', '91340300MA0A1B2C2R', '外地', '副高级', '', '临床医学', '', '']);
  expect(read.counts).toEqual({ new: 1, changed: 1, same: 0 });
  expect(read.changes.find(({ kind }) => kind === 'changed')?.fields).toEqual([{ label: '职称', before: '教授', after: '二级教授' }]);
  await commit(read.id);
  expect((await check(changed)).counts).toEqual({ new: 0, changed: 0, same: 1 });
  expect((await undo(read.id)).body.status).toBe('undone');
  expect(await pool()).toMatchObject([{ name: '张一', title: '教授' }]);
});

it('leaves alone whom somebody has edited since, and says so', async () => {
  const read = await check(
    [...first.slice(0, 5), '院士', ...first.slice(6)],
    ['李四', '澜江医院', '91340300MA0A1B2C2R', '外地', '副高级', '', '临床医学', '', ''],
  );
  await commit(read.id);
  const again = await check([...first.slice(0, 5), '资深院士', ...first.slice(6)]);
  await commit(again.id);
  const blocked = await undo(read.id);
  expect(blocked.body.error).toMatchObject({ code: 'UNDO_BLOCKED' });
  expect(blocked.body.error.details[0]?.message).toContain('导入后又修改过');
  await undo(read.id, true);
  expect(await pool()).toMatchObject([{ name: '张一', title: '资深院士' }]);
});
