// Who may be recognised: the nine tests of Article 11, by the calculation of the law.

import { highTechEnterprise } from '#kernel/calculations/high-tech-enterprise/calculation.ts';
import { hnteConsistency } from '#kernel/calculations/hnte-consistency.ts';
import type { KnownFinance } from '#kernel/declare/dossier.ts';
import { byCalculation, crossCheckBy } from '#kernel/declare/eligibility.ts';
import { asNumber, asPercent, exact } from '#kernel/declare/rule.ts';
import { form } from './form.ts';

type Answers = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

const rows = (value: unknown): readonly Row[] | null => (Array.isArray(value) ? (value as readonly Row[]) : null);
const ratioText = (actual: unknown): string => asPercent(exact(String(actual)));

/** `10102` is field 1, group 1, item 2: the filing system writes 1.1.2. */
function fieldNumber(code: unknown): string | null {
  return typeof code === 'string' ? `${code.slice(0, 1)}.${Number(code.slice(1, 3))}.${Number(code.slice(3) || '0')}` : null;
}

function violationsOf(answers: Answers): readonly Row[] | null {
  if (answers.hasViolations === false) return [];
  const listed = rows(answers.violations);
  return answers.hasViolations === true && listed !== null && listed.length > 0 ? listed : null;
}

const toInput = (answers: Answers, { day, parameters }: { day: string; parameters?: Readonly<Record<string, string>> }) => ({
  applicationDate: day,
  registeredDate: answers.registeredOn,
  technicalField: fieldNumber(answers.technicalField),
  // The form asks the yearly mean of the months' means, which is what the law divides by.
  staffMonths: typeof answers.staff === 'number' ? [{ opening: answers.staff, closing: answers.staff }] : null,
  scienceStaff: answers.scienceStaff,
  years: rows(answers.years),
  highTechProductIncome: answers.highTechIncome,
  grossIncome: answers.grossIncome,
  nonTaxableIncome: answers.nonTaxableIncome,
  violations: violationsOf(answers),
  ipRights: rows(answers.ipRights),
  ipAssessment: { advancedLevel: answers.advancedLevel, coreSupport: answers.coreSupport, standardsParticipation: answers.standards },
  conversions: rows(answers.conversions)?.map((row) => ({ resultId: row.result, year: row.year })),
  management: {
    rdSystem: answers.rdSystem,
    rdInstitution: answers.rdInstitution,
    incentive: answers.incentive,
    training: answers.training,
  },
  ...(parameters?.passScore === undefined ? {} : { parameters: { passScore: Number(parameters.passScore) } }),
});

export const eligibility = byCalculation(
  form,
  highTechEnterprise,
  [
    { id: 'B1-1', needs: ['registeredOn'], print: (days) => `${days}天` },
    { id: 'B1-2', needs: ['ipRights'] },
    { id: 'B1-3', needs: ['technicalField'] },
    { id: 'B1-4', needs: ['scienceStaff', 'staff'], moves: { scienceStaff: 'up', staff: 'down' }, print: ratioText },
    { id: 'B1-5a', needs: ['years'], moves: { 'years.rdExpense': 'up' }, print: ratioText },
    { id: 'B1-5b', needs: ['years'], moves: { 'years.domesticRdExpense': 'up' }, print: ratioText },
    { id: 'B1-6', needs: ['highTechIncome', 'grossIncome', 'nonTaxableIncome'], moves: { highTechIncome: 'up' }, print: ratioText },
    {
      id: 'B1-7',
      needs: [
        'ipRights',
        'advancedLevel',
        'coreSupport',
        'standards',
        'conversions',
        'rdSystem',
        'rdInstitution',
        'incentive',
        'training',
        'years',
      ],
      moves: { rdSystem: 'up', rdInstitution: 'up', incentive: 'up', training: 'up' },
    },
    { id: 'B1-8', needs: ['hasViolations'] },
  ],
  toInput,
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
