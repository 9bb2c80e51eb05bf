// Tests that workbooks of several writers are read cell by cell, and that whatever is none is refused with a way to mend it.
import { Readable } from 'node:stream';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { Row } from './cell.ts';
import { collect, rawWorkbook, workbookOf, zip } from './fixtures.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetSource } from './package.ts';
import { readWorkbook } from './read-workbook.ts';

async function rowsOf(source: SheetSource, limits: Partial<SheetLimits> = {}): Promise<Row[]> {
  const [sheet] = (await readWorkbook(source, limits)).sheets;
  return sheet === undefined ? [] : await collect(sheet.rows());
}

const shown = (rows: readonly Row[]): string[][] => rows.map((row) => Array.from(row.cells, (cell) => cell?.text ?? ''));

async function refusalOf(source: SheetSource, limits: Partial<SheetLimits> = {}): Promise<Refusal> {
  try {
    await rowsOf(source, limits);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

test('cells keep their kind, their exact digits and their address', async () => {
  const bytes = await workbookOf([
    ['名称', 1234.56, 0.1 + 0.2, new Date('2023-02-01T00:00:00Z'), true, { error: '#REF!' }, { formula: 'B1*2', result: 2469.12 }],
    [null, null, { formula: 'B1*2', result: undefined }, { richText: [{ text: '甲' }, { text: '乙' }] }],
  ]);
  const [first, second] = await rowsOf(bytes);
  expect(first?.cells.map((cell) => [cell?.address, cell?.kind, cell?.text, cell?.number])).toEqual([
    ['A1', 'text', '名称', undefined],
    ['B1', 'number', '1234.56', '1234.56'],
    ['C1', 'number', '0.3', '0.3'],
    ['D1', 'date', '2023-02-01', undefined],
    ['E1', 'boolean', '是', undefined],
    ['F1', 'error', '#REF!', undefined],
    ['G1', 'number', '2469.12', '2469.12'],
  ]);
  expect(first?.cells[6]?.isFormula).toBe(true);
  // A formula that was never calculated is unknown, not empty and not zero.
  expect(second?.cells[2]).toMatchObject({ kind: 'uncalculated', text: '', isFormula: true, address: 'C2' });
  expect(second?.cells[3]?.text).toBe('甲乙');
});

test('a workbook of the other library reads the same', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '一',
        rows: [
          ['企业', '收入'],
          ['澜江甲公司', 12.5],
          ['=危险', -3],
        ],
      },
      { name: '二', rows: [['x']], hidden: true },
    ],
  });
  expect(shown(await rowsOf(bytes))).toEqual([
    ['企业', '收入'],
    ['澜江甲公司', '12.5'],
    ['=危险', '-3'],
  ]);
  const { sheets } = await readWorkbook(bytes);
  expect(sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
    ['一', false],
    ['二', true],
  ]);
});

test('odd but honest XML is read: other quotes, inline and shared text, implied addresses, entities, CDATA, phonetic guides', async () => {
  const bytes = rawWorkbook(
    `<row r='2' hidden="1"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>A&amp;B &lt;&#x4E2D;&gt;</t></is></c></row>
     <!-- a comment --><row><c s="1"><v>45000</v></c><c s="2"><v>0.05</v></c><c t="str"><f>A1</f><v><![CDATA[x<y]]></v></c><c/><c><v>1E-7</v></c>
     <c t="inlineStr"><is><t>换_x000A_行</t></is></c></row><row r="9"><c r="A9" s="1"/></row>`,
  );
  const rows = await rowsOf(bytes);
  expect(rows.map((row) => [row.number, row.isHidden])).toEqual([
    [2, true],
    [3, false],
  ]);
  expect(shown(rows)).toEqual([
    ['', '共享', '富文本 ', 'A&B <中>'],
    ['2023-03-15', '5%', 'x<y', '', '0.0000001', '换\n行'],
  ]);
  expect(rows[1]?.cells[1]).toMatchObject({ number: '0.05', address: 'B3' });
});

test('the 1904 date system of old Macs is honoured', async () => {
  const bytes = rawWorkbook('<row r="1"><c s="1"><v>43538</v></c><c s="1"><v>43538.75</v></c></row>', { date1904: true });
  expect(shown(await rowsOf(bytes))).toEqual([['2023-03-15', '2023-03-15 18:00:00']]);
});

