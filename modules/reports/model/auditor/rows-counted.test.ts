// What a heading, a row of places, classes by size and last year's row say of how many or how much there is.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string, year?: number): string[] => alarmsOf(audit(text, year)).map(({ type, formula }) => `${type} ${formula}`);

const headed = (count: string): string =>
  `各事项办理情况如下。\n一、已经办结的事项（${count}项）\n（1）路灯维护。已经移交。\n（2）道路划线。已经完工。\n（3）公园绿化。已经验收。\n二、正在办理的事项（2项）\n（4）管网改造。正在施工。\n（5）停车场。正在设计。`;

test('a heading numbers the points under it', () => {
  expect(wrong(headed('3'))).toEqual([]);
  expect(wrong(headed('4'))).toEqual(['list_count 其下编号项数 = 4']);
});

const placed = (places: string): string =>
  `按产值排序，东山区268.5亿元，居第一位；青河县163.2亿元、白石县118.9亿元、云岭县83.7亿元，分列${places}。`;

test('as many places as names', () => {
  expect(wrong(placed('第二至第四位'))).toEqual([]);
  expect(wrong(placed('第二、三、四位'))).toEqual([]);
  expect(wrong(placed('第二至第三位'))).toEqual(['list_count 列出名称数 = 2']);
});

const banded = (last: number): string =>
  `年末入库企业240家，比上年的210家增加30家。其中营业收入超5亿元企业12家，占5.0%；营业收入1亿至5亿元企业88家，营业收入1亿元以下企业${last}家。`;

test('classes by size whose bounds meet make what was counted', () => {
  expect(wrong(banded(140))).toEqual([]);
  expect(wrong(banded(130))).toEqual(['sum 12家 + 88家 + 130家']);
  // A band is missing: nothing follows.
  expect(wrong('年末入库企业240家。其中营业收入超5亿元企业12家，营业收入1亿至2亿元企业58家，营业收入1亿元以下企业130家。')).toEqual([]);
});

test('bounds are held against each other exactly, in whichever unit they are told', () =>
  expect(
    wrong('年末入库企业240家。其中营业收入超1.1亿元企业12家，营业收入5000万至11000万元企业88家，营业收入5000万元以下企业130家。'),
  ).toEqual(['sum 12家 + 88家 + 130家']));

const based = (year: number): string =>
  `2022年全区实现营业总收入612.8亿元，同比增长13.2%。\n全区营业总收入612.8亿元，比${year}年的541.3亿元增加71.5亿元。`;

test('the base of a growth over last year is last year’s', () => {
  expect(wrong(based(2021), 2022)).toEqual([]);
  expect(wrong(based(2020), 2022)).toEqual(['date 612.8亿元 ÷ 541.3亿元 − 1 = 13.2%']);
});

const run = (word: string): string =>
  `全年发放贷款45笔，金额6.30亿元，平均每笔1400万元；上年同期30笔、5.00亿元，笔数和金额分别${word}50.0%和26.0%。`;

test('growths under 分别 go the way of their levels', () => {
  expect(wrong(run('增长'))).toEqual([]);
  expect(wrong(run('下降'))).toEqual(['growth 45笔 ÷ 30笔 − 1']);
});
