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
