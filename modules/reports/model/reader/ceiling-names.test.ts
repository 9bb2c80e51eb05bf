// What the most that a rule gives is called: for whom, for each of whom, under which scheme.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const ceiling = (text: string) => read(text).findLast(({ kind }) => kind === 'threshold')?.indicator;

test('whom it is given to', () => {
  expect(ceiling('对新获批的省级实验室给予最高80万元补助。')).toBe('新获批的省级实验室补助上限');
  expect(ceiling('首次入规的企业奖励不高于15万元。')).toBe('首次入规的企业奖励上限');
});

test('for each of them, under the scheme that the sentence names', () => {
  expect(ceiling('出台《青岚市科技创新券管理办法》，按实际支出的30%给予补助，单个企业每年不超过15万元。')).toBe(
    '科技创新券单个企业补助上限',
  );
  expect(ceiling('拿出200万元实施“揭榜挂帅”，单个项目补助不超过40万元。')).toBe('揭榜挂帅单个项目补助上限');
});

test('or by what it is reckoned', () =>
  expect(ceiling('对上年度研发费用增量超过200万元的企业按增量的8%给予补助，单户最高不超过90万元。')).toBe('研发费用增量单户补助上限'));

test('an earlier clause says more clearly for each of whom', () =>
  expect(ceiling('对技术转移机构按技术合同成交额的2%给予补助，单个机构每年最高不超过30万元。')).toBe('单个技术转移机构补助上限'));

test('a point that is about a support needs no more', () =>
  expect(ceiling('（三）技术交易补助。按成交额的3%补助输出方，单个企业每年不超过20万元。')).toBe('技术交易补助单个企业上限'));
