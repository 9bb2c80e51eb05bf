// Classes that fill their whole by what they are, in the sentences behind it and with growths between them.
import { expect, test } from 'vitest';
import { alarmsOf, audit, shortOf } from './audit-cases.ts';

const product = (third: string): string =>
  `初步核算，2022年全县地区生产总值300.00亿元，比上年增长5.1%。其中，第一产业增加值30.50亿元，增长3.2%；第二产业增加值149.50亿元，增长5.4%，其中工业增加值120.20亿元，增长5.9%；第三产业增加值${third}亿元，增长5.3%。`;

test('three industries and what one of them holds', () => {
  expect(shortOf(audit(product('120.00')), 'sum')).toEqual(['30.50亿元 + 149.50亿元 + 120.00亿元: consistent']);
  const [alarm, ...others] = alarmsOf(audit(product('102.00')));
  expect(others).toEqual([]);
  expect(alarm?.note).toContain('若102.00亿元为120亿元则相符');
});

test('the four kinds of contracts, the whole a paragraph earlier', () => {
  const told = (last: string): string =>
    `全省技术合同成交金额160.4亿元，较上年增长20.1%。\n从合同类型看，技术开发合同成交金额80.2亿元；技术服务合同成交金额70.3亿元；技术转让合同成交金额6.4亿元，技术咨询合同成交金额${last}亿元。`;
  expect(alarmsOf(audit(told('3.5')))).toEqual([]);
  expect(shortOf(audit(told('5.3')), 'sum')).toEqual(['80.2亿元 + 70.3亿元 + 6.4亿元 + 5.3亿元: inconsistent/error']);
});

test.each([
  '全年粮食总产量5200吨，增长1%。其中，夏粮产量1200吨，增长2%；秋粮产量4000吨，增长0.7%。',
  // A class is missing: nothing follows.
  '2022年全县地区生产总值300亿元。其中，第二产业增加值149亿元，第三产业增加值120亿元。',
  // Incomes are averages, and make no sum.
  '全县居民人均可支配收入28000元。城镇居民人均可支配收入36000元，农村居民人均可支配收入18000元。',
  // What the year before was is no part of this year's.
  '全年专利授权900件。发明专利授权100件，实用新型专利授权600件，外观设计专利授权200件，上年发明专利授权80件。',
])('agrees: %s', (text) => {
  expect(alarmsOf(audit(text))).toEqual([]);
});
