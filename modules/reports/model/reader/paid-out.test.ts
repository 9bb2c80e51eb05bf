// Money that is paid out, lent or let off, named by the fund, the product or the tax that the text speaks of.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('what is paid out is paid out of the fund spoken of', () => {
  expect(names('今年县级科技专项年初预算600万元。到10月底拨付420万元，进度70%。').slice(1)).toEqual([
    '县级科技专项拨付额',
    '县级科技专项进度',
  ]);
  expect(names('种子资金规模1500万元，当年投出900万元。').at(-1)).toBe('种子资金投出额');
});

test('what is lent is lent under the product', () => {
  expect(names('“科创贷”为12家企业放款860万元。').at(-1)).toBe('科创贷放款额');
  expect(names('全区“科技贷”共授信企业70户、授信总额4亿元，其中已放款52户、2.6亿元。')).toEqual([
    '科技贷授信企业',
    '科技贷授信总额',
    '科技贷放款企业',
    '科技贷放款金额',
  ]);
});

test('what is let off is named by the tax', () => {
  expect(names('420户企业享受研发费用加计扣除18亿元。').at(-1)).toBe('研发费用加计扣除额');
  expect(names('310家企业享受高企所得税优惠，减免税额4亿元。').at(-1)).toMatch(/减免税额$/);
});

test('a pool or fund that a clause names is what the next clause measures', () =>
  expect(names('作为“压舱石”的风险补偿资金池，规模已从上年的1200万元增至3000万元。')).toEqual([
    '风险补偿资金池规模',
    '风险补偿资金池规模',
  ]));

test('those who had the good of it, and those who were judged', () => {
  expect(names('全年兑付奖补资金3亿元，1800余家企业从中受益。').at(-1)).toBe('受益企业');
  expect(names('省科技厅会同统计部门对全省31家高新区开展了评价。')).toEqual(['高新区']);
});
