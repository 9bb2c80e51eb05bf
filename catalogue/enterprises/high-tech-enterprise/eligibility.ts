// Who may be recognised: the nine tests of Article 11, by the calculation of the law.

import { coreRightsIn, highTechEnterprise } from '#kernel/calculations/high-tech-enterprise/calculation.ts';
import { hnteConsistency } from '#kernel/calculations/hnte-consistency.ts';
import { cite } from '#kernel/declare/citation.ts';
import type { KnownFinance } from '#kernel/declare/dossier.ts';
import { byCalculation, crossCheckBy } from '#kernel/declare/eligibility.ts';
import { isAnswered } from '#kernel/declare/need.ts';
import type { CallParameter } from '#kernel/declare/parameter.ts';
import { asNumber, asPercent, exact } from '#kernel/declare/rule.ts';
import { form } from './form.ts';

type Answers = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

const rows = (value: unknown): readonly Row[] | null => (Array.isArray(value) ? (value as readonly Row[]) : null);
/** A table of which a row still lacks what tells it from others cannot be judged, but must not hide what can. */
function wholeRows(value: unknown, ...columns: readonly string[]): readonly Row[] | null {
  const listed = rows(value);
  return listed?.every((row) => columns.every((column) => isAnswered(row[column]))) ? listed : null;
}
const ratioText = (actual: unknown): string => asPercent(exact(String(actual)));

/** `10102` is field 1, group 1, item 2: the filing system writes 1.1.2. */
function fieldNumber(code: unknown): string | null {
  return typeof code === 'string' ? `${code.slice(0, 1)}.${Number(code.slice(1, 3))}.${Number(code.slice(3) || '0')}` : null;
}

function violationsOf(answers: Answers): readonly Row[] | null {
  if (answers.hasViolations === false) return [];
  const listed = wholeRows(answers.violations, 'kind');
  return answers.hasViolations === true && listed !== null && listed.length > 0 ? listed : null;
}

const toInput = (answers: Answers, { day, parameters }: { day: string; parameters?: Readonly<Record<string, string>> }) => ({
  applicationDate: day,
  registeredDate: answers.registeredOn,
  technicalField: fieldNumber(answers.technicalField),
  // The form asks the yearly mean of the months' means, which is what the law divides by.
  staffMonths: typeof answers.staff === 'number' ? [{ opening: answers.staff, closing: answers.staff }] : null,
  scienceStaff: answers.scienceStaff,
  years: wholeRows(answers.years, 'year'),
  highTechProductIncome: answers.highTechIncome,
  grossIncome: answers.grossIncome,
  nonTaxableIncome: answers.nonTaxableIncome,
  violations: violationsOf(answers),
  ipRights: wholeRows(answers.ipRights, 'ipNo', 'kind'),
  ipAssessment: { advancedLevel: answers.advancedLevel, coreSupport: answers.coreSupport, standardsParticipation: answers.standards },
  conversions: wholeRows(answers.conversions, 'result', 'year')?.map((row) => ({ resultId: row.result, year: row.year })),
  management: {
    rdSystem: answers.rdSystem,
    rdInstitution: answers.rdInstitution,
    incentive: answers.incentive,
    training: answers.training,
  },
  ...(parameters?.passScore === undefined ? {} : { parameters: { passScore: Number(parameters.passScore) } }),
});

/** 195号 leaves the choice within each band to the experts, so the score is an interval. */
function scoreText(result: Readonly<Record<string, unknown>>): string | null {
  const { total } = (result.score ?? {}) as { total?: readonly [number, number] };
  if (total === undefined) return null;
  const [min, max] = total;
  return min === max ? `${min}分` : `${min}–${max}分`;
}

function coreRightsText(_result: Readonly<Record<string, unknown>>, input: unknown): string | null {
  const rights = coreRightsIn(input);
  return rights === null ? null : `${rights.usable}件可用（共填${rights.stated}件）`;
}

/** The experts' pass mark: the law says above 70, and a province may ask for more. */
const passScore: CallParameter = {
  name: 'passScore',
  label: '创新能力评价合格线（须高于）',
  kind: 'integer',
  unit: '分',
  min: '70',
  max: '99',
  cites: cite('国科发火〔2016〕195号'),
  defaultOn: () => '70',
};

const everyRight = ['ipNo', 'kind', 'acquisition', 'coreToMainProduct', 'granted', 'validTo', 'usedBefore'].map(
  (column) => `ipRights.${column}`,
);
const violationsAnswered = (answers: Answers): boolean => answers.hasViolations === true;

