// True sentences whose figures stand close and are not meant for each other: shares of one whole, sizes beside counts, domestic filings, budgets.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

test.each([
  '从来源看，税收收入1800万元，占收入的90.00%，同比增长4.1%；非税收入200万元，占收入的10.00%，同比增长30.2%。',
  '三类申请中，发明专利申请3.2万件，较上年增长12.1%，占专利申请总量的32.0%；实用新型专利申请3.3万件，较上年增长20.3%，占专利申请总量的33.0%；外观设计专利申请3.5万件，占专利申请总量的35.0%。',
  '全区重点实验室数为6家，占全市17.14%；省重点实验室数为1家，占全市12.5%。',
  '全市科普场馆共有420个，比上年增加20个，展厅面积增长13.0%。',
  '发明专利申请39.1万件，其中，我国国内发明专利申请量为29.3万件。',
  '全年粮食种植面积达到18.2万公顷（273万亩），油料种植面积1.2万公顷（18万亩）。',
  '总收入4300万元，占年初预算10000万元的43.0%，同比下降6.5%。',
])('%s', (text) => {
  expect(alarms(text)).toEqual([]);
});

const town = (name: string, ...cells: readonly number[]): string => [name, ...cells].join('\t');

test('rows that count something else break no law of the table', () => {
  const kept = [town('申请', 9000, 4500, 2800, 7300), town('授权', 5400, 2300, 1600, 3900), town('登记', 880, 190, 140, 330)];
  const more = [
    town('机构', 260, 90, 40, 130),
    town('中心', 149, 45, 30, 75),
    town('人员', 610, 220, 115, 335),
    town('项目', 48, 14, 9, 23),
  ];
  const another = [town('成果', 60, 10, 3, 30), town('省级', 16, 2, 1, 5), town('市级', 44, 8, 2, 25)];
  expect(
    alarms([town('合计', 1, 2, 3, 4), ...kept, ...more, ...another].join('\n').replace('合计\t1\t2\t3\t4', '事项\t全市\t东区\t西区\t城区')),
  ).toEqual([]);
});
