// The period of a figure where several times are named: each governs its own number, and only one that opens a sentence goes on.
import { describe, expect, test } from 'vitest';
import { readFigures } from './read-figures.ts';
import { expectFigures } from './reading-cases.ts';

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
      { raw: '9家', period: '2020' },
      { raw: '62名', period: '2020' },
    ]));
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

describe('places said without a numeral', () => {
  test('the first among others, and where a copy has blotted out whose', () =>
    expectFigures('技术服务合同成交额32亿元，居四类合同之首，增幅居*市第一。首届大赛成功举办。', [
      { raw: '32亿元' },
      { raw: '四类' },
      { raw: '首', kind: 'rank', value: 1 },
      { raw: '第一', kind: 'rank', value: 1 },
    ]));

  test('how much of a year’s aim was done is no aim', () =>
    expectFigures('科技型中小企业入库86家，完成年度目标任务215%。', [{ raw: '86家' }, { raw: '215%', kind: 'ratio', status: 'actual' }]));

  test('nor is one in number', () =>
    expectFigures('获批科技创新平台6个，完成市政府年度目标任务数60%。', [{ raw: '6个' }, { raw: '60%', kind: 'ratio', status: 'actual' }]));
});

describe('numbers that a page cuts', () => {
  test('across an empty line, behind a point or behind the word that leads to it', () =>
    expectFigures('全市技术合同成交额突破\n\n300亿元,达到 318.\n\n46亿元,比上年增长21.%。\n\n一、概况', [
      { raw: '300亿元', bound: 'more_than' },
      { raw: '318.\n\n46亿元', value: 31_846_000_000 },
      { raw: '21.%', value: 0.21 },
    ]));

  test('a heading numbered behind an empty line is no end of a number', () =>
    expectFigures('全市孵化器达到\n\n2.新建众创空间9家。', [{ raw: '9家' }]));

  test('cases of infringement are counted; the notice of a site is not', () =>
    expectFigures('全年查处侵权专利案件16件，结案15件。\n如有侵权，请在3天内联系我们删除。', [{ raw: '16件' }, { raw: '15件' }]));
});
