// The ladder of growing enterprises: gazelles by sales, unicorns by valuation (瞪羚、独角兽梯次培育).
import {
  addYears,
  all,
  any,
  asRatio,
  atLeast,
  calculation,
  calendarYear,
  date,
  decBetween,
  decimal,
  type Exact,
  findingsBy,
  flag,
  intBetween,
  isFalse,
  isTrue,
  known,
  listOf,
  money,
  moreThan,
  not,
  nthRoot,
  optional,
  Rational,
  type Read,
  ratio,
  record,
  required,
  type Status,
  given as whenKnown,
  withDefault,
  words,
} from './frame/index.ts';

const amount = record({ amount: required('金额', money), currency: required('币种', words({ CNY: '人民币', USD: '美元' })) });

/** In the order in which rounds follow each other. */
const rounds = { NONE: '未融资', SEED: '种子轮', ANGEL: '天使轮', PRE_A: 'Pre-A轮', A: 'A轮', B: 'B轮', C: 'C轮', LATER: 'C轮以后' };

const input = {
  asOf: required('评价日期', date),
  foundedDate: optional('成立日期', date),
  listed: optional('已上市', flag),
  equityFunded: optional('获得过私募股权投资', flag),
  salesByYear: optional('各年销售收入', listOf(record({ year: required('年度', calendarYear), sales: optional('销售收入', money) }))),
  postMoneyValuation: optional('投后估值', amount),
  raised: optional('累计融资额', amount),
  ventureCapital: optional('创业投资额（人民币）', money),
  latestRound: optional('最近一轮融资', words(rounds)),
};

const parameters = {
  cagrYears: withDefault('复合增长率年数', intBetween(2, 10), 3),
  gazelleBase: withDefault('瞪羚基期销售收入', money, '10000000'),
  gazelleCagr: withDefault('瞪羚复合增长率', ratio, '0.2'),
  gazelleYoungSales: withDefault('五年内瞪羚销售收入', money, '500000000'),
  gazelleSales: withDefault('十年内瞪羚销售收入', money, '1000000000'),
  potentialBase: withDefault('潜在瞪羚基期销售收入', money, '5000000'),
  potentialGrowth: withDefault('潜在瞪羚年增长率', ratio, '0.5'),
  potentialCapital: withDefault('潜在瞪羚创业投资额', money, '50000000'),
  seedValuation: withDefault('种子独角兽估值（人民币）', money, '300000000'),
  seedRaised: withDefault('种子独角兽融资额（人民币）', money, '10000000'),
  usdRate: optional('美元汇率（1美元合人民币）', decBetween('0.000001')),
};

type Input = Read<typeof input>;
type Parameters = Read<typeof parameters>;

const gazelleBasis = '瞪羚企业认定办法（参照广州黄埔标准）';
const unicornBasis = 'GEI 中国独角兽企业研究报告 2025';

const rules = {
  'G-1': { required: '基期销售收入和复合增长率达标，且最近一年正增长', basis: gazelleBasis },
  'G-2': { required: '成立5年内，销售收入超过规定额', basis: gazelleBasis },
  'G-3': { required: '成立10年内，销售收入超过规定额', basis: gazelleBasis },
  'PG-1': { required: '基期销售收入和复合增长率达到潜在瞪羚标准', basis: gazelleBasis },
  'PG-2': { required: '销售收入和年增长率达到潜在瞪羚标准', basis: gazelleBasis },
  'PG-3': { required: '成立5年内，A轮及以前创业投资额达标', basis: gazelleBasis },
  'UN-1': { required: '成立10年内，未上市，私募投资，投后估值10亿美元、融资5000万美元以上', basis: unicornBasis },
  'PU-1': { required: '成立5年内，未上市，私募投资，投后估值1亿美元、融资500万美元以上', basis: unicornBasis },
  'PU-2': { required: '成立5至9年，未上市，私募投资，投后估值5亿美元、融资2500万美元以上', basis: unicornBasis },
  'SU-1': { required: '成立5年内，未上市，私募投资，估值和融资额达到种子独角兽标准', basis: '深圳种子独角兽标准（2023）' },
};

