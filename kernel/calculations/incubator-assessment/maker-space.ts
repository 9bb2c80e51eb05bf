// The ten conditions of a maker space on file (众创空间备案).
import {
  addMonths,
  any,
  asRatio,
  atLeast,
  decimal,
  type Finding,
  findingsBy,
  isTrue,
  known,
  quotient,
  ratioAtLeast,
} from '../frame/index.ts';
import type { Input, Limits } from './input.ts';

const notice = '国科发火〔2017〕120号（备案条件）';

export const makerSpaceRules = {
  'MS-1': { required: '运营满18个月', basis: notice },
  'MS-2': { required: '面积不低于500平方米或提供不少于30个创业工位', basis: notice },
  'MS-3': { required: '创业工位与公共服务面积占比不低于75%', basis: notice },
  'MS-4': { required: '年入驻创业团队和企业不低于20家', basis: notice },
  'MS-5': { required: '年新注册企业不低于10家，或获得融资的团队和企业不低于5家', basis: notice },
  'MS-6': { required: '典型孵化案例不低于3个', basis: notice },
  'MS-7': { required: '专职服务人员不少于3名', basis: notice },
  'MS-8': { required: '创业导师不少于3名', basis: notice },
  'MS-9': { required: '年开展创业沙龙、路演、培训等活动不少于10场次', basis: notice },
  'MS-10': { required: '按要求上报统计数据', basis: notice },
};

export function makerSpaceFindings(given: Input, limits: Limits): Finding[] {
  const find = findingsBy(makerSpaceRules, limits);
  const publicShare = quotient(given.tenantAndPublicArea, given.area);
  return [
    find(
      'MS-1',
      known([given.operatingSince], (since) => addMonths(since, 18) <= given.asOf),
    ),
    find('MS-2', any(atLeast(given.area, 500), atLeast(given.seats, 30))),
    find('MS-3', ratioAtLeast(publicShare, decimal('0.75')), asRatio(publicShare)),
    find('MS-4', atLeast(given.teams, 20), given.teams),
    find('MS-5', any(atLeast(given.newlyRegistered, 10), atLeast(given.fundedTeams, 5))),
    find('MS-6', atLeast(given.serviceCases, 3), given.serviceCases),
    find('MS-7', atLeast(given.serviceStaff, 3), given.serviceStaff),
    find('MS-8', atLeast(given.mentors, 3), given.mentors),
    find('MS-9', atLeast(given.events, 10), given.events),
    find('MS-10', isTrue(given.statisticsFiled), given.statisticsFiled),
  ];
}
