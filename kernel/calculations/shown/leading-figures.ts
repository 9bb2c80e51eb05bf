// Which figures of a result are shown large, first of all.
/** What stands large on top, as paths into the result, the first that is there and known leading. */
const leads: Readonly<Record<string, readonly string[]>> = {
  'tech-sme': ['verdict', 'score.total'],
  'high-tech-enterprise': ['verdict', 'score.total'],
  'growth-stage': ['growthStage', 'valuationStage'],
  'rd-cost': ['accounting.rdExpense', 'hnte.rdExpense', 'tax.deductibleBase'],
  'rd-super-deduction': ['taxSaved', 'extraDeduction'],
  'rd-post-subsidy': ['totalPayment', 'totalAmount'],
  'indirect-cost': ['verdict', 'limit'],
  'incubator-assessment': ['verdict', 'assessmentScore'],
  'nrdi-warning': ['light', 'assessmentScore'],
  'technology-contract': ['totals.sum', 'totals.netInflow'],
  'transfer-tax': ['incomeTax', 'exemptIncome'],
  'risk-pool': ['admission.verdict', 'claim.compensation', 'pool.state'],
  'innovation-voucher': ['redemption.verdict', 'redemption.amount', 'issue.budgetLeft'],
  'budget-line': ['balance.free', 'payRate'],
  auction: ['outcome', 'price'],
  'work-deadline': ['deadline', 'light', 'remainingWorkdays'],
  'target-decomposition': ['total'],
  coverage: ['dualCoverage', 'townshipCoverage.ratio', 'villageCoverage.ratio'],
  'document-number': ['verdict', 'canonical', 'register.nextNumber'],
};

export function leadingFigures(calculation: string): readonly string[] {
  return leads[calculation] ?? ['verdict'];
}
