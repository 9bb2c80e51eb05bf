// Issuing vouchers in a batch (创新券发放): first come, first served, within each holder's quota, until the budget is used up.
import {
  asMoney,
  greater,
  type JsonObject,
  key,
  listOf,
  money,
  Rational,
  type Read,
  record,
  required,
  smaller,
  text,
  time,
} from '../frame/index.ts';
import { holderKind, type Limits } from './quota.ts';

const request = record({
  requestId: key('申请编号'),
  time: required('申请时间', time),
  holderId: required('持券主体编号', text),
  holderKind: required('持券主体', holderKind),
  amount: required('申请金额', money),
  issuedThisYear: required('本年已领金额', money),
});

export const issue = record({ budget: required('本批预算', money), requests: required('申请', listOf(request)) });

type Issue = Read<(typeof issue)['fields']>;

export function issueVouchers({ budget, requests }: Issue, { firmQuota, teamQuota }: Limits): JsonObject {
  const granted = new Map<string, Rational>();
  const byHolder = new Map<string, Rational>();
  let left = budget;
  // Sorting is stable: requests of the same second keep the order of the input.
  for (const { requestId, holderId, holderKind, amount, issuedThisYear } of [...requests].sort((a, b) => a.time - b.time)) {
    const before = byHolder.get(holderId) ?? Rational.zero;
    const quota = (holderKind === 'FIRM' ? firmQuota : teamQuota).minus(issuedThisYear).minus(before);
    const grant = greater(smaller(smaller(amount, quota), left), 0);
    granted.set(requestId, grant);
    byHolder.set(holderId, before.plus(grant));
    left = left.minus(grant);
  }
  return {
    grants: requests.map(({ requestId }) => ({ requestId, granted: asMoney(granted.get(requestId) ?? null) })),
    budgetLeft: asMoney(left),
  };
}
