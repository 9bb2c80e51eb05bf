// Do audit, tax filing, application and statistics of a high-tech applicant agree (三方一致性校验)?
import {
  all,
  any,
  atLeast,
  atMost,
  calculation,
  calendarYear,
  date,
  dec,
  type Finding,
  findingsBy,
  flag,
  greater,
  int,
  isFalse,
  listOf,
  money,
  optional,
  orNull,
  percentText,
  type Rational,
  type Read,
  type Rules,
  ratio,
  record,
  required,
  type Status,
  signedMoney,
  smaller,
  sumOf,
  given as whenKnown,
  withDefault,
} from './frame/index.ts';

const triple = record({
  audit: optional('审计报告', signedMoney),
  tax: optional('纳税申报', signedMoney),
  application: optional('申报书', signedMoney),
});

const year = record({
  year: required('年度', calendarYear),
  sales: optional('销售收入', triple),
  totalAssets: optional('资产总额', triple),
  totalLiabilities: optional('负债总额', triple),
  netAssets: optional('净资产', triple),
  specialAuditRd: optional('专项审计研发费用', money),
  applicationRd: optional('申报书研发费用', money),
  superDeductionBase: optional('加计扣除基数（A107012）', money),
  incomeStatementRd: optional('利润表研发费用', money),
  projectRd: optional('各研发活动费用', listOf(orNull(money))),
  statisticsRdThousand: optional('107-2表研发费用合计（千元）', dec),
});

const input = {
  years: required('近三个会计年度', listOf(year)),
  aboveScaleEnterprise: optional('规上企业', flag),
  grossIncome: optional('近一年收入总额', triple),
  nonTaxableIncome: optional('近一年不征税收入', money),
  highTechProductIncome: optional('近一年高新技术产品（服务）收入', money),
  productIncomes: optional('各高新技术产品（服务）收入', listOf(orNull(money))),
  totalStaff: optional('职工总数', int),
  scienceStaff: optional('科技人员数', int),
  socialInsuranceCount: optional('参保人数', int),
  auditAmended: optional('审计报告有更正', flag),
  auditAmendedDate: optional('审计更正日期', date),
  taxFilingDate: optional('纳税申报日期', date),
};

const parameters = {
  tolerance: withDefault('容差（元）', money, '100'),
  calibreGap: withDefault('口径差异上限', ratio, '0.1'),
  headcountGap: withDefault('人数差异上限', ratio, '0.2'),
  lowBaseRatio: withDefault('加计扣除基数占比下限', ratio, '0.5'),
  productIncomeRatio: withDefault('高新收入占比下限', ratio, '0.6'),
};

type Input = Read<typeof input>;
type Parameters = Read<typeof parameters>;
type Year = Input['years'][number];
type Triple = Year['sales'];
type Level = 'block' | 'warn' | 'info';

const filing = '国科发火〔2016〕195号（申报材料与年度审计、专项审计及纳税申报一致）';

const rules = {
  X1: { required: '各年销售收入：审计、纳税申报、申报书一致', basis: filing },
  X2: { required: '各年资产、负债、净资产：审计、纳税申报、申报书一致', basis: filing },
  X3: { required: '近一年收入总额：审计、纳税申报、申报书一致', basis: filing },
  X4: { required: '各年研发费用：专项审计、申报书、研发活动合计一致', basis: filing },
  X5: {
    required: (p: Parameters) => `加计扣除基数不大于专项审计研发费用，且不低于其${percentText(p.lowBaseRatio)}`,
    basis: '财税〔2015〕119号；国科发火〔2016〕195号',
  },
  X6: { required: '利润表研发费用与专项审计差异在允许范围内，否则说明', basis: '财企〔2007〕194号；国科发火〔2016〕195号' },
  X7: {
    required: '规上企业107-2表研发费用与专项审计差异在允许范围内，否则说明',
    basis: '国家统计局企业研发活动报表制度；国科发火〔2016〕195号',
  },
  X8: {
    required: '产品收入合计不大于高新收入，高新收入不大于销售收入，且占总收入达到规定比例',
    basis: '国科发火〔2016〕32号第十一条(六)',
  },
  X9: { required: '科技人员不多于职工总数，职工总数与参保人数差异在允许范围内', basis: '国科发火〔2016〕32号第十一条(四)' },
  X10: { required: '审计报告更正不晚于纳税申报，否则重新取数', basis: filing },
} satisfies Rules<Parameters>;

interface Outcome {
  readonly status: Status;
  /** Of an unmet outcome. */
  readonly level: Level;
  readonly years: readonly number[];
}

/** Unmet as soon as two known figures differ by more than the tolerance, unknown if one is missing. */
function agree(figures: readonly (Rational | null)[], tolerance: Rational): Status {
  const known = figures.filter((figure) => figure !== null);
  const [first, ...others] = known;
  if (first !== undefined) {
    const most = others.reduce(greater, first);
    if (most.minus(others.reduce(smaller, first)).isMoreThan(tolerance)) return 'unmet';
  }
  return known.length < figures.length ? 'unknown' : 'met';
}

function agreeTriple(figures: Triple, tolerance: Rational): Status {
  return agree([figures?.audit ?? null, figures?.tax ?? null, figures?.application ?? null], tolerance);
}

/** |a − b| ≤ share × b: the gap between two calibres, measured by the second. */
function isClose(a: Rational | null, b: Rational | null, share: Rational): Status {
  const gap = whenKnown([a, b], (x, y) => x.minus(y).absolute());
  return atMost(
    gap,
    whenKnown([b], (y) => y.times(share)),
  );
}

function overYears(years: readonly Year[], level: Level, test: (year: Year) => Status): Outcome {
  const statuses = years.map((entry) => ({ year: entry.year, status: test(entry) }));
  return {
    status: all(...statuses.map(({ status }) => status)),
    level,
    years: statuses.filter(({ status }) => status === 'unmet').map((entry) => entry.year),
  };
}

