// Days in the many ways that people write them.
import { describe, expect, test } from 'vitest';
import type { Field } from '../field.ts';
import { month } from '../month/index.ts';
import { year } from '../year/index.ts';
import { date } from './index.ts';

const founded: Field<string> = { kind: 'date', label: '注册日期' };

describe('a day', () => {
  test.each([
    '2023-02-01',
    '20230201',
    '2023.2.1',
    '2023/2/1',
    '2023年2月1日',
    '2023年02月01日',
    '２０２３－０２－０１',
    '2023 年 2 月 1 日',
    '2023年2月1',
    '2023-02-01 00:00:00',
    '2023-02-01T09:30:00',
  ])('%s is 2023-02-01', (text) => {
    expect(date.parse(text, founded)).toEqual({ value: '2023-02-01' });
  });

  test.each(['2023-02-29', '2023-13-01', '2023-00-10', '20230431', '1900-02-29', '0203-01-01', '2300-01-01'])(
    '%s does not exist',
    (text) => {
      expect(date.parse(text, founded)).toEqual({ problem: `注册日期“${text}”不是存在的日期，请写作 2023-02-01` });
    },
  );

  test.each(['23-2-1', '2023-2/1', '2023年2-1', '2023-02-01日', '44958', '去年', '2023', '01/02/2023', '2023-02-01至今'])(
    '%s is not a day',
    (text) => {
      expect(date.parse(text, founded)).toHaveProperty('problem');
    },
  );

  test('a month alone is asked for its day', () => {
    expect(date.parse('2023年2月', founded)).toEqual({ problem: '注册日期“2023年2月”缺少日，请写到年月日，如 2023-02-01' });
  });

  test('the number of a date cell counts days from 1899-12-30', () => {
    const serial = { serialDays: true };
    expect(date.parse('44958', founded, serial)).toEqual({ value: '2023-02-01' });
    expect(date.parse('44958.75', founded, serial)).toEqual({ value: '2023-02-01' });
    expect(date.parse('61', founded, serial)).toEqual({ value: '1900-03-01' });
    // Day 60 of a spreadsheet is 29 February 1900, which never was.
    expect(date.parse('60', founded, serial)).toHaveProperty('problem');
    expect(date.parse('9999999', founded, serial)).toHaveProperty('problem');
    expect(date.parse('2023-02-01', founded, serial)).toEqual({ value: '2023-02-01' });
  });

  test('its bounds are days', () => {
    const since: Field<string> = { ...founded, min: '2020-01-01', max: '2024-12-31' };
    expect(date.parse('2019-12-31', since)).toEqual({ problem: '注册日期不能早于 2020-01-01，现为 2019-12-31' });
    expect(date.problem?.('2025-01-01', since)).toBe('注册日期不能晚于 2024-12-31，现为 2025-01-01');
    expect(date.problem?.('2023-02-30', since)).toBe('注册日期“2023-02-30”不是存在的日期，请核对');
  });
});

describe('a month', () => {
  const start: Field<string> = { kind: 'month', label: '开始年月' };
  test.each(['2023-02', '202302', '2023.2', '2023/2', '2023年2月', '2023-02-01'])('%s is 2023-02', (text) => {
    expect(month.parse(text, start)).toEqual({ value: '2023-02' });
  });
  test('a date cell on the first of a month is that month, any other day is a doubt', () => {
    expect(month.parse('44958', start, { serialDays: true })).toEqual({ value: '2023-02' });
    expect(month.parse('44959', start, { serialDays: true })).toHaveProperty('problem');
    expect(month.parse('2023-02-15', start)).toEqual({ problem: '开始年月只填年月，现为“2023-02-15”，请写作 2023-02' });
    expect(month.parse('2023-13', start)).toHaveProperty('problem');
  });
});

describe('a year', () => {
  const of: Field<number> = { kind: 'year', label: '年度', min: '2015', max: '2030' };
  test.each(['2023', '2023年', '2023年度', '２０２３'])('%s is 2023', (text) => {
    expect(year.parse(text, of)).toEqual({ value: 2023 });
  });
  test('outside its bounds it is refused', () => {
    expect(year.parse('2014', of)).toEqual({ problem: '年度应在 2015 至 2030 之间，现为 2014' });
    expect(year.parse('23', of)).toHaveProperty('problem');
    expect(year.parse('2023.5', of)).toHaveProperty('problem');
  });
});
