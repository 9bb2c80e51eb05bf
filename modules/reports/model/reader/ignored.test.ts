// Numerals that are no figures: dates, names, titles, document numbers, enumerators, editions, durations, page furniture.
import { describe, expect, test } from 'vitest';
import { readIgnored } from './read-figures.ts';
import { expectFigures, read } from './reading-cases.ts';

const reasons = (text: string) => readIgnored(text).map(({ start, end, reason }) => [[...text].slice(start, end).join(''), reason]);

describe('a numeral that counts nothing', () => {
  test.each([
    ['2022年，3月15日，1-9月，2021-2025年，2023.04.15，20xx年，二〇二二年。'],
    ['一、总体情况\n（一）主要指标\n1.创新主体\n2、创新平台\n①强化服务\n一是抓培育'],
    ['印发《关于加快创新发展的30条措施》（政发〔2021〕16号）。'],
    ['依托5G、3D打印和C919配套，与55所、114所合作，开通12345热线，构建“1+3+N”体系。'],
    ['入围中国企业500强，攻关1类新药，建设211高校。'],
    ['连续三年、近五年、为期2年的工作。'],
    ['发布时间：2023-02-03 浏览次数：1286次\n'],
    ['文件大小：37.5KB\n共12页\n'],
    ['一季度和前三季度，上半年1月至6月。'],
  ])('%s', (text) => expect(read(text)).toEqual([]));

  test('is left out with its reason', () => {
    expect(reasons('（政发〔2021〕16号）')).toContainEqual(['〔2021〕16号', 'document-number']);
    expect(reasons('第十一届大赛')).toContainEqual(['第十一', 'edition']);
    expect(reasons('2022年')).toContainEqual(['2022年', 'date']);
    expect(reasons('《2022年指南》')).toContainEqual(['《2022年指南》', 'title']);
  });

  test('may stand right before one that counts', () => {
    expectFigures('1.2022年全市新增高企35家。2.2家企业上市。', [{ raw: '35家' }, { raw: '2家' }]);
    expectFigures('入统率达100%2022年全市登记合同15项。', [
      { raw: '100%', value: 1 },
      { raw: '15项', value: 15 },
    ]);
    expectFigures('PM2.5平均浓度32微克/立方米，占GDP2.6%。', [
      { raw: '32微克/立方米', value: 32 },
      { raw: '2.6%', value: 0.026 },
    ]);
  });

  test('cases of infringement are counted; the notice of a site is not', () =>
    expectFigures('全年查处侵权专利案件16件，结案15件。\n如有侵权，请在3天内联系我们删除。', [{ raw: '16件' }, { raw: '15件' }]));
});

describe('a page mark', () => {
  test('between two pages of running text is dropped', () => {
    expectFigures('全市围绕主导产业组织实施重点研发计划项目并安排财政资金支持企业开展技术\n- 12 -\n攻关26项。', [
      { raw: '26项', value: 26 },
    ]);
  });
});

test('nought, points of a slogan, papers on a page and what a paper is filed under count nothing', () =>
  expectFigures('工作总结六篇\n索引号 002969069/2021-120113\n跟踪汽车零部件企业，实现三个突破、三个提升。', []));
