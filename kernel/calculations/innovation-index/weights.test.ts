// Weights of the innovation index: equal, given, by entropy, by judgement matrices.
import { describe, expect, test } from 'vitest';
import { cities, index, indicator, scores, series, weights, years } from './specimen-index.ts';

describe('weights', () => {
  test('given ones are divided by their sum, equal ones need none', () => {
    const near = [indicator('a', ['1', '2'], { weight: '0.3333333335' }), indicator('b', ['1', '2'], { weight: '0.6666666666' })];
    expect(series(years('BASE_YEAR', near))).toEqual(['100.00', '200.00']);
    const equal = years('BASE_YEAR', [indicator('a', ['1', '2'], { weight: null }), indicator('b', ['1', '3'], { weight: null })], {
      weighting: 'EQUAL',
    });
    expect([weights(equal), series(equal)]).toEqual([
      ['0.500000', '0.500000'],
      ['100.00', '250.00'],
    ]);
  });

  test('entropy: what tells cities apart weighs more', () => {
    // z = (0, ½, 1) and (0, 0, 1): e₁ = (⅓ ln 3 + ⅔ ln 1.5) ÷ ln 3, e₂ = 0.
    const e1 = (Math.log(3) / 3 + (2 / 3) * Math.log(1.5)) / Math.log(3);
    const given = cities('MIN_MAX', [indicator('a', ['0', '5', '10']), indicator('b', ['0', '0', '1'])], { weighting: 'ENTROPY' });
    const w1 = (1 - e1) / (2 - e1);
    expect(weights(given)).toEqual([w1.toFixed(6), (1 - w1).toFixed(6)]);
    expect(scores(given)).toEqual(['0.00', (50 * w1).toFixed(2), '100.00']);
  });

  test('entropy with exact shares is exact', () => {
    // Two of four cities share the indicator: e = ln 2 ÷ ln 4 = ½; one of four: e = 0. Weights ⅓ and ⅔.
    const given = cities('MIN_MAX', [indicator('a', ['1', '1', '0', '0']), indicator('b', ['1', '0', '0', '0'])], { weighting: 'ENTROPY' });
    expect(weights(given)).toEqual(['0.333333', '0.666667']);
    // Half as much information each: ¼ and ¾ would need e = ⅔; here both indicators are alike, so ½ and ½ exactly.
    const alike = cities('MIN_MAX', [indicator('a', ['1', '2', '4']), indicator('b', ['2', '4', '8'])], { weighting: 'ENTROPY' });
    expect(weights(alike)).toEqual(['0.500000', '0.500000']);
  });

  test('entropy of indicators that tell nothing apart, or of one city: equal weights', () => {
    const flat = cities('MIN_MAX', [indicator('a', ['1', '1']), indicator('b', ['3', '3'])], { weighting: 'ENTROPY' });
    expect(weights(flat)).toEqual(['0.500000', '0.500000']);
    expect(weights(cities('MIN_MAX', [indicator('a', ['1']), indicator('b', ['3'])], { weighting: 'ENTROPY' }))).toEqual([
      '0.500000',
      '0.500000',
    ]);
    const half = cities('MIN_MAX', [indicator('a', ['1', '1']), indicator('b', ['3', '4'])], { weighting: 'ENTROPY' });
    expect(weights(half)).toEqual(['0.000000', '1.000000']);
    expect(index.at('weights', { ...cities('MIN_MAX', [indicator('a', ['1', null])], { weighting: 'ENTROPY' }) })).toBeNull();
  });

  test('a consistent judgement gives exact weights', () => {
    const matrix = [
      ['1', '3', '9'],
      ['1/3', '1', '3'],
      ['1/9', '1/3', '1'],
    ];
    const list = ['a', 'b', 'c'].map((id) => indicator(id, ['1', '2'], { weight: null }));
    const given = years('BASE_YEAR', list, { weighting: 'AHP', matrix });
    expect(weights(given)).toEqual(['0.692308', '0.230769', '0.076923']);
    expect(index.run(given)).toMatchObject({ consistencyRatio: '0.0000', consistent: true });
    expect(series(given)).toEqual(['100.00', '200.00']);
  });

  test('rational weights of an irrational root round as they are', () => {
    // 15 : 49 : 64 of 128; the first is 0.1171875 exactly, which rounds up.
    const matrix = [
      ['1', '15/49', '15/64'],
      ['49/15', '1', '49/64'],
      ['64/15', '64/49', '1'],
    ];
    const list = ['a', 'b', 'c'].map((id) => indicator(id, ['1'], { weight: null }));
    expect(weights(years('BASE_YEAR', list, { weighting: 'AHP', matrix }))).toEqual(['0.117188', '0.382813', '0.500000']);
  });

  test('an inconsistent judgement gives weights but no index', () => {
    const matrix = [
      ['1', '2', '1/2'],
      ['1/2', '1', '2'],
      ['2', '1/2', '1'],
    ];
    const list = ['a', 'b', 'c'].map((id) => indicator(id, ['1', '2'], { weight: null }));
    const given = years('CHAINED', list, { weighting: 'AHP', matrix });
    expect(index.run(given)).toMatchObject({ consistencyRatio: '0.4310', consistent: false });
    expect([weights(given), series(given)]).toEqual([
      ['0.333333', '0.333333', '0.333333'],
      [null, null],
    ]);
  });

  test('two indicators cannot contradict each other', () => {
    const matrix = [
      ['1', '9'],
      ['1/9', '1'],
    ];
    const given = years('BASE_YEAR', [indicator('a', ['1']), indicator('b', ['1'])], { weighting: 'AHP', matrix });
    expect([weights(given), index.at('consistencyRatio', given)]).toEqual([['0.900000', '0.100000'], '0.0000']);
    expect(weights(years('BASE_YEAR', [indicator('a', ['1'])], { weighting: 'AHP', matrix: [['1']] }))).toEqual(['1.000000']);
  });
});
