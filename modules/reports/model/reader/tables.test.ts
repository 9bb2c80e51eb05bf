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

  test('of counties are named by the column, and the county is their region', () => {
    const text =
      '县区\t入库企业（家）\t同比增长（%）\t占全市比重（%）\t排名\t研发经费（亿元）\t增幅（%）\n青岚县\t52\t8.3\t20.5\t3\t5.2\t-1.4\n白渡区\t81\t11\t31.9\t1\t8.1\t6\n';
    const own = (region: string) => [
      { region, kind: 'level', indicator: '入库企业', measure: 'stock' },
      { region, kind: 'yoy_growth', indicator: '入库企业增速' },
      { region, kind: 'share', indicator: '入库企业占全市比重' },
      { region, kind: 'rank', indicator: '入库企业排名' },
      { region, kind: 'level', unit: '元', indicator: '研发经费支出' },
      { region, kind: 'yoy_growth', indicator: '研发经费增速' },
    ];
    expect(read(text)).toMatchObject([...own('青岚县'), ...own('白渡区')]);
  });

  test('may carry their unit in the cell', () => {
    expectFigures('指标\t2022年\t比上年提高\t位次\n研发活动覆盖率\t51.3%\t4.6个百分点\t第2位\n技术贸易额\t3.8亿元\t0.4亿元\t第5位\n', [
      { raw: '51.3%', value: 0.513, kind: 'ratio', indicator: '研发活动覆盖率', period: '2022' },
      { raw: '4.6个百分点', value: { pp: 4.6 }, kind: 'change', indicator: '研发活动覆盖率比上年变化' },
      { raw: '第2位', value: 2, kind: 'rank', indicator: '研发活动覆盖率排名' },
      { raw: '3.8亿元', value: 380000000, indicator: '技术贸易额' },
      { raw: '0.4亿元', kind: 'change', indicator: '技术贸易额比上年变化' },
      { raw: '第5位', value: 5 },
    ]);
  });

  test('leave the sentences around them as they are', () => {
    const text = '全年登记合同15项。\n指标\t2021年\t2022年\n专利授权量（件）\t320\t415\n举办活动6场。';
    expect(read(text).map(({ raw }) => raw)).toEqual(['15项', '320', '415', '6场']);
  });
});
