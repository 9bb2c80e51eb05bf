// What a technology SME states about itself, and the limits that policy sets.
import {
  date,
  flag,
  int,
  intBetween,
  key,
  listOf,
  money,
  optional,
  type Read,
  record,
  required,
  withDefault,
  words,
} from '../frame/index.ts';
import { ipKind } from '../ip-kinds.ts';

const dishonesty = {
  majorSafetyAccident: optional('上一年及当年发生重大安全事故', flag),
  majorQualityAccident: optional('上一年及当年发生重大质量事故', flag),
  seriousEnvironmentalViolation: optional('上一年及当年有严重环境违法', flag),
  seriousResearchDishonesty: optional('上一年及当年有科研严重失信行为', flag),
  abnormalOperationList: optional('列入经营异常名录', flag),
  seriousDishonestyList: optional('列入严重违法失信企业名单', flag),
};

const directConfirmation = record({
  hnteCertificate: optional('高新技术企业证书', record({ held: optional('持有', flag), validTo: optional('有效期至', date) })),
  nationalAward: optional(
    '国家级科技奖励',
    record({ held: optional('获得', flag), awardDate: optional('获奖日期', date), rank: optional('单位排名', intBetween(1)) }),
  ),
  rdInstitution: optional('省部级以上研发机构', record({ held: optional('拥有', flag) })),
  standardLed: optional(
    '主导制定国际、国家或行业标准',
    record({
      held: optional('有', flag),
      publishedDate: optional('发布日期', date),
      draftingRank: optional('起草单位排名', intBetween(1)),
    }),
  ),
});

export const input = {
  asOf: required('评价日期', date),
  residentEnterprise: optional('境内注册的居民企业', flag),
  totalStaff: optional('职工总数', int),
  scienceStaff: optional('科技人员数', int),
  sales: optional('年销售收入', money),
  totalAssets: optional('资产总额', money),
  rdExpense: optional('研发费用', money),
  totalCostExpense: optional('成本费用总额', money),
  prohibitedCategory: optional('产品或服务属于禁止、限制和淘汰类', flag),
  ...dishonesty,
  ipRights: optional(
    '知识产权',
    listOf(
      record({
        ipNo: key('编号'),
        kind: required('类别', ipKind),
        linkedToMainProduct: optional('与主要产品（服务）相关', flag),
        validTo: optional('有效期至', date),
      }),
    ),
  ),
  directConfirmation: optional('直接确认条件', directConfirmation),
  dishonestyOrRevokedPast3Years: optional('近三年严重失信或被撤销登记编号', flag),
  firstTimeApplicant: optional('首次申报', flag),
};

export const parameters = {
  staffLimit: withDefault('职工总数上限', int, 500),
  salesLimit: withDefault('年销售收入上限', money, '200000000'),
  assetLimit: withDefault('资产总额上限', money, '200000000'),
  passScore: withDefault('合格分', int, 60),
  lookbackYears: withDefault('奖励与标准回溯年数', int, 5),
  awardTopRank: withDefault('奖励单位排名前几', int, 3),
  standardTopRank: withDefault('标准起草单位排名前几', int, 5),
  rdOption: withDefault('研发投入指标', words({ BEST: '两项取高', SALES: '占销售收入', COST: '占成本费用' }), 'BEST'),
};

export type TechSmeInput = Read<typeof input>;
export type TechSmeParameters = Read<typeof parameters>;
