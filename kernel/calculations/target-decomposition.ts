// Breaking a city's target down to its counties (目标任务分解): by growth on their own base, or by capacity.
import {
  apportion,
  asRatio,
  calculation,
  dec,
  decBetween,
  figureOf,
  formatPlain,
  key,
  listOf,
  optional,
  quotient,
  Rational,
  type Read,
  type Reading,
  ratio,
  record,
  required,
  signedDec,
  sumOf,
  given as whenKnown,
  withDefault,
  words,
} from './frame/index.ts';

const unit = record({
  unitId: key('单位编号'),
  last: optional('上年实际', dec),
  beforeLast: optional('前年实际', dec),
  gdp: optional('地区生产总值', dec),
  potential: optional('潜力', dec),
});

const input = {
  method: required('分解方法', words({ BASELINE_GROWTH: '基数增长', CAPACITY_SHARE: '能力份额' })),
  quantum: required('最小单位', dec),
  cityTarget: optional('全市目标', dec),
  units: required('县区', listOf(unit)),
};

const parameters = {
  growth: optional('平均增速', decBetween('-1')),
  gapFactor: withDefault('差距系数', signedDec, '0'),
  alpha: optional('上年份额系数', ratio),
  beta: optional('生产总值份额系数', ratio),
  gamma: optional('潜力份额系数', ratio),
};

type Input = Read<typeof input>;
type Unit = Input['units'][number];
type Limits = Read<typeof parameters>;
type Figures = readonly (Rational | null)[];

function growthOf({ last, beforeLast }: Unit): Rational | null {
  return whenKnown([figureOf(quotient(last, beforeLast))], (multiple) => multiple.minus(1));
}

/** The gap of each unit to the plain mean of growth; null for all while one is unknown, nothing if it does not matter. */
function growthGaps(units: readonly Unit[], gapFactor: Rational): Figures {
  if (gapFactor.isZero()) return units.map(() => Rational.zero);
  const rates = units.map(growthOf);
  const mean = figureOf(quotient(sumOf(rates), units.length));
  return rates.map((rate) => whenKnown([mean, rate], (average, own) => average.minus(own)));
}

/** target = last × (1 + growth + k × gap), rounded to whole quanta; the sum is not forced. */
function byGrowth({ units, quantum }: Input, { growth, gapFactor }: Limits): Figures {
  const gaps = growthGaps(units, gapFactor);
  return units.map(({ last }, index) =>
    whenKnown([last, growth, gaps[index] ?? null], (base, rate, gap) => {
      const exact = base.times(gapFactor.times(gap).plus(rate).plus(1));
      return quantum.times(exact.dividedBy(quantum).rounded());
    }),
  );
}

/** α × share of last year + β × share of GDP + γ × share of potential; what weighs nothing is not needed. */
function capacityWeights(units: readonly Unit[], { alpha, beta, gamma }: Limits): readonly Rational[] | null {
  let weights: readonly Rational[] = units.map(() => Rational.zero);
  const parts = [
    { factor: alpha, figures: units.map(({ last }) => last) },
    { factor: beta, figures: units.map(({ gdp }) => gdp) },
    { factor: gamma, figures: units.map(({ potential }) => potential) },
  ];
  for (const { factor, figures } of parts) {
    if (factor === null || factor.isZero()) continue;
    const total = sumOf(figures);
    if (total === null || total.isZero()) return null;
    weights = weights.map((weight, index) => weight.plus(factor.times(figures[index] ?? 0).dividedBy(total)));
  }
  return weights;
}

/** Largest remainder in quanta, so that the parts add up to the city's target. */
function byCapacity({ cityTarget, quantum }: Input, weights: readonly Rational[]): Figures {
  const quanta = whenKnown([cityTarget], (target) => target.dividedBy(quantum).floor());
  if (quanta === null) return weights.map(() => null);
  return apportion(quanta, weights).map((parts) => quantum.times(parts));
}

function checkShares({ alpha, beta, gamma }: Limits, reading: Reading): void {
  for (const [name, factor] of Object.entries({ alpha, beta, gamma })) {
    if (factor === null) reading.fail('MISSING', `parameters.${name}`, '能力份额方法需要三个系数');
  }
  if (!sumOf([alpha, beta, gamma])?.equals(1)) reading.conflict('parameters.alpha', '三个系数合计应为1');
}

function checkInput({ method, quantum, cityTarget }: Input, limits: Limits, reading: Reading): void {
  if (!quantum.isPositive()) reading.fail('RANGE', 'quantum', '最小单位须大于零');
  if (method === 'BASELINE_GROWTH') {
    if (limits.growth === null) reading.fail('MISSING', 'parameters.growth', '基数增长方法需要平均增速');
    return;
  }
  checkShares(limits, reading);
  if (cityTarget === null) reading.fail('MISSING', 'cityTarget', '能力份额方法需要全市目标');
  else if (!cityTarget.dividedBy(quantum).isWhole()) reading.conflict('cityTarget', '全市目标不是最小单位的整数倍');
}

export const targetDecomposition = calculation({
  id: 'target-decomposition',
  name: '目标任务分解',
  basis: ['本级目标管理考核办法'],
  method: [
    '基数增长：目标＝上年×（1＋平均增速＋差距系数×（平均增速－本地增速）），四舍五入到最小单位，不强制合计。',
    '能力份额：权重＝α×上年份额＋β×生产总值份额＋γ×潜力份额，按最大余额法分配，合计等于全市目标；余额相同的在前者先得。',
  ],
  input,
  parameters,
  check: checkInput,
  evaluate(given, limits) {
    const { units, method } = given;
    const weights = method === 'CAPACITY_SHARE' ? capacityWeights(units, limits) : null;
    const unknown = units.map(() => null);
    const targets = method === 'BASELINE_GROWTH' ? byGrowth(given, limits) : weights === null ? unknown : byCapacity(given, weights);
    const printed = (value: Rational | null) => whenKnown([value], (known) => formatPlain(known, 12));
    return {
      units: units.map(({ unitId }, index) => ({
        unitId,
        weight: asRatio(weights?.[index] ?? null),
        target: printed(targets[index] ?? null),
      })),
      total: method === 'CAPACITY_SHARE' && weights === null ? null : printed(sumOf(targets)),
    };
  },
});