/** Deducting more than was audited blocks; deducting much less only asks for a reason. */
function superDeduction(years: readonly Year[], { lowBaseRatio }: Parameters): Outcome {
  const tooMuch = overYears(years, 'block', (entry) => atMost(entry.superDeductionBase, entry.specialAuditRd));
  const tooLittle = overYears(years, 'warn', ({ superDeductionBase, specialAuditRd }) =>
    atLeast(
      superDeductionBase,
      whenKnown([specialAuditRd], (audited) => audited.times(lowBaseRatio)),
    ),
  );
  const worse = tooMuch.status === 'unmet' ? tooMuch : tooLittle;
  return { ...worse, status: all(tooMuch.status, tooLittle.status) };
}

function statistics(input: Input, { calibreGap }: Parameters): Outcome {
  const gap = overYears(input.years, 'warn', ({ statisticsRdThousand, specialAuditRd }) =>
    isClose(
      whenKnown([statisticsRdThousand], (thousands) => thousands.times(1000)),
      specialAuditRd,
      calibreGap,
    ),
  );
  // Only enterprises above scale file the form.
  return { ...gap, status: any(isFalse(input.aboveScaleEnterprise), gap.status) };
}

function productIncome(input: Input, { productIncomeRatio }: Parameters): Status {
  const income = input.highTechProductIncome;
  const total = whenKnown([input.grossIncome?.application ?? null, input.nonTaxableIncome], (gross, nonTaxable) => gross.minus(nonTaxable));
  const enough = whenKnown([total], (base) => base.times(productIncomeRatio));
  return all(
    atMost(sumOf(input.productIncomes), income),
    atMost(income, input.years.at(-1)?.sales?.application ?? null),
    total !== null && !total.isPositive() ? 'unmet' : atLeast(income, enough),
  );
}

function headcount({ scienceStaff, totalStaff, socialInsuranceCount }: Input, { headcountGap }: Parameters): Status {
  const gap = whenKnown([totalStaff, socialInsuranceCount], (staff, insured) => Math.abs(staff - insured));
  const allowed = whenKnown([totalStaff], (staff) => headcountGap.times(staff));
  return all(atMost(scienceStaff, totalStaff), atMost(gap, allowed));
}

function outcomes(input: Input, limits: Parameters): Record<keyof typeof rules, Outcome> {
  const { tolerance, calibreGap } = limits;
  const { years } = input;
  const single = (level: Level, status: Status): Outcome => ({ status, level, years: [] });
  return {
    X1: overYears(years, 'block', ({ sales }) => agreeTriple(sales, tolerance)),
    X2: overYears(years, 'block', ({ totalAssets, totalLiabilities, netAssets }) =>
      all(...[totalAssets, totalLiabilities, netAssets].map((balance) => agreeTriple(balance, tolerance))),
    ),
    X3: single('block', agreeTriple(input.grossIncome, tolerance)),
    X4: overYears(years, 'block', ({ specialAuditRd, applicationRd, projectRd }) =>
      agree([specialAuditRd, applicationRd, sumOf(projectRd)], tolerance),
    ),
    X5: superDeduction(years, limits),
    X6: overYears(years, 'warn', ({ incomeStatementRd, specialAuditRd }) => isClose(incomeStatementRd, specialAuditRd, calibreGap)),
    X7: statistics(input, limits),
    X8: single('block', productIncome(input, limits)),
    X9: single('warn', headcount(input, limits)),
    X10: single('info', any(isFalse(input.auditAmended), atMost(input.auditAmendedDate, input.taxFilingDate))),
  };
}

type ConsistencyFinding = Finding & { readonly level: Level | null; readonly years: readonly number[] };

function verdictOfFindings(findings: readonly ConsistencyFinding[]): 'BLOCKED' | 'UNKNOWN' | 'WARN' | 'PASS' {
  const has = (level: Level) => findings.some((finding) => finding.level === level);
  if (has('block')) return 'BLOCKED';
  if (findings.some(({ ruleId, status }) => status === 'unknown' && ruleId !== 'X10')) return 'UNKNOWN';
  return has('warn') ? 'WARN' : 'PASS';
}

export const hnteConsistency = calculation({
  id: 'hnte-consistency',
  name: '高企申报三方一致性校验',
  basis: ['国科发火〔2016〕32号', '国科发火〔2016〕195号'],
  method: [
    '三方（审计、纳税申报、申报书）数字最大值与最小值之差不超过容差为一致；已知两方相差超过容差即为不一致。',
    '口径差异：｜甲－乙｜≤允许比例×乙；统计报表以千元填报，比较前换算为元。',
    '问题分为阻断（block）、提醒（warn）和提示（info）；有阻断即不得申报。',
  ],
  input,
  parameters,
  rules,
  check({ years }, _parameters, reading) {
    if (years.length < 1 || years.length > 3) reading.conflict('years', '应为一至三个会计年度');
    for (const [index, { year: given }] of years.entries()) {
      const before = years[index - 1];
      if (before !== undefined && given <= before.year) reading.conflict(`years[${index}].year`, '年度须递增');
    }
  },
  evaluate(given, limits) {
    const find = findingsBy(rules, limits);
    const outcomeOf = outcomes(given, limits);
    const ids = Object.keys(rules) as (keyof typeof rules)[];
    const findings = ids.map((ruleId): ConsistencyFinding => {
      const { status, level, years } = outcomeOf[ruleId];
      const unmet = status === 'unmet';
      return { ...find(ruleId, status), level: unmet ? level : null, years: unmet ? years : [] };
    });
    return { verdict: verdictOfFindings(findings), findings };
  },
});
