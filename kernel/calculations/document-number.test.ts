// Document numbers: read leniently, judged strictly, and issued from a register with its gaps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const number = await caseOf('document-number');

const read = (text: string) => number.run({ text, register: null });
const statuses = (text: string) =>
  (read(text).findings as { ruleId: string; status: string }[])
    .filter(({ status }) => status !== 'met')
    .map(({ ruleId, status }) => `${ruleId} ${status}`);

describe('reading', () => {
  test('a canonical number is valid', () => {
    expect(read('洪科发〔2024〕12号')).toMatchObject({
      verdict: 'VALID',
      canonical: '洪科发〔2024〕12号',
      agencyCode: '洪科发',
      year: 2024,
      serial: 12,
    });
    expect(statuses('洪科发〔2024〕12号')).toEqual([]);
  });

  test.each([
    ['洪科发[2024]12号', ['D-2 unmet']],
    ['洪科发（2024）12号', ['D-2 unmet']],
    ['洪科发(2024)12号', ['D-2 unmet']],
    ['洪科发［2024］12号', ['D-2 unmet']],
    ['洪科发【2024】12号', ['D-2 unmet']],
    ['洪科发﹝2024﹞12号', ['D-2 unmet']],
    ['洪科发〔2024〕第12号', ['D-3 unmet']],
    ['洪科发〔2024〕012号', ['D-4 unmet']],
    ['洪科发〔2024〕０12号', ['D-4 unmet', 'D-6 unmet']],
    ['洪科发 〔2024〕12号', ['D-5 unmet']],
    ['洪科发〔2024〕12号 ', ['D-5 unmet']],
    ['洪科发〔2024〕\t12\u00a0号', ['D-5 unmet']],
    ['\u3000洪科发〔20 24〕12号', ['D-5 unmet']],
    ['洪科发〔２０２４〕12号', ['D-6 unmet']],
    ['洪科发〔2024〕１２号', ['D-6 unmet']],
    [' 洪科发( 2024 )第０１２号', ['D-2 unmet', 'D-3 unmet', 'D-4 unmet', 'D-5 unmet', 'D-6 unmet']],
  ])('%s can be mended', (text, expected) => {
    expect(read(text)).toMatchObject({ verdict: 'FIXABLE', canonical: '洪科发〔2024〕12号', serial: 12 });
    expect(statuses(text)).toEqual(expected);
  });

  test.each([
    '洪科发〔2024]12号',
    '洪科发〔2024〕12',
    '洪科发2024〕12号',
    '〔2024〕12号',
    'HKF〔2024〕12号',
    '洪科发〔1948〕12号',
    '洪科发〔3000〕12号',
    '洪科发〔24〕12号',
    '洪科发〔2024〕0号',
    '洪科发〔2024〕000号',
    '洪科发〔2024〕1234567890号',
    '洪科发〔2024〕号',
    '洪科发〔2024〕十二号',
    '洪科发〔2024〕12号文',
    '洪科发\n〔2024〕12号',
    '洪科发〔2024〕-1号',
    ' ',
  ])('%j is no number', (text) => {
    expect(read(text)).toMatchObject({ verdict: 'INVALID', canonical: null, agencyCode: null, year: null, serial: null });
    expect(statuses(text)).toEqual(['D-1 unmet', 'D-2 unknown', 'D-3 unknown', 'D-4 unknown', 'D-5 unknown', 'D-6 unknown']);
  });

  test('first and last years and nine digits', () => {
    expect(read('国发〔1949〕1号').verdict).toBe('VALID');
    expect(read('国发〔2999〕999999999号').verdict).toBe('VALID');
  });

  test('without a text there is nothing to judge', () => {
    expect(number.run({ text: null, register: null })).toEqual({
      verdict: null,
      canonical: null,
      agencyCode: null,
      year: null,
      serial: null,
      register: null,
      findings: [],
    });
  });

  test('what is mended is valid', () => {
    const part = fc.constantFrom('', ' ', '\u3000');
    const written = fc
      .tuple(
        fc.constantFrom('洪科发', '国办发', '赣府厅字'),
        fc.constantFrom('〔〕', '[]', '（）'),
        fc.integer({ min: 1949, max: 2999 }),
        fc.nat(5000),
        part,
      )
      .map(
        ([code, [open, close], year, serial, blank]) => `${code}${blank}${open}${year}${close}第${String(serial + 1).padStart(4, '0')}号`,
      );
    fc.assert(
      fc.property(written, (text) => {
        const { canonical } = read(text);
        expect(read(String(canonical))).toMatchObject({ verdict: 'VALID', canonical });
      }),
      { numRuns: 60 },
    );
  });
});

describe('issuing', () => {
  const entry = (serial: number, changes: object = {}) => ({ agencyCode: '洪科发', year: 2024, serial, ...changes });
  const issue = (...register: object[]) => number.at('register', { text: null, register });

  test('the first number of a year is one', () => {
    expect(issue()).toEqual({ nextSerial: 1, nextNumber: '洪科发〔2024〕1号', gaps: [], duplicates: [] });
    expect(issue(entry(7, { year: 2023 }), entry(9, { agencyCode: '洪科字' }))).toMatchObject({ nextSerial: 1 });
  });

  test('void numbers stay used; gaps and duplicates come in order', () => {
    expect(issue(entry(6, { void: true }), entry(4), entry(1), entry(4), entry(1), entry(1))).toEqual({
      nextSerial: 7,
      nextNumber: '洪科发〔2024〕7号',
      gaps: [2, 3, 5],
      duplicates: [1, 4],
    });
  });
});

const entry = { agencyCode: '洪科发', year: 2024, serial: 1 };

test.each([
  [{ text: '' }, 'FORMAT text'],
  [{ text: 5 }, 'TYPE text'],
  [{ agencyCode: null }, 'MISSING agencyCode'],
  [{ year: null }, 'MISSING year'],
  [{ year: 1948 }, 'RANGE year'],
  [{ agencyCode: null, register: null }, 'none'],
  [{ register: [{ ...entry, serial: 0 }] }, 'RANGE register[0].serial'],
  [{ register: [{ ...entry, serial: null }] }, 'MISSING register[0].serial'],
  [{ register: [{ ...entry, agencyCode: '' }] }, 'FORMAT register[0].agencyCode'],
  [{ register: [{ ...entry, serial: 1_000_000_000 }] }, 'RANGE register'],
  [{ register: [{ ...entry, void: 1 }] }, 'TYPE register[0].void'],
])('problem %#', (changes, problem) => {
  expect(number.problem(changes)).toBe(problem);
});