/** A figure of the list: null while unknown, 'ABSENT' if the list is known to be too short for it. */
type ListFigure = Rational | null | 'ABSENT';

/** The sales so many years before the last entry. */
function salesBefore(list: Input['salesByYear'], years: number): ListFigure {
  if (list === null) return null;
  const entry = list.at(-1 - years);
  return entry === undefined ? 'ABSENT' : entry.sales;
}

/** A list that is known to be too short makes a test unmet, not unknown. */
function tested(figures: readonly ListFigure[], test: (...values: (Rational | null)[]) => Status): Status {
  const present = figures.filter((figure) => figure !== 'ABSENT');
  return present.length < figures.length ? 'unmet' : test(...present);
}

function times(value: Rational | null, factor: Rational): Rational | null {
  return whenKnown([value], (figure) => figure.times(factor));
}

/** Sales tests; n = cagrYears: Yn ≥ Y0 × (1 + c)ⁿ compares without a root. */
function salesStatuses({ salesByYear }: Input, limits: Parameters) {
  const latest = salesBefore(salesByYear, 0);
  const previous = salesBefore(salesByYear, 1);
  const base = salesBefore(salesByYear, limits.cagrYears);
  const factor = limits.gazelleCagr.plus(1).toPower(limits.cagrYears);
  const grows = (from: Rational | null = null, to: Rational | null = null) => all(moreThan(from, 0), atLeast(to, times(from, factor)));
  const above = (limit: Exact) => tested([latest], (sales = null) => moreThan(sales, limit));
  return {
    steady: tested([base, latest, previous], (from = null, to = null, before = null) =>
      all(atLeast(from, limits.gazelleBase), grows(from, to), moreThan(to, before)),
    ),
    young: above(limits.gazelleYoungSales),
    large: above(limits.gazelleSales),
    potential: tested([base, latest], (from = null, to = null) => all(atLeast(from, limits.potentialBase), grows(from, to))),
    leap: tested([latest, previous], (to = null, before = null) =>
      all(atLeast(to, limits.potentialBase), moreThan(before, 0), atLeast(to, times(before, limits.potentialGrowth.plus(1)))),
    ),
  };
}

type Amount = Input['raised'];

/** The amount in the currency asked for; without a rate the other currency is unknown. */
function inCurrency(given: Amount, currency: 'CNY' | 'USD', { usdRate }: Parameters): Rational | null {
  if (given === null) return null;
  if (given.currency === currency) return given.amount;
  return whenKnown([usdRate], (rate) => (currency === 'CNY' ? given.amount.times(rate) : given.amount.dividedBy(rate)));
}

/** Every rule of valuation also asks for private equity and for not being listed. */
function isValued(given: Input, limits: Parameters, currency: 'CNY' | 'USD', valuation: Exact, raised: Exact): Status {
  return all(
    atLeast(inCurrency(given.postMoneyValuation, currency, limits), valuation),
    atLeast(inCurrency(given.raised, currency, limits), raised),
    isTrue(given.equityFunded),
    isFalse(given.listed),
  );
}

