// What makes a need fit for the board and a bid fit for review; who is barred for its ties to the issuer is no answer and stands in programme.ts.
import { byRules } from '#kernel/declare/eligibility.ts';
import { asNumber, asPercent, atLeast, atMost, exact, mustBe, percent, rulesFor, share } from '#kernel/declare/rule.ts';
import { bidForm, needForm } from './form.ts';
import { limits, measures, settable } from './limits.ts';

const need = rulesFor(needForm, limits);
export const needEligibility = byRules(
  needForm,
  limits,
  [
    need('real-need', {
      says: () => '需求真实，本单位不具备自行解决的能力',
      cites: measures('第五条'),
      needs: ['beyondOwn'],
      check: ({ beyondOwn }) => mustBe(beyondOwn, true),
    }),
    need('testable', {
      says: ({ indicatorCount }) => `可测试的考核指标不少于${indicatorCount}项`,
      cites: measures('第六条'),
      needs: ['indicators'],
      check: ({ indicators }, { indicatorCount }) => atLeast(exact(indicators.length), indicatorCount, asNumber),
    }),
    need('need-period', {
      says: ({ periodMonths }) => `攻关周期不超过${periodMonths}个月`,
      cites: measures('第六条'),
      needs: ['months'],
      check: ({ months }, { periodMonths }) => atMost(exact(months), periodMonths, asNumber),
      moves: { months: 'down' },
    }),
    need('own-share', {
      says: ({ ownShare }) => `发榜方出资占榜单金额不低于${percent(ownShare)}`,
      cites: measures('第七条'),
      needs: ['own', 'offer'],
      check: ({ own, offer }, { ownShare }) => atLeast(share(own, offer), ownShare, asPercent),
      moves: { own: 'up' },
    }),
  ],
  settable,
);

const bid = rulesFor(bidForm, limits);
export const bidEligibility = byRules(
  bidForm,
  limits,
  [
    bid('bid-period', {
      says: ({ periodMonths }) => `完成周期不超过${periodMonths}个月`,
      cites: measures('第六条'),
      needs: ['months'],
      check: ({ months }, { periodMonths }) => atMost(exact(months), periodMonths, asNumber),
      moves: { months: 'down' },
    }),
    bid('honest', {
      says: () => '单位和负责人不在科研失信处理期内',
      cites: measures('第十一条'),
      needs: ['dishonest'],
      check: ({ dishonest }) => mustBe(dishonest, false),
    }),
    bid('pledged', {
      says: () => '承诺与发榜方无关联关系，所填内容真实',
      cites: measures('第十一条'),
      needs: ['pledge'],
      check: ({ pledge }) => mustBe(pledge, true),
    }),
  ],
  settable.filter(({ name }) => name === 'periodMonths'),
);
