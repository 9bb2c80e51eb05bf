// Innovation vouchers (创新券): redeeming one, issuing a batch, auditing the account; each part if it is given.
import { calculation, optional } from '../frame/index.ts';
import { account, accountRules, auditAccount } from './account.ts';
import { issue, issueVouchers } from './issue.ts';
import { measures, parameters } from './quota.ts';
import { redeem, redemption, redemptionRules } from './redemption.ts';

export const innovationVoucher = calculation({
  id: 'innovation-voucher',
  name: '科技创新券发放与兑付',
  basis: [measures],
  method: [
    '兑付＝min（实际支付×比例，券面余额），不找零；不符合条件的为零。',
    '发放按申请时间先后（同一时刻按申请顺序），每次＝min（申请金额，年度额度余额，预算余额）。',
    '账户：已发放≥已锁定≥已使用≥已兑付。',
  ],
  input: {
    redemption: optional('兑付', redemption),
    issue: optional('发放', issue),
    account: optional('账户', account),
  },
  parameters,
  rules: { ...redemptionRules, ...accountRules },
  evaluate(given, limits) {
    return {
      ...(given.redemption === null ? {} : { redemption: redeem(given.redemption, limits) }),
      ...(given.issue === null ? {} : { issue: issueVouchers(given.issue, limits) }),
      ...(given.account === null ? {} : { account: auditAccount(given.account, limits) }),
    };
  },
});
