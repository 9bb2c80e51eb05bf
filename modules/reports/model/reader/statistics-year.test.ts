// The year of a figure where statistics come out late, numbers bear their own year in brackets, and bases are told of last year.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const periodOf = (text: string, raw: string, year?: number) => read(text, year).find((one) => one.raw === raw)?.period;

test('statistics name the year of their data, also when they come out in the year given', () => {
  const text = '2021年青岚省研究与试验发展经费投入统计公报\n全年共投入研发经费118.6亿元，增长9.1%。';
  expect(periodOf(text, '118.6亿元', 2022)).toBe('2021');
  expect(periodOf(text, '118.6亿元', 2021)).toBe('2021');
  expect(periodOf('关于2021年度全省高新区评价结果的通报\n（2022年11月）\n园区营业收入合计1.83万亿元。', '1.83万亿元', 2022)).toBe('2021');
});

test('a press conference in spring calls the year before last year', () => {
  const text = '【实录】科技创新新闻发布会\n时间：2022年1月16日上午\n去年全省成交额1540亿元，增长26.8%。';
  expect(periodOf(text, '1540亿元', 2021)).toBe('2021');
});

test('a bracket behind a number dates it', () => {
  expect(periodOf('全社会研发投入强度仅0.94%(2021年数)。', '0.94%')).toBe('2021');
});

test("last year's number dates itself and nothing behind it", () => {
  const text = '科技支出占比0.83%，上年为0.71%；争取上级资金565万元；兑现2021年度研发奖补318万元。';
  expect(read(text)).toMatchObject([{ period: '2022' }, { period: '2021' }, { period: '2022' }, { period: '2022' }]);
  expect(periodOf('入库318家，已经超过去年全年的305家。', '305家')).toBe('2021');
  expect(periodOf('由上一年的第7位升至第5位。', '第7位')).toBe('2021');
  expect(periodOf('五年前还只有410家。', '410家')).toBe('2017');
});

test('a multiple is of now, whatever year it is a multiple of', () => {
  expect(read('高企总数41家，是2019年21家的1.95倍。')).toMatchObject([{ period: '2022' }, { period: '2019' }, { period: '2022' }]);
});

test('a year for each number of a list, with a comma between', () => {
  expect(read('2020年、2021年、2022年，高新技术企业依次为86家、104家、131家。')).toMatchObject([
    { period: '2020' },
    { period: '2021' },
    { period: '2022' },
  ]);
});

test('what there is now stands at the end of the years looked back on', () => {
  expect(periodOf('“十三五”科技工作回顾\n五年来成果丰硕。上市企业从零起步，现有4家。', '4家', 2020)).toBe('2020');
});

test('a heading with its points on one line dates them', () => {
  const text = '2023年工作要点：（1）力争立项45项以上；（2）高新技术企业达到48家。';
  expect(read(text)).toMatchObject([
    { period: '2023', status: 'target' },
    { period: '2023', status: 'target' },
  ]);
});

test('a summary of a year that looks back on a plan as well is of its year', () => {
  const text = '青岚市科技局2020年度工作总结暨“十三五”工作回顾\n一、2020年工作情况\n新增高新技术企业142家。';
  expect(periodOf(text, '142家', 2020)).toBe('2020');
});

test('a summary that also tells what is meant to come has happened', () => {
  const text = '青岚市科技局2022年上半年工作小结和下半年打算\n\n（一）企业培育。全市高企29家，入库企业47家。';
  expect(read(text)).toMatchObject([
    { status: 'actual', period: '2022H1' },
    { status: 'actual', period: '2022H1' },
  ]);
});

test('each dash of a list begins with the time of its head', () => {
  const text =
    '2022年以来工作扎实。\n——投入有底气。研发投入强度从2016年的0.92%升至2020年的1.66%。\n——奖补不断档。兑现奖补1893.4万元，涉及企业151家。';
  expect(periodOf(text, '1893.4万元')).toBe('2022');
});

test('data that the province sent back are of their year', () =>
  expect(periodOf('根据省里反馈的2021年度数据，全市全社会研发经费96.4亿元，同比增长13.7%。', '13.7%')).toBe('2021'));

test('what was done in half a year is no task, though its sentence states one', () =>
  expect(read('全年任务是净增45家，上半年组织132家企业申报。')).toMatchObject([{ status: 'target' }, { raw: '132家', status: 'actual' }]));

test('what has grown or shrunk to a number is of now', () => {
  expect(periodOf('规模由上年的2000万元扩至5000万元。', '5000万元')).toBe('2022');
  expect(periodOf('平均办理时长由上年的32天压到9天。', '9天')).toBe('2022');
});
