// Tables that were flattened to lines keep their rows' names and their columns' years.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

const wanted = [
  { raw: '540', value: 540, unit: '家', indicator: '高新技术企业数', period: '2021', kind: 'level' },
  { raw: '700', value: 700, unit: '家', period: '2022' },
  { raw: '29.6', value: 0.296, unit: '%', kind: 'yoy_growth', indicator: '高新技术企业数增速' },
  { raw: '125.1', value: 12510000000, unit: '元', indicator: '技术合同成交额', period: '2021' },
  { raw: '221', value: 22100000000, unit: '元', period: '2022' },
  { raw: '76.7', value: 0.767, kind: 'yoy_growth' },
] as const;

describe('the figures of a table', () => {
  test.each([
    ['with tabs', '指标\t单位\t2021年\t2022年\t增长（%）\n高新技术企业数\t家\t540\t700\t29.6\n技术合同成交额\t亿元\t125.1\t221\t76.7\n'],
    [
      'with bars',
      '| 指标 | 单位 | 2021年 | 2022年 | 比上年增长(%) |\n| 高新技术企业数 | 家 | 540 | 700 | 29.6 |\n| 技术合同成交额 | 亿元 | 125.1 | 221 | 76.7 |\n',
    ],
    ['with spaces', '指标  单位  2021年  2022年  增长（%）\n高新技术企业数 家 540 700 29.6\n技术合同成交额 亿元 125.1 221 76.7\n'],
    [
      'with one cell a line',
      '指标\n单位\n2021年\n2022年\n增幅（%）\n高新技术企业数\n家\n540\n700\n29.6\n技术合同成交额\n亿元\n125.1\n221\n76.7\n',
    ],
  ])('%s are read by row and column', (_name, text) => expectFigures(text, wanted));

  test('of the regions of a year are named by the region and the column', () => {
    expectFigures('县区\t研发经费（亿元）\t位次\n甲县\t5.2\t3\n乙区\t8.1\t1\n', [
      { raw: '5.2', value: 520000000, indicator: '甲县研发经费' },
      { raw: '3', kind: 'rank', indicator: '甲县排名' },
      { raw: '8.1', value: 810000000 },
      { raw: '1', kind: 'rank' },
    ]);
  });

  test('leave the sentences around them as they are', () => {
    const text = '全年登记合同15项。\n指标\t2021年\t2022年\n专利授权量（件）\t320\t415\n举办活动6场。';
    expect(read(text).map(({ raw }) => raw)).toEqual(['15项', '320', '415', '6场']);
  });
});
