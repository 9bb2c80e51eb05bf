// A loan on its way through the pool: admission, claim and compensation, recovery shared between government and bank.
import {
  all,
  any,
  asMoney,
  atLeast,
  atMost,
  type Finding,
  findingsBy,
  greater,
  isTrue,
  type JsonObject,
  known,
  percentText,
  type Rational,
  type Rules,
  roundToFen,
  type Status,
  smaller,
  statusesOf,
  sumOf,
  verdictOf,
  given as whenKnown,
} from '../frame/index.ts';
import type { Admission, Bank, Claim, Input, Limits, Recovery } from './input.ts';

const measures = '本级科技信贷风险补偿资金池管理办法';

export const rules = {
  'RP-1': { required: '企业在信贷白名单内', basis: `${measures}（准入）` },
  'RP-2': { required: '企业在各行的在贷金额与本次贷款之和不超过单户上限', basis: `${measures}（准入）` },
  'RP-3': { required: (p: Limits) => `贷款期限${p.termMinimum}至${p.termMaximum}个月`, basis: `${measures}（准入）` },
  'RP-4': { required: '贷款用于研发或生产经营', basis: `${measures}（准入）` },
  'RP-5': { required: (p: Limits) => `利率不高于同期LPR加${percentText(p.rateSpread)}`, basis: `${measures}（利率）` },
  'RP-6': { required: '银行在贷余额不超过资金池份额乘放大倍数', basis: `${measures}（额度）` },
  'RP-7': { required: (p: Limits) => `放款后${p.filingWorkdays}个工作日内备案`, basis: `${measures}（备案）` },
  'RP-8': { required: '逾期90天以上，或分类为次级、可疑、损失', basis: `${measures}（补偿）；《商业银行金融资产风险分类办法》` },
} satisfies Rules<Limits>;

/** High-tech enterprises have their own cap; not knowing which matters only between the two. */
function withinFirmCap(exposure: Rational | null, { highTechEnterprise }: Admission, { firmCap, firmCapHnte }: Limits): Status {
  const [ordinary, highTech] = [atMost(exposure, firmCap), atMost(exposure, firmCapHnte)];
  if (highTechEnterprise === null) return ordinary === highTech ? ordinary : 'unknown';
  return highTechEnterprise ? highTech : ordinary;
}

export function admit(admission: Admission, bank: Bank | null, limits: Limits): JsonObject {
  const find = findingsBy(rules, limits);
  const { creditWhitelist, activeLoans, newLoan, termMonths, use, rate, lpr } = admission;
  const exposure = sumOf([sumOf(activeLoans), newLoan]);
  const bankLine = whenKnown([bank?.poolShare ?? null], (share) => share.times(limits.leverage));
  const line = sumOf([bank?.outstanding ?? null, newLoan]);
  const highestRate = whenKnown([lpr], (base) => base.plus(limits.rateSpread));
  const findings = [
    find('RP-1', isTrue(creditWhitelist), creditWhitelist),
    find('RP-2', withinFirmCap(exposure, admission, limits), asMoney(exposure)),
    find('RP-3', all(atLeast(termMonths, limits.termMinimum), atMost(termMonths, limits.termMaximum)), termMonths),
    find(
      'RP-4',
      known([use], (purpose) => purpose !== 'OTHER'),
      use,
    ),
    find('RP-5', atMost(rate, highestRate)),
    find('RP-6', atMost(line, bankLine), asMoney(line)),
  ];
  return { verdict: verdictOf(all(...statusesOf(findings))), exposure: asMoney(exposure), bankLine: asMoney(bankLine), findings };
}

type Watch = 'CLAIMABLE' | 'ORANGE' | 'YELLOW' | 'NOTIFY' | 'NONE';

function claimable({ overdueDays, classification }: Claim): Status {
  return any(
    atLeast(overdueDays, 90),
    known([classification], (grade) => grade !== 'NORMAL' && grade !== 'SPECIAL_MENTION'),
  );
}

function watchOf(claim: Claim, ripe: Status): Watch | null {
  if (ripe === 'met') return 'CLAIMABLE';
  return whenKnown([claim.overdueDays, claim.classification], (days) => {
    if (days >= 60) return 'ORANGE';
    if (days >= 30) return 'YELLOW';
    return days >= 1 ? 'NOTIFY' : 'NONE';
  });
}

/** Nothing for what was not filed in time or is not ripe; else the least of share, what the bank has left and what the pool has. */
function compensationOf(gate: Status, amounts: readonly (Rational | null)[]): Rational | number | null {
  if (gate === 'unmet') return 0;
  const [share = null, left = null, balance = null] = amounts;
  return gate === 'unknown' ? null : whenKnown([share, left, balance], (a, b, c) => smaller(smaller(a, b), c));
}

export function compensate(claim: Claim, { bank, pool }: Pick<Input, 'bank' | 'pool'>, limits: Limits): JsonObject {
  const find = findingsBy(rules, limits);
  const ripe = claimable(claim);
  const base = limits.includeInterest ? sumOf([claim.unpaidPrincipal, claim.unpaidInterest]) : claim.unpaidPrincipal;
  const annualCap = whenKnown([bank?.averageOutstanding ?? null], (average) => average.times(limits.bankCapRate));
  const left = whenKnown([annualCap, bank?.compensatedThisYear ?? null], (cap, paid) => greater(cap.minus(paid), 0));
  const share = whenKnown([base], (unpaid) => unpaid.times(limits.governmentShare));
  const findings: Finding[] = [
    find('RP-7', all(isTrue(claim.filed), atMost(claim.filingWorkdays, limits.filingWorkdays)), claim.filingWorkdays),
    find('RP-8', ripe, claim.overdueDays),
  ];
  return {
    watch: watchOf(claim, ripe),
    base: asMoney(base),
    bankAnnualCap: asMoney(annualCap),
    bankCapLeft: asMoney(left),
    compensation: asMoney(compensationOf(all(...statusesOf(findings)), [share, left, pool?.balance ?? null])),
    findings,
  };
}

/** What is recovered after cost goes back in the proportion in which the loss was borne; the fen left over is the bank's. */
export function shareRecovery({ recovered, cost, compensation, base }: Recovery): JsonObject {
  const net = whenKnown([recovered, cost], (got, spent) => greater(got.minus(spent), 0));
  const government = whenKnown([net, compensation, base], (amount, paid, whole) =>
    whole.isZero() ? null : roundToFen(amount.times(paid).dividedBy(whole)),
  );
  return {
    net: asMoney(net),
    government: asMoney(government),
    bank: asMoney(whenKnown([net, government], (amount, part) => amount.minus(part))),
  };
}
