// Shares: percent points for people, fractions on the wire.
import { expect, test } from 'vitest';
import type { Field } from '../field.ts';
import { percent } from './index.ts';

const share: Field<string> = { kind: 'percent', label: '研发投入占比' };

test.each([
  ['5%', '0.05'],
  ['5％', '0.05'],
  ['５', '0.05'],
  ['5', '0.05'],
  ['0.05', '0.0005'],
  ['60.4321%', '0.604321'],
  ['-3.5%', '-0.035'],
  ['150', '1.5'],
  ['0', '0'],
])('%s as people write it is the fraction %s', (text, fraction) => {
  expect(percent.parse(text, share)).toEqual({ value: fraction });
});

test('more places than are kept are refused', () => {
  expect(percent.parse('5.00001%', share)).toEqual({ problem: '研发投入占比的百分数最多 4 位小数，现为 5.00001%，请核对' });
});

test.each(['5‰', '5个百分点', '五成', '%'])('refuses %s', (text) => {
  expect(percent.parse(text, share)).toHaveProperty('problem');
});

test('bounds are said in percent', () => {
  const bounded: Field<string> = { ...share, min: '0', max: '1' };
  expect(percent.problem?.('1.01', bounded)).toBe('研发投入占比不能大于 100%，现为 101%');
  expect(percent.format('0.604321', bounded)).toBe('60.4321%');
});