function ruleStatuses(given: Input, limits: Parameters): Record<keyof typeof rules, Status> {
  const ageAtMost = (years: number) => known([given.foundedDate], (founded) => given.asOf <= addYears(founded, years));
  const sales = salesStatuses(given, limits);
  const order = Object.keys(rounds);
  const early = known([given.latestRound], (round) => order.indexOf(round) <= order.indexOf('A'));
  const inDollars = (valuation: string, raised: string) => isValued(given, limits, 'USD', decimal(valuation), decimal(raised));
  return {
    'G-1': sales.steady,
    'G-2': all(ageAtMost(5), sales.young),
    'G-3': all(ageAtMost(10), sales.large),
    'PG-1': sales.potential,
    'PG-2': sales.leap,
    'PG-3': all(ageAtMost(5), atLeast(given.ventureCapital, limits.potentialCapital), early),
    'UN-1': all(ageAtMost(10), inDollars('1000000000', '50000000')),
    'PU-1': all(ageAtMost(5), inDollars('100000000', '5000000')),
    'PU-2': all(not(ageAtMost(5)), ageAtMost(9), inDollars('500000000', '25000000')),
    'SU-1': all(ageAtMost(5), isValued(given, limits, 'CNY', limits.seedValuation, limits.seedRaised)),
  };
}

/** The highest stage met, whether a higher one (or any, if none can be named) is still open. */
function highest<S extends string>(ladder: readonly (readonly [S, Status])[]): { stage: S | 'NONE' | null; higherUnknown: boolean } {
  const index = ladder.findIndex(([, status]) => status === 'met');
  const above = index < 0 ? ladder : ladder.slice(0, index);
  const higherUnknown = above.some(([, status]) => status === 'unknown');
  const stage = index < 0 ? undefined : ladder[index]?.[0];
  return { stage: stage ?? (higherUnknown ? null : 'NONE'), higherUnknown };
}

/** (Yn ÷ Y0)^(1/n) − 1. */
function compoundGrowth({ salesByYear }: Input, { cagrYears }: Parameters): Rational | null {
  const [from, to] = [salesBefore(salesByYear, cagrYears), salesBefore(salesByYear, 0)];
  if (!(from instanceof Rational) || !(to instanceof Rational) || from.isZero()) return null;
  return nthRoot(to.dividedBy(from), cagrYears).minus(1);
}

export const growthStage = calculation({
  id: 'growth-stage',
  name: '瞪羚与独角兽梯次',
  basis: [gazelleBasis, unicornBasis],
  method: [
    '复合增长率达到c：末年销售收入≥基期×(1＋c)ⁿ，且基期大于零，不开方比较。',
    '年龄按周年计算：评价日期不晚于成立日期后n年的对应日。',
    '估值与融资额的币种不同时按汇率换算；未给汇率则另一币种未知。',
    '各梯次取达到的最高一级；更高一级是否可能达到另行标出。',
  ],
  input,
  parameters,
  rules,
  check({ foundedDate, asOf, salesByYear }, _parameters, reading) {
    if (foundedDate !== null && foundedDate > asOf) reading.conflict('foundedDate', '成立日期晚于评价日期');
    for (const [index, { year }] of (salesByYear ?? []).entries()) {
      const before = salesByYear?.[index - 1];
      if (before !== undefined && year !== before.year + 1) reading.conflict(`salesByYear[${index}].year`, '年度须连续递增');
    }
  },
  evaluate(given, limits) {
    const find = findingsBy(rules, limits);
    const status = ruleStatuses(given, limits);
    const stages = {
      GAZELLE: any(status['G-1'], status['G-2'], status['G-3']),
      POTENTIAL_GAZELLE: any(status['PG-1'], status['PG-2'], status['PG-3']),
      UNICORN: status['UN-1'],
      POTENTIAL_UNICORN: any(status['PU-1'], status['PU-2']),
      SEED_UNICORN: status['SU-1'],
    };
    const rungs = Object.entries(stages);
    const growth = highest(rungs.slice(0, 2));
    const valuation = highest(rungs.slice(2));
    return {
      growthStage: growth.stage,
      growthHigherUnknown: growth.higherUnknown,
      valuationStage: valuation.stage,
      valuationHigherUnknown: valuation.higherUnknown,
      cagr: asRatio(compoundGrowth(given, limits)),
      stages,
      findings: (Object.keys(rules) as (keyof typeof rules)[]).map((ruleId) => find(ruleId, status[ruleId])),
    };
  },
});
