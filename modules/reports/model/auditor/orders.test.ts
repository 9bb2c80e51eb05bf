// Rows in order of size: values in turn behind the names, values told elsewhere, the greatest and the next.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

test('the values of the first three fall', () => {
  const first = (values: string): string => `产值总量前三名为东山、西河、南岭，产值分别为${values}。`;
  expect(alarms(first('312.6亿元、298.4亿元、276.1亿元'))).toEqual([]);
  expect(alarms(first('298.4亿元、312.6亿元、276.1亿元'))).toHaveLength(1);
  // The values of another thing need not fall.
  expect(alarms('产值总量前三名为东山、西河、南岭，产值增速分别为8.2%、12.6%、9.1%。')).toEqual([]);
  expect(alarms('产值同比增长前三名为东山、西河、南岭，产值同比增长分别为12.6%、8.2%、9.1%。')).toHaveLength(1);
});

test('names in order of size, and their amounts told elsewhere', () => {
  const order = '从领域看，排在前三位的依次是电子信息、新型材料、智能装备。';
  expect(alarms(`${order}其中，电子信息领域成交金额56.2亿元，新型材料领域成交金额41.7亿元。`)).toEqual([]);
  expect(alarms(`${order}其中，新型材料领域成交金额56.2亿元，电子信息领域成交金额41.7亿元。`)).toHaveLength(1);
  // By number and by amount: it isn't said which the order is of.
  expect(alarms(`${order}其中，新型材料领域成交金额56.2亿元，电子信息领域登记合同417项。`)).toEqual([]);
});

test('what comes next is not more than the greatest', () => {
  const greatest = (a: string, b: string, c: string): string =>
    `从结构看，电子信息规模最大，增加值为${a}；其次是新型材料，增加值为${b}；再次是智能装备，增加值为${c}。`;
  expect(alarms(greatest('416亿元', '338亿元', '318亿元'))).toEqual([]);
  expect(alarms(greatest('316亿元', '338亿元', '308亿元'))).toHaveLength(1);
});
