// Numbers with nothing to count behind them: points of a speech, places, aims, who was given something, and the marks and ranges that stay with what follows.
import { expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('the points of a speech are points of the work', () => expect(names('一年来主要抓了以下六方面工作：')).toEqual(['主要工作方面']));

test('places are counted as places, and what is spoken of stays', () =>
  expect(names('孵化器达到12家，对5县2区开展了考核，在全省16市中率先出台办法，总量居全省第三。')).toEqual([
    '科技企业孵化器',
    '县数',
    '区数',
    '全省市数',
    '孵化器总量全省排名',
  ]));

test('an aim is one for what is spoken of, and so is what passes it', () =>
  expect(names('技术交易额32亿元，增长18%(超额完成12%省考目标)。新增瞪羚企业70家(超出20家完成省考目标)。')).toEqual([
    '技术交易额',
    '技术交易额增速',
    '技术交易额增速',
    '新增瞪羚企业',
    '新增瞪羚企业超出目标',
  ]));

test('those who were given something are named by it', () => expect(names('全年为26家企业提供科技保险。')[0]).toBe('获科技保险企业'));

test('what was done in instalments is named behind', () =>
  expect(names('全年分三批组织申报科技型企业42家。')[0]).toBe('科技型企业申报批次'));

test('what was granted is of what was applied for', () =>
  expectFigures('组织申报省级农业示范园46家，有31家通过认定。', [{ raw: '46家' }, { raw: '31家', indicator: '通过认定省级农业示范园' }]));

test('fields are those of the industry spoken of, and a mark stays with what it marks', () => {
  expect(names('全省高新技术产业增加值增长9.6%。\n分七大领域看，环保领域增速领先。')[1]).toBe('高新技术产业领域数');
  expect(names('在有生产活动的86个行业中，多数实现增长。')).toEqual(['有生产活动的行业']);
});

test('both ends of a range count the same thing', () =>
  expect(names('新建3-5家省级服务平台，引进10至20名专家。')).toEqual(['新建省级服务平台', '新建省级服务平台', '引进专家', '引进专家']));
