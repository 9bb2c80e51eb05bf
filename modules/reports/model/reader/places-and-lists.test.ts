// Lists of places, numbers in brackets behind their labels, and the smaller words around a figure, each on sentences of our own.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

describe('lists of places', () => {
  test('are counted, and what is spoken of stays the same', () =>
    expectFigures('全省技术市场交易额82亿元。安和、临泉、石门3市居后三位，合计交易额2.4亿元。', [
      { raw: '82亿元', indicator: '技术市场交易额' },
      { raw: '3市', kind: 'level', measure: 'set_size' },
      { raw: '后三位', kind: 'rank', value: 3 },
      { raw: '2.4亿元', indicator: '技术市场交易额' },
    ]));

  test('have their growths in brackets', () =>
    expectFigures('从研发经费增速看，安和（增长12.5%）、临泉（增长8%）领先；石门（-3.1%）、白渡（-2%）负增长。', [
      { raw: '12.5%', kind: 'yoy_growth', value: 0.125 },
      { raw: '8%', kind: 'yoy_growth' },
      { raw: '-3.1%', kind: 'yoy_growth', value: -0.031 },
      { raw: '-2%', kind: 'yoy_growth', value: -0.02 },
    ]));

  test('tell among how many something ranks', () =>
    expectFigures('创新指数达72.6%，在全省16个市中排名第5，较上年前进2位。', [
      { raw: '72.6%', indicator: '创新指数' },
      { raw: '16个', measure: 'set_size', indicator: '全省市数' },
      { raw: '第5', kind: 'rank', indicator: '创新指数全省排名' },
      { raw: '2位', kind: 'change', indicator: '创新指数排名变化', comparison: { base: '上年' } },
    ]));
});

describe('around a figure', () => {
  test.each([
    ['设立总规模20亿元的成果转化基金。', '成果转化基金总规模'],
    ['有效发明专利拥有量600件，其中企业占比68%。', '企业有效发明专利占比'],
    ['兑现惠企政策资金2亿元，涉及企业130家次。', '惠企政策资金涉及企业'],
    ['创新资金计划32项（9项获资助）。', '获资助创新资金计划'],
  ])('%s is %s', (text, name) => expect(read(text).at(-1)?.indicator).toBe(name));

  test('a ceiling may have its deed between', () =>
    expect(read('单个项目最高支持500万元。')[0]).toMatchObject({ kind: 'threshold', status: 'requirement', bound: 'at_most' }));

  test('what comes of an aim is aimed at, and 以来 covers the years of the plan', () => {
    expect(read('确保研发投入强度提升0.1个百分点，达到2.9%。').map(({ status }) => status)).toEqual(['target', 'target']);
    expect(read('“十三五”以来，累计实施科技项目1560项。', 2019)[0]?.period).toBe('2016-2020');
  });

  test('two thirds of a province are a share', () =>
    expect(read('合计成交额289亿元，超全省三分之二。')[1]).toMatchObject({ kind: 'share' }));
});
