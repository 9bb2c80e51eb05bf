// The eight conditions of recognition that need no score (国科发火〔2016〕32号第十一条): what is measured, and whether it is enough.
import {
  addDays,
  all,
  any,
  asShare,
  type Exact,
  type Finding,
  findingsBy,
  isTrue,
  known,
  not,
  partAtLeast,
  plainly,
  Rational,
  Reading,
  record,
  type ShareLimit,
  type Status,
  statusOf,
  sumOf,
  given as whenKnown,
} from '../frame/index.ts';
import { type FiscalYear, type HighTechInput, input } from './input.ts';
import { judgedRights } from './ip-rights.ts';

export const measures = '国科发火〔2016〕32号';

export const conditionRules = {
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
  'B1-8': { required: '申请前一年内未发生重大安全、重大质量事故或严重环境违法行为', basis: `${measures}第十一条(八)` },
};

/** What the conditions are tested on; null is unknown. Safe whole numbers may be plain ones. */
export interface ConditionFacts {
  /** From registration to application. */
  readonly days: number | null;
  /** Some right that may be used is core to the main product. */
  readonly coreRight: Status;
  readonly technicalField: string | null;
  /** The first of its three numbers: one of the eight fields of the list, or none. */
  readonly field: number | null;
  readonly scienceStaff: number | null;
  readonly averageStaff: Exact | null;
  /** Sums over the fiscal years. */
  readonly rd: Exact | null;
  readonly sales: Exact | null;
  readonly domesticRd: Exact | null;
  readonly lastSales: Exact | null;
  readonly highTechIncome: Exact | null;
  /** 195号: income in total without non-taxable income. */
  readonly totalIncome: Exact | null;
  /** An accident or violation within the year before the application. */
  readonly violation: Status;
}

/** 195号: staff of the year = mean over the months of (start + end of month) ÷ 2. */
function averageStaff({ staffMonths }: HighTechInput): Rational | null {
  const total = sumOf(staffMonths?.flatMap(({ opening, closing }) => [opening, closing]) ?? null);
  return whenKnown([total, staffMonths], (sum, months) => sum.dividedBy(2 * months.length));
}

/** Whether each right may be used and is core to the main product; null while the list itself is unknown. */
function coreRights(given: Pick<HighTechInput, 'ipRights' | 'applicationDate'>): readonly Status[] | null {
  return judgedRights(given)?.map(({ right, usable }) => all(usable, isTrue(right.coreToMainProduct))) ?? null;
}

/** How many rights of an input document that could be evaluated B1-2 counts, of how many stated; null while the list is unknown. */
export function coreRightsIn(document: unknown): { readonly usable: number; readonly stated: number } | null {
  const rights = coreRights(record({ applicationDate: input.applicationDate, ipRights: input.ipRights }).read(document, '', new Reading()));
  return rights === null ? null : { usable: rights.filter((status) => status === 'met').length, stated: rights.length };
}

function violationOf({ violations, applicationDate }: HighTechInput): Status {
  if (violations === null) return 'unknown';
  const from = addDays(applicationDate, -365);
  return any(...violations.map(({ date }) => known([date], (day) => from <= day && day <= applicationDate)));
}

export function factsOf(given: HighTechInput): ConditionFacts {
  const { years, registeredDate, grossIncome, nonTaxableIncome } = given;
  const total = (figure: (year: FiscalYear) => Rational | null) => plainly(sumOf(years?.map(figure) ?? null));
  const rights = coreRights(given);
  return {
    days: registeredDate === null ? null : given.applicationDate - registeredDate,
    coreRight: rights === null ? 'unknown' : any(...rights),
    technicalField: given.technicalField,
    field: given.technicalField === null ? null : Number(given.technicalField.split('.')[0]),
    scienceStaff: given.scienceStaff,
    averageStaff: plainly(averageStaff(given)),
    rd: total((year) => year.rdExpense),
    sales: total((year) => year.sales),
    domesticRd: total((year) => year.domesticRdExpense),
    lastSales: plainly(years?.at(-1)?.sales ?? null),
    highTechIncome: plainly(given.highTechProductIncome),
    totalIncome: plainly(whenKnown([grossIncome, nonTaxableIncome], (gross, nonTaxable) => gross.minus(nonTaxable))),
    violation: violationOf(given),
  };
}

