// The spreadsheets of a form: what they look like, and what is made of what people put in them.
import { describe, expect, test } from 'vitest';
import { defineForm, f, page } from '../declare/form.ts';
import { shiftPoint } from '../fields/decimal-text.ts';
import { checkAnswers } from './answers.ts';
import { sampleAnswers } from './sample.ts';
import { formSheets, recordSheets, type SheetColumn, type SheetRecord, sheetColumns, sheetNotes, sheetRecord } from './sheet.ts';
import { findLines, joinLines } from './sheet-lines.ts';
import { type FoundColumn, joinTable, readCell, readSheetRows, readTableRows, type SheetCell, type SheetRow } from './sheet-reading.ts';
import { specimen } from './specimen.ts';

const [main, products] = recordSheets(specimen, '台账');
const columns = main?.columns ?? [];
const found: FoundColumn[] = columns.map(({ key }, index) => ({ key, column: index + 1, exponent: 0 }));
const columnOf = (key: string) => found.find((one) => one.key === key)?.column ?? 0;

function cell(row: number, key: string, text: string, kind: SheetCell['kind'] = 'text'): SheetCell {
  return { row, column: columnOf(key), kind, text };
}

/** What a person would see in the cells that a record fills. */
function rowOf(number: number, record: SheetRecord, own: readonly SheetColumn[] = columns): SheetRow {
  const shown = own.flatMap((column) => {
    const value = record[column.key] ?? null;
    if (value === null) return [];
    const wan = column.kind === 'money' && column.unit === '万元' ? shiftPoint(String(value), -4) : undefined;
    const percent = column.kind === 'percent' ? `${shiftPoint(String(value), 2)}%` : undefined;
    return [[column.key, cell(number, column.key, wan ?? percent ?? String(value))] as const];
  });
  return { number, cells: Object.fromEntries(shown) };
}

const good = sampleAnswers(specimen, 2);
const goodRow = (number = 3) => rowOf(number, { '#': number, ...sheetRecord(specimen.fields, good) });
const withCell = (row: SheetRow, key: string, text: string, kind?: SheetCell['kind']): SheetRow => ({
  ...row,
  cells: { ...row.cells, [key]: cell(row.number, key, text, kind) },
});
const faultsOf = (...rows: SheetRow[]) => readSheetRows(specimen, rows, found).faults;

describe('the template of a form', () => {
  test('has a sheet of records and one for each table, tied by number', () => {
    expect(recordSheets(specimen, '台账').map(({ name, layout, table }) => [name, layout, table])).toEqual([
      ['台账', 'rows', null],
      ['产品', 'rows', 'products'],
    ]);
    expect(columns[0]).toMatchObject({ key: '#', header: '序号' });
    expect(products?.columns.map(({ header }) => header)).toEqual(['主表序号', '产品名称', '产品收入', '投产年度']);
    expect(recordSheets(defineForm(page('一', { name: f.text('名称') })), '表')[0]?.columns).toHaveLength(1);
  });

  test('gives each column its unit, choices and remark; compounds have a column for each part', () => {
    const byKey = Object.fromEntries(columns.map((column) => [column.key, column]));
    expect(byKey.income).toEqual({
      key: 'income',
      header: '总收入',
      kind: 'money',
      unit: '万元',
      isRequired: true,
      comment: '以万元为单位',
    });
    expect(byKey.share).toMatchObject({ kind: 'percent', unit: '%', isRequired: false });
    expect(byKey.field?.options).toEqual(['电子信息', '软件', '生物与新医药']);
    expect(byKey.listed?.options).toEqual(['是', '否']);
    expect(byKey.zones?.comment).toBe('可填多项，用“；”分开：高新区；经开区');
    expect(byKey.title?.comment).toBe('与任务书一致');
    expect(byKey['contact.phone']).toMatchObject({ header: '联系人电话', kind: 'code', isRequired: true });
    expect(byKey['contact.email']).toMatchObject({ isRequired: false });
    expect(byKey['leader.name']).toMatchObject({ isRequired: false });
    expect(byKey['applicant.uscc']).toMatchObject({ kind: 'code', isRequired: false });
    expect(byKey.start).toMatchObject({ kind: 'code' });
    expect(byKey.report).toBeUndefined();
    expect(byKey.researcherShare).toBeUndefined();
  });

  test('an export shows what is derived and the names of files, too', () => {
    const exported = sheetColumns(specimen.fields, 'export').map(({ key }) => key);
    expect(exported).toContain('researcherShare');
    expect(exported).toContain('report');
    expect(sheetRecord(specimen.fields, good)).toMatchObject({
      income: '1025000',
      founded: '2024-03-15',
      listed: '是',
      'contact.name': '演示联系人2',
    });
  });

  test('headers that would be the same are told apart', () => {
    const twins = { a: f.money('金额'), b: f.money('金额') };
    expect(sheetColumns(twins, 'template').map(({ header }) => header)).toEqual(['金额', '金额【b】']);
  });

  test('for one application each page is a sheet with its fields below each other', () => {
    expect(formSheets(specimen).map(({ name, layout, columns: own }) => [name, layout, own.length])).toEqual([
      ['基本情况', 'lines', 16],
      ['经营情况', 'lines', 8],
      ['产品', 'rows', 3],
    ]);
    expect(sheetNotes(specimen)).toContain('“产品”每份最多 5 行。');
    expect(sheetNotes(specimen)).toContain('附件（审计报告）请在系统中上传。');
  });
});