export const eligibility = byCalculation(
  form,
  highTechEnterprise,
  [
    { id: 'B1-1', needs: ['registeredOn'], print: (days) => `${days}天`, demands: '≥365天' },
    { id: 'B1-2', needs: everyRight, actual: coreRightsText, demands: '≥1件' },
    { id: 'B1-3', needs: ['technicalField'], demands: '八大领域之内' },
    { id: 'B1-4', needs: ['scienceStaff', 'staff'], moves: { scienceStaff: 'up', staff: 'down' }, print: ratioText, demands: '≥10%' },
    {
      id: 'B1-5a',
      needs: ['years.year', 'years.sales', 'years.rdExpense'],
      moves: { 'years.rdExpense': 'up' },
      print: ratioText,
      demands: '≥5%/4%/3%（按最近一年销售收入）',
    },
    {
      id: 'B1-5b',
      needs: ['years.year', 'years.rdExpense', 'years.domesticRdExpense'],
      moves: { 'years.domesticRdExpense': 'up' },
      print: ratioText,
      demands: '≥60%',
    },
    {
      id: 'B1-6',
      needs: ['highTechIncome', 'grossIncome', 'nonTaxableIncome'],
      moves: { highTechIncome: 'up' },
      print: ratioText,
      demands: '≥60%',
    },
    {
      id: 'B1-7',
      needs: [
        ...everyRight,
        'advancedLevel',
        'coreSupport',
        'standards',
        'conversions.result',
        'conversions.year',
        'rdSystem',
        'rdInstitution',
        'incentive',
        'training',
        'years.year',
        'years.sales',
        'years.totalAssets',
        'years.totalLiabilities',
      ],
      moves: { rdSystem: 'up', rdInstitution: 'up', incentive: 'up', training: 'up' },
      actual: scoreText,
      demands: ({ passScore: least }) => `＞${least}分`,
    },
    {
      id: 'B1-8',
      needs: [
        'hasViolations',
        { path: 'violations.kind', when: violationsAnswered },
        { path: 'violations.date', when: violationsAnswered },
      ],
      demands: '一年内没有',
    },
  ],
  toInput,
  [passScore],
);

/** Figure of one source and year; null when the source says nothing, which the check takes for unknown. */
function known(finance: readonly KnownFinance[], year: unknown, source: KnownFinance['source'], figure: string): string | null {
  return finance.find((line) => line.year === year && line.source === source)?.values[figure] ?? null;
}

const minus = (a: unknown, b: unknown): string | null =>
  typeof a === 'string' && typeof b === 'string' ? asNumber(exact(a).minus(exact(b))) : null;
/** Statistics report in thousands of yuan. */
const thousands = (yuan: string | null): string | null => (yuan === null ? null : asNumber(exact(yuan).dividedBy(1000)));

export const crossCheck = crossCheckBy(hnteConsistency, (answers, { finance, facts }) => {
  const years = rows(answers.years) ?? [];
  const last = years.at(-1)?.year;
  const triple = (year: unknown, figure: string, application: unknown) => ({
    audit: known(finance, year, 'AUDIT', figure),
    tax: known(finance, year, 'TAX', figure),
    application,
  });
  return {
    years: years.map((row) => ({
      year: row.year,
      sales: triple(row.year, 'sales', row.sales),
      totalAssets: triple(row.year, 'totalAssets', row.totalAssets),
      totalLiabilities: triple(row.year, 'totalLiabilities', row.totalLiabilities),
      netAssets: triple(row.year, 'netAssets', minus(row.totalAssets, row.totalLiabilities)),
      specialAuditRd: known(finance, row.year, 'AUDIT', 'rdExpense'),
      applicationRd: row.rdExpense,
      superDeductionBase: known(finance, row.year, 'TAX', 'rdExpense'),
      incomeStatementRd: known(finance, row.year, 'AUDIT', 'incomeStatementRd'),
      projectRd: rows(answers.projects)
        ?.filter((project) => project.year === row.year)
        .map((project) => project.expense ?? null),
      statisticsRdThousand: thousands(known(finance, row.year, 'STATISTICS', 'rdExpense')),
    })),
    aboveScaleEnterprise: facts['enterprise.aboveScale'],
    grossIncome: triple(last, 'grossIncome', answers.grossIncome),
    nonTaxableIncome: answers.nonTaxableIncome,
    highTechProductIncome: answers.highTechIncome,
    productIncomes: rows(answers.products)?.map((product) => product.income ?? null),
    totalStaff: answers.staff,
    scienceStaff: answers.scienceStaff,
    socialInsuranceCount: facts['enterprise.insuredStaff'],
    auditAmended: facts['enterprise.auditAmended'],
  };
});
