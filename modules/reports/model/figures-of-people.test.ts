// How figures are written for people, placed, tied to indicators and turned into observations.
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import type { System } from '#kernel/declare/system.ts';
import { dated } from './anonymous-year.ts';
import { offsetsOf, storableText } from './code-points.ts';
import { type Facts, factsOf, yearOf } from './facts.ts';
import { observationOf } from './observation.ts';
import { placeOfFigure } from './place.ts';
import { readFigures } from './reader/read-figures.ts';
import type { Reading } from './reader/reading.ts';
import { tieIndexOf } from './ties.ts';
import { periodTyped, periodWords } from './words.ts';
import { wordsAround } from './words-around.ts';
import { plainNumeral, typedValue, valueWords, writtenValue } from './written-value.ts';

const facts = (given: Partial<Facts>): Facts => ({
  exact: '1',
  unit: '家',
  kind: 'level',
  measure: 'stock',
  bound: 'exact',
  indicator: '园圃总数',
  period: '2022',
  region: null,
  of: null,
  status: 'actual',
  ...given,
});

describe('a value', () => {
  it.each([
    [{ exact: '11177000000', unit: '元' }, '111.77亿元', '111.77亿元'],
    [{ exact: '26000000', unit: '元', bound: 'more_than' }, '2600多万元', '超过2,600万元'],
    [{ exact: '0.2745', unit: '%', kind: 'share' }, '27.45%', '27.45%'],
    [{ exact: '-0.4125', unit: '%', kind: 'yoy_growth' }, '41.25%', '下降41.25%'],
    [{ exact: '0.14', unit: '个百分点', kind: 'change' }, '0.14个百分点', '提高0.14个百分点'],
    [{ exact: '-1372', unit: '家', kind: 'change' }, '1372家', '减少1,372家'],
    [{ exact: '-2', unit: '个百分点', kind: 'change', indicator: '占比与全省之差' }, '2个百分点', '低2个百分点'],
    [{ exact: '3', unit: '位', kind: 'rank' }, '第3位', '第3位'],
    [{ exact: '0.002', unit: '‰', kind: 'ratio' }, '2‰', '2‰'],
    [{ exact: '7', unit: null }, '7', '7'],
  ] as const)('%o is said as in the text «%s»', (given, raw, said) => {
    expect(valueWords(facts(given), raw)).toBe(said);
  });

  it.each([
    ['111.77', '亿元', '11177000000', '元'],
    ['1.2', '万亿元', '1200000000000', '元'],
    ['27.45', '%', '0.2745', '%'],
    ['－2，600', '万元', '-26000000', '元'],
    ['14.5', '万吨', '145000', '吨'],
    ['0.14', '个百分点', '0.14', '个百分点'],
    ['8', '', '8', null],
  ])('%s %s typed by a person is kept exactly', (number, unit, exact, base) => {
    expect(typedValue(number, unit)).toEqual({ exact, unit: base });
  });

  it('comes back as it was typed', () => {
    for (const [number, unit] of [
      ['63.7', '亿元'],
      ['2.61', '%'],
      ['10', '万吨'],
      ['582', '项'],
    ] as const) {
      const typed = typedValue(number, unit);
      if ('problem' in typed) throw new Error(typed.problem);
      expect(writtenValue(typed, `${number}${unit}`)).toEqual({ number, unit });
    }
  });

  it('that is no number is refused in words', () => {
    expect(typedValue('约五百', '家')).toEqual({ problem: expect.stringContaining('不是数') });
  });

  it('has a precision without exponents', () => {
    expect([5e-5, 0.5, 50_000_000, 5e-7, 1.5e21, 0].map(plainNumeral)).toEqual([
      '0.00005',
      '0.5',
      '50000000',
      '0.0000005',
      '1500000000000000000000',
      '0',
    ]);
  });
});

