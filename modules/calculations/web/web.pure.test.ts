// How figures of a result are read out, what stands for a default, and which face a page is on.
import { describe, expect, it } from 'vitest';
import { examplesOf, findCalculation, listCalculations } from '#kernel/calculations/index.ts';
import { defaultNote } from './default-note.ts';
import { faceOf } from './face.ts';
import { printed, printedActual } from './printed.ts';
import { leadWords } from './result.tsx';
import { evaluated, filledOf, nothingFilled } from './use-calculation.ts';

async function calculationOf(id: string) {
  const found = await findCalculation(id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('a figure', () => {
  it.each([
    ['0.652174', 'share', '65.2174%'],
    ['0.300000', 'share', '30%'],
    ['-0.501600', 'share', '-50.16%'],
    ['0.000000', 'share', '0%'],
    ['1.000000', 'share', '100%'],
    ['12.345678', 'share', '1234.5678%'],
    ['1234567.80', 'money', '1,234,567.80 元'],
    ['4.000000', 'plain', '4'],
    ['85.00', 'points', '85.00'],
    [null, 'money', '—'],
    [[], 'plain', '无'],
    [[7, 8], 'plain', '7—8'],
    [[7, 7], 'plain', '7'],
    [{ min: 3, max: 5 }, 'plain', '3—5'],
    [{ min: 3, max: 5, ratio: '0.1' }, 'plain', undefined],
    ['TOO_LATE', 'plain', '晚于结束时间'],
    ['2025-05-20T10:09:59+08:00', 'plain', '2025-05-20 10:09:59'],
  ] as const)('%j as %s reads %j', async (value, reading, text) => {
    expect(printed(await calculationOf('auction'), value, reading)).toBe(text);
  });

  it('found by a rule shows shares as per cent and amounts with commas', async () => {
    const rdPostSubsidy = await calculationOf('rd-post-subsidy');
    expect(printedActual(rdPostSubsidy, '0.086667')).toBe('8.6667%');
    expect(printedActual(rdPostSubsidy, '12000000.00')).toBe('12,000,000.00');
    expect(printedActual(rdPostSubsidy, null)).toBeNull();
  });
});

it('the leading line of every example says something known', async () => {
  for (const calculation of await listCalculations()) {
    for (const example of await examplesOf(calculation.id)) {
      const outcome = evaluated(calculation, filledOf(calculation, example.in));
      expect('result' in outcome && leadWords(calculation, outcome.result), calculation.id).toMatch(/^\S+ \S+|^$/);
    }
  }
});

it('an empty form is a result of unknowns or names the first field that is needed, never a crash', async () => {
  for (const calculation of await listCalculations()) {
    const outcome = evaluated(calculation, nothingFilled);
    if ('problem' in outcome) expect(outcome.problem.code, calculation.id).toBe('MISSING');
  }
});

it('a default is told in the words of its kind', async () => {
  const { parameters } = await calculationOf('tech-sme');
  const notes = Object.entries(parameters).map(([name, field]) => `${name} ${defaultNote(field)}`);
  expect(notes).toContain('salesLimit 默认 2亿元');
  expect(notes).toContain('passScore 默认 60');
  expect(notes).toContain('rdOption 默认 两项取高');
});

it('the same pages stand on three faces', () => {
  expect(['/calculations/uscc', '/desk/calculations', '/public/calculations/uscc'].map(faceOf)).toEqual(['', '/desk', '/public']);
});
