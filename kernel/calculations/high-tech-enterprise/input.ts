// What an applicant for recognition as a high-tech enterprise states, and the checks between its figures.
import {
  calendarYear,
  type Day,
  date,
  flag,
  int,
  intBetween,
  key,
  listOf,
  money,
  optional,
  type Read,
  type Reading,
  record,
  required,
  text,
  textLike,
  withDefault,
  words,
  yearOf,
} from '../frame/index.ts';
import { ipKind } from '../ip-kinds.ts';

/** Bands in which experts score the first two items of intellectual property (国科发火〔2016〕195号). */
const level = words({ HIGH: '高', FAIRLY_HIGH: '较高', AVERAGE: '一般', LOW: '较低', NONE: '无' });

const year = record({
  year: required('年度', calendarYear),
  sales: optional('销售收入', money),
  rdExpense: optional('研究开发费用总额', money),
  domesticRdExpense: optional('其中：境内研究开发费用', money),
  totalAssets: optional('资产总额', money),
  totalLiabilities: optional('负债总额', money),
});

const ipRight = record({
  ipNo: key('编号'),
  kind: required('类别', ipKind),
  acquisition: optional(
    '获得方式',
    words({ SELF_DEVELOPED: '自主研发', TRANSFERRED: '受让', GIFTED: '受赠', ACQUIRED: '并购', EXCLUSIVE_LICENCE: '独占许可' }),
  ),
  coreToMainProduct: optional('对主要产品（服务）发挥核心支持作用', flag),
  granted: optional('已授权', flag),
  validTo: optional('有效期至', date),
  usedBefore: optional('以前认定时使用过', flag),
});

export const input = {
  applicationDate: required('申请日期', date),
  registeredDate: optional('注册日期', date),
  technicalField: optional('技术领域', textLike(/^\d+\.\d+\.\d+$/, '应为三级领域编号，形如 8.1.2')),
  staffMonths: optional(
    '各月职工人数',
    listOf(record({ opening: optional('月初数', int), closing: optional('月末数', int) }), { from: 1, to: 12 }),
  ),
  scienceStaff: optional('科技人员数', int),
  years: optional('近三个会计年度', listOf(year)),
  highTechProductIncome: optional('近一年高新技术产品（服务）收入', money),
  grossIncome: optional('近一年收入总额', money),
  nonTaxableIncome: optional('近一年不征税收入', money),
  violations: optional(
    '事故与违法',
    listOf(
      record({
        kind: required(
          '类型',
          words({
            MAJOR_SAFETY_ACCIDENT: '重大安全事故',
            MAJOR_QUALITY_ACCIDENT: '重大质量事故',
            SERIOUS_ENVIRONMENTAL_VIOLATION: '严重环境违法',
          }),
        ),
        date: optional('发生日期', date),
      }),
    ),
  ),
  ipRights: optional('知识产权', listOf(ipRight)),
  ipAssessment: optional(
    '知识产权评价',
    record({
      advancedLevel: optional('技术的先进程度', level),
      coreSupport: optional('对主要产品（服务）在技术上发挥核心支持作用', level),
      standardsParticipation: optional('参与编制国家标准、行业标准、检测方法、技术规范', flag),
    }),
  ),
  conversions: optional('科技成果转化', listOf(record({ resultId: required('成果编号', text), year: required('转化年度', calendarYear) }))),
  management: optional(
    '研究开发组织管理水平',
    record({
      rdSystem: optional('研发组织管理制度、核算体系与辅助账', intBetween(0, 6)),
      rdInstitution: optional('研发机构条件与产学研合作', intBetween(0, 6)),
      incentive: optional('成果转化激励制度与创新创业平台', intBetween(0, 4)),
      training: optional('科技人员培养、引进与绩效评价', intBetween(0, 4)),
    }),
  ),
};

export const parameters = { passScore: withDefault('创新能力合格分（须高于）', int, 70) };

export type HighTechInput = Read<typeof input>;
export type HighTechParameters = Read<typeof parameters>;
export type IpRight = NonNullable<HighTechInput['ipRights']>[number];
export type FiscalYear = NonNullable<HighTechInput['years']>[number];

/** 195号: completed fiscal years before that of the application, as many as the enterprise has operated, three at most. */
function checkYears(years: readonly FiscalYear[], applicationDate: Day, reading: Reading): void {
  if (years.length < 1 || years.length > 3) reading.conflict('years', '应为近一至三个会计年度');
  const last = yearOf(applicationDate) - 1;
  for (const [index, { year: given, rdExpense, domesticRdExpense }] of years.entries()) {
    if (given !== last - (years.length - 1 - index))
      reading.conflict(`years[${index}].year`, `年度须连续递增，且止于申请前一年（${last}）`);
    if (rdExpense !== null && domesticRdExpense?.isMoreThan(rdExpense)) {
      reading.conflict(`years[${index}].domesticRdExpense`, '境内研发费用大于研发费用总额');
    }
  }
}

export function checkInput({ years, applicationDate }: HighTechInput, _parameters: HighTechParameters, reading: Reading): void {
  if (years !== null) checkYears(years, applicationDate, reading);
}
