// Tables of one cell to a line: the growth between two years' columns, totals, and sums of rows that the prose names.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

const ROWS = [
  ['食品', '12', '40.00', '32.00', '25.0%', '40.0%'],
  ['纺织', '20', '35.00', '28.00', '25.0%', '35.0%'],
  ['建材', '8', '15.00', '12.50', '20.0%', '15.0%'],
  ['化工', '5', '10.00', '9.10', '9.9%', '10.0%'],
  ['合计', '45', '100.00', '81.60', '22.5%', '100%'],
];
const told = (growth: string, sum: string): string => {
  const titles = ['行业', '企业数（家）', '2022年产值（亿元）', '2021年产值（亿元）', '增长', '占比'];
  const cells = ROWS.map((row) => (row[0] === '建材' ? row.with(4, growth) : row).join('\n')).join('\n');
  return `各行业情况如下。\n${titles.join('\n')}\n${cells}\n食品和建材两大行业产值合计${sum}亿元，运行平稳。`;
};

test('a table of one cell to a line', () => {
  expect(wrong(told('20.0%', '55.00'))).toEqual([]);
  expect(wrong(told('24.0%', '55.00'))).toEqual(['growth 15.00 ÷ 12.50 − 1']);
  expect(wrong(told('20.0%', '75.00'))).toEqual(['sum 40.00 + 15.00']);
});