describe('a period', () => {
  it('is a year of its own only when it is exactly one', () => {
    expect(['2022', '2020H1', '2021-2025', null, '20xx'].map(yearOf)).toEqual([2022, null, null, null, null]);
  });

  it('is said and typed in the words of officials', () => {
    expect(['2022', '2020H1', '2021-2025', '2022-03', '20xx', null].map(periodWords)).toEqual([
      '2022年',
      '2020年上半年',
      '2021—2025年',
      '2022年3月',
      '20xx',
      '时期不明',
    ]);
    expect(['2022年', '2020年上半年', '2021—2025年', ' ', '每年'].map(periodTyped)).toEqual(['2022', '2020H1', '2021-2025', null, '每年']);
    const parts = ['2022年前三季度', '2022年第二季度', '2022年1-10月'];
    expect(parts.map(periodTyped)).toEqual(['2022Q1-Q3', '2022Q2', '2022年1-10月']);
    expect(parts.map(periodTyped).map(periodWords)).toEqual(parts);
  });
});

it('takes a blotted-out year for the reporting year when it is known and the thing has happened', () => {
  const reading = (period: string | null, status: Facts['status']) => ({ ...facts({ status }), period }) as unknown as Reading;
  const periods = (year: number | null) =>
    [
      reading('20xx', 'actual'),
      reading('20××', 'estimate'),
      reading('20XX', 'target'),
      reading('2020H1', 'actual'),
      reading(null, 'actual'),
    ].map((one) => dated(one, year).period);
  expect(periods(2021)).toEqual(['2021', '2021', '20XX', '2020H1', null]);
  expect(periods(null)).toEqual(['20xx', '20××', '20XX', '2020H1', null]);
});

describe('the place of a figure', () => {
  it.each([
    [null, '南昌市', '南昌市'],
    ['南昌市', '南昌市', '南昌市'],
    ['我市', '南昌市', '南昌市'],
    ['全省', '南昌市', '江西省'],
    ['全省', '云汐市', '全省'],
    ['全国', '南昌市', '全国'],
    ['全市', '南昌县', '南昌市'],
    ['赣州市', '南昌市', '赣州市'],
    ['年我市', '南昌市', '南昌市'],
  ])('%s in a report of %s (given second) is %s', (region, document, place) => {
    expect(placeOfFigure(region, document)).toBe(place);
  });
});

describe('offsets', () => {
  it('count code points, whatever the plane of a character', () => {
    const text = '𠮷市3家𠀋5';
    const offsets = offsetsOf(text);
    const units = Array.from({ length: 7 }, (_, point) => [...text].slice(0, point).join('').length);
    expect(units.map((_, point) => offsets.toUnits(point))).toEqual(units);
    expect(units.map((unit) => offsets.toPoints(unit))).toEqual(units.map((_, point) => point));
    expect(offsets.length).toBe(6);
  });

  it('stay in place when a text is made fit for the database', () => {
    const text = '甲\0乙\ud800丙3家';
    const kept = storableText(text);
    expect(kept).toHaveLength(text.length);
    expect(kept).toBe('甲\ufffd乙\ufffd丙3家');
  });

  it('of a number marked by hand reach to the nearest stops', () => {
    const text = '上半年，全市新增“瞪羚”企业12家，同比增长。';
    const at = text.indexOf('12家');
    const { start, end } = wordsAround(text, at, at + 3);
    expect(text.slice(start, end)).toBe('全市新增“瞪羚”企业12家');
  });
});

