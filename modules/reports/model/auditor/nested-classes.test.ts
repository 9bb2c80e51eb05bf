// Classes that lie within each other, what is missing to a target, and the number of those whose amount is told twice.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const holds = (right: string, wrong: string): void => {
  expect(alarms(right)).toEqual([]);
  expect(alarms(wrong).length).toBeGreaterThan(0);
};

test('above the higher mark there are no more than above the lower one', () => {
  holds(
    '产值亿元以上高新技术企业84家，5亿元以上高新技术企业18家，10亿元以上高新技术企业6家。',
    '产值亿元以上高新技术企业84家，5亿元以上高新技术企业18家，10亿元以上高新技术企业26家。',
  );
  holds('有10亿元以上企业8家，5亿元以上企业21家。', '有10亿元以上企业28家，5亿元以上企业21家。');
  // Of other things, or newly come.
  expect(alarms('有5亿元以上企业8家，10亿元以上项目21个。')).toEqual([]);
  expect(alarms('有5亿元以上民营企业8家，10亿元以上国有企业21家。')).toEqual([]);
});

test('what is missing is the target less what was reached', () => {
  holds('全县发明专利拥有量应达到30件，已完成26件，尚差4件。', '全县发明专利拥有量应达到30件，已完成26件，尚差6件。');
  holds('年度目标任务为180家，目前已入库152家，还差28家。', '年度目标任务为180家，目前已入库152家，还差38家。');
  expect(alarms('已建成科普站26个，在建8个，东山还需6个。')).toEqual([]);
});

test('those whose telling amount is the same are as many', () => {
  const told = (number: string): string =>
    `8个省级高新区营业收入783.36亿元，增长9.2%。\n从构成看，${number}个省级高新区实现营业收入783.36亿元。`;
  holds(told('8'), told('9'));
  expect(alarms('8个省级高新区营业收入783.36亿元。\n9个市级园区研发投入783.36亿元。')).toEqual([]);
});

const formulas = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test('the higher threshold holds more', () => {
  expect(formulas('全市亿元以上工业企业84家，其中5亿元以上工业企业14家，10亿元以上工业企业25家。')).toEqual(['subset 25家 ≤ 14家']);
});

test.each([
  '全市亿元以上工业企业84家，其中5亿元以上工业企业25家，10亿元以上工业企业14家。',
  '全市10亿元以上工业企业14家，5亿元以上工业企业25家。',
  '全市5亿元以上服务企业14家，10亿元以上工业企业25家。',
])('agrees: %s', (text) => {
  expect(formulas(text)).toEqual([]);
});
