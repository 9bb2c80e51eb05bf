// The ten conditions of a makerspace, one rule each: 国科发火〔2017〕120号 with the numbers that a call may set.
import { byRules } from '#kernel/declare/eligibility.ts';
import { anyOf, asNumber, asPercent, atLeast, exact, mustBe, percent, rulesFor, share } from '#kernel/declare/rule.ts';
import { recognitionForm as form } from './form.ts';
import { notice as cites, limits, settable } from './limits.ts';

const rule = rulesFor(form, limits);
const square = (value: Parameters<typeof asNumber>[0]): string => `${asNumber(value)}平方米`;

type Counted = 'teams' | 'cases' | 'staff' | 'mentors' | 'events' | 'months';
/** A number that must reach its limit of the same name. */
const reach = (id: string, key: Counted, says: string, unit: string) =>
  rule(id, {
    says: (all) => `${says}不少于${all[key]}${unit}`,
    cites,
    needs: [key],
    check: (facts, all) => atLeast(exact(facts[key]), all[key], (value) => `${asNumber(value)}${unit}`),
    moves: { [key]: 'up' },
  });

export const eligibility = byRules(
  form,
  limits,
  [
    reach('months', 'months', '运营时间', '个月'),
    rule('space', {
      says: ({ area, seats }) => `场地面积不低于${area}平方米，或提供不少于${seats}个创业工位`,
      cites,
      needs: ['area', 'seats'],
      check: ({ area, seats }, all) =>
        anyOf({ 面积: atLeast(exact(area), all.area, square), 工位: atLeast(exact(seats), all.seats, (value) => `${asNumber(value)}个`) }),
      moves: { seats: 'up' },
    }),
    rule('shared', {
      says: ({ publicShare }) => `创业工位与公共服务面积占比不低于${percent(publicShare)}`,
      cites,
      needs: ['sharedArea', 'area'],
      check: ({ sharedArea, area }, { publicShare }) => atLeast(share(sharedArea, area), publicShare, asPercent),
    }),
    reach('teams', 'teams', '年入驻创业团队和企业', '家'),
    rule('grown', {
      says: ({ newFirms, funded }) => `年新注册企业不少于${newFirms}家，或获得融资的团队和企业不少于${funded}家`,
      cites,
      needs: ['newFirms', 'funded'],
      check: ({ newFirms, funded }, all) =>
        anyOf({
          新注册: atLeast(exact(newFirms), all.newFirms, (value) => `${asNumber(value)}家`),
          获融资: atLeast(exact(funded), all.funded, (value) => `${asNumber(value)}家`),
        }),
      moves: { newFirms: 'up', funded: 'up' },
    }),
    reach('cases', 'cases', '典型孵化案例', '个'),
    reach('staff', 'staff', '专职服务人员', '人'),
    reach('mentors', 'mentors', '创业导师', '人'),
    reach('events', 'events', '年开展活动', '场次'),
    rule('statistics', {
      says: () => '按要求上报统计数据',
      cites,
      needs: ['statistics'],
      check: ({ statistics }) => mustBe(statistics, true),
    }),
  ],
  settable,
);
