// A call on bytes: names, documents, batches and what goes wrong with each.
import { describe, expect, test } from 'vitest';
import { InputProblem } from './frame/index.ts';
import { calculationIds, listCalculations } from './index.ts';
import { calculationNamed, evaluateDocument, evaluateMany, readJson } from './run.ts';

const bytes = (written: string) => new TextEncoder().encode(written);

function codeOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (problem) {
    return problem instanceof InputProblem ? `${problem.code} ${problem.path}` : problem;
  }
}

describe('names', () => {
  test.each([[[]], [['no-such']], [['uscc', 'uscc']], [['toString']], [['']], [['USCC']]])('%j is unknown', async (names) => {
    await expect(calculationNamed(names)).rejects.toMatchObject({ code: 'UNKNOWN_CALCULATION', path: '' });
  });

  test('every calculation knows its own name, cites its basis, says how it reckons and labels its fields', async () => {
    const all = await listCalculations();
    expect(all.map(({ id }) => id)).toEqual(calculationIds);
    for (const { basis, method, input, parameters, rules } of all) {
      expect(Math.min(basis.length, method.length)).toBeGreaterThan(0);
      for (const { label } of [...Object.values(input), ...Object.values(parameters)]) expect(label).toMatch(/\S/);
      for (const { required, basis: article } of rules) expect(required && article).toMatch(/\S/);
    }
  });
});

describe('JSON', () => {
  test.each(['', ' ', '{', '{} {}', "{'a':1}", '{"a":1,}', 'NaN', '\ufeff\ufeff{}', '[1,]', 'undefined'])(
    '%j is not a document',
    (written) => {
      expect(codeOf(() => readJson(bytes(written)))).toBe('INVALID_JSON ');
    },
  );

  test('a byte order mark and blanks around are allowed, wrong UTF-8 is not', () => {
    expect(readJson(bytes('\ufeff {"a":"〔"} \n'))).toEqual({ a: '〔' });
    expect(codeOf(() => readJson(new Uint8Array([0x22, 0xff, 0x22])))).toBe('INVALID_JSON ');
  });
});

describe('documents', async () => {
  const resident = await calculationNamed(['resident-id']);
  const run = (document: unknown) => codeOf(() => evaluateDocument(resident, document));

  test.each([[[]], ['x'], [null], [1], [true]])('%j is no object', (document) => {
    expect(run(document)).toBe('TYPE ');
  });

  test('a batch answers each case in order, a bad one in its place', () => {
    const cases = [{ idNumber: '11010519491231002X' }, {}, [], null, { idNumber: 'X' }];
    expect(run({ cases, idNumber: 5, parameters: { any: 1 } })).toMatchObject([
      { verdict: 'VALID' },
      { error: { code: 'MISSING', path: 'idNumber' } },
      { error: { code: 'TYPE', path: '' } },
      { error: { code: 'TYPE', path: '' } },
      { verdict: 'INVALID' },
    ]);
    expect(run({ cases: [] })).toEqual([]);
  });

  test.each([[{}], [null], ['x'], [{ 0: {} }]])('cases of %j is a malformed batch', (cases) => {
    expect(run({ cases })).toBe('TYPE cases');
  });

  test('other fields are ignored, even those named like parts of every object', () => {
    expect(run(JSON.parse('{"idNumber":"X","__proto__":{"asOf":1},"constructor":2}'))).toMatchObject({ verdict: 'INVALID' });
    expect(run(JSON.parse('{"__proto__":{"idNumber":"X"}}'))).toBe('MISSING idNumber');
  });
});

describe('many documents', async () => {
  const resident = await calculationNamed(['resident-id']);
  const good = { idNumber: '11010519491231002X' };

  test('results and problems in order', async () => {
    const found = [];
    for await (const result of evaluateMany(resident, [good, {}, good])) found.push(result);
    expect(found).toMatchObject([{ verdict: 'VALID' }, { error: { code: 'MISSING' } }, { verdict: 'VALID' }]);
  });

  test('takes no document before it is asked for its result, and lets go of the source when nobody asks any more', async () => {
    let [taken, closed] = [0, false];
    async function* endless() {
      try {
        for (;;) {
          taken += 1;
          yield good;
        }
      } finally {
        closed = true;
      }
    }
    let seen = 0;
    for await (const result of evaluateMany(resident, endless())) {
      expect(result).toMatchObject({ verdict: 'VALID' });
      seen += 1;
      expect(taken).toBe(seen);
      if (seen === 1000) break;
    }
    expect(closed).toBe(true);
  });
});
