// Shares in turn of the parts before them, shares of what was added, and shares behind the parts of a cut that is told as a heading.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test('three shares behind their three parts', () => {
  const told = (applied: string): string =>
    `全市研发经费128.6亿元。基础研究经费6.2亿元，增长16.4%；应用研究经费${applied}亿元，增长9.4%；试验发展经费107.5亿元，增长11.6%。三者所占比重依次为4.8%、11.6%和83.6%。`;
  expect(wrong(told('14.9'))).toEqual([]);
  expect(wrong(told('13.6'))).toContain('share 13.6亿元 ÷ 128.6亿元');
});

test('a part of what was added', () => {
  const told = (share: string): string => `全市产值同比增加62.2亿元，其中电子行业增加26.2亿元，占增量的${share}。`;
  expect(wrong(told('42.1%'))).toEqual([]);
  expect(wrong(told('28.6%'))).toEqual(['share 26.2亿元 ÷ 62.2亿元']);
});

test('a share behind a part of the whole that a heading divides', () => {
  const told = (share: string): string =>
    `全市研发经费128.64亿元。\n（二）按部门分。企业经费104.38亿元，增长12.1%，占81.1%；机构经费10.86亿元，增长7.1%，占8.4%；高校经费13.40亿元，增长12.9%，占${share}。`;
  expect(wrong(told('10.4%'))).toEqual([]);
  expect(wrong(told('8.4%'))).not.toEqual([]);
});

test('last year’s row is no whole of this year’s parts', () =>
  expect(wrong('上年三类经费分别为5.3亿元、13.6亿元和96.3亿元。\n其他经费2.1亿元，增长4.9%，占1.7%。')).toEqual([]));
