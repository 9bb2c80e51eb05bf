// The conditions of an incubator (科技企业孵化器), general or specialised, in weak regions with lower limits.
import {
  addMonths,
  all,
  any,
  asMoney,
  asRatio,
  atLeast,
  certain,
  decimal,
  type Exact,
  type Finding,
  findingsBy,
  isTrue,
  known,
  quotient,
  type Range,
  Rational,
  ratioAtLeast,
  type Status,
} from '../frame/index.ts';
import type { Input, Limits } from './input.ts';
import type { Members } from './members.ts';

const article = '国科发区〔2018〕300号第七条';

export const incubatorRules = {
  'IN-1': { required: '具有独立法人资格', basis: `${article}(一)` },
  'IN-2': { required: '实际运营满3年', basis: `${article}(一)` },
  'IN-3': { required: '至少连续2年上报真实完整的统计数据', basis: `${article}(一)` },
  'IN-4': { required: '孵化场地集中，可自主支配面积不低于10000平方米（欠发达地区按系数降低）', basis: `${article}(二)；艰苦边远地区条款` },
  'IN-5': { required: '在孵企业使用面积（含公共服务面积）占75%以上', basis: `${article}(二)` },
  'IN-6': { required: '孵化资金不低于500万元，获得投融资的在孵企业占比不低于10%，案例不少于3个', basis: `${article}(三)` },
  'IN-7': { required: '专业孵化服务人员占机构总人数80%以上', basis: `${article}(四)` },
  'IN-8': { required: '每10家在孵企业至少配备1名专业孵化服务人员和1名创业导师', basis: `${article}(四)` },
  'IN-9': { required: '已申请专利的在孵企业占50%以上，或拥有有效知识产权的占30%以上', basis: `${article}(五)` },
  'IN-10': { required: '在孵企业不少于50家（专业30家，欠发达地区按系数降低）', basis: `${article}(六)；第八条；艰苦边远地区条款` },
  'IN-11': {
    required: '每千平方米平均在孵企业不少于3家（专业2家，欠发达地区按系数降低）',
    basis: `${article}(六)；第八条；艰苦边远地区条款`,
  },
  'IN-12': { required: '累计毕业企业不少于20家（专业15家，欠发达地区按系数降低）', basis: `${article}(七)；第八条；艰苦边远地区条款` },
  'IN-13': { required: '专业孵化器：同一产业领域在孵企业占75%以上', basis: '国科发区〔2018〕300号第八条' },
};

/** The limits that differ between general and specialised incubators. */
const limitsOf = {
  INCUBATOR: { tenants: 50, perThousand: 3, graduates: 20 },
  SPECIALISED_INCUBATOR: { tenants: 30, perThousand: 2, graduates: 15 },
};

/** The one answer that all possible cases give, else unknown. */
function agreed(statuses: readonly Status[]): Status {
  const [first = 'unknown', ...others] = statuses;
  return others.every((status) => status === first) ? first : 'unknown';
}

/** 300号: limits are a fifth lower in remote regions; where it is not known which, both limits are tried. */
function byRegion({ weakRegion }: Input, { weakRegionFactor }: Limits, limit: number, test: (limit: Rational) => Status): Status {
  const [full, lowered] = [Rational.of(limit), weakRegionFactor.times(limit)];
  const possible = weakRegion === null ? [full, lowered] : [weakRegion ? lowered : full];
  return agreed(possible.map(test));
}

/** A count that is not certain still decides where its least and its greatest value agree. */
function byCount(count: Range | null, test: (count: number) => Status): Status {
  return count === null ? 'unknown' : agreed([test(count.min), test(count.max)]);
}

function certainCount(count: Range | null): number | null {
  return count === null ? null : certain(count);
}

/** 300号第七条(四): one for every ten tenants. */
function oneForTen(staff: number | null, tenants: number | null): Status {
  return known([staff, tenants], (people, count) => people * 10 >= count);
}

function density(given: Input, limits: Limits, tenants: Range | null, limit: number): Status {
  if (given.area?.isZero()) return 'unmet';
  const perThousand = (count: Exact) => quotient(Rational.of(count).times(1000), given.area);
  return byRegion(given, limits, limit, (least) => byCount(tenants, (count) => ratioAtLeast(perThousand(count), least)));
}

function placeAndPeople(given: Input, limits: Limits, { tenants, share }: Members): Finding[] {
  const find = findingsBy(incubatorRules, limits);
  const [publicShare, professionalShare] = [
    quotient(given.tenantAndPublicArea, given.area),
    quotient(given.professionalStaff, given.serviceStaff),
  ];
  const funded = ratioAtLeast(
    share(({ funded }) => funded),
    decimal('0.1'),
  );
  const count = certainCount(tenants);
  return [
    find('IN-1', isTrue(given.legalPerson), given.legalPerson),
    find(
      'IN-2',
      known([given.operatingSince], (since) => addMonths(since, 36) <= given.asOf),
    ),
    find('IN-3', atLeast(given.statisticsYears, 2), given.statisticsYears),
    find(
      'IN-4',
      byRegion(given, limits, 10_000, (least) => atLeast(given.area, least)),
    ),
    find('IN-5', ratioAtLeast(publicShare, decimal('0.75')), asRatio(publicShare)),
    find('IN-6', all(atLeast(given.seedFund, 5_000_000), funded, atLeast(given.serviceCases, 3)), asMoney(given.seedFund)),
    find('IN-7', ratioAtLeast(professionalShare, decimal('0.8')), asRatio(professionalShare)),
    find('IN-8', all(oneForTen(given.professionalStaff, count), oneForTen(given.mentors, count))),
  ];
}

function outcomes(given: Input, limits: Limits, { tenants, graduates, share }: Members): Finding[] {
  const find = findingsBy(incubatorRules, limits);
  const least = limitsOf[given.kind === 'SPECIALISED_INCUBATOR' ? given.kind : 'INCUBATOR'];
  const filed = ratioAtLeast(
    share(({ patentFiled }) => patentFiled),
    decimal('0.5'),
  );
  const owning = ratioAtLeast(
    share(({ ownsIp }) => ownsIp),
    decimal('0.3'),
  );
  const counted = (count: Range | null, limit: number) =>
    byRegion(given, limits, limit, (needed) => byCount(count, (sure) => atLeast(sure, needed)));
  return [
    find('IN-9', any(filed, owning)),
    find('IN-10', counted(tenants, least.tenants), certainCount(tenants)),
    find('IN-11', density(given, limits, tenants, least.perThousand)),
    find('IN-12', counted(graduates, least.graduates), certainCount(graduates)),
  ];
}

export function incubatorFindings(given: Input, limits: Limits, members: Members): Finding[] {
  const found = [...placeAndPeople(given, limits, members), ...outcomes(given, limits, members)];
  if (given.kind !== 'SPECIALISED_INCUBATOR') return found;
  const sameField = members.share((tenant) => tenant.sameField);
  const find = findingsBy(incubatorRules, limits);
  return [...found, find('IN-13', ratioAtLeast(sameField, decimal('0.75')), asRatio(sameField))];
}
