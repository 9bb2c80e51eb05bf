// Figures in official Chinese: units, decimals, points and percents, ranks, multiples, sums, days and faults of style.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const style = await caseOf('number-style');

const item = (kind: string, fields: object) => style.at('items.0', { items: [{ kind, ...fields }] }) as Record<string, unknown>;
const text = (kind: string, fields: object) => item(kind, fields).text;

describe('amounts', () => {
  test.each([
    ['100000000', '1.00亿元'],
    ['99999999.99', '10000万元'],
    ['99999949.99', '9999.99万元'],
    ['-100000000', '-1.00亿元'],
    ['11177000000', '111.77亿元'],
    ['100500000', '1.01亿元'],
    ['78300000', '7830万元'],
    ['78305000', '7830.50万元'],
    ['12345.67', '1.23万元'],
    ['12350', '1.24万元'],
    ['-12350', '-1.24万元'],
    ['49.99', '0万元'],
    ['-49.99', '0万元'],
    ['50', '0.01万元'],
    ['0', '0万元'],
    [null, null],
  ])('%s: %s', (value, expected) => {
    expect(text('AMOUNT', { value })).toBe(expected);
  });

  test.each([
    [
      ['78300000', '5000000'],
      ['7830万元', '500万元'],
    ],
    [
      ['78300000', '5050000'],
      ['7830万元', '505万元'],
    ],
    [
      ['78300000', '5055000'],
      ['7830.00万元', '505.50万元'],
    ],
    [
      ['100000000', '5055000'],
      ['1.00亿元', '0.05亿元'],
    ],
    [
      ['-100000000', '10000'],
      ['-1.00亿元', '0.00亿元'],
    ],
    [
      ['99999999.99', '10000'],
      ['10000万元', '1万元'],
    ],
    [['5055000'], ['505.50万元']],
  ])('%j are compared in one unit', (values, texts) => {
    expect(item('COMPARISON', { values })).toEqual({ kind: 'COMPARISON', texts, text: texts.join('、') });
  });

  test('no amounts, or one unknown: nothing to compare', () => {
    expect(item('COMPARISON', { values: [] })).toEqual({ kind: 'COMPARISON', texts: null, text: null });
    expect(item('COMPARISON', { values: ['1', null] })).toEqual({ kind: 'COMPARISON', texts: null, text: null });
  });
});

describe('changes', () => {
  test.each([
    ['0.0181', '0.0195', '提高0.14个百分点'],
    ['0.0195', '0.0181', '下降0.14个百分点'],
    ['0.1', '0.2', '提高10个百分点'],
    ['0.1', '0.115', '提高1.5个百分点'],
    ['0.1', '0.10005', '提高0.01个百分点'],
    ['0.1', '0.100049', '持平'],
    ['0.10005', '0.1', '下降0.01个百分点'],
    ['-0.02', '0.03', '提高5个百分点'],
    [null, '0.1', null],
    ['0.1', null, null],
  ])('a share from %s to %s: %s', (from, to, expected) => {
    expect(text('SHARE_CHANGE', { from, to })).toBe(expected);
  });

  const growth = (current: string | null, previous: string | null, more: object = {}) =>
    text('GROWTH', { current, previous, basis: '同比', measure: 'COUNT', unitName: '家', ...more });

  test.each([
    ['455', '913', '同比下降50.16%'],
    ['795', '537', '同比增长48.04%'],
    ['110', '100', '同比增长10%'],
    ['100005', '100000', '同比增长0.01%'],
    ['100004', '100000', '同比持平'],
    ['99996', '100000', '同比持平'],
    ['100', '100', '同比持平'],
    ['-5', '10', '同比下降150%'],
    ['5', '0', '同比增加5家'],
    ['5.126', '0', '同比增加5.13家'],
    ['5.10', '0', '同比增加5.1家'],
    ['-7', '-2', '同比减少5家'],
    ['3', '-2', '同比增加5家'],
    ['-2', '-2', '同比持平'],
    ['0', '0', '同比持平'],
    [null, '1', null],
    ['1', null, null],
  ])('%s after %s: %s', (current, previous, expected) => {
    expect(growth(current, previous)).toBe(expected);
  });

  test('money without a positive base is written as an amount; the basis leads', () => {
    const money = { measure: 'MONEY', unitName: null, basis: '环比' };
    expect(growth('150000000', '0', money)).toBe('环比增加1.50亿元');
    expect(growth('-120000', '-20000', money)).toBe('环比减少10万元');
    expect(growth('3', '2', money)).toBe('环比增长50%');
  });
});

