// The part of a year that a figure is of, and how far the time that opens a sentence, a point or a paragraph reaches.
import { describe, expect, test } from 'vitest';
import { readFigures } from './read-figures.ts';
import { expectFigures, read } from './reading-cases.ts';
import { yearOfPart } from './year-parts.ts';

const periodsOf = (text: string, year?: number) => read(text, year).map(({ period }) => period);

describe('a part of a year', () => {
  test.each([
    ['1-10月，全市新增孵化器3家。', '2022年1-10月'],
    ['1至5月，全市新增孵化器3家。', '2022年1-5月'],
    ['今年1—9月，全市新增孵化器3家。', '2022Q1-Q3'],
    ['前三季度，全市新增孵化器3家。', '2022Q1-Q3'],
    ['截至三季度，全市新增孵化器3家。', '2022Q1-Q3'],
    ['第一季度全市新增孵化器3家。', '2022Q1'],
    ['2021年二季度，全市新增孵化器3家。', '2021Q2'],
    ['前11个月，全市新增孵化器3家。', '2022年1-11月'],
    ['上半年，全市新增孵化器3家。', '2022H1'],
    ['截至6月30日，全市新增孵化器3家。', '2022H1'],
    ['1-12月，全市新增孵化器3家。', '2022'],
  ])('%s', (text, period) => expect(periodsOf(text)).toEqual([period]));

  test('goes on in its paragraph, until another time is told', () =>
    expectFigures('1—10月，技术合同成交额38亿元，同比增长12%。其中，吸纳技术8亿元。目前，高新技术企业310家。', [
      { raw: '38亿元', period: '2022年1-10月' },
      { raw: '12%', period: '2022年1-10月' },
      { raw: '8亿元', period: '2022年1-10月' },
      { raw: '310家', period: '2022' },
    ]));

  test('that others are compared with dates nothing', () =>
    expect(periodsOf('产业增加值占比为41%，比一季度提高0.8个百分点，比上年1-9月提高1.2个百分点。')).toEqual(['2022', '2022', '2022']));

  test('in the title is that of the whole text, and in its own words where nobody knows the year', () => {
    const text = '1-10月全市高新技术产业增加值占比提高\n高新技术产业增加值增长9.4%。\n';
    expect(periodsOf(text)).toEqual(['2022年1-10月']);
    expect(readFigures(text, {})[0]?.period).toBe('1-10月');
  });

  test('but not where it only heads a column or a section', () => {
    expect(periodsOf('科技局2022年工作总结\n一、一季度开展的工作\n认定瞪羚企业4家。\n')).toEqual(['2022']);
    expect(periodsOf('工作任务\n|\n二季度完成情况\n|\n认定瞪羚企业4家。\n')).toEqual(['2022']);
  });

  test('of a short piece that speaks of nothing else is that of the whole piece', () => {
    expect(periodsOf('据系统显示，1—6月份，技术合同成交额30亿元。\n各区增速均超过10%。\n')).toEqual(['2022H1', '2022H1']);
    expect(periodsOf('1—6月份，技术合同成交额30亿元。\n全年新增孵化器3家。\n')).toEqual(['2022H1', '2022']);
  });

  test('stands in the caption of a table or over a column, and an aim is of the year', () => {
    const table = '县区\t成交额（亿元）\t1-9月增长（%）\t目标（亿元）\n青岚县\t12.5\t8.1\t15\n白渡区\t9.4\t6.3\t12\n';
    const row = ['2022H1', '2022Q1-Q3', '2022'];
    expect(periodsOf(`2022年上半年各县区技术合同\n${table}`)).toEqual([...row, ...row]);
  });

  test('belongs to its year where only years count', () =>
    expect(['2022Q1', '2022Q1-Q3', '2022年1-10月', '2022H1', '2021-2025', '上半年'].map(yearOfPart)).toEqual([
      '2022',
      '2022',
      '2022',
      '2022H1',
      '2021-2025',
      null,
    ]));
});

describe('how far a time reaches', () => {
  test('R&D spending, known a year late, dates its own sentence', () =>
    expectFigures('2021年全社会研发经费投入达到26亿元，同比增长11%。我市新增重点实验室3家。', [
      { raw: '26亿元', period: '2021' },
      { raw: '11%', period: '2021' },
      { raw: '3家', period: '2022' },
    ]));

  test('each point begins with the time of its paragraph', () =>
    expectFigures('过去五年，科技创新取得成效。一是平台增多。2020年底，孵化器12家。二是人才汇聚。引进人才260名。', [
      { raw: '12家', period: '2020' },
      { raw: '260名', period: '2018-2022' },
    ]));

  test('since when others are compared, and what stands in brackets, dates nothing behind it', () =>
    expectFigures('我市成为2020年全国平台重组以来新建最多的城市，新建工作站5家(位列全省第2，三年累计前移4位)，跻身8个试点市之一。', [
      { raw: '5家', period: '2022' },
      { raw: '第2', period: '2022' },
      { raw: '4位', period: '2020-2022' },
      { raw: '8个', period: '2022' },
    ]));

  test('years running end with the time that governs', () =>
    expect(periodsOf('2017-2020年，研发支出从12亿元提高至19亿元，连续10年居全市首位。')).toEqual(['2017', '2020', '2011-2020']));

  test('those valid at the end of a span, and what a span came to', () =>
    expectFigures('2019-2021年有效期内高新技术企业46家。2020至2022年，实施人才工程，截至2022年10月底，累计引进人才38名。', [
      { raw: '46家', period: '2021' },
      { raw: '38名', period: '2020-2022' },
    ]));

  test('the first years of a plan', () => expect(periodsOf('“十四五”前两年，全市新增孵化器3家。')).toEqual(['2021-2022']));

  test('a prize is of its own year', () =>
    expect(periodsOf('4名专家获评拔尖人才；6个项目荣获2021年度省科学技术奖。')).toEqual(['2022', '2021']));
});

describe('the year reported on, where nobody has said it', () => {
  const yearOf = (text: string) => readFigures(text, {})[0]?.period;
  test.each([
    ['云汐市科技局\n发布日期：2023-11-20 浏览：36\n前三季度，全市新增孵化器3家。\n', '2023Q1-Q3'],
    ['云汐市科技局\n发布日期：2023-02-20\n年末全市共有孵化器3家。全年新增众创空间2家。\n', '2022'],
    ['科技局202x年工作总结和2024年工作计划\n全市新增孵化器3家。\n', '2023'],
    ['2023年全市科技工作会议召开\n会议总结2022年科技工作，部署2023年任务。\n全市新增孵化器3家。\n', '2022'],
    ['全市新增孵化器3家，科技工作实现“十四五”良好开局之年的目标。\n', '2021'],
    ['全市新增孵化器3家。5个项目荣获2021年度省科学技术奖，2名专家获2021年度省友谊奖。2022年，新增平台2个。\n', '2022'],
  ])('%s', (text, period) => expect(yearOf(text)).toBe(period));
});
