// Numbers and their units: multipliers, bounds, breaks, widths, Chinese numerals and what is lost in scanning.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

describe('a number with its unit', () => {
  test('is given in base units, exactly', () => {
    expectFigures('全市技术合同成交额111.77亿元，兑现奖补资金3398.29万元，孵化面积8.6万平方米，专家5.2万名。', [
      { raw: '111.77亿元', value: 11177000000, exact: '11177000000', unit: '元', precision: 500000 },
      { raw: '3398.29万元', value: 33982900, unit: '元', precision: 50 },
      { raw: '8.6万平方米', value: 86000, unit: '平方米' },
      { raw: '5.2万名', value: 52000, unit: '名', precision: 500 },
    ]);
  });

  test('as a percentage is a fraction, as points stays points, and a thousandth point is a tenth of one', () => {
    expectFigures('覆盖率达92.5%，比上年提高0.2个百分点；出生率为6.77‰，比上年下降0.5个千分点。', [
      { raw: '92.5%', value: 0.925, exact: '0.925', precision: 0.0005 },
      { raw: '0.2个百分点', value: { pp: 0.2 }, unit: '个百分点', precision: 0.05 },
      { raw: '6.77‰', value: 0.00677, unit: '‰' },
      { raw: '0.5个千分点', value: { pp: -0.05 } },
    ]);
  });

  test('may be written wide, with commas, or broken by a line and a page mark', () => {
    expectFigures('高新技术企业１２３６家，专利12,345件。', [
      { raw: '１２３６家', value: 1236 },
      { raw: '12,345件', value: 12345 },
    ]);
    const filler =
      '今年以来我们坚持创新驱动发展战略不动摇,持续推进各项科技工作提质增效,不断优化营商环境和创新生态,全力服务经济社会发展大局';
    const page = `${filler},全市登记技术合同2\n3、57项,${filler},成交额达1\n4、6.5亿元。`;
    expectFigures(page, [
      { raw: '2\n3、57项', value: 257 },
      { raw: '1\n4、6.5亿元', value: 1650000000 },
    ]);
  });

  test('may come from a font of radicals', () => {
    expectFigures('⾼新技术企业总数达56家，⻓三⻆合作项⽬6项。', [
      { raw: '56家', indicator: '高新技术企业总数' },
      { raw: '6项', indicator: '长三角合作项目' },
    ]);
  });

  test('loses neither a scanned percent sign nor a zero read as a letter', () => {
    expectFigures('合同额占全市的12.6的；共登记1O5项。', [
      { raw: '12.6的', value: 0.126, unit: '%', kind: 'share' },
      { raw: '1O5项', value: 105 },
    ]);
  });

  test('gets the unit that its words imply where the text leaves it out', () => {
    expectFigures('投入扶持资金1800万，建成孵化面积2.4万，创新指数达85.6。', [
      { raw: '1800万', value: 18000000, unit: '元' },
      { raw: '2.4万', value: 24000, unit: '平方米' },
      { raw: '85.6', value: 85.6, unit: null },
    ]);
  });
});

describe('the bound of a number', () => {
  test.each([
    ['发放贷款近3亿元。', '3亿元', 'just_under'],
    ['发放贷款逾3亿元。', '3亿元', 'more_than'],
    ['发放贷款约3亿元。', '3亿元', 'approx'],
    ['服务企业60余家。', '60余家', 'more_than'],
    ['服务企业2600多家。', '2600多家', 'more_than'],
    ['兑现资金4500多万元。', '4500多万元', 'more_than'],
    ['专职人员不足20人。', '20人', 'less_than'],
    ['服务企业50家以上。', '50家', 'at_least'],
    ['服务企业50家左右。', '50家', 'approx'],
    ['每家补助不超过30万元。', '30万元', 'at_most'],
    ['高新技术企业总数突破900家。', '900家', 'more_than'],
  ])('%s', (text, raw, bound) => expectFigures(text, [{ raw, bound: bound as 'exact' }]));

  test('a denied number is nothing', () => {
    expectFigures('贷款尚未发生一笔坏账，目前没有出现1起事故。', [
      { raw: '一笔', value: 0 },
      { raw: '1起', value: 0 },
    ]);
    expectFigures('截至目前尚未出现1笔坏账。', [{ raw: '1笔', value: 0 }]);
  });
});