test('a sheet can be read from a stream, twice, and left early', async () => {
  const bytes = await workbookOf(Array.from({ length: 3_000 }, (_, i) => [`企业${i}`, i]));
  const book = await readWorkbook(Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)]));
  for await (const row of book.sheets[0]?.rows() ?? []) {
    if (row.number === 5) break;
  }
  const [sheet] = book.sheets;
  const again = sheet === undefined ? [] : await collect(sheet.rows());
  expect(again).toHaveLength(3_000);
});

test.each([
  ['空文件', Buffer.alloc(0), /空文件/],
  [
    '旧版工作簿',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('Workbook', 'utf16le')]),
    /97-2003.*另存为/,
  ],
  ['CSV', Buffer.from('企业名称,收入\n甲,1\n'), /\.csv.*文本/],
  ['UTF-16 文本', Buffer.from('\ufeff企业名称\t收入', 'utf16le'), /文本文件/],
  ['网页', Buffer.from('<html><table><tr><td>1</td></tr></table>'), /网页格式/],
  ['PDF', Buffer.from('%PDF-1.7 ...'), /PDF.*原始/],
  ['图片', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /图片/],
  [
    'Word',
    zip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<x/>' },
    ]),
    /Word/,
  ],
  [
    'ODS',
    zip([
      { name: 'mimetype', content: 'x' },
      { name: 'content.xml', content: '<x/>' },
    ]),
    /ODS/,
  ],
  ['压缩包', zip([{ name: '表.xlsx', content: 'x' }]), /解压/],
  [
    'xlsb',
    zip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.bin', content: 'x' },
    ]),
    /xlsb/,
  ],
])('%s is refused by what it is', async (_, bytes, sentence) => {
  expect(await refusalOf(bytes)).toMatchObject({ code: 'SHEET_FORMAT', status: 400, message: expect.stringMatching(sentence) });
});

test('a workbook with a password is refused as such', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '密', rows: [['x']] }], encryption: { password: 'p', spinCount: 100 } });
  expect(await refusalOf(bytes)).toMatchObject({ code: 'SHEET_ENCRYPTED' });
});

test('a broken file is refused as broken, wherever it breaks', async () => {
  const whole = await workbookOf([['a', 1]]);
  expect(await refusalOf(whole.subarray(0, whole.length - 200))).toMatchObject({ code: 'SHEET_BROKEN' });
  for (const xml of [
    '<row r="1"><c r="A1"><v>1</v',
    '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
    '<row r="x"><c r="A1"><v>1</v></c></row>',
  ]) {
    expect(await refusalOf(rawWorkbook(xml)), xml).toMatchObject({ code: 'SHEET_BROKEN' });
  }
  expect(await refusalOf(rawWorkbook('<!DOCTYPE x [<!ENTITY a "aaaa">]><row/>'))).toMatchObject({ code: 'SHEET_BROKEN' });
  const lying = rawWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(500), { sheet: { declaredSize: 100 } });
  expect(await refusalOf(lying)).toMatchObject({ code: 'SHEET_BROKEN' });
});

test('too large a file is refused before it is unpacked, a zip bomb by its ratio', async () => {
  const bytes = await workbookOf([['a', 1]]);
  expect(await refusalOf(bytes, { bytes: 100 })).toMatchObject({ code: 'SHEET_TOO_LARGE', status: 413 });
  expect(await refusalOf(Readable.from([bytes]), { bytes: 100 })).toMatchObject({ code: 'SHEET_TOO_LARGE' });
  expect(await refusalOf(bytes, { unpackedBytes: 1_000 })).toMatchObject({ code: 'SHEET_TOO_LARGE' });
  expect(await refusalOf(bytes, { parts: 3 })).toMatchObject({ code: 'SHEET_TOO_LARGE' });
  const bomb = rawWorkbook('', { sheet: { content: Buffer.alloc(20 * 1_048_576, 32) } });
  expect(bomb.length).toBeLessThan(40_000);
  expect(await refusalOf(bomb)).toMatchObject({ code: 'SHEET_TOO_LARGE', message: expect.stringContaining('异常') });
});

test('too many rows or columns are refused where they begin', async () => {
  const bytes = await workbookOf(Array.from({ length: 20 }, () => ['a', 'b', 'c']));
  expect(await refusalOf(bytes, { rows: 19 })).toMatchObject({ message: expect.stringContaining('超过 19 行') });
  expect(await refusalOf(bytes, { columns: 2 })).toMatchObject({ message: expect.stringContaining('C 列') });
  expect(await rowsOf(bytes, { rows: 20, columns: 3 })).toHaveLength(20);
});