describe('reading the rows of a sheet', () => {
  test('what was written is read back', () => {
    const { records, faults, warnings } = readSheetRows(specimen, [goodRow()], found);
    expect([faults, warnings]).toEqual([[], []]);
    const elsewhere = new Set(['products', 'report', 'researcherShare']);
    const answers = Object.fromEntries(Object.entries(good).filter(([key]) => !elsewhere.has(key)));
    expect(records).toEqual([{ row: 3, number: 3, answers }]);
  });

  test('the sample of the template and empty rows are passed over', () => {
    const sample = rowOf(2, main?.samples[0] ?? {});
    const empty: SheetRow = { number: 4, cells: { '#': cell(4, '#', '4'), title: cell(4, 'title', ' — ') } };
    expect(readSheetRows(specimen, [sample, goodRow(), empty], found).records.map(({ row }) => row)).toEqual([3]);
  });

  test('every fault stands at its cell', () => {
    const row = withCell(withCell(withCell(goodRow(7), 'income', '约100'), 'founded', '2023-02-30'), 'applicant.uscc', '123');
    expect(faultsOf(row)).toEqual([
      { row: 7, column: columnOf('applicant.uscc'), label: '牵头单位统一社会信用代码', message: expect.stringContaining('18 位') },
      { row: 7, column: columnOf('founded'), label: '注册日期', message: '注册日期“2023-02-30”不是存在的日期，请写作 2023-02-01' },
      { row: 7, column: columnOf('income'), label: '总收入', message: '总收入应为数字，“约100”不能识别，请只填数字，没有的留空' },
    ]);
  });

  test('what is missing is asked for at its empty cell', () => {
    const { income: _income, 'contact.phone': _phone, 'applicant.name': _name, 'applicant.uscc': _code, ...cells } = goodRow(5).cells;
    expect(faultsOf({ number: 5, cells })).toEqual([
      { row: 5, column: columnOf('applicant.name'), label: '牵头单位', message: '请填写牵头单位' },
      { row: 5, column: columnOf('contact.phone'), label: '联系人电话', message: '请填写联系人电话' },
      { row: 5, column: columnOf('income'), label: '总收入', message: '请填写总收入' },
    ]);
  });

  test('a failing check character is a warning at its cell and the record stands', () => {
    const read = readSheetRows(specimen, [withCell(goodRow(), 'applicant.uscc', '91350100M000100Y4X')], found);
    expect(read.faults).toEqual([]);
    expect(read.records).toHaveLength(1);
    expect(read.warnings).toEqual([
      { row: 3, column: columnOf('applicant.name'), label: '牵头单位', message: expect.stringContaining('第 18 位校验不符，应为 3') },
    ]);
  });
});

describe('reading one cell', () => {
  const { fields } = specimen;

  test('a column in another unit is moved exactly; a unit in the cell wins', () => {
    expect(readCell(cell(1, 'income', '12345600'), fields.income, -4)).toEqual({ value: '12345600' });
    expect(readCell(cell(1, 'income', '1.23'), fields.income, 4)).toEqual({ value: '123000000' });
    expect(readCell(cell(1, 'income', '300万元'), fields.income, -4)).toEqual({ value: '3000000' });
    expect(readCell(cell(1, 'income', '0.001'), fields.income, -4)).toHaveProperty('problem');
  });
  test('a percentage is what it shows', () => {
    expect(readCell(cell(1, 'share', '5%', 'number'), fields.share)).toEqual({ value: '0.05' });
    expect(readCell(cell(1, 'share', '5', 'number'), fields.share)).toEqual({ value: '0.05' });
  });
  test('a dash says nothing, an error or an uncalculated formula is a fault', () => {
    for (const text of ['', '-', '——', '/', 'N/A']) expect(readCell(cell(1, 'income', text), fields.income)).toBeUndefined();
    expect(readCell(cell(1, 'income', '#REF!', 'error'), fields.income)).toEqual({
      problem: '总收入的单元格是错误值 #REF!，请改正公式或直接填写',
    });
    expect(readCell(cell(1, 'income', '', 'uncalculated'), fields.income)).toHaveProperty('problem');
  });
  test('a long code that became a number has lost its end', () => {
    const code = { kind: 'text', label: '身份证号', pattern: 'resident-id' } as const;
    expect(readCell(cell(1, 'x', '110105194912310000', 'number'), code)).toEqual({
      problem: '身份证号被存为数字，15 位以后的数字已丢失，请把该列设为“文本”格式后重新填写',
    });
  });
  test('text that was kept from being a formula is as it was meant', () => {
    expect(readCell(cell(1, 'title', "'=材料"), fields.title)).toEqual({ value: '=材料' });
  });
});

