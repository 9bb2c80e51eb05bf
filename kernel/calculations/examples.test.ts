// Every worked example of every calculation gives exactly its result, and every calculation has one.
import { describe, expect, test } from 'vitest';
import { calculationIds, examplesOf, findCalculation } from './index.ts';

/** The short form of a finding: `ruleId status [actual] [key=value …]`; what it leaves out is free. */
function fitShortForm(finding: Record<string, unknown>, short: string): unknown {
  const [ruleId, status, ...rest] = short.split(' ');
  expect(Object.keys(finding)).toEqual(expect.arrayContaining(['ruleId', 'status', 'actual', 'required', 'basis']));
  expect(String(finding.required).length).toBeGreaterThan(0);
  expect(String(finding.basis).length).toBeGreaterThan(0);
  const shown = rest.map((part) => {
    const [key, value] = part.includes('=') ? part.split('=') : ['actual', part];
    const actual = finding[key ?? ''];
    const text = typeof actual === 'string' ? actual : JSON.stringify(actual);
    return key === 'actual' ? text : `${key}=${text}${value === undefined ? '?' : ''}`;
  });
  return finding.ruleId === ruleId ? [finding.ruleId, finding.status, ...shown].join(' ') : `${String(finding.ruleId)} ${status}`;
}

/** The result with its findings shortened as far as the expected ones are, in their order. */
function shortened(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((item, index) => shortened(item, expected[index]));
  if (typeof actual !== 'object' || actual === null || typeof expected !== 'object' || expected === null) return actual;
  const other = expected as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(actual).map(([key, value]) => {
      if (key !== 'findings' || !Array.isArray(value) || !Array.isArray(other[key])) return [key, shortened(value, other[key])];
      const shorts: string[] = other[key];
      const byId = new Map(value.map((finding: Record<string, unknown>) => [finding.ruleId, finding]));
      expect([...byId.keys()].sort()).toEqual(shorts.map((short) => short.split(' ')[0]).sort());
      return [key, shorts.map((short) => fitShortForm(byId.get(short.split(' ')[0]) ?? {}, short))];
    }),
  );
}

describe.each(calculationIds)('%s', async (id) => {
  const examples = await examplesOf(id);
  const calculation = await findCalculation(id);

  test('has an example', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(calculation?.id).toBe(id);
  });

  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const result = JSON.parse(JSON.stringify(calculation?.evaluate(example.in)));
    expect(shortened(result, example.out)).toEqual(example.out);
  });
});
