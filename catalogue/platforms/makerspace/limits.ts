// The numbers of makerspaces: conditions of the national filing, and what a city sets for its yearly assessment.
import { cite } from '#kernel/declare/citation.ts';
import type { SettableLimit } from '#kernel/declare/eligibility.ts';
import { defineLimits, since } from '#kernel/declare/limits.ts';
import { parameter } from '#kernel/declare/parameter.ts';

export const notice = cite('国科发火〔2017〕120号', '备案条件');
export const measures = cite('本市众创空间认定与考核办法', '年度考核');

const national = (value: string) => [since('2017-04-01', value, notice)];

export const limits = defineLimits({
  months: national('18'),
  area: national('500'),
  seats: national('30'),
  publicShare: national('0.75'),
  teams: national('20'),
  newFirms: national('10'),
  funded: national('5'),
  cases: national('3'),
  staff: national('3'),
  mentors: national('3'),
  events: national('10'),
});

const count = (name: keyof typeof limits, label: string, unit: string): SettableLimit => ({
  name,
  label,
  kind: 'integer',
  unit,
  min: '0',
  max: '100000',
  cites: notice,
});

/** A city may ask for less than the national filing, or for more. */
export const settable: readonly SettableLimit[] = [
  count('months', '运营时间不少于', '个月'),
  count('area', '场地面积不低于', '平方米'),
  count('seats', '创业工位不少于', '个'),
  { name: 'publicShare', label: '创业工位与公共服务面积占比不低于', kind: 'percent', min: '0', max: '1', cites: notice },
  count('teams', '年入驻团队和企业不少于', '家'),
  count('newFirms', '年新注册企业不少于', '家'),
  count('funded', '年获得融资不少于', '家'),
  count('cases', '典型孵化案例不少于', '个'),
  count('staff', '专职服务人员不少于', '人'),
  count('mentors', '创业导师不少于', '人'),
  count('events', '年开展活动不少于', '场次'),
];

const score = (name: string, label: string, value: string) =>
  parameter({ name, label, kind: 'decimal', unit: '分', min: '0', max: '100', cites: measures, value });
const yuan = (name: string, label: string, value: string) =>
  parameter({ name, label, kind: 'decimal', unit: '元', min: '0', max: '10000000', cites: measures, value });

export const excellentScore = score('excellentScore', '优秀最低分', '85');
export const passScore = score('passScore', '合格最低分', '60');
export const excellentShare = parameter({
  name: 'excellentShare',
  label: '优秀比例上限',
  kind: 'percent',
  min: '0',
  max: '1',
  cites: measures,
  value: '0.25',
});
export const excellentSubsidy = yuan('excellentSubsidy', '优秀运营补助', '100000');
export const passSubsidy = yuan('passSubsidy', '合格运营补助', '50000');
export const rectifyMonths = 12;
