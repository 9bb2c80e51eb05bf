// Numbers told of what the sentence before told one by one, and of who spends when the text is about one kind of spending.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('shares of what the sentence before told one by one', () => {
  const told = '基础研究经费29.8亿元，增长18.7%（上年25.1亿元）；应用研究经费74.5亿元；试验发展经费544亿元。';
  expect(names(`${told}上述各类经费所占比重依次为4.6%、11.5%和83.9%。`).slice(-3)).toEqual([
    '基础研究经费比重',
    '应用研究经费比重',
    '试验发展经费比重',
  ]);
});

test('each treasury spends on what all of them spent on', () =>
  expect(names('全省财政科学技术支出96.4亿元，增长5.1%。其中省本级21.3亿元、市县75.1亿元。').slice(-2)).toEqual([
    '省本级财政科学技术支出',
    '市县财政科学技术支出',
  ]));

test('in a text on R&D whoever spends, spends on it', () => {
  const head = '2021年青岚省研究与试验发展(R&D)经费投入统计公报\nR&D经费投入118亿元，R&D人员3万人。\n';
  expect(names(`${head}东部地区投入62亿元，青岚市支出18亿元。`).slice(-2)).toEqual(['东部地区R&D经费支出', 'R&D经费支出']);
});

test('an intensity is named with what the text sets the spending against', () => {
  expect(names('R&D经费与地区生产总值之比为2.37%。')).toEqual(['R&D经费投入强度(与地区生产总值之比)']);
  expect(names('R&D经费投入强度（与地区生产总值之比）为2.37%。')).toEqual(['研发(R&D)经费投入强度']);
  expect(names('R&D经费支出占GDP比重2.49%。')).toEqual(['研发投入强度(R&D经费支出占GDP比重)']);
});
