// Growth of one thing said to be above or below that of another, beside the growths of both.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const told = (word: string, own: string, other: string): string =>
  `高新技术企业的研发投入增幅${word}规上工业企业的相应增幅。高新技术企业研发费用36.2亿元，同比增长${own}。规上工业企业研发费用58.7亿元，同比增长${other}。`;

test('what grew more is not said to have grown less', () => {
  expect(alarms(told('高于', '16.4%', '9.8%'))).toEqual([]);
  expect(alarms(told('低于', '16.4%', '9.8%'))).toHaveLength(1);
  expect(alarms(told('高于', '8.4%', '9.8%'))).toHaveLength(1);
});

test('where one thing speaks for the claim and one against it, nothing is certain', () => {
  const both = (word: string): string =>
    `高新技术企业的投入增幅${word}规上工业企业。高新技术企业研发费用增长16.4%，设备购置费用增长3.1%。规上工业企业研发费用增长9.8%，设备购置费用增长5.6%。`;
  expect(alarms(both('低于'))).toEqual([]);
  expect(alarms(both('高于'))).toEqual([]);
});

test('growths of other things are not set against each other', () => {
  expect(alarms('高新技术企业的投入增幅低于规上工业企业。高新技术企业研发费用增长16.4%。规上工业企业利润总额增长9.8%。')).toEqual([]);
});
