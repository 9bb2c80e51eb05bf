// The list of all calculations: each loads its own code only when asked for, so that one of them starts at once.
import type { Calculation } from './frame/calculation.ts';

export interface Example {
  readonly title: string;
  readonly in: Readonly<Record<string, unknown>>;
  readonly out: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly load: () => Promise<Calculation>;
  /** Findings are shortened to `ruleId status actual`, as in the contract. */
  readonly examples: () => Promise<readonly Example[]>;
}

const entries: Readonly<Record<string, Entry>> = {
  'tech-sme': {
    load: async () => (await import('./tech-sme/calculation.ts')).techSme,
    examples: async () => (await import('./examples/tech-sme.json')).default,
  },
  'high-tech-enterprise': {
    load: async () => (await import('./high-tech-enterprise/calculation.ts')).highTechEnterprise,
    examples: async () => (await import('./examples/high-tech-enterprise.json')).default,
  },
  'hnte-consistency': {
    load: async () => (await import('./hnte-consistency.ts')).hnteConsistency,
    examples: async () => (await import('./examples/hnte-consistency.json')).default,
  },
  'growth-stage': {
    load: async () => (await import('./growth-stage.ts')).growthStage,
    examples: async () => (await import('./examples/growth-stage.json')).default,
  },
  uscc: {
    load: async () => (await import('./uscc.ts')).uscc,
    examples: async () => (await import('./examples/uscc.json')).default,
  },
  'organisation-code': {
    load: async () => (await import('./organisation-code.ts')).organisationCode,
    examples: async () => (await import('./examples/organisation-code.json')).default,
  },
  'resident-id': {
    load: async () => (await import('./resident-id.ts')).residentId,
    examples: async () => (await import('./examples/resident-id.json')).default,
  },
  'rd-cost': {
    load: async () => (await import('./rd-cost.ts')).rdCost,
    examples: async () => (await import('./examples/rd-cost.json')).default,
  },
  'rd-super-deduction': {
    load: async () => (await import('./rd-super-deduction.ts')).rdSuperDeduction,
    examples: async () => (await import('./examples/rd-super-deduction.json')).default,
  },
  'rd-post-subsidy': {
    load: async () => (await import('./rd-post-subsidy.ts')).rdPostSubsidy,
    examples: async () => (await import('./examples/rd-post-subsidy.json')).default,
  },
  'rd-form-audit': {
    load: async () => (await import('./rd-form-audit/calculation.ts')).rdFormAudit,
    examples: async () => (await import('./examples/rd-form-audit.json')).default,
  },
  'indirect-cost': {
    load: async () => (await import('./indirect-cost.ts')).indirectCost,
    examples: async () => (await import('./examples/indirect-cost.json')).default,
  },
  'review-aggregate': {
    load: async () => (await import('./review-aggregate/calculation.ts')).reviewAggregate,
    examples: async () => (await import('./examples/review-aggregate.json')).default,
  },
  'expert-recusal': {
    load: async () => (await import('./expert-recusal.ts')).expertRecusal,
    examples: async () => (await import('./examples/expert-recusal.json')).default,
  },
  'nrdi-warning': {
    load: async () => (await import('./nrdi-warning.ts')).nrdiWarning,
    examples: async () => (await import('./examples/nrdi-warning.json')).default,
  },
  'incubator-assessment': {
    load: async () => (await import('./incubator-assessment/calculation.ts')).incubatorAssessment,
    examples: async () => (await import('./examples/incubator-assessment.json')).default,
  },
  'technology-contract': {
    load: async () => (await import('./technology-contract/calculation.ts')).technologyContract,
    examples: async () => (await import('./examples/technology-contract.json')).default,
  },
  'transfer-tax': {
    load: async () => (await import('./transfer-tax.ts')).transferTax,
    examples: async () => (await import('./examples/transfer-tax.json')).default,
  },
  'risk-pool': {
    load: async () => (await import('./risk-pool/calculation.ts')).riskPool,
    examples: async () => (await import('./examples/risk-pool.json')).default,
  },
  'innovation-voucher': {
    load: async () => (await import('./innovation-voucher/calculation.ts')).innovationVoucher,
    examples: async () => (await import('./examples/innovation-voucher.json')).default,
  },
  'budget-line': {
    load: async () => (await import('./budget-line.ts')).budgetLine,
    examples: async () => (await import('./examples/budget-line.json')).default,
  },
  auction: {
    load: async () => (await import('./auction.ts')).auction,
    examples: async () => (await import('./examples/auction.json')).default,
  },
  'work-deadline': {
    load: async () => (await import('./work-deadline.ts')).workDeadline,
    examples: async () => (await import('./examples/work-deadline.json')).default,
  },
  'target-score': {
    load: async () => (await import('./target-score/calculation.ts')).targetScore,
    examples: async () => (await import('./examples/target-score.json')).default,
  },
  'target-decomposition': {
    load: async () => (await import('./target-decomposition.ts')).targetDecomposition,
    examples: async () => (await import('./examples/target-decomposition.json')).default,
  },
  'innovation-index': {
    load: async () => (await import('./innovation-index/calculation.ts')).innovationIndex,
    examples: async () => (await import('./examples/innovation-index.json')).default,
  },
  coverage: {
    load: async () => (await import('./coverage.ts')).coverage,
    examples: async () => (await import('./examples/coverage.json')).default,
  },
  'document-number': {
    load: async () => (await import('./document-number.ts')).documentNumber,
    examples: async () => (await import('./examples/document-number.json')).default,
  },
  'number-style': {
    load: async () => (await import('./number-style/calculation.ts')).numberStyle,
    examples: async () => (await import('./examples/number-style.json')).default,
  },
};

export const calculationIds: readonly string[] = Object.keys(entries);

function entryOf(id: string): Entry | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}

/** Undefined for a name that is not listed. */
export async function findCalculation(id: string): Promise<Calculation | undefined> {
  return entryOf(id)?.load();
}

export async function listCalculations(): Promise<Calculation[]> {
  return Promise.all(Object.values(entries).map((entry) => entry.load()));
}

export async function examplesOf(id: string): Promise<readonly Example[]> {
  return (await entryOf(id)?.examples()) ?? [];
}