describe('numbers that a page cuts', () => {
  test('across an empty line, behind a point or behind the word that leads to it', () =>
    expectFigures('全市技术合同成交额突破\n\n300亿元,达到 318.\n\n46亿元,比上年增长21.%。\n\n一、概况', [
      { raw: '300亿元', bound: 'more_than' },
      { raw: '318.\n\n46亿元', value: 31_846_000_000 },
      { raw: '21.%', value: 0.21 },
    ]));

  test('a heading numbered behind an empty line is no end of a number', () =>
    expectFigures('全市孵化器达到\n\n2.新建众创空间9家。', [{ raw: '9家' }]));
});

describe('Chinese numerals', () => {
  test('count where they carry a quantity', () => {
    expectFigures('与三所高校签约，聚焦五大产业，分两批下达，杠杆放大八倍，占比近七成，完成百分之十五。', [
      { raw: '三所', value: 3 },
      { raw: '五大', value: 5, measure: 'set_size' },
      { raw: '两批', value: 2 },
      { raw: '八倍', value: 8, kind: 'multiple' },
      { raw: '七成', value: 0.7, bound: 'just_under' },
      { raw: '百分之十五', value: 0.15 },
    ]);
  });

  test('count when what they count stands before them', () => {
    expectFigures('荣获省科技进步奖一等奖一项、三等奖两项。', [
      { raw: '一项', value: 1 },
      { raw: '两项', value: 2 },
    ]);
  });

  test('do not count in names, slogans, adverbs and levels', () => {
    for (const text of [
      '进一步强化一批企业，建设一流平台，形成一系列成果。',
      '深入学习党的二十大精神，增强“四个意识”，做到两个维护。',
      '市县两级联动，构建三级梯队，实施三年行动计划。',
      '推进一二三产业融合，建设五位一体体系。',
      '第十三届创新创业大赛在三明市和六安市举办。',
      '评选十大杰出青年，参加第二批试点。',
      '实施百人计划、千人计划，推进“双百工程”。',
    ]) {
      expect(read(text), text).toEqual([]);
    }
  });

  test('double', () => {
    expectFigures('高企数量三年翻番，产值翻两番。', [
      { raw: '三年翻番', value: 2, unit: '倍', kind: 'multiple' },
      { raw: '翻两番', value: 4, kind: 'multiple' },
    ]);
  });
});

describe('a span of time that is measured', () => {
  test('counts, unlike one that only says how long', () => {
    expectFigures('提前3个月完成任务，审批压缩至5个工作日，连续3个月领先。', [{ raw: '3个月' }, { raw: '5个工作日', value: 5 }]);
  });
});

describe('several numbers in one', () => {
  test('a range has two figures with one unit', () => {
    expectFigures('拟培育领军企业3-5家，贷款贴息2%至4%。', [
      { raw: '3', value: 3, unit: '家' },
      { raw: '5家', value: 5 },
      { raw: '2%', value: 0.02 },
      { raw: '4%', value: 0.04 },
    ]);
  });

  test('a proportion of parts that make a whole has shares', () => {
    expectFigures('三次产业结构为7.5:42.1:50.4。', [
      { raw: '7.5', value: 0.075, kind: 'share', indicator: '第一产业占生产总值比重' },
      { raw: '42.1', value: 0.421, indicator: '第二产业占生产总值比重' },
      { raw: '50.4', value: 0.504, indicator: '第三产业占生产总值比重' },
    ]);
  });
});