describe('shares and ranks', () => {
  test.each([
    ['1689', '5354', '占全省31.55%'],
    ['1', '3', '占全省33.33%'],
    ['1', '2', '占全省50%'],
    ['0', '2', '占全省0%'],
    ['3', '2', '占全省150%'],
    ['1', '0', null],
    ['0', '0', null],
    [null, '2', null],
    ['1', null, null],
  ])('%s of %s: %s', (part, whole, expected) => {
    expect(text('SHARE', { part, whole, scope: '全省' })).toBe(expected);
  });

  const rank = (value: string | null, others: (string | null)[], more: object = {}) =>
    Object.values(item('RANK', { value, others, scope: '全省', ...more })).slice(1);

  test('competition ranks', () => {
    expect(rank('30', ['40', '30', '20'])).toEqual(['居全省第2位', 2, true]);
    expect(rank('30', ['40', '40', '20'])).toEqual(['居全省第3位', 3, false]);
    expect(rank('30', ['40', '30', '20'], { direction: 'LOWER' })).toEqual(['居全省第2位', 2, true]);
    expect(rank('5', ['40'], { direction: 'LOWER' })).toEqual(['居全省第1位', 1, false]);
    expect(rank('5', [])).toEqual(['居全省第1位', 1, false]);
    expect(rank('1.0', ['1'])).toEqual(['居全省第1位', 1, true]);
    expect(rank('5', [null, '4'])).toEqual([null, null, null]);
    expect(rank(null, ['4'])).toEqual([null, null, null]);
  });
});

describe('multiples', () => {
  test.each([
    ['翻番', '2.000000'],
    ['翻一番', '2.000000'],
    ['翻两番', '4.000000'],
    ['翻二番', '4.000000'],
    ['翻三番', '8.000000'],
    ['翻四番', '16.000000'],
    ['翻五番', '32.000000'],
    ['增长3倍', '4.000000'],
    ['增加0.5倍', '1.500000'],
    ['提高1倍', '2.000000'],
    ['扩大10倍', '11.000000'],
    ['增长到3倍', '3.000000'],
    ['增加到原来的3倍', '3.000000'],
    ['达到上年的1.5倍', '1.500000'],
    ['为原来的2倍', '2.000000'],
    ['是去年的2.25倍', '2.250000'],
    ['为3倍', '3.000000'],
  ])('%s is %s', (phrase, factor) => {
    expect(item('PHRASE', { phrase })).toEqual({ kind: 'PHRASE', text: phrase, factor });
  });

  test.each([
    '翻六番',
    '翻了番',
    '增长三倍',
    '增长3 倍',
    '增长倍',
    '下降3倍',
    '增长-1倍',
    '增长3倍多',
    '是前年的2倍',
    '增长３倍',
    '翻',
    '增长到原来3倍',
  ])('%s is not understood', (phrase) => {
    expect(style.problem({ items: [{ kind: 'PHRASE', phrase }] })).toBe('VALUE items[0].phrase');
  });

  test.each([
    ['1049', '2054', '为原来的1.96倍', '1.96', false],
    ['100', '200', '翻番', '2.00', true],
    ['1000', '1999', '为原来的2.00倍', '2.00', false],
    ['100', '250', '翻番', '2.50', true],
    ['100', '150', '为原来的1.50倍', '1.50', false],
    ['100', '0', '为原来的0.00倍', '0.00', false],
    ['0', '5', null, null, false],
    [null, '5', null, null, null],
    ['5', null, null, null, null],
  ])('from %s to %s: %s', (from, to, written, multiple, reached) => {
    expect(item('DOUBLING', { from, to })).toEqual({ kind: 'DOUBLING', text: written, multiple, reached });
  });
});

describe('parts and days', () => {
  const note = '因四舍五入，分项之和与合计可能略有出入';

  test.each([
    [['100000000', '200000000'], ['1.00', '2.00'], '3.00', ''],
    [['333333333', '333333333', '333333334'], ['3.33', '3.33', '3.33'], '10.00', note],
    [['500000', '500000'], ['0.01', '0.01'], '0.01', note],
    [[], [], '0.00', ''],
    [['100000000', null], ['1.00', null], null, null],
  ])('%j', (parts, printed, total, expected) => {
    expect(item('PARTS', { parts })).toEqual({ kind: 'PARTS', text: expected, parts: printed, total });
  });

  test.each([
    ['2023-02-01', '2023年2月1日'],
    ['2024-12-31', '2024年12月31日'],
  ])('%s is written %s', (date, expected) => {
    expect(item('DATE', { date })).toEqual({ kind: 'DATE', text: expected });
  });
});

