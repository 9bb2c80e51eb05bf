// Targets as arithmetic: exact sums, units, plans by months, lights, and scores that do not depend on the order of the counties.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type Assessed, assess, assessmentProblems } from './assessment.ts';
import { usualSettings } from './assessment-shapes.ts';
import { decompose, type Ground } from './decompose.ts';
import { progressOf } from './target-progress.ts';
import type { PlanDraft, Progress, Scoring } from './target-shapes.ts';
import { targetText } from './target-text.ts';
import { toBase } from './target-units.ts';
import { monthsProblem, timeProgress } from './time-progress.ts';

const indicator: Indicator = {
  id: 'x.stock',
  name: '企业数',
  unit: '家',
  formula: { kind: 'stock', measure: 'x' },
  direction: 'up',
  definition: '',
};
const scoring: Scoring = { mode: 'COMPLETION', weight: '10', direction: null, parameters: {} };
const draft: PlanDraft = {
  unit: '家',
  cityValue: '100',
  bound: '突破',
  method: 'CAPACITY_SHARE',
  growth: null,
  gapFactor: null,
  alpha: '0.5',
  beta: '0.3',
  gamma: '0.2',
  quantum: null,
  gdpSource: null,
  potentialSource: null,
  byHand: [],
  document: { name: '通知', number: '澜科发〔2026〕1号', day: '2026-01-10' },
  months: null,
  scoring,
};
const of = (value: number) => ({ known: Rational.of(value) });
const ground = (region: string, last: number, gdp = 1, potential = 1): Ground => ({
  region,
  name: region,
  last: of(last),
  beforeLast: of(last),
  level: of(last),
  gdp: Rational.of(gdp),
  potential: Rational.of(potential),
});
const base = { draft, indicator, year: 2026, city: ground('city', 0), hasEntries: true };

describe('a decomposition', () => {
  it('adds up to the city’s target exactly, whatever the shares', () => {
    const county = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(fc.array(county, { minLength: 1, maxLength: 15 }), fc.integer({ min: 0, max: 5000 }), (all, target) => {
        const counties = all.map(([last, gdp, potential], i) => ground(`c${i}`, last, gdp + 1, potential + 1));
        counties.push(ground('more', 1));
        const { sum, difference } = decompose({ ...base, counties, draft: { ...draft, cityValue: String(target) } });
        expect([sum, difference]).toEqual([String(target), '0']);
      }),
      { numRuns: 60 },
    );
  });

  it('tells of a target below the level reached, of a missing measure and of sums that differ', () => {
    const byHand = [
      { region: 'a', value: '5' },
      { region: 'b', value: '40' },
    ];
    const told = decompose({
      ...base,
      hasEntries: false,
      counties: [ground('a', 8), ground('b', 30)],
      draft: { ...draft, method: 'INDIVIDUAL', byHand, cityValue: '50' },
    });
    expect(told.warnings.map(({ text }) => text)).toEqual([
      '台账中还没有“企业数”的任何记录，目标下达后完成情况将一直为零或未知',
      'a目标5家低于目前已达到的8家',
      '各县区合计比全市目标少5家',
    ]);
    expect(told.problems).toEqual([]);
  });

  it('leaves unknown what has no base and says which county is to be filled in', () => {
    const counties = [ground('a', 8), { ...ground('b', 0), last: { unknown: '分母为零，无法计算' } }];
    const told = decompose({ ...base, counties, draft: { ...draft, method: 'BASELINE_GROWTH', growth: '0.1', cityValue: '20' } });
    expect(told.rows.map(({ target }) => target)).toEqual(['9', null]);
    expect(told.problems).toEqual([{ region: 'b', text: 'b上年实际未知（分母为零，无法计算），请逐县填写' }]);
  });

  it('levels what growth gives with the city’s target where it is asked to, and leaves alone what was set by hand', () => {
    const growing = { ...draft, method: 'BASELINE_GROWTH', growth: '0.1', cityValue: '60', isBalanced: true } as const;
    const counties = [ground('a', 10), ground('b', 20), ground('c', 30)];
    const levelled = decompose({ ...base, counties, draft: growing });
    expect(levelled.rows.map(({ suggested, target }) => [suggested, target])).toEqual([
      ['11', '10'],
      ['22', '20'],
      ['33', '30'],
    ]);
    expect([levelled.sum, levelled.difference, levelled.warnings[0]?.text]).toEqual([
      '60',
      '0',
      '按方法得出的合计为66家，已按比例调平到全市目标60家',
    ]);
    const byHand = [{ region: 'c', value: '33' }];
    expect(decompose({ ...base, counties, draft: { ...growing, byHand } }).rows.map(({ target }) => target)).toEqual(['9', '18', '33']);
    const tooMuch = decompose({ ...base, counties, draft: { ...growing, byHand: [{ region: 'c', value: '61' }] } });
    expect(tooMuch.problems[0]?.text).toContain('逐县填写的合计已超过全市目标');
  });

  it('names what a county’s capacity lacks, and asks nothing of counties where the method itself is wrong', () => {
    const counties = [ground('a', 8), { ...ground('b', 8), gdp: null }];
    const lacking = decompose({ ...base, counties, draft: { ...draft, gdpSource: 'outside:地区生产总值' } });
    expect(lacking.problems.map(({ text }) => text)).toContain('b缺少地区生产总值（外部数据“地区生产总值”），请补录或逐县填写');
    const wrong = decompose({ ...base, counties, draft: { ...draft, alpha: '0.1' } });
    expect(wrong.problems.map(({ text }) => text)).toEqual(['三个系数合计应为1']);
    const unscored = decompose({ ...base, counties: [ground('a', 8)], draft: { ...draft, scoring: { ...scoring, mode: 'MEAN_BASE' } } });
    expect(unscored.problems.map(({ text }) => text)).toEqual(['年终计分：平均数基准方式需要基准分']);
  });

  it('does not share out what cannot be added', () => {
    const share: Indicator = { ...indicator, unit: '%', formula: { kind: 'growth', of: indicator.formula } };
    const told = decompose({ ...base, indicator: share, counties: [ground('a', 1)], draft: { ...draft, unit: '%' } });
    expect(told.problems.map(({ text }) => text)).toEqual([expect.stringContaining('不能按能力份额分解')]);
  });
});

