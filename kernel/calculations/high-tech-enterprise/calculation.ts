// Recognition of a high-tech enterprise (高新技术企业认定): eight conditions, innovation capability, reasons for rejection.
import {
  addDays,
  all,
  any,
  asRatio,
  atLeast,
  calculation,
  decimal,
  type Finding,
  findingsBy,
  isTrue,
  known,
  not,
  notComputable,
  type Quotient,
  quotient,
  type Rational,
  Reading,
  ratioAtLeast,
  record,
  type Status,
  statusesOf,
  sumOf,
  given as whenKnown,
} from '../frame/index.ts';
import { checkInput, type FiscalYear, type HighTechInput, type HighTechParameters, input, parameters } from './input.ts';
import { judgedRights } from './ip-rights.ts';
import { type CapabilityScore, capabilityScore, lacksScoreInput, printScore } from './score.ts';

const measures = '国科发火〔2016〕32号';
const guide = '国科发火〔2016〕195号';

const rules = {
  'B1-1': { required: '申请认定时须注册成立一年（365天）以上', basis: `${measures}第十一条(一)` },
  'B1-2': { required: '对主要产品（服务）发挥核心支持作用的知识产权，拥有其所有权', basis: `${measures}第十一条(二)` },
  'B1-3': { required: '核心技术属于《国家重点支持的高新技术领域》规定的八个领域', basis: `${measures}第十一条(三)` },
  'B1-4': { required: '科技人员占当年职工总数不低于10%', basis: `${measures}第十一条(四)` },
  'B1-5a': {
    required: '近三年研发费用占同期销售收入：最近一年销售收入5000万元以下不低于5%，2亿元以下不低于4%，2亿元以上不低于3%',
    basis: `${measures}第十一条(五)`,
  },
  'B1-5b': { required: '境内研发费用占全部研发费用不低于60%', basis: `${measures}第十一条(五)` },
  'B1-6': { required: '近一年高新技术产品（服务）收入占同期总收入不低于60%', basis: `${measures}第十一条(六)` },
  'B1-7': { required: (p: HighTechParameters) => `企业创新能力评价高于${p.passScore}分`, basis: `${measures}第十一条(七)；${guide}` },
  'B1-8': { required: '申请前一年内未发生重大安全、重大质量事故或严重环境违法行为', basis: `${measures}第十一条(八)` },
};

const rejectionCodes: Readonly<Record<string, string>> = {
  'B1-1': 'R10',
  'B1-2': 'R06',
  'B1-3': 'R07',
  'B1-4': 'R05',
  'B1-5a': 'R01',
  'B1-5b': 'R13',
  'B1-6': 'R04',
  'B1-7': 'R08',
  'B1-8': 'R11',
};

/** 195号: staff of the year = mean over the months of (start + end of month) ÷ 2. */
function averageStaff({ staffMonths }: HighTechInput): Rational | null {
  const total = sumOf(staffMonths?.flatMap(({ opening, closing }) => [opening, closing]) ?? null);
  return whenKnown([total, staffMonths], (sum, months) => sum.dividedBy(2 * months.length));
}

/** 第十一条(五): the smaller the sales of the last year, the more of them must go into R&D. */
function rdShareRequired(lastSales: Rational): Rational {
  if (lastSales.isAtMost(50_000_000)) return decimal('0.05');
  return lastSales.isAtMost(200_000_000) ? decimal('0.04') : decimal('0.03');
}

/** Unknown while any R&D or sales is missing, even if what is known of sales adds up to nothing. */
function rdShare(years: readonly FiscalYear[] | null): Quotient {
  const rd = sumOf(years?.map((year) => year.rdExpense) ?? null);
  const sales = sumOf(years?.map((year) => year.sales) ?? null);
  return rd === null || sales === null ? null : quotient(rd, sales);
}

function domesticShare(years: readonly FiscalYear[] | null): Quotient {
  const domestic = sumOf(years?.map((year) => year.domesticRdExpense) ?? null);
  return quotient(domestic, sumOf(years?.map((year) => year.rdExpense) ?? null));
}

/** 195号: total income = income in total without non-taxable income. */
function highTechShare({ highTechProductIncome, grossIncome, nonTaxableIncome }: HighTechInput): Quotient {
  const income = whenKnown([grossIncome, nonTaxableIncome], (gross, nonTaxable) => gross.minus(nonTaxable));
  return income !== null && !income.isPositive() ? notComputable : quotient(highTechProductIncome, income);
}

