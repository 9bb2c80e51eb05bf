// The period of a figure where several times are named: each governs its own number, and only one that opens a sentence or a report goes on.
import { describe, expect, test } from 'vitest';
import { readFigures } from './read-figures.ts';
import { expectFigures, read } from './reading-cases.ts';

describe('a time that belongs to one number', () => {
  test('what it grew or shrank from is past, what it came to and what follows are of the year', () =>
    expectFigures('研发投入强度与全省的差距从2019年的0.6个百分点缩小到0.3个百分点，专利授权520件。全市认定瞪羚企业12家。', [
      { raw: '0.6个百分点', period: '2019' },
      { raw: '0.3个百分点', period: '2022' },
      { raw: '520件', period: '2022' },
      { raw: '12家', period: '2022' },
    ]));

  test('how many years running something held does not date what follows', () =>
    expectFigures('科技工作获省政府激励（连续4年），技术合同成交额达42亿元。新增孵化器3家。', [
      { raw: '42亿元', period: '2022' },
      { raw: '3家', period: '2022' },
    ]));

  test('of a span the first number has the first year and the second the last', () =>
    expectFigures('2018-2021年，全市研发投入从15亿元提高至21亿元，瞪羚企业由6家增加到19家，累计获奖12项。', [
      { raw: '15亿元', period: '2018' },
      { raw: '21亿元', period: '2021' },
      { raw: '6家', period: '2018' },
      { raw: '19家', period: '2021' },
      { raw: '12项', period: '2018-2021' },
    ]));

  test('since a year goes on', () =>
    expectFigures('2020年以来，全市新建重点实验室9家，引进人才62名。', [
      { raw: '9家', period: '2020-2022' },
      { raw: '62名', period: '2020-2022' },
    ]));
});

describe('a report that looks back on a plan', () => {
  const text = '青岚县科技工作“十三五”回顾\n建成中试基地6个。2020年，全县登记技术合同54项，为“十二五”登记数的3倍。\n';

  test('has the years of the plan for what is not dated otherwise', () =>
    expectFigures(
      text,
      [
        { raw: '6个', period: '2016-2020' },
        { raw: '54项', period: '2020' },
        { raw: '3倍', kind: 'multiple', period: '2020' },
      ],
      2020,
    ));

  test('is none where its title plans ahead, or where it is of a year within', () => {
    expect(read('青岚县“十四五”科技规划\n建成中试基地6个。', 2020)[0]?.period).not.toBe('2021-2025');
    expect(read(text, 2018)[0]).toMatchObject({ raw: '6个', period: '2018' });
  });
});

describe('a paper that plans a year', () => {
  test('aims are of the year in its title', () => {
    const text =
      '云汐市人民政府关于印发云汐市2024年科技工作意见的通知\n二、目标任务\n1.新增高新技术企业80家。\n2.技术合同成交额达65亿元。\n';
    expect(readFigures('云汐市2023年科技工作要点\n力争2025年，新培育瞪羚企业3家，孵化器2家。\n', {}).map(({ period }) => period)).toEqual([
      '2025',
      '2025',
    ]);
    for (const options of [{}, { reportingYear: 2024 }])
      expect(readFigures(text, options).map(({ period, status }) => [period, status])).toEqual([
        ['2024', 'target'],
        ['2024', 'target'],
      ]);
  });
});

test('a rank that moved is of the year that the sentence speaks of', () =>
  expect(
    read('2023年工作总结\n2022年研发经费支出64亿元，支出总量在全省14个市州中由上一年的第7位升至第5位。')
      .map(({ period }) => period)
      .at(-1),
  ).toBe('2022'));

test('one number of two years is of both', () =>
  expect(read('2022年工作总结\n市本级科技专项资金2021年、2022年均为5000万元。')[0]?.period).toBe('2021-2022'));

test('what a bracket says of a year that others are held against is of that year', () => {
  expect(read('2022年工作总结\n登记科技成果438项，较2021年（397项）增长10.3%。').map(({ period }) => period)).toEqual([
    '2022',
    '2021',
    '2022',
  ]);
  expect(read('2022年工作总结\n研发投入强度仅0.94%（2021年数），比全市平均低0.68个百分点。').map(({ period }) => period)).toEqual([
    '2021',
    '2021',
  ]);
});

test('years in a row that something is held against date nothing behind them', () => {
  expect(read('2022年工作总结\n强度为1.62%，与2020年、2021年的1.21%、1.40%相比逐年走高，仍低于全省平均0.36个百分点。').at(-1)?.period).toBe(
    '2022',
  );
  expect(read('2022年工作总结\n财政科技支出占比为0.81%，比重高出2021年0.05个百分点。').at(-1)?.period).toBe('2022');
});

test('the end of the year is that of the year that the sentence is of', () =>
  expect(
    read('2022年工作总结及2023年工作计划\n1.高新技术企业418家。\n2023年，将实施倍增计划：到年末高企总数力争460家，覆盖率85%。').map(
      ({ period }) => period,
    ),
  ).toEqual(['2022', '2023', '2023']));

test('a report at a meeting in spring looks back on the year before', () =>
  expect(
    read('在全市科技工作会议上的报告\n青岚市科学技术局局长（2023年1月19日）\n总结去年工作。到去年底高新技术企业97家。').at(-1)?.period,
  ).toBe('2022'));
