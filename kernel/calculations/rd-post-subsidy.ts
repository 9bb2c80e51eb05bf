// R&D post-subsidy of a batch of enterprises (研发费用后补助): gates, formula, multipliers, cap, and a budget that may be short.
import {
  all,
  any,
  apportion,
  asMoney,
  asRatio,
  calculation,
  dec,
  type Finding,
  findingsBy,
  flag,
  greater,
  isFalse,
  isTrue,
  key,
  listOf,
  money,
  optional,
  percentText,
  quotient,
  Rational,
  type Read,
  type Reading,
  type Rules,
  ratio,
  ratioAtLeast,
  record,
  required,
  roundToFen,
  smaller,
  statusesOf,
  sumOf,
  text,
  given as whenKnown,
  withDefault,
  words,
} from './frame/index.ts';
import { checkTiers, sliceShares, tierList } from './tiers.ts';

const applicant = record({
  applicantId: key('申请企业编号'),
  taxBase: optional('加计扣除口径研发费用', money),
  statBase: optional('统计口径研发费用', money),
  lastYearBase: optional('上年研发费用基数', money),
  sales: optional('销售收入', money),
  aboveScaleEnterprise: optional('规上企业', flag),
  rdReported: optional('已报送研发统计', flag),
  highTechEnterprise: optional('高新技术企业', flag),
  industry: optional('行业', text),
});

const input = { applicants: required('申请企业', listOf(applicant)) };

const industryMultiplier = record({
  industry: required('行业', text),
  minimumBase: required('研发费用不低于', money),
  multiplier: required('倍数', dec),
});

const parameters = {
  baseRule: withDefault('基数', words({ MIN: '两口径取低', TAX: '加计扣除口径', STAT: '统计口径' }), 'MIN'),
  formula: withDefault('计算方式', words({ FLAT: '定比', TIERED: '分段', INCREMENT: '存量加增量' }), 'TIERED'),
  rate: optional('定比比例', ratio),
  rateBase: optional('存量比例', ratio),
  rateIncrement: optional('增量比例', ratio),
  tiers: withDefault('分段比例', tierList, [{ upTo: '5000000', rate: '0.05' }, { upTo: '20000000', rate: '0.03' }, { rate: '0.01' }]),
  minimumRdRatio: withDefault('研发费用占销售收入下限', ratio, '0.03'),
  hnteMultiplier: withDefault('高新技术企业倍数', dec, '1.2'),
  industryMultipliers: withDefault('行业倍数', listOf(industryMultiplier), [
    { industry: 'ELECTRONICS', minimumBase: '20000000', multiplier: '2' },
  ]),
  cap: optional('单户上限', money),
  budget: optional('预算', money),
};

type Applicant = Read<(typeof applicant)['fields']>;
type Parameters = Read<typeof parameters>;

const notice = '本级研发费用后补助办法';

const rules = {
  'E-1': { required: (p: Parameters) => `研发费用占销售收入不低于${percentText(p.minimumRdRatio)}`, basis: notice },
  'E-2': { required: '规上企业已按规定报送研发统计（107表）', basis: `${notice}；《中华人民共和国统计法》` },
} satisfies Rules<Parameters>;

function baseOf({ taxBase, statBase }: Applicant, { baseRule }: Parameters): Rational | null {
  if (baseRule === 'TAX') return taxBase;
  return baseRule === 'STAT' ? statBase : whenKnown([taxBase, statBase], smaller);
}

function byFormula(
  base: Rational,
  { lastYearBase }: Applicant,
  { formula, rate, rateBase, rateIncrement, tiers }: Parameters,
): Rational | null {
  if (formula === 'TIERED') return Rational.sum(sliceShares(base, tiers));
  if (formula === 'FLAT') return whenKnown([rate], (share) => base.times(share));
  return whenKnown([lastYearBase, rateBase, rateIncrement], (last, share, increment) =>
    base.times(share).plus(greater(base.minus(last), 0).times(increment)),
  );
}

/** Null if what the multiplier depends on is unknown; a multiplier of one depends on nothing. */
function hnteFactor({ highTechEnterprise }: Applicant, { hnteMultiplier }: Parameters): Rational | null {
  if (hnteMultiplier.equals(1)) return Rational.one;
  return whenKnown([highTechEnterprise], (isHighTech) => (isHighTech ? hnteMultiplier : Rational.one));
}

