// Numbers with nothing to count behind them: points of a speech, places, aims, who was given something, whose parts a proportion tells.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('the points of a speech are points of the work', () => expect(names('一年来主要抓了以下六方面工作：')).toEqual(['主要工作方面']));

test('places are counted as places, and what is spoken of stays', () =>
  expect(names('孵化器达到12家，对5县2区开展了考核，在全省16市中率先出台办法，总量居全省第三。')).toEqual([
    '科技企业孵化器',
    '县数',
    '区数',
    '全省市数',
    '孵化器总量排名',
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

test('projects spend on research themselves', () =>
  expect(names('5个省重大科技项目，全年完成研发投入2.3亿元。')).toEqual(['省重大科技项目', '省重大科技项目研发投入']));

test('what was done in instalments is named behind', () =>
  expect(names('全年分三批组织申报科技型企业42家。')[0]).toBe('科技型企业申报批次'));

test('a list goes on with shares of the same region', () =>
  expect(names('集聚全省超60%的领军人才、超70%的省级实验室。')).toEqual(['领军人才占全省比重', '省级实验室占全省比重']));

test('places under 其中 have as much of the whole', () => {
  const read5 = read('实现技术合同成交额86.5亿元，占全省的5.6%。其中，青岚市40.2亿元、白渡市21.3亿元。');
  expect(read5.slice(2).map(({ indicator, region }) => [indicator, region])).toEqual([
    ['技术合同成交额', '青岚市'],
    ['技术合同成交额', '白渡市'],
  ]);
});
