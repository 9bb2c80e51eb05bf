// Constructions in which bureaus and communiqués say whose number it is without naming it beside the number.
import { describe, expect, test } from 'vitest';
import { moodOfHeading } from './outline.ts';
import { expectFigures, read } from './reading-cases.ts';

describe('a number takes its thing from', () => {
  test('the words before a bracket, and so does what follows the bracket', () =>
    expectFigures('重组市重点实验室8家（牵头5家，参与3家），总量增至30家。', [
      { raw: '8家' },
      { raw: '5家', indicator: '重组市重点实验室牵头数' },
      { raw: '3家', indicator: '重组市重点实验室参与数' },
      { raw: '30家', indicator: '重组市重点实验室总量' },
    ]));

  test('the whole before 其中, not the part beside it', () =>
    expectFigures('专任教师820人，其中，职业中学240人、小学310人。', [
      { raw: '820人' },
      { raw: '240人' },
      { raw: '310人', indicator: '小学专任教师' },
    ]));

  test('the clause that has no number', () =>
    expectFigures('金融业活力凸显，增加值达到21.6亿元，同比增长4.8%。', [
      { raw: '21.6亿元', indicator: '金融业增加值' },
      { raw: '4.8%', indicator: '金融业增加值增速', kind: 'yoy_growth' },
    ]));

  test('the list before it, one by one', () => {
    const names = read('甲产业、乙产业分别增长12.5%、8.1%，高于全省6.2、1.8个百分点。').map(({ indicator }) => indicator);
    expect(names).toEqual(['甲产业增速', '乙产业增速', '甲产业增速与全省之差', '乙产业增速与全省之差']);
  });

  test('the organisation spoken of: 研发投入 is then not that of the whole society', () =>
    expectFigures('新型研发机构达到38家，研发投入6.3亿元。', [{ raw: '38家' }, { raw: '6.3亿元', indicator: '新型研发机构研发投入' }]));
});

describe('a unit', () => {
  test('is lent by the last number of a list', () =>
    expectFigures('增速分别高于全国、全省1.3个、0.6个百分点。', [
      { raw: '1.3个', value: { pp: 1.3 }, kind: 'change' },
      { raw: '0.6个百分点', value: { pp: 0.6 } },
    ]));

  test('of age belongs to the name of a group of people', () =>
    expectFigures('0-14岁人口3.2万人，占总人口的14.5%。', [
      { raw: '3.2万人', indicator: '0-14岁人口' },
      { raw: '14.5%', kind: 'share' },
    ]));

  test('of a tenth counts as a share', () => expectFigures('规模占全市的十分之一以上。', [{ raw: '十分之一', value: 0.1 }]));
});

describe('the time', () => {
  test('of a mean growth are the years between', () =>
    expectFigures('投入从2018年的3亿元增加到2022年的5亿元，年均增长13.6%。', [
      { raw: '3亿元', period: '2018' },
      { raw: '5亿元', period: '2022' },
      { raw: '13.6%', period: '2018-2022' },
    ]));

  test('of the second half is in the year reported on', () =>
    expectFigures('下半年，力争登记技术合同60项。', [{ raw: '60项', period: '2022H2', status: 'target' }]));

  test('of what has been done is not that of the plan around it', () =>
    expectFigures('下一步继续摸排企业，目前已初步筛选出5家企业。', [{ raw: '5家', status: 'actual', period: '2022' }]));
});

test.each([
  ['强化统筹谋划，主要指标量质齐升', null],
  ['锚定目标任务，指标稳步提升', null],
  ['抓好重点任务，推动成果转化', null],
  ['年度目标任务完成情况', 'past'],
  ['重点任务', 'plan'],
  ['2024年工作谋划', 'plan'],
])('the heading %s tells of the mood below it: %s', (heading, mood) => expect(moodOfHeading(heading)).toBe(mood));

test('a first place is a rank without a numeral, and a chart is numbered without counting', () => {
  expectFigures('增速居全市首位。', [{ raw: '首位', value: 1, kind: 'rank' }]);
  expect(read('图1：2018-2022年全市研发经费')).toEqual([]);
});
