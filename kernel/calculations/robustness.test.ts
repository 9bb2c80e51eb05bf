// Whatever stands in a document, every calculation answers with a result or with a problem of a known code, never with a crash.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputProblem } from './frame/index.ts';
import { calculationIds, examplesOf, findCalculation } from './index.ts';

const codes = ['MISSING', 'TYPE', 'FORMAT', 'VALUE', 'RANGE', 'CONFLICT'];
const strange = [
  null,
  true,
  0,
  -1,
  1.5,
  1e13,
  1e308,
  '',
  ' ',
  '0',
  '-1',
  '1/0',
  '2025-02-30',
  '9999-12-31',
  '0001-01-01',
  'x',
  [],
  [null],
  {},
  { a: null },
];

type Path = readonly (string | number)[];

/** Every place in a document. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]))];
}

/** A copy with one place replaced, or left out if the replacement is undefined. */
function replaced(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, part) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, part) };
}

describe.each(calculationIds)('%s', async (id) => {
  const calculation = await findCalculation(id);
  const [example] = await examplesOf(id);
  const places = pathsIn(example?.in);

  const outcome = (document: unknown): string => {
    try {
      return typeof JSON.stringify(calculation?.evaluate(document));
    } catch (problem) {
      if (!(problem instanceof InputProblem)) throw problem;
      return problem.code;
    }
  };

  test('answers whatever stands in one or two places', () => {
    const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...strange));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const document = changes.reduce((value: unknown, [path, part]) => {
          try {
            return replaced(value, path, part);
          } catch {
            return value;
          }
        }, example?.in);
        expect(['string', ...codes]).toContain(outcome(document));
      }),
      { numRuns: 150 },
    );
  });

  test('answers when any one place is left out', () => {
    for (const path of places.slice(1)) expect(['string', ...codes]).toContain(outcome(replaced(example?.in, path, undefined)));
  });

  test('gives the same result twice', () => {
    expect(calculation?.evaluate(example?.in)).toEqual(calculation?.evaluate(structuredClone(example?.in)));
  });
});
