// What lies between an aim and its result is neither of them, and is their difference.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test.each([
  '（1）培育企业数。目标400家，实际430家，超目标30家，完成107.5%。',
  '（2）贷款投放。目标20亿元，实际投放18.4亿元，差1.6亿元，完成92.0%。',
  '（3）每万人发明专利拥有量。目标6.5件，实际6.2件（拥有量1550件，常住人口250万人），差0.3件，完成95.4%。',
])('agrees: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});

test('the difference and the rate speak against a slip of the result', () => {
  expect(wrong('（1）培育企业数。目标400家，实际430家，超目标50家，完成107.5%。')).toEqual(['change 430家 − 400家']);
  expect(wrong('（2）贷款投放。目标20亿元，实际投放18.4万元，差1.6亿元，完成92.0%。')).toEqual([
    'change 20亿元 − 18.4万元',
    'rate 18.4万元 ÷ 20亿元',
  ]);
});

test('an average is no whole of what some have', () => {
  const told = (share: string): string =>
    `全年签约项目40个，协议投资160.0亿元，项目平均投资4.00亿元；其中5亿元以上项目12个，协议投资96.0亿元，占${share}。`;
  expect(wrong(told('60.0%'))).toEqual([]);
  expect(wrong(told('65.0%'))).toEqual(['share 96.0亿元 ÷ 160.0亿元']);
});
