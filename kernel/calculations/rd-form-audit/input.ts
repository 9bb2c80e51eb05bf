// The two R&D forms of an enterprise (107-1 projects, 107-2 activity) and what they are checked against.
import {
  dec,
  flag,
  int,
  intBetween,
  listOf,
  mapOf,
  month,
  optional,
  type Read,
  ratio,
  record,
  required,
  text,
  withDefault,
  words,
} from '../frame/index.ts';

const project = record({
  projectName: required('项目名称', text),
  resultForm: optional(
    '项目当年成果形式',
    words({
      THESIS: '论文或专著',
      NEW_PRODUCT: '新产品',
      NEW_PROCESS: '新技术、新工艺',
      PATENT: '专利',
      SOFTWARE: '软件',
      REPORT: '带技术方案的调研报告',
      OTHER: '其他',
    }),
  ),
  objective: optional('项目技术经济目标', intBetween(1, 9)),
  startMonth: optional('起始日期', month),
  endMonth: optional('完成日期', month),
  stage: optional('跨年项目当年所处主要进展阶段', intBetween(1, 4)),
  people: optional('项目研究开发人员（人）', int),
  personMonths: optional('项目人员实际工作时间（人月）', dec),
  expense: optional('项目经费支出（千元）', dec),
  governmentFund: optional('其中：政府资金（千元）', dec),
});

/** Money in thousands of yuan (千元), as the form has it; the number is the item's code in the 2019 layout. */
const activity = record({
  rdPersonnel: optional('研究开发人员合计 1', int),
  managementPersonnel: optional('管理和服务人员 2', int),
  femalePersonnel: optional('女性 3', int),
  fullTimePersonnel: optional('全职人员 4', int),
  bachelorPersonnel: optional('本科毕业及以上人员 5', int),
  externalPersonnel: optional('外聘人员 6', int),
  rdExpenseTotal: optional('研究开发费用合计 7', dec),
  personnelCost: optional('人员人工费用 8', dec),
  directInput: optional('直接投入费用 9', dec),
  depreciation: optional('折旧费用与长期待摊费用 10', dec),
  intangibleAmortisation: optional('无形资产摊销费用 11', dec),
  designCost: optional('设计费用 12', dec),
  trialCost: optional('装备调试费用与试验费用 13', dec),
  outsourcedTotal: optional('委托外部研究开发费用 14', dec),
  outsourcedInstitutes: optional('委托境内研究机构 15', dec),
  outsourcedUniversities: optional('委托境内高等学校 16', dec),
  outsourcedEnterprises: optional('委托境内企业 17', dec),
  outsourcedForeign: optional('委托境外机构 18', dec),
  otherCost: optional('其他费用 19', dec),
  rdFixedAssets: optional('当年形成用于研究开发的固定资产 20', dec),
  rdInstruments: optional('其中：仪器和设备 21', dec),
  governmentSource: optional('来自政府部门的研究开发经费 23', dec),
  superDeductionSpend: optional('申报加计扣除减免税的研究开发支出 27', dec),
  rdBodies: optional('期末机构数 30', int),
  bodyStaff: optional('机构研究开发人员 31', int),
  bodyDoctors: optional('其中：博士毕业 32', int),
  bodyMasters: optional('其中：硕士毕业 33', int),
  bodyExpense: optional('机构研究开发费用 34', dec),
  bodyInstruments: optional('期末仪器和设备原价 35', dec),
  patentApplications: optional('当年专利申请数 36', int),
  inventionApplications: optional('其中：发明专利 37', int),
  validInventions: optional('期末有效发明专利数 38', int),
  implementedInventions: optional('其中：已被实施 39', int),
  newProductSales: optional('新产品销售收入 42', dec),
  newProductExports: optional('其中：出口 43', dec),
});

export const input = {
  statYear: required('统计年度', intBetween(1990, 2100)),
  form1071: optional('107-1表', listOf(project)),
  form1072: optional('107-2表', activity),
  previous: optional('上年107-2表', activity),
  revenue: optional('营业收入（千元）', dec),
  averageEmployees: optional('平均用工人数', int),
  serviceIndustry: optional('服务业企业', flag),
  superDeductionClaimed: optional('申报过加计扣除', flag),
  poolMember: optional('高企或科小入库企业', flag),
  roster: optional('研发人员工时', listOf(record({ personId: required('人员编号', text), months: optional('工作月数', dec) }))),
  otherFirmProjectNames: optional('其他企业的项目名称', listOf(text)),
  explanations: optional('说明', mapOf(text)),
};

export const parameters = {
  projectGap: withDefault('项目经费缺口上限', ratio, '0.2'),
  perHeadMin: withDefault('人均人工费用下限（千元）', dec, '20'),
  perHeadMax: withDefault('人均人工费用上限（千元）', dec, '600'),
  expenseRevenueRatio: withDefault('研发费用占营业收入上限', ratio, '0.3'),
  staffRatio: withDefault('研发人员占用工人数上限', ratio, '0.5'),
  expenseRise: withDefault('研发费用增幅上限', dec, '1'),
  expenseFall: withDefault('研发费用降幅上限', ratio, '0.5'),
  personnelChange: withDefault('研发人员变动上限', dec, '0.5'),
  superDeductionFactor: withDefault('加计扣除支出与研发费用之比上限', dec, '1.05'),
};

export type AuditInput = Read<typeof input>;
export type AuditParameters = Read<typeof parameters>;
export type ProjectRow = Read<(typeof project)['fields']>;
export type Activity = Read<(typeof activity)['fields']>;
export type ActivityItem = keyof Activity;