describe('faults of style', () => {
  const faults = (given: string) => {
    const found = item('TEXT_CHECK', { text: given });
    expect(found.text).toBe(given);
    return (found.findings as { ruleId: string; status: string }[]).filter(({ status }) => status !== 'met').map(({ ruleId }) => ruleId);
  };

  test.each([
    ['完成约100家左右。', ['NS-1']],
    ['约100家，增长10家左右。', []],
    ['约100家\n增长10家左右', []],
    ['约100家,增长左右', []],
    ['左右各约10家', ['NS-1']],
    ['全年1,234家', ['NS-2']],
    ['全年1,234,567.8元', ['NS-2']],
    ['全年1234,567家', []],
    ['全年1,2345家', []],
    ['第1,2,3项', []],
    ['全年12,34家', []],
    ['同比下降-5%', ['NS-3']],
    ['同比下降了−5%', ['NS-3']],
    ['同比下降－5%', ['NS-3']],
    ['同比下降5%', []],
    ['同比下降 -5%', []],
    ['约1,000家左右，下降-1%', ['NS-2', 'NS-3']],
  ])('%j: %j', (given, expected) => {
    expect(faults(given)).toEqual(expected);
  });
});

test('a written amount is never half a unit away from the exact one', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), (fen) => {
      const yuan = `${fen < 0n ? '-' : ''}${(fen < 0n ? -fen : fen) / 100n}.${String((fen < 0n ? -fen : fen) % 100n).padStart(2, '0')}`;
      const written = String(text('AMOUNT', { value: yuan }));
      const unit = written.endsWith('亿元') ? 1e8 : 1e4;
      expect(Math.abs(Number.parseFloat(written) * unit - Number(yuan))).toBeLessThanOrEqual(unit * 0.005 + 0.01);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [{ items: null }, 'MISSING items'],
  [{ items: [{}] }, 'MISSING items[0].kind'],
  [{ items: [{ kind: 5 }] }, 'TYPE items[0].kind'],
  [{ items: [{ kind: 'AREA' }] }, 'VALUE items[0].kind'],
  [{ items: [5] }, 'TYPE items[0]'],
  [{ items: [null] }, 'TYPE items[0]'],
  [{ items: [{ kind: 'AMOUNT', value: 5 }] }, 'TYPE items[0].value'],
  [{ items: [{ kind: 'AMOUNT', value: '1.005' }] }, 'FORMAT items[0].value'],
  [{ items: [{ kind: 'COMPARISON' }] }, 'MISSING items[0].values'],
  [{ items: [{ kind: 'GROWTH', current: '1', previous: '1', basis: '同比' }] }, 'MISSING items[0].measure'],
  [{ items: [{ kind: 'GROWTH', basis: '定基', measure: 'MONEY' }] }, 'VALUE items[0].basis'],
  [{ items: [{ kind: 'GROWTH', basis: '同比', measure: 'COUNT' }] }, 'MISSING items[0].unitName'],
  [{ items: [{ kind: 'GROWTH', basis: '同比', measure: 'MONEY' }] }, 'none'],
  [{ items: [{ kind: 'SHARE', part: '-1', whole: '1', scope: '全省' }] }, 'RANGE items[0].part'],
  [{ items: [{ kind: 'SHARE', part: '1', whole: '1' }] }, 'MISSING items[0].scope'],
  [{ items: [{ kind: 'SHARE', part: '1', whole: '1', scope: '' }] }, 'FORMAT items[0].scope'],
  [{ items: [{ kind: 'RANK', value: '1', scope: '全省' }] }, 'MISSING items[0].others'],
  [{ items: [{ kind: 'DOUBLING', from: '-1', to: '1' }] }, 'RANGE items[0].from'],
  [{ items: [{ kind: 'PARTS', parts: ['-1'] }] }, 'RANGE items[0].parts[0]'],
  [{ items: [{ kind: 'DATE', date: '2023-02-30' }] }, 'FORMAT items[0].date'],
  [{ items: [{ kind: 'DATE' }] }, 'MISSING items[0].date'],
  [{ items: [{ kind: 'TEXT_CHECK', text: '' }] }, 'FORMAT items[0].text'],
])('problem %#', (changes, problem) => {
  expect(style.problem(changes)).toBe(problem);
});