describe('units and words', () => {
  it('converts exactly and never guesses', () => {
    expect(toBase('1.5', '亿元', '元')).toEqual(Rational.of(150_000_000));
    expect(toBase('3.14', '%', '%')).toEqual(decimal('0.0314'));
    expect([toBase('5', '家', '元'), toBase('5', '万元', '家')]).toEqual([undefined, undefined]);
  });

  it('writes a target as officials do', () => {
    expect([
      targetText('500', '家', '突破'),
      targetText('500', '家', '以上'),
      targetText('11177000000', '元', '达到'),
      targetText('0.0195', '%', '左右'),
      targetText(null, '家', '突破'),
    ]).toEqual(['突破500家', '500家以上', '达到111.77亿元', '1.95%左右', '—']);
  });
});

describe('the time passed', () => {
  it('is the share of the year, or what the plan by months says', () => {
    expect(timeProgress(2026, '2026-06-30', null)).toEqual(Rational.of(181, 365));
    expect([timeProgress(2026, '2025-12-31', null), timeProgress(2026, '2027-01-05', null)]).toEqual([Rational.zero, Rational.one]);
    const months = ['0', '0', '0.1', '0.1', '0.1', '0.4', '0.4', '0.4', '0.6', '0.6', '0.8', '1'];
    expect(timeProgress(2026, '2026-06-30', months)).toEqual(decimal('0.4'));
    expect(timeProgress(2026, '2026-06-15', months)).toEqual(decimal('0.25'));
    expect([monthsProblem(months), monthsProblem([...months.slice(0, 11), '0.9'])]).toEqual([null, '分月计划12月应为100%']);
    expect(monthsProblem(['0.2', '0.1', ...months.slice(2)])).toBe('分月计划应逐月递增，2月小于1月');
  });

  it('lights green, yellow within five points, and red', () => {
    const standing = (region: string, actual: number) => ({
      region,
      name: region,
      target: '100',
      bound: '达到',
      actual: of(actual),
      last: of(1),
    });
    const rows = progressOf([standing('a', 50), standing('b', 45), standing('c', 44)], {
      isLowerBetter: false,
      timeProgress: decimal('0.5'),
    });
    expect(rows.map(({ light, rank, completion }) => [light, rank, completion])).toEqual([
      ['GREEN', 1, '0.5'],
      ['YELLOW', 2, '0.45'],
      ['RED', 3, '0.44'],
    ]);
  });
});

