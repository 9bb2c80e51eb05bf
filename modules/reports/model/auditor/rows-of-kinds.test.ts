// Rows of kinds: pairs told of each kind, rows of which the last number alone bears its unit, and the same whole divided another way.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

const pairs = (first: number): string =>
  `去年，全县专利申请量、授权量快速增长，分别达到1530件和1020件。\n其中外观设计专利申请量和授权量分别达${first}件和610件；实用新型专利申请量和授权量分别达540件和350件；发明专利申请量和授权量分别达130件和60件。`;

test('each column of the pairs makes its total', () => {
  expect(wrong(pairs(860))).toEqual([]);
  expect(wrong(pairs(806))).toEqual(['sum 806件 + 540件 + 130件']);
});

const bare = (own: number, sign: string): string =>
  `2021年，我市专利申请量为20400件，同比增长7.4%。其中，发明、实用新型、外观设计专利申请量分别为7000、${own}、2400件，同比增长分别为16.7%、10.0%、${sign}20.0%。`;

test('a row whose last number bears the unit', () => {
  expect(wrong(bare(11_000, '-'))).toEqual([]);
  // The three kinds of patents make up all of them.
  expect(wrong(bare(10_437, '-')).filter((one) => one.startsWith('sum'))).toEqual(['sum 7000 + 10437 + 2400件']);
  expect(wrong('2021年，我市专利申请量为25680件。职务和非职务发明专利申请量分别为18740、6940件。')).toEqual([]);
  expect(wrong('2021年，我市专利申请量为25680件。职务和非职务发明专利申请量分别为18740、9640件。')).toEqual(['sum 18740 + 9640']);
});

test('a sign that was lost in a row of growths', () => {
  expect(wrong(bare(11_000, '')).some((one) => one.startsWith('growth 7000 ÷'))).toBe(true);
});

test('another division of the whole begins anew', () => {
  const cuts = (third: number): string =>
    `五年来，我省共授予科学技术奖1034项。从类别看，特别贡献奖4项，自然科学奖150项，技术发明奖70项，科技进步奖${third}项；从等级看，一等奖84项，二等奖400项，三等奖450项。`;
  expect(wrong(cuts(810))).toEqual([]);
  expect(wrong(cuts(801))).toEqual(['sum 4项 + 150项 + 70项 + 801项']);
});
