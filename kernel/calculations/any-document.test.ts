// Documents drawn from the declarations themselves, all modes and absences included: a result or a known problem, never a crash.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calculation, type Fields, InputProblem, isJsonObject, type ValueType } from './frame/index.ts';
import { listCalculations } from './index.ts';

type Structured = ValueType<unknown> & {
  readonly fields?: Fields;
  readonly element?: ValueType<unknown>;
  readonly inner?: ValueType<unknown>;
  readonly kinds?: Readonly<Record<string, { readonly fields: Fields }>>;
  readonly labels?: Readonly<Record<string, string>>;
};

const amounts = ['0', '0.01', '1', '5', '60', '100', '5000000', '-1', '-0.5'];
const shares = ['0', '0.05', '0.3', '0.5', '1', '1/3'];
const days = ['2024-02-29', '2024-12-31', '2025-01-01', '2025-06-30', '2025-12-31'];
const texts = ['a', 'b', 'c', 'U1', '360100', '8.1.2', '翻番', '洪科发〔2024〕12号'];

function wholeNumber({ minimum = 0, maximum = 1e12 }: { minimum?: number; maximum?: number }): fc.Arbitrary<unknown> {
  const usual = [100, 2024, 2025].filter((n) => n >= minimum && n <= maximum);
  const least = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 12) });
  return usual.length === 0 ? least : fc.oneof(least, fc.constantFrom(...usual));
}

/** Keys are drawn apart from other texts, so that most lists do not repeat them. */
function documentOf(fields: Fields): fc.Arbitrary<unknown> {
  const entries = Object.entries(fields).map(([name, field]): [string, fc.Arbitrary<unknown>] => {
    const value = field.unique ? fc.nat(1e9).map((n) => `k${n}`) : anyOf(field.type);
    return [name, field.presence === 'required' ? value : fc.option(value, { freq: 4, nil: null })];
  });
  return fc.record(Object.fromEntries(entries));
}

function anyOf(type: Structured): fc.Arbitrary<unknown> {
  if (type.fields !== undefined) return documentOf(type.fields);
  if (type.inner !== undefined) return fc.option(anyOf(type.inner), { freq: 5, nil: null });
  if (type.kinds !== undefined) {
    return fc.oneof(
      ...Object.entries(type.kinds).map(([kind, { fields }]) =>
        documentOf(fields).map((item) => ({ kind, ...(isJsonObject(item) ? item : {}) })),
      ),
    );
  }
  if (type.kind === 'map') return fc.dictionary(fc.constantFrom('innovation', 'team', 'A01'), anyOf(type.element ?? type), { maxKeys: 2 });
  if (type.element !== undefined) return fc.array(anyOf(type.element), { maxLength: 4 });
  if (type.labels !== undefined) return fc.constantFrom(...Object.keys(type.labels));
  switch (type.kind) {
    case 'flag':
      return fc.boolean();
    case 'integer':
      return wholeNumber(type.schema);
    case 'date':
      return fc.constantFrom(...days);
    case 'month':
      return fc.constantFrom('202401', '202412', '202506');
    case 'time':
      return fc.constantFrom(...days).map((day) => `${day}T09:00:00+08:00`);
    case 'text':
      return fc.constantFrom(...texts);
    case 'money':
      return fc.constantFrom(...amounts);
    default:
      return fc.constantFrom(...shares.slice(0, type.kind === 'fraction' ? 6 : 5));
  }
}

const calculations = await listCalculations();

function outcomeOf(calculation: Calculation, document: unknown): string {
  try {
    return typeof JSON.stringify(calculation.evaluate(document));
  } catch (problem) {
    if (problem instanceof InputProblem) return problem.code;
    throw problem;
  }
}

describe.each(calculations.map((calculation) => [calculation.id, calculation] as const))('%s', (_id, calculation) => {
  test('answers any document of its declaration', () => {
    const document = fc.tuple(documentOf(calculation.input), fc.option(documentOf(calculation.parameters), { freq: 2 }));
    fc.assert(
      fc.property(document, ([input, parameters]) => {
        const given = { ...(isJsonObject(input) ? input : {}), parameters };
        expect(['string', 'MISSING', 'FORMAT', 'VALUE', 'RANGE', 'CONFLICT']).toContain(outcomeOf(calculation, given));
      }),
      { numRuns: 300 },
    );
  });
});
