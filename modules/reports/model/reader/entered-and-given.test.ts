// What was entered before a bracket is ranked in it; who gave, an example and a part of an area leave the name to what is counted.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a place in brackets is that of the list that was entered, and so is its change', () =>
  expect(names('研发经费投入23亿元，连续三年入选全球创新百强城市(位列第81名，3年累计跃升12个位次)。').slice(1)).toEqual([
    '全球创新百强城市排名',
    '全球创新百强城市变化',
  ]));

test('who gave something to whom is no part of what was given', () =>
  expect(names('市区各级共为园区216家企业兑现奖补资金1.2亿元。')).toEqual(['园区企业兑现奖补资金', '园区企业兑现奖补资金']));

test('one example names none of the others', () =>
  expect(names('推动签约、落地海天科技等有突出贡献的公司项目42项，投资额超30亿元。')).toEqual(['签约落地公司项目', '公司项目投资额']));

test('foreign experts follow a number as anyone does', () =>
  expect(names('4名专家获得省卓越工程师奖；2名外国专家荣获2021年省友谊奖。')[1]).toBe('荣获省友谊奖外国专家'));

test('so much of an area has been built', () =>
  expect(names('创意产业基地规划建设总面积60万平方米，其中已建成24万平方米。')[1]).toBe('创意产业基地建成面积'));

test('those who passed are of the sort that was applied for', () =>
  expect(names('推荐9家企业申报高新技术企业认定，其中甲、乙等4家企业通过了公示。')[1]).toBe('通过公示高新技术企业'));

test('how a rate was reckoned belongs to it', () =>
  expect(names('按研究人员全时工作量计算的人均经费为38.2万元，比上年增加1.6万元。')).toEqual([
    '按研究人员全时工作量计算的人均经费',
    '按研究人员全时工作量计算的人均经费比上年变化',
  ]));

test('fields are those of the industry spoken of, and a mark stays with what it marks', () => {
  expect(names('全省高新技术产业增加值增长9.6%。\n分七大领域看，环保领域增速领先。')[1]).toBe('高新技术产业领域数');
  expect(names('在有生产活动的86个行业中，多数实现增长。')).toEqual(['有生产活动的行业']);
});

test('parts behind a colon have the sum before it', () =>
  expect(names('营业收入186亿元：国家高新区120亿元，省级高新区66亿元。')).toEqual([
    '营业收入',
    '国家高新区营业收入',
    '省级高新区营业收入',
  ]));

test('both ends of a range count the same thing', () =>
  expect(names('新建3-5家省级服务平台，引进10至20名专家。')).toEqual(['新建省级服务平台', '新建省级服务平台', '引进专家', '引进专家']));
