// Numbers dealt out one by one: to things of a list farther off, behind a number or in a clause before, and to the years of a span.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('the number between only counts the list', () => {
  expect(names('食品、纺织、建材三个行业分别增长4.1%、3.6%、-1.2%。').slice(1)).toEqual(['食品行业增速', '纺织行业增速', '建材行业增速']);
  expect(names('新材料、电子信息两个领域分别增长7.2%9.6%。').slice(1)).toEqual(['新材料领域增速', '电子信息领域增速']);
});

test('a share without a whole is one of the whole that the share before named', () =>
  expect(names('装备领域增加值占高技术产业增加值的31.0%；航天、能源两个领域分别占12.5%、9.3%。').slice(2)).toEqual([
    '航天领域增加值占高技术产业增加值比重',
    '能源领域增加值占高技术产业增加值比重',
  ]));

test('依次 deals out as 分别 does, and what the things are called together names none of them', () =>
  expect(names('园区工业总产值、工业增加值、税收收入等各项指标同比依次增长8.1%、7.4%和5.2%。')).toEqual([
    '园区工业总产值增速',
    '工业增加值增速',
    '税收收入增速',
  ]));

test('the things stand in the clause before', () =>
  expect(names('到2025年，全县瞪羚企业和科技型企业实现双倍增，分别超过30家和260家。')).toEqual(['瞪羚企业', '科技型企业']));

test('a number stands between the things and their own', () =>
  expect(names('其中工业总产值和税收收入增幅分别高于沿海12个开发区0.8和3.1个百分点。').slice(1)).toEqual([
    '工业总产值与沿海开发区之差',
    '税收收入与沿海开发区之差',
  ]));

describe('numbers dealt out', () => {
  test('borrow the unit of the last with its 万 and 亿, and are of one year each', () =>
    expectFigures('2019—2021年，全县技术合同成交额分别为3.1、3.64、4.2亿元，登记技术合同分别达到51、64和80项。', [
      { raw: '3.1', value: 310_000_000, unit: '元', period: '2019' },
      { raw: '3.64', value: 364_000_000, period: '2020' },
      { raw: '4.2亿元', value: 420_000_000, period: '2021' },
      { raw: '51', value: 51, unit: '项', period: '2019' },
      { raw: '64', value: 64, period: '2020' },
      { raw: '80项', value: 80, period: '2021' },
    ]));

  test('keep the span where there are not as many as years', () =>
    expectFigures('2019—2021年，登记技术合同分别达到51、64项。', [
      { raw: '51', period: '2019-2021' },
      { raw: '64项', period: '2019-2021' },
    ]));
});
