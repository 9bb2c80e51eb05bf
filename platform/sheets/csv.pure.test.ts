// Delimited text as banks give it out: quotes, marks, either Chinese encoding, and long numbers that stay whole.
import { expect, it } from 'vitest';
import { csvRows } from './csv.ts';
import { readWorkbook, workbookOfCsv } from './sheets.ts';

async function cells(content: Buffer): Promise<string[][]> {
  const [sheet] = (await readWorkbook(await workbookOfCsv(content))).sheets;
  const rows: string[][] = [];
  for await (const row of sheet?.rows() ?? []) rows.push([...row.cells.values()].map((cell) => cell?.text ?? ''));
  return rows;
}

it('splits by the mark of the file and minds quotes', () => {
  expect(csvRows('a,"b,""c""\nd",e\r\n1,2,3\n')).toEqual([
    ['a', 'b,"c"\nd', 'e'],
    ['1', '2', '3'],
  ]);
  expect(csvRows('a\tb\n"6222001234567890123\t"\tx')).toEqual([
    ['a', 'b'],
    ['6222001234567890123', 'x'],
  ]);
  expect(() => csvRows('a,"b')).toThrow(/未结束的引号/);
});

it('reads UTF-8 with its mark and the national encoding alike', async () => {
  const utf8 = Buffer.from('\uFEFF拨付,账号\nZF1,6222001234567890123\n');
  const gbk = Buffer.concat([
    Buffer.from([0xb2, 0xa6, 0xb8, 0xb6, 0x2c, 0xd5, 0xcb, 0xba, 0xc5]),
    Buffer.from('\nZF1,6222001234567890123\n'),
  ]);
  const expected = [
    ['拨付', '账号'],
    ['ZF1', '6222001234567890123'],
  ];
  expect(await cells(utf8)).toEqual(expected);
  expect(await cells(gbk)).toEqual(expected);
});