/** Whether each right may be used and is core to the main product; null while the list itself is unknown. */
function coreRights(given: Pick<HighTechInput, 'ipRights' | 'applicationDate'>): readonly Status[] | null {
  return judgedRights(given)?.map(({ right, usable }) => all(usable, isTrue(right.coreToMainProduct))) ?? null;
}

function hasCoreRight(given: HighTechInput): Status {
  const rights = coreRights(given);
  return rights === null ? 'unknown' : any(...rights);
}

/** How many rights of an input document that could be evaluated B1-2 counts, of how many stated; null while the list is unknown. */
export function coreRightsIn(document: unknown): { readonly usable: number; readonly stated: number } | null {
  const rights = coreRights(record({ applicationDate: input.applicationDate, ipRights: input.ipRights }).read(document, '', new Reading()));
  return rights === null ? null : { usable: rights.filter((status) => status === 'met').length, stated: rights.length };
}

/** The first of the three numbers of a field code is one of the eight fields. */
function inField({ technicalField }: HighTechInput): Status {
  return known([technicalField], (code) => {
    const field = Number(code.split('.')[0]);
    return field >= 1 && field <= 8;
  });
}

function noViolation({ violations, applicationDate }: HighTechInput): Status {
  if (violations === null) return 'unknown';
  const from = addDays(applicationDate, -365);
  return not(any(...violations.map(({ date }) => known([date], (day) => from <= day && day <= applicationDate))));
}

type ScoreVerdict = 'PASS' | 'FAIL' | 'UNKNOWN' | 'BORDERLINE';

/** Borderline: everything is known, and it is the experts' choice inside the bands that decides. */
function verdictOfScore({ total }: CapabilityScore, given: HighTechInput, passScore: number): ScoreVerdict {
  if (total.min > passScore) return 'PASS';
  if (total.max <= passScore) return 'FAIL';
  return lacksScoreInput(given) ? 'UNKNOWN' : 'BORDERLINE';
}

const statusOfVerdict: Readonly<Record<ScoreVerdict, Status>> = { PASS: 'met', FAIL: 'unmet', UNKNOWN: 'unknown', BORDERLINE: 'unknown' };

function findings(given: HighTechInput, limits: HighTechParameters, scoreVerdict: ScoreVerdict): Finding[] {
  const find = findingsBy(rules, limits);
  const days = whenKnown([given.registeredDate], (registered) => given.applicationDate - registered);
  const staffShare = quotient(given.scienceStaff, averageStaff(given));
  const [rd, domestic, highTech] = [rdShare(given.years), domesticShare(given.years), highTechShare(given)];
  const lastSales = given.years?.at(-1)?.sales ?? null;
  return [
    find('B1-1', atLeast(days, 365), days),
    find('B1-2', hasCoreRight(given)),
    find('B1-3', inField(given), given.technicalField),
    find('B1-4', ratioAtLeast(staffShare, decimal('0.1')), asRatio(staffShare)),
    find('B1-5a', ratioAtLeast(rd, whenKnown([lastSales], rdShareRequired)), asRatio(rd)),
    find('B1-5b', ratioAtLeast(domestic, decimal('0.6')), asRatio(domestic)),
    find('B1-6', ratioAtLeast(highTech, decimal('0.6')), asRatio(highTech)),
    find('B1-7', statusOfVerdict[scoreVerdict]),
    find('B1-8', noViolation(given)),
  ];
}

function verdictOfAll(found: readonly Finding[], scoreVerdict: ScoreVerdict): ScoreVerdict {
  const conditions = all(...statusesOf(found.filter(({ ruleId }) => ruleId !== 'B1-7')));
  if (conditions === 'unmet' || scoreVerdict === 'FAIL') return 'FAIL';
  return conditions === 'unknown' ? 'UNKNOWN' : scoreVerdict;
}

export const highTechEnterprise = calculation({
  id: 'high-tech-enterprise',
  name: '高新技术企业认定条件与创新能力评价',
  basis: [`${measures}第十一条`, guide],
  input,
  parameters,
  rules,
  check: checkInput,
  evaluate(given, limits) {
    const score = capabilityScore(given);
    const scoreVerdict = verdictOfScore(score, given, limits.passScore);
    const found = findings(given, limits, scoreVerdict);
    const unmet = found.filter(({ status }) => status === 'unmet');
    return {
      verdict: verdictOfAll(found, scoreVerdict),
      scoreVerdict,
      rejectionCodes: unmet.map(({ ruleId }) => rejectionCodes[ruleId]).sort(),
      score: printScore(score),
      findings: found,
    };
  },
});
