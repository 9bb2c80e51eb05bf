// Redeeming a voucher (创新券兑付): eight conditions, and the share of what was really paid.
import {
  all,
  asMoney,
  atLeast,
  civilDate,
  type Day,
  date,
  dayOf,
  findingsBy,
  flag,
  isFalse,
  isTrue,
  type JsonObject,
  known,
  money,
  optional,
  type Read,
  record,
  required,
  type Status,
  smaller,
  statusesOf,
  verdictOf,
  given as whenKnown,
} from '../frame/index.ts';
import { holderKind, type Limits, measures } from './quota.ts';

export const redemption = record({
  holderKind: required('持券主体', holderKind),
  eligibleHolder: optional('符合申领条件', flag),
  voucherBalance: optional('券面余额', money),
  paidAmount: optional('实际支付金额', money),
  issueDate: optional('发券日期', date),
  contractDate: optional('服务合同签订日期', date),
  usedDate: optional('用券日期', date),
  relatedParty: optional('与服务机构有关联关系', flag),
  statutoryInspection: optional('属于法定检验检测', flag),
  massProductionTest: optional('属于批量生产检测', flag),
  invoiceClaimedElsewhere: optional('发票已在其他政策中申报', flag),
  serviceFinished: optional('服务已完成', flag),
  hasReport: optional('有服务报告', flag),
  hasInvoice: optional('有发票', flag),
  hasBankReceipt: optional('有银行付款凭证', flag),
});

type Redemption = Read<(typeof redemption)['fields']>;

export const redemptionRules = {
  'IV-1': { required: '持券主体符合申领条件', basis: measures },
  'IV-2': { required: '与服务机构无关联关系', basis: measures },
  'IV-3': { required: '不属于法定检验检测', basis: measures },
  'IV-4': { required: '不属于批量生产检测', basis: measures },
  'IV-5': { required: '服务合同在领券之后签订', basis: measures },
  'IV-6': { required: '同一发票未在其他政策中申报', basis: measures },
  'IV-7': { required: '服务已完成，并有报告、发票和银行付款凭证', basis: measures },
  'IV-8': { required: '在发券当年年底前使用', basis: measures },
};

function endOfYear(issued: Day): Day {
  return dayOf(civilDate(issued).year, 12, 31) ?? issued;
}

/** Vouchers lapse at the end of the year in which they were issued. */
function usedInTime({ issueDate, usedDate }: Redemption): Status {
  return known([issueDate, usedDate], (issued, used) => issued <= used && used <= endOfYear(issued));
}

export function redeem(given: Redemption, limits: Limits): JsonObject {
  const find = findingsBy(redemptionRules, limits);
  const findings = [
    find('IV-1', isTrue(given.eligibleHolder), given.eligibleHolder),
    find('IV-2', isFalse(given.relatedParty), given.relatedParty),
    find('IV-3', isFalse(given.statutoryInspection), given.statutoryInspection),
    find('IV-4', isFalse(given.massProductionTest), given.massProductionTest),
    find('IV-5', atLeast(given.contractDate, given.issueDate)),
    find('IV-6', isFalse(given.invoiceClaimedElsewhere), given.invoiceClaimedElsewhere),
    find('IV-7', all(isTrue(given.serviceFinished), isTrue(given.hasReport), isTrue(given.hasInvoice), isTrue(given.hasBankReceipt))),
    find('IV-8', usedInTime(given)),
  ];
  const status = all(...statusesOf(findings));
  const share = given.holderKind === 'FIRM' ? limits.firmRatio : limits.teamRatio;
  const full = whenKnown([given.paidAmount, given.voucherBalance], (paid, balance) => smaller(paid.times(share), balance));
  const passed = status === 'met' ? full : null;
  return {
    verdict: verdictOf(status),
    amount: asMoney(status === 'unmet' ? 0 : passed),
    // No change is given: what a passed voucher does not pay for is lost.
    lapsed: asMoney(whenKnown([passed, given.voucherBalance], (amount, balance) => balance.minus(amount))),
    findings,
  };
}
