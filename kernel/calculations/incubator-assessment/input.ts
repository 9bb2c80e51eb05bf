// What an incubator or a maker space states for its assessment, and the checks between its figures.
import {
  date,
  dec,
  flag,
  int,
  key,
  listOf,
  money,
  optional,
  type Read,
  type Reading,
  ratio,
  record,
  required,
  withDefault,
  words,
} from '../frame/index.ts';
import { scoresOf } from '../weighted-scores.ts';

const tenant = record({
  tenantId: key('在孵企业编号'),
  smeType: optional('符合中小企业标准', flag),
  registeredInSite: optional('注册地在孵化场地内', flag),
  workingInSite: optional('办公场所在孵化场地内', flag),
  foundedDate: optional('成立日期', date),
  entryDate: optional('入驻日期', date),
  field: optional('领域', words({ BIO: '生物医药', AGRICULTURE: '现代农业', IC: '集成电路', OTHER: '其他' })),
  funded: optional('获得投融资', flag),
  patentFiled: optional('已申请专利', flag),
  ownsIp: optional('拥有有效知识产权', flag),
  sameField: optional('属于专业孵化领域', flag),
});

const graduate = record({
  highTechEnterprise: optional('高新技术企业', flag),
  mergedOrListed: optional('被并购或上市', flag),
  ventureCapital: optional('累计获得天使或风险投资', money),
  twoYearRevenue: optional('连续两年营业收入累计', money),
});

const scores = scoresOf({
  service: '孵化服务',
  tenants: '在孵与毕业企业',
  funding: '投融资',
  qualifiedBred: '培育高企与科技型中小企业',
  revenue: '收入与可持续',
  statisticsSafety: '统计与安全',
});

/** Yearly assessment of incubators and maker spaces, 100 in all. */
export const weights = { service: 25, tenants: 25, funding: 15, qualifiedBred: 15, revenue: 10, statisticsSafety: 10 };

export const input = {
  kind: required('类型', words({ INCUBATOR: '综合孵化器', SPECIALISED_INCUBATOR: '专业孵化器', MAKER_SPACE: '众创空间' })),
  asOf: required('评价日期', date),
  operatingSince: optional('开始运营日期', date),
  area: optional('可自主支配场地面积（平方米）', dec),
  tenantAndPublicArea: optional('其中：在孵企业与公共服务面积（平方米）', dec),
  serviceCases: optional('投融资或服务案例', int),
  mentors: optional('创业导师', int),
  serviceStaff: optional('服务人员', int),
  scores: optional('年度评价得分', scores),
  seats: optional('创业工位', int),
  teams: optional('入驻创业团队与企业', int),
  newlyRegistered: optional('年度新注册企业', int),
  fundedTeams: optional('年度获得投融资的团队与企业', int),
  events: optional('年度创新创业活动', int),
  statisticsFiled: optional('已按要求上报统计数据', flag),
  weakRegion: optional('位于孵化器欠发达地区', flag),
  legalPerson: optional('具有独立法人资格', flag),
  statisticsYears: optional('连续上报统计年数', int),
  seedFund: optional('孵化资金', money),
  professionalStaff: optional('其中：专业孵化服务人员', int),
  tenants: optional('在孵企业', listOf(tenant)),
  graduates: optional('毕业企业', listOf(graduate)),
};

export const parameters = {
  weakRegionFactor: withDefault('欠发达地区指标系数', ratio, '0.8'),
  tenantFoundedMonths: withDefault('入驻时成立不超过（月）', int, 24),
  tenantStayMonths: withDefault('孵化时限（月）', int, 48),
  tenantStayMonthsLong: withDefault('生物医药、现代农业、集成电路孵化时限（月）', int, 60),
  graduateCapital: withDefault('毕业条件：累计投资不低于', money, '5000000'),
  graduateRevenue: withDefault('毕业条件：两年收入累计不低于', money, '10000000'),
};

export type Input = Read<typeof input>;
export type Limits = Read<typeof parameters>;
export type Tenant = Read<(typeof tenant)['fields']>;
export type Graduate = Read<(typeof graduate)['fields']>;

export function checkInput(given: Input, _limits: Limits, reading: Reading): void {
  const { area, tenantAndPublicArea, serviceStaff, professionalStaff } = given;
  if (area !== null && tenantAndPublicArea?.isMoreThan(area)) reading.conflict('tenantAndPublicArea', '在孵与公共面积大于场地面积');
  if (given.kind === 'MAKER_SPACE' || professionalStaff === null || serviceStaff === null) return;
  if (professionalStaff > serviceStaff) reading.conflict('professionalStaff', '专业服务人员多于服务人员');
}