const measure = (id: string, name: string, kind: 'stock' | 'flow', unit: string, aliases: string[] = []) => ({
  id: `s.${id}`,
  name,
  kind,
  unit,
  definition: name,
  aliases,
});
const indicator = (id: string, name: string, unit: string, formula: object, aliases: string[] = []) => ({
  id: `s.${id}`,
  name,
  unit,
  formula,
  direction: 'up',
  definition: name,
  aliases,
});
const catalogue = catalogueOf([
  {
    id: 's',
    kind: 'programme',
    name: '样例',
    measures: [
      measure('firms', '有效期内高新技术企业', 'stock', '家', ['高新技术企业数']),
      measure('asked', '高新技术企业申报数', 'flow', '家'),
      measure('deal', '技术合同成交额', 'flow', '元'),
    ],
    indicators: [
      indicator('stock', '高新技术企业总数', '家', { kind: 'stock', measure: 's.firms' }),
      indicator('net', '高新技术企业净增数', '家', { kind: 'change', measure: 's.firms' }),
      indicator('growth', '高新技术企业总数增速', '%', { kind: 'growth', of: { kind: 'stock', measure: 's.firms' } }),
      indicator('rank', '高新技术企业总数位次', '位', { kind: 'rank', of: { kind: 'stock', measure: 's.firms' } }),
      indicator('asked', '高新技术企业申报数', '家', { kind: 'sum', measure: 's.asked' }),
      indicator('deal', '技术合同成交额', '元', { kind: 'sum', measure: 's.deal' }),
    ],
  } as unknown as System,
]);

describe('a figure', () => {
  const ties = tieIndexOf(catalogue);
  it.each([
    [{ indicator: '高新技术企业总数' }, 'high-tech-enterprises', { indicator: 's.stock', isSure: true }],
    [{ indicator: '高企' }, 'high-tech-enterprises', { indicator: 's.stock', isSure: true }],
    [{ indicator: '规上高新技术企业' }, 'high-tech-enterprises', { indicator: 's.stock', isSure: false }],
    [{ indicator: '申报高新技术企业', measure: 'flow' }, null, { indicator: 's.asked', isSure: true }],
    [
      { indicator: '高新技术企业净增数', kind: 'change', measure: 'net_change' },
      'high-tech-enterprises',
      { indicator: 's.net', isSure: true },
    ],
    [{ indicator: '净增高新技术企业', kind: 'change', measure: 'net_change' }, null, { indicator: 's.net', isSure: true }],
    [{ indicator: '高新技术企业总数增速', kind: 'yoy_growth', measure: 'rate', unit: '%' }, null, { indicator: 's.growth', isSure: true }],
    [{ indicator: '技术合同登记额', measure: 'flow', unit: '元' }, 'contract-value', { indicator: 's.deal', isSure: true }],
    // Money is not a count, what is new is not what there is, and a rank leaves open among whom.
    [{ indicator: '技术合同成交额', measure: 'flow', unit: '项' }, 'contract-value', null],
    [{ indicator: '新增高新技术企业', measure: 'new' }, 'high-tech-enterprises', null],
    [{ indicator: '高新技术企业总数位次', kind: 'rank', measure: 'rank', unit: '位' }, 'high-tech-enterprises', null],
    [{ indicator: '高新技术企业总数', status: 'requirement' }, 'high-tech-enterprises', null],
  ] as const)('%o (%s) is tied by its name, its shape and its unit', (given, lexicon, tie) => {
    expect(ties.tie(facts(given), lexicon)).toEqual(tie);
  });

  it('becomes an observation with its exact value, its year, its place and its span', () => {
    const text = '截至2022年底，全市高新技术企业总数达到1372家。';
    const [reading] = readFigures(text);
    const read = factsOf(reading as Reading);
    const observation = observationOf({ spanned: reading as Reading, read, corrected: null, indicator: 's.stock' }, '云汐市');
    expect(observation).toMatchObject({
      indicator: 's.stock',
      place: '云汐市',
      year: 2022,
      value: '1372',
      unit: '家',
      status: 'actual',
      readAs: null,
    });
    expect([...text].slice(observation.spanStart ?? 0, observation.spanEnd ?? 0).join('')).toBe(reading?.raw);
    const corrected = { ...read, exact: '1327' };
    const second = observationOf({ spanned: reading as Reading, read, corrected, indicator: 's.stock' }, '云汐市');
    expect(second).toMatchObject({ value: '1327', precision: null, readAs: { exact: '1372', corrected: ['exact'] } });
  });
});
