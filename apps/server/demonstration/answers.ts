// What a fictional enterprise of the demonstration would have filled in: its figures as the generator of the population states them.

import type { FileRef } from '#kernel/fields/field.ts';
import type { Enterprise, FinanceFigures, IpRight, RecognitionApplication } from '#testing/population/types.ts';

const plain = (amount: string | undefined): string | undefined => amount?.replace(/\.0+$/, '');
const heads = (amount: string | undefined): number | undefined => (amount === undefined ? undefined : Number(amount.split('.')[0]));

/** Figures as the firm states them in an application; audited ones where it stated none. */
function stated(firm: Enterprise, year: number): FinanceFigures {
  const of = (source: string): FinanceFigures => firm.finance.find((line) => line.year === year && line.source === source)?.values ?? {};
  return { ...of('STATISTICS'), ...of('TAX'), ...of('AUDIT'), ...of('APPLICATION') };
}

const ipRow = (right: IpRight) => ({
  ipNo: right.number,
  kind: right.kind,
  acquisition: right.acquisition,
  coreToMainProduct: right.coreToMainProduct,
  granted: true,
  validTo: right.validTo,
  usedBefore: false,
});

/** Experts' points spread over the four self-assessed items, six, six, four and four at most. */
function management(score: number | null): { rdSystem: number; rdInstitution: number; incentive: number; training: number } {
  const level = Math.min(1, Math.max(0, ((score ?? 60) - 40) / 50));
  return {
    rdSystem: Math.round(6 * level),
    rdInstitution: Math.round(6 * level),
    incentive: Math.round(4 * level),
    training: Math.round(4 * level),
  };
}

const levelOf = (score: number | null): string => (score === null || score < 62 ? 'AVERAGE' : score < 76 ? 'FAIRLY_HIGH' : 'HIGH');

/** Answers of the recognition form; what the population does not know is left unanswered. */
export function recognitionAnswers(
  firm: Enterprise,
  application: Pick<RecognitionApplication, 'year' | 'submittedOn' | 'score' | 'ipRights'>,
  paper: FileRef,
): Record<string, unknown> {
  const years = [application.year - 3, application.year - 2, application.year - 1].filter((year) =>
    firm.finance.some((line) => line.year === year),
  );
  const rows = years.map((year) => {
    const figures = stated(firm, year);
    const rd = plain(figures.rdExpense);
    return {
      year,
      sales: plain(figures.sales),
      rdExpense: rd,
      domesticRdExpense: rd,
      totalAssets: plain(figures.totalAssets),
      totalLiabilities: plain(figures.totalLiabilities),
    };
  });
  const last = stated(firm, application.year - 1);
  // Firms that never applied state no such income: seven tenths of what they sold, to the yuan.
  const highTechIncome =
    plain(last.highTechIncome) ?? (last.sales === undefined ? undefined : String((BigInt(last.sales.split('.')[0] ?? '0') * 7n) / 10n));
  const rights = firm.ipRights.filter((right) => application.ipRights.includes(right.number));
  const liaison = firm.contacts.find((contact) => contact.duty === 'liaison') ?? firm.contacts[0];
  const answers: Record<string, unknown> = {
    registeredOn: firm.foundedOn,
    technicalField: firm.field ?? undefined,
    staff: heads(last.staff),
    // Most sources do not count them: one in six, where nobody does.
    scienceStaff: heads(last.scienceStaff) ?? (last.staff === undefined ? undefined : Math.floor((heads(last.staff) ?? 0) / 6)),
    hasViolations: false,
    years: rows,
    grossIncome: plain(last.grossIncome),
    nonTaxableIncome: plain(last.nonTaxableIncome) ?? '0',
    highTechIncome,
    products: highTechIncome === undefined ? undefined : [{ name: '主要产品（演示）', income: highTechIncome }],
    projects: rows.flatMap((row) =>
      row.rdExpense === undefined ? [] : [{ name: `${row.year}年研发活动（演示）`, year: row.year, expense: row.rdExpense }],
    ),
    ipRights: rights.map(ipRow),
    advancedLevel: levelOf(application.score),
    coreSupport: levelOf(application.score),
    standards: (application.score ?? 0) >= 85,
    conversions: Array.from({ length: Math.max(0, Math.round(((application.score ?? 60) - 45) / 3)) }, (_, i) => ({
      result: `转化成果${i + 1}（演示）`,
      year: years[i % Math.max(1, years.length)] ?? application.year - 1,
    })),
    ...management(application.score),
    auditReports: paper,
    specialAudit: paper,
    taxReturns: paper,
    ipCertificates: paper,
    contact: liaison === undefined ? undefined : { name: liaison.name, phone: liaison.phone },
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}
