// A block copied from a spreadsheet lands in the right cells, and what cannot be read is said and not guessed.
import { expect, test } from 'vitest';
import type { FieldView } from './field-view.ts';
import { pasteInto, readCells } from './table-paste.ts';

const columns: FieldView[] = [
  { key: 'name', kind: 'text', label: '产品名称', required: true },
  { key: 'income', kind: 'money', label: '收入', unit: '万元', required: true },
  { key: 'share', kind: 'derived', label: '占比', required: false },
  { key: 'staff', kind: 'integer', label: '人数', unit: '人', required: false },
];

test('cells are parted by tabs and lines, quoted cells keep their own', () => {
  expect(readCells('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(readCells('"x\ny"\t"say ""hi"""')).toEqual([['x\ny', 'say "hi"']]);
  expect(readCells('one')).toEqual([['one']]);
});

test('a block fills from its cell on, adds rows and passes over derived columns', () => {
  const pasted = pasteInto([{ name: '旧' }], columns, { row: 0, column: 0 }, readCells('轴承\t1,234.5\t12\n齿轮\t2亿元\t'), 500);
  expect(pasted.problems).toEqual([]);
  expect(pasted.rows).toEqual([
    { name: '轴承', income: '12345000', staff: 12 },
    { name: '齿轮', income: '200000000', staff: undefined },
  ]);
});

test('a cell that cannot be read keeps its old value and is named', () => {
  const pasted = pasteInto([{ income: '10000' }], columns, { row: 0, column: 1 }, [['约一百']], 500);
  expect(pasted.rows).toEqual([{ income: '10000' }]);
  expect(pasted.problems).toHaveLength(1);
  expect(pasted.problems[0]).toContain('第1行');
});

test('rows beyond the limit are counted, not cut off silently', () => {
  const pasted = pasteInto([], columns, { row: 0, column: 0 }, [['a'], ['b'], ['c']], 2);
  expect(pasted.rows).toHaveLength(2);
  expect(pasted.problems).toEqual(['最多 2 行，多出的 1 行没有粘贴']);
});