function industryFactor(base: Rational, { industry }: Applicant, { industryMultipliers }: Parameters): Rational | null {
  if (industryMultipliers.length === 0) return Rational.one;
  return whenKnown([industry], (name) =>
    industryMultipliers
      .filter((entry) => entry.industry === name && base.isAtLeast(entry.minimumBase))
      .reduce((factor, { multiplier }) => factor.times(multiplier), Rational.one),
  );
}

/** Formula, multipliers, cap, fen: in this order. */
function fullAmount(base: Rational | null, given: Applicant, limits: Parameters): Rational | null {
  if (base === null) return null;
  const factors = [byFormula(base, given, limits), hnteFactor(given, limits), industryFactor(base, given, limits)];
  return whenKnown([factors[0], factors[1], factors[2]], (formula, hnte, industry) => {
    const amount = formula.times(hnte).times(industry);
    return roundToFen(limits.cap === null ? amount : smaller(amount, limits.cap));
  });
}

interface Assessed {
  readonly applicantId: string;
  readonly base: Rational | null;
  readonly amount: Rational | null;
  readonly findings: readonly Finding[];
}

function assess(given: Applicant, limits: Parameters): Assessed {
  const find = findingsBy(rules, limits);
  const base = baseOf(given, limits);
  const share = quotient(base, given.sales);
  const findings = [
    find('E-1', limits.minimumRdRatio.isZero() ? 'met' : ratioAtLeast(share, limits.minimumRdRatio), asRatio(share)),
    find('E-2', any(isTrue(given.rdReported), isFalse(given.aboveScaleEnterprise))),
  ];
  const gate = all(...statusesOf(findings));
  const amount = gate === 'unmet' ? Rational.zero : gate === 'unknown' ? null : fullAmount(base, given, limits);
  return { applicantId: given.applicantId, base, amount, findings };
}

/** Short if what is known already exceeds the budget; otherwise undecided while an amount is unknown. */
function isShort(amounts: readonly (Rational | null)[], budget: Rational | null): boolean | null {
  if (budget === null) return false;
  const known = amounts.filter((amount) => amount !== null);
  if (Rational.sum(known).isMoreThan(budget)) return true;
  return known.length < amounts.length ? null : false;
}

function paymentsOf(amounts: readonly (Rational | null)[], budget: Rational | null): readonly (Rational | null)[] {
  if (budget === null) return amounts;
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length) return amounts.map(() => null);
  if (Rational.sum(known).isAtMost(budget)) return known;
  return apportion(budget.times(100).floor(), known).map((fen) => Rational.of(fen, 100));
}

/** A formula's own rates have no default. */
function checkRates({ formula, rate, rateBase, rateIncrement }: Parameters, reading: Reading): void {
  const needed = formula === 'FLAT' ? { rate } : formula === 'INCREMENT' ? { rateBase, rateIncrement } : {};
  for (const [name, value] of Object.entries(needed)) {
    if (value === null) reading.fail('MISSING', `parameters.${name}`, '所选计算方式需要此比例');
  }
}

export const rdPostSubsidy = calculation({
  id: 'rd-post-subsidy',
  name: '研发费用后补助测算',
  basis: [notice],
  method: [
    '依次为：基数（两口径取低或按参数选一）→公式（定比、分段累进、存量加增量）→高新技术企业倍数→行业倍数→单户上限→四舍五入到分→预算。',
    '合计超过预算时，按金额比例以最大余额法分配到分，各户之和等于预算。',
  ],
  input,
  parameters,
  rules,
  check(_given, limits, reading) {
    checkRates(limits, reading);
    checkTiers(limits.tiers, reading);
  },
  evaluate({ applicants }, limits) {
    const assessed = applicants.map((given) => assess(given, limits));
    const amounts = assessed.map(({ amount }) => amount);
    const payments = paymentsOf(amounts, limits.budget);
    return {
      applicants: assessed.map(({ applicantId, base, amount, findings }, index) => ({
        applicantId,
        base: asMoney(base),
        amount: asMoney(amount),
        payment: asMoney(payments[index] ?? null),
        findings,
      })),
      totalAmount: asMoney(sumOf(amounts)),
      totalPayment: asMoney(sumOf(payments)),
      budgetShort: isShort(amounts, limits.budget),
    };
  },
});
