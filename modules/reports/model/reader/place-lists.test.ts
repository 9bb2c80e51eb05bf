// Numbers told of one place after the other: rows of places, those that come next, what each of them did.
import { expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

test('places that come next are told in the measure before', () =>
  expectFigures('白渡区高新技术产业产值达到52.6亿元；青岚县、东溪县紧随其后，分别达到31.4亿元、28.9亿元。', [
    { raw: '52.6亿元', indicator: '高新技术产业产值', region: '白渡区' },
    { raw: '31.4亿元', indicator: '高新技术产业产值', region: '青岚县' },
    { raw: '28.9亿元', indicator: '高新技术产业产值', region: '东溪县' },
  ]));

test('a row of places has its measure behind it, and a growth stays one', () =>
  expectFigures('青岚县、东溪县、白渡区高新技术产业增加值也都实现了较快增长，分别达到18.2%、15.7%和11.3%。', [
    { raw: '18.2%', kind: 'yoy_growth', indicator: '高新技术产业增加值增速', region: '青岚县' },
    { raw: '15.7%', kind: 'yoy_growth' },
    { raw: '11.3%', kind: 'yoy_growth', indicator: '高新技术产业增加值增速', region: '白渡区' },
  ]));

test('what each of the places did stands behind 分别', () =>
  expectFigures('青岚县、白渡区分别认定高新技术企业14家、11家。', [
    { raw: '14家', indicator: '认定高新技术企业', region: '青岚县' },
    { raw: '11家', indicator: '认定高新技术企业', region: '白渡区' },
  ]));

test('growths ranked by place', () =>
  expectFigures('全市规上工业增加值增速前两位的是：青岚县13.4%、白渡区12.9%。', [
    { raw: '前两位', kind: 'rank' },
    { raw: '13.4%', kind: 'yoy_growth', region: '青岚县' },
    { raw: '12.9%', kind: 'yoy_growth', region: '白渡区' },
  ]));

test('a place alone, and several that share a value', () =>
  expectFigures('规上工业企业研发机构覆盖率达到57.4%，其中青岚县最高，为70.6%；白渡区、东溪县均不足40%。', [
    { raw: '57.4%' },
    { raw: '70.6%', region: '青岚县' },
    { raw: '40%', indicator: '规上工业企业研发机构覆盖率', kind: 'ratio' },
  ]));

test('rows of places are no part of what is ranked', () =>
  expect(read('研发费用增长21.3%，其中青岚县、白渡区增速居前两位。').at(-1)?.indicator).toBe('研发费用增速排名'));

test('places named without what they are, and counted as such', () =>
  expectFigures('青岚、白渡、沙坪几个县技术合同成交额分别做到3.2亿元、1.6亿元、9800万元。', [
    { raw: '3.2亿元', indicator: '技术合同成交额', region: '青岚县' },
    { raw: '1.6亿元', indicator: '技术合同成交额', region: '白渡县' },
    { raw: '9800万元', indicator: '技术合同成交额', region: '沙坪县' },
  ]));

test('rates in brackets behind places are of the measure that the sentence was about, not of the line drawn', () =>
  expect(
    read('规上工业企业研发机构设置率：全市平均52.3%，未达45%底线的有2个地区，即青岚县（38.1%）和白渡县（41.6%）。').slice(-2),
  ).toMatchObject([
    { raw: '38.1%', indicator: '规上工业企业研发机构设置率', kind: 'ratio' },
    { raw: '41.6%', indicator: '规上工业企业研发机构设置率', kind: 'ratio' },
  ]));