const progress = (region: string, actual: number | null, target = '100', lastYear = '100'): Progress => ({
  region,
  name: region,
  target,
  bound: '达到',
  actual: actual === null ? null : String(actual),
  lastYear,
  completion: null,
  light: null,
  rank: null,
  shortName: region,
  isAwaited: false,
  why: actual === null ? '没有数据' : null,
});
const assessed = (rows: Progress[], changes: Partial<Scoring> = {}): Assessed => ({
  line: {
    plan: 'p',
    indicator: 'x.stock',
    indicatorName: '企业数',
    unit: '家',
    isLowerBetter: false,
    timeProgress: '1',
    hasMonths: false,
    city: progress('city', 1),
    rows,
  },
  scoring: { ...scoring, weight: '100', ...changes },
});
const county = (region: string) => ({ region, name: region });

describe('an assessment', () => {
  it('ranks each class by itself and keeps the excellent within their share', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((region, i) => progress(region, 100 - i * 4));
    const scores = assess(['a', 'b', 'c', 'd', 'e'].map(county), [assessed(rows)], { ...usualSettings, firstClass: ['a', 'b', 'c', 'd'] });
    expect(scores.map(({ total, rank, grade, countyClass }) => [total, rank, grade, countyClass])).toEqual([
      ['100.00', 1, '优秀', '一类'],
      ['96.00', 2, '良好', '一类'],
      ['92.00', 3, '良好', '一类'],
      ['88.00', 4, '良好', '一类'],
      ['84.00', 1, '良好', '二类'],
    ]);
  });

  it('limits the bonus, takes deductions, and a veto decides', () => {
    const rows = [progress('a', 90), progress('b', 90), progress('c', 40)];
    const adjustments = [
      { region: 'a', kind: 'bonus', points: '4', reason: '全国现场会', document: '' },
      { region: 'a', kind: 'bonus', points: '4', reason: '国家级奖项', document: '' },
      { region: 'b', kind: 'veto', points: '0', reason: '数据造假', document: '通报1号' },
      { region: 'b', kind: 'deduction', points: '10', reason: '数据造假', document: '通报1号' },
    ];
    const scores = assess(['a', 'b', 'c'].map(county), [assessed(rows)], { ...usualSettings, excellentShare: '1', adjustments });
    expect(scores.map(({ total, grade }) => [total, grade])).toEqual([
      ['95.00', '优秀'],
      ['80.00', '不合格'],
      ['40.00', '不合格'],
    ]);
  });

  it('gives no total while a score is unknown, and says why it cannot be issued', () => {
    const one = [assessed([progress('a', null), progress('b', 90)], { weight: '60' })];
    const scores = assess(['a', 'b'].map(county), one, usualSettings);
    expect(scores.map(({ total, rank }) => [total, rank])).toEqual([
      [null, null],
      ['54.00', null],
    ]);
    expect(assessmentProblems(scores, one, usualSettings)).toEqual([
      '各指标权重合计为60，应为100，请在目标方案中调整权重',
      'a：企业数得分未知，未计总分',
    ]);
  });

  it('does not depend on the order of the counties, and more never scores less', () => {
    const actuals = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(actuals, fc.constantFrom('COMPLETION', 'GROWTH', 'RANK', 'THRESHOLD', 'PROGRESSIVE', 'MIXED'), (values, mode) => {
        const rows = values.map((value, i) => progress(`c${i}`, value));
        const score = (list: Progress[]) =>
          new Map(
            assess(
              list.map(({ region }) => county(region)),
              [assessed(list, { mode })],
              usualSettings,
            ).map((one) => [one.region, one.total]),
          );
        const forward = score(rows);
        expect(score([...rows].reverse())).toEqual(new Map([...forward].reverse()));
        const sorted = [...values.entries()].sort(([, a], [, b]) => a - b).map(([i]) => decimal(forward.get(`c${i}`) ?? '-1'));
        for (const [i, own] of sorted.entries()) expect(own.isAtLeast(sorted[i - 1] ?? Rational.zero)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
