// Shares of one whole, how far a share moved, fields named in two rows, tasks told before their completion, and prose on one line.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

const fields = (set: string, third: number, rest: string): string =>
  `全省有效高新技术企业已达到12360家。\n从领域看，全省高新技术企业在${set}大重点领域均有覆盖，其中，电子信息、高技术服务、新材料居前三位，分别为4120家、3050家、${third}家，占总量比重分别为33.33%、24.68%、17.48%；生物医药、资源环境、航空航天领域的企业合计占总量比重约${rest}%。`;

test('fields, shares and their sum', () => {
  expect(wrong(fields('六', 2160, '24.51'))).toEqual([]);
  expect(wrong(fields('五', 2160, '24.51'))).toEqual(['list_count 列出名称数 = 5']);
  expect(wrong(fields('六', 2610, '24.51'))).toEqual(['share 2610家 ÷ 12360家']);
  expect(wrong(fields('六', 2160, '42.51'))).toEqual(['sum 33.33% + 24.68% + 17.48% + 42.51% ≤ 100%']);
});

test('how far a share moved', () => {
  const text = (points: string): string =>
    `2022年全省登记技术合同成交额达3000.00亿元，比上年增长40.00%。\n重点产业技术合同成交额达到1500.00亿元，同比增长60.00%，占全省技术合同成交额比重达50.00%，比上年提高${points}个百分点。`;
  expect(wrong(text('6.25'))).toEqual([]);
  expect(wrong(text('5.90'))).toEqual([]);
  expect(wrong(text('2.65')).some((one) => one.startsWith('change'))).toBe(true);
});

const tasks = (amount: string, rate: string): string =>
  `市科技局承担的考核指标任务共三项，分别是专利申请量250件、专利授权量90件、技术合同成交总金额${amount}。\n截至目前，全市专利申请量达到300件，占全年目标任务的${rate}%；技术合同成交金额达到5200万元，占全年目标任务的130%。`;

test('tasks told in one sentence and fulfilled in the next', () => {
  expect(wrong(tasks('0.4亿元', '120'))).toEqual([]);
  expect(wrong(tasks('0.4亿元', '102'))).toEqual(['rate 300件 ÷ 250件']);
  expect(wrong(tasks('4亿元', '120'))).toEqual(['rate 5200万元 ÷ 4亿元']);
});

test('two cuts of one whole place', () => {
  const text =
    '重点产业技术合同成交额达到1500.00亿元，占全省技术合同成交额比重达50.00%。城市群建设加快。其中，沿江五市技术合同成交额合计1800.00亿元，占全省总额的60.00%。';
  expect(wrong(text)).toEqual([]);
});
