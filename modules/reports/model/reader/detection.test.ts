// Which numerals are figures at all, in constructions where a reader may miss one or find one too many.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

describe('parts of a whole', () => {
  test('in tenths, in Arabic and in Chinese', () =>
    expectFigures('技术合同成交额同比增长6成多，其中七成来自企业。', [
      { raw: '6成', value: 0.6, kind: 'yoy_growth', bound: 'more_than' },
      { raw: '七成', value: 0.7, kind: 'share' },
    ]));

  test('as a fraction, where it says of what', () => {
    expectFigures('地理标志产品36个，约占全省1/4，产值占全省的2/5。', [
      { raw: '36个' },
      { raw: '1/4', value: 0.25, kind: 'share', bound: 'approx' },
      { raw: '2/5', value: 0.4, kind: 'share' },
    ]);
    expect(read('详见附件1/4。')).toEqual([]);
  });
});

describe('round numbers', () => {
  test('of an investment that stands before its thing', () =>
    expectFigures('投资百亿的临泉新材料基地开工建设，建成千亿级产业园。', [{ raw: '百亿', value: 1e10, unit: '元' }]));

  test('doubled within years, and not in the name of a plan', () =>
    expectFigures('发明专利申请实现三年倍增，高新技术企业倍增计划启动。', [{ raw: '三年倍增', value: 2, kind: 'multiple' }]));
});

describe('measure words', () => {
  test('behind a bracket count', () =>
    expectFigures('全区幼儿园(含市区两级民办)48所，小学(含教学点)31所。', [{ raw: '48所' }, { raw: '31所' }]));

  test('of stages count behind 分 and name a stage alone', () =>
    expectFigures('该园分三期建设，三期工程已选址。', [{ raw: '三期', value: 3 }]));

  test('one of them counts', () => expectFigures('建成创新团队6家，其中一家为省级。', [{ raw: '6家' }, { raw: '一家', value: 1 }]));

  test.each([
    '按照“以产业为主线、以企业为主体、实现四项升级”的总体思路推进工作。',
    '我市连续3届获评先进城市。',
    '该站荣膺全省十大模范工作站。',
    '科技三项费用逐年提高。',
  ])('%s counts nothing', (text) => expect(read(text)).toEqual([]));
});
