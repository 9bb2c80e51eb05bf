// Coverage by science commissioners (科技特派员覆盖): townships, villages and industries, with what is not known kept apart.
import {
  all,
  any,
  asRatio,
  calculation,
  certain,
  countRange,
  date,
  flag,
  isFalse,
  isTrue,
  type JsonObject,
  key,
  known,
  listOf,
  optional,
  quotient,
  type Read,
  type Reading,
  record,
  required,
  type Status,
  text,
  truthOf,
  words,
} from './frame/index.ts';

const service = record({
  commissionerId: required('特派员编号', text),
  level: required('服务层级', words({ TOWNSHIP: '乡镇', VILLAGE: '村' })),
  areaId: required('服务乡镇或村编号', text),
  status: optional('状态', words({ ACTIVE: '在服务', ENDED: '已期满', DISMISSED: '已解聘' })),
  from: optional('服务开始日期', date),
  to: optional('服务结束日期', date),
  civilServant: optional('属于党政机关公务员', flag),
});

const input = {
  asOf: required('统计日期', date),
  townships: required('乡镇', listOf(record({ townshipId: key('乡镇编号'), villages: optional('村', listOf(text)) }))),
  services: required('服务', listOf(service)),
  industries: optional('主导产业', listOf(text)),
  teams: optional(
    '科技特派团',
    listOf(
      record({
        teamId: required('特派团编号', text),
        active: optional('在服务', flag),
        industries: required('服务产业', listOf(text)),
      }),
    ),
  ),
};

type Input = Read<typeof input>;
type Service = Input['services'][number];

/** 国办发〔2016〕32号: within the agreed term; local measures leave civil servants out. */
function isActive({ status, from, to, civilServant }: Service, asOf: Input['asOf']): Status {
  return all(
    known([status], (word) => word === 'ACTIVE'),
    known([from], (start) => start <= asOf),
    known([to], (end) => asOf <= end),
    isFalse(civilServant),
  );
}

interface Member {
  readonly id: string;
  readonly covered: Status;
}

/** The best status of each area by the services that name it. */
class Covered {
  private readonly byArea = new Map<string, Status>();

  add(areaId: string, status: Status): void {
    this.byArea.set(areaId, any(this.of(areaId), status));
  }

  of(areaId: string): Status {
    return this.byArea.get(areaId) ?? 'unmet';
  }
}

/** A village service covers the village and its township, a township service only the township. */
function membersOf({ asOf, townships, services }: Input): { townships: Member[]; villages: Member[] } {
  const [townshipsCovered, villagesCovered] = [new Covered(), new Covered()];
  const townshipOf = new Map(townships.flatMap(({ townshipId, villages }) => (villages ?? []).map((village) => [village, townshipId])));
  for (const given of services) {
    const status = isActive(given, asOf);
    if (given.level === 'VILLAGE') villagesCovered.add(given.areaId, status);
    const township = given.level === 'VILLAGE' ? townshipOf.get(given.areaId) : given.areaId;
    if (township !== undefined) townshipsCovered.add(township, status);
  }
  return {
    townships: townships.map(({ townshipId }) => ({ id: townshipId, covered: townshipsCovered.of(townshipId) })),
    villages: [...townshipOf.keys()].map((id) => ({ id, covered: villagesCovered.of(id) })),
  };
}

function industryMembers({ industries, teams }: Input): Member[] | null {
  if (industries === null) return null;
  return [...new Set(industries)].map((id) => ({
    id,
    covered: teams === null ? 'unknown' : any(...teams.filter((team) => team.industries.includes(id)).map(({ active }) => isTrue(active))),
  }));
}

function coverageOf(members: readonly Member[]): JsonObject {
  const covered = countRange(members.map((member) => member.covered));
  return {
    covered,
    total: members.length,
    ratio: asRatio(quotient(certain(covered), members.length)),
    uncovered: members.filter((member) => member.covered === 'unmet').map(({ id }) => id),
  };
}

/** A level without members is unknown, not covered. */
function fullyCovered(members: readonly Member[]): Status {
  return members.length === 0 ? 'unknown' : all(...members.map(({ covered }) => covered));
}

function checkTeams({ industries, teams }: Input, reading: Reading): void {
  if (industries === null) return;
  const listed = new Set(industries);
  for (const [index, team] of (teams ?? []).entries()) {
    const unknown = team.industries.findIndex((industry) => !listed.has(industry));
    if (unknown >= 0) reading.fail('VALUE', `teams[${index}].industries[${unknown}]`, '没有这个产业');
  }
}

function checkInput(given: Input, _limits: unknown, reading: Reading): void {
  const townships = new Set(given.townships.map(({ townshipId }) => townshipId));
  const villages = new Set<string>();
  for (const [index, township] of given.townships.entries()) {
    for (const [position, village] of (township.villages ?? []).entries()) {
      if (villages.has(village)) reading.conflict(`townships[${index}].villages[${position}]`, `村重复：${village}`);
      villages.add(village);
    }
  }
  for (const [index, { level, areaId, from, to }] of given.services.entries()) {
    if (!(level === 'TOWNSHIP' ? townships : villages).has(areaId)) reading.fail('VALUE', `services[${index}].areaId`, '没有这个乡镇或村');
    if (from !== null && to !== null && to < from) reading.conflict(`services[${index}].to`, '服务结束日期早于开始日期');
  }
  checkTeams(given, reading);
}

export const coverage = calculation({
  id: 'coverage',
  name: '科技特派员服务覆盖',
  basis: ['国办发〔2016〕32号'],
  method: [
    '在服务：状态为在服务，统计日在服务期内，且不是公务员；资料不全的计入可能覆盖。',
    '村级服务同时覆盖村和所在乡镇，乡镇级服务只覆盖乡镇；双覆盖＝乡镇和村均全部覆盖。',
  ],
  input,
  parameters: {},
  check: checkInput,
  evaluate(given) {
    const { townships, villages } = membersOf(given);
    const industries = industryMembers(given);
    const villagesKnown = given.townships.every((township) => township.villages !== null);
    return {
      townshipCoverage: coverageOf(townships),
      villageCoverage: villagesKnown ? coverageOf(villages) : null,
      industryCoverage: industries === null ? null : coverageOf(industries),
      dualCoverage: truthOf(all(fullyCovered(townships), fullyCovered(villages), villagesKnown ? 'met' : 'unknown')),
    };
  },
});
