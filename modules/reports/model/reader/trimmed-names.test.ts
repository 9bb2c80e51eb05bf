// Words that stand before a number without naming what it counts: when it was, what is hoped for, how it is reckoned.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('by when, from when and of each are no part of a name', () => {
  expect(names('出租率由年初的70%提高到年末的80%。')).toEqual(['出租率', '出租率']);
  expect(names('资助强度由每项8万元提高到12万元。')).toEqual(['资助强度', '资助强度']);
  expect(names('计划6月底前完成设备投资3000万元。')).toEqual(['设备投资']);
});

test('an aim and a reckoning say nothing of what is counted', () => {
  expect(names('▲科技型中小企业：目标入库900家，已入库930家。')).toEqual(['科技型中小企业入库数', '科技型中小企业入库数']);
  expect(names('利润总额却由上年的25亿元降至23亿元。')).toEqual(['利润总额', '利润总额']);
});

test('a short word for an enterprise is written out where enterprises are counted', () => {
  expect(names('力争全年高企净增6家以上。')).toEqual(['高新技术企业净增数']);
  expect(names('兑现高企认定奖励90万元。')).toEqual(['兑现高企认定奖励']);
});
test('spending against output is an intensity, in the letters that the text uses', () =>
  expect(names('全省投入研究与试验发展（R&D）经费88亿元，与地区生产总值之比为2.1%。').at(-1)).toBe('R&D经费投入强度(与地区生产总值之比)'));