const oneTenth: ShareLimit = { above: 1, below: 10 };
const threeFifths: ShareLimit = { above: 3, below: 5 };
const fivePercent: ShareLimit = { above: 5, below: 100 };
const fourPercent: ShareLimit = { above: 4, below: 100 };
const threePercent: ShareLimit = { above: 3, below: 100 };

const isAtMost = (sales: Exact, limit: number): boolean =>
  typeof sales === 'number' ? sales <= limit : Rational.of(sales).isAtMost(limit);

/** 第十一条(五): the smaller the sales of the last year, the more of them must go into R&D. */
function rdShareRequired(lastSales: Exact | null): ShareLimit | null {
  if (lastSales === null) return null;
  if (isAtMost(lastSales, 50_000_000)) return fivePercent;
  return isAtMost(lastSales, 200_000_000) ? fourPercent : threePercent;
}

/** Unknown while any R&D or sales is missing, even if what is known of sales adds up to nothing. */
const salesCompared = ({ rd, sales }: ConditionFacts): Exact | null => (rd === null ? null : sales);

/** Without income there is no share of it. */
function incomeCompared({ totalIncome }: ConditionFacts): Exact | null {
  if (typeof totalIncome === 'number') return totalIncome > 0 ? totalIncome : 0;
  return totalIncome === null || Rational.of(totalIncome).isPositive() ? totalIncome : 0;
}

const wasRegistered = ({ days }: ConditionFacts): Status => (days === null ? 'unknown' : statusOf(days >= 365));
const ownsCoreRight = ({ coreRight }: ConditionFacts): Status => coreRight;
const isInField = ({ field }: ConditionFacts): Status => (field === null ? 'unknown' : statusOf(field >= 1 && field <= 8));
const hasScientists = ({ scienceStaff, averageStaff: staff }: ConditionFacts): Status => partAtLeast(scienceStaff, staff, oneTenth);
const spendsOnRd = (facts: ConditionFacts): Status => partAtLeast(facts.rd, salesCompared(facts), rdShareRequired(facts.lastSales));
const spendsAtHome = ({ domesticRd, rd }: ConditionFacts): Status => partAtLeast(domesticRd, rd, threeFifths);
const earnsByHighTech = (facts: ConditionFacts): Status => partAtLeast(facts.highTechIncome, incomeCompared(facts), threeFifths);
const isClean = ({ violation }: ConditionFacts): Status => not(violation);

/** `unmet` outweighs `unknown`, and that outweighs `met`. */
const worse = (a: Status, b: Status): Status => (a === 'met' ? b : a === 'unmet' ? a : b === 'unmet' ? b : a);

/**
 * Whether all eight hold, without saying why: for runs over a whole population. Written out one after the other, because a loop over a table
 * of functions takes several times as long.
 */
export function meetsConditions(facts: ConditionFacts): Status {
  let found = worse(wasRegistered(facts), ownsCoreRight(facts));
  if (found === 'unmet') return found;
  found = worse(found, isInField(facts));
  if (found === 'unmet') return found;
  found = worse(found, isClean(facts));
  if (found === 'unmet') return found;
  found = worse(found, hasScientists(facts));
  if (found === 'unmet') return found;
  found = worse(found, spendsOnRd(facts));
  if (found === 'unmet') return found;
  found = worse(found, spendsAtHome(facts));
  return found === 'unmet' ? found : worse(found, earnsByHighTech(facts));
}

const find = findingsBy(conditionRules, {});

/** The eight with what was measured, what is required and where the law says so. */
export function conditionFindings(facts: ConditionFacts): Finding[] {
  const { days, technicalField, scienceStaff, averageStaff: staff, domesticRd, rd, highTechIncome } = facts;
  return [
    find('B1-1', wasRegistered(facts), days),
    find('B1-2', ownsCoreRight(facts)),
    find('B1-3', isInField(facts), technicalField),
    find('B1-4', hasScientists(facts), asShare({ part: scienceStaff, whole: staff })),
    find('B1-5a', spendsOnRd(facts), asShare({ part: rd, whole: salesCompared(facts) })),
    find('B1-5b', spendsAtHome(facts), asShare({ part: domesticRd, whole: rd })),
    find('B1-6', earnsByHighTech(facts), asShare({ part: highTechIncome, whole: incomeCompared(facts) })),
    find('B1-8', isClean(facts)),
  ];
}