describe('the sheet of a table', () => {
  const tableColumns = (products?.columns ?? []).map(({ key }, index) => ({ key, column: index + 1, exponent: 0 }));
  const line = (number: number, owner: string, name: string, income: string): SheetRow => ({
    number,
    cells: {
      '#': { row: number, column: 1, kind: 'number', text: owner },
      name: { row: number, column: 2, kind: 'text', text: name },
      income: { row: number, column: 3, kind: 'text', text: income },
    },
  });

  test('gives its rows to their records', () => {
    const { records } = readSheetRows(specimen, [goodRow(3), goodRow(4)], found);
    const read = readTableRows(
      specimen,
      'products',
      [line(2, '4', '甲', '100'), line(3, '4', '乙', '5'), line(4, '9', '丙', '1'), line(5, '', '丁', '1')],
      tableColumns,
    );
    expect(read.faults).toEqual([]);
    expect(joinTable(records, 'products', '产品', read).map(({ row, message }) => [row, message])).toEqual([
      [4, '产品的主表序号9在主表中找不到，请核对'],
      [5, '产品的主表序号为空或不是数字在主表中找不到，请核对'],
    ]);
    expect(records.map(({ answers }) => answers.products)).toEqual([
      undefined,
      [
        { name: '甲', income: '1000000' },
        { name: '乙', income: '50000' },
      ],
    ]);
  });

  test('does not take the samples of the template for rows', () => {
    const samples = (products?.samples ?? []).map((sample, index) => rowOf(index + 2, sample, products?.columns));
    expect(samples).toHaveLength(2);
    expect(readTableRows(specimen, 'products', samples, tableColumns)).toEqual({ records: [], faults: [], warnings: [] });
  });

  test('names the cell at fault', () => {
    expect(readTableRows(specimen, 'products', [line(2, '1', '甲', 'x')], tableColumns).faults).toEqual([
      { row: 2, column: 3, label: '产品收入', message: '产品收入应为数字，“x”不能识别，请只填数字，没有的留空' },
    ]);
    const twins = [
      { row: 2, number: 1, answers: {} },
      { row: 3, number: 1, answers: {} },
    ];
    expect(joinTable(twins, 'products', '产品', { records: [], faults: [], warnings: [] })).toEqual([
      { row: 3, label: '序号', message: '序号 1 与第 2 行重复，请改为不同的序号' },
    ]);
  });
});

describe('sheets with fields below each other', () => {
  const pages = formSheets(specimen).filter(({ layout }) => layout === 'lines');
  const at = (row: number, column: number, text: string): SheetCell => ({ row, column, kind: 'text', text });
  const grid = (own: readonly SheetColumn[], record: SheetRecord) =>
    own.map((column, index) => {
      const label = `${column.isRequired ? '*' : ''}${column.header}${column.unit === undefined ? '' : `（${column.unit}）`}`;
      const shown = rowOf(index + 2, record, own).cells[column.key];
      return { number: index + 2, cells: [at(index + 2, 1, label), shown === undefined ? undefined : at(index + 2, 2, shown.text)] };
    });

  test('are read as one record, faults at the row of their label', () => {
    const record = { ...sheetRecord(specimen.fields, good), staff: 'x', title: null };
    const lines = joinLines(pages.map(({ columns: own }) => findLines(own, grid(own, record))));
    const read = readSheetRows(specimen, [lines.row], lines.columns);
    expect(lines.faults).toEqual([]);
    expect(read.records).toHaveLength(1);
    expect(read.faults.map(({ row, column, message }) => [row, column, message.slice(0, 8)])).toEqual([
      [2, 2, '请填写项目名称'],
      [5, 2, '职工总数应为数字'],
    ]);
    expect(checkAnswers(specimen, read.records[0]?.answers ?? {}, { complete: false })).toEqual([]);
  });

  test('a label with another unit or a second time is a fault, another label a remark', () => {
    const own = pages[1]?.columns ?? [];
    const rows = [
      { number: 2, cells: [at(2, 1, '总收入（元）'), at(2, 2, '1')] },
      { number: 3, cells: [at(3, 1, '职工总数：'), at(3, 2, '1')] },
      { number: 4, cells: [at(4, 1, '*职工总数（人）'), at(4, 2, '2')] },
      { number: 5, cells: [at(5, 1, '说明'), at(5, 2, '2')] },
    ];
    const { faults, columns: seen } = findLines(own, rows);
    expect(faults.map(({ row, message }) => [row, message])).toEqual([
      [2, '“总收入（元）”的单位与模板不同，请按模板的单位填写'],
      [4, '“*职工总数（人）”出现了两次，请删去一处'],
    ]);
    expect(seen.map(({ key }) => key)).toEqual(['staff']);
  });
});
