// Technology contracts as they are submitted for recognition and registration (技术合同认定登记).
import {
  date,
  flag,
  key,
  listOf,
  money,
  optional,
  type Read,
  record,
  required,
  text,
  textLike,
  withDefault,
  words,
} from '../frame/index.ts';

export const contractType = words({ KF: '技术开发', ZR: '技术转让', XK: '技术许可', ZX: '技术咨询', FW: '技术服务' });
export type ContractType = keyof typeof contractType.labels;

const region = textLike(/^(\d{6}|ABROAD)$/, '应为六位行政区划代码，境外填 ABROAD');

const deduction = record({
  kind: required(
    '类别',
    words({
      EQUIPMENT: '设备',
      INSTRUMENT: '仪器',
      PART: '零部件',
      RAW_MATERIAL: '原材料',
      OTHER_NON_TECHNICAL: '其他非技术性费用',
      SAMPLE: '合理数量标的物样品',
    }),
  ),
  amount: optional('金额', money),
});

const contract = record({
  contractId: key('合同编号'),
  status: required('状态', words({ REGISTERED: '已登记', PENDING: '待登记', REJECTED: '未予登记', CANCELLED: '已注销' })),
  type: optional('合同类型', contractType),
  signDate: optional('签订日期', date),
  registrationNo: optional('登记编号', text),
  dealAmount: optional('合同成交额', money),
  declaredTechTradeAmount: optional('申报技术交易额', money),
  sellerRegion: optional('卖方地区', region),
  buyerRegion: optional('买方地区', region),
  deductions: optional('应扣除费用', listOf(deduction)),
  writtenContract: optional('有书面合同', flag),
  inForce: optional('合同已生效且在有效期内', flag),
  benefitsRequested: optional('申请享受优惠政策', flag),
  quantifiedTarget: optional('有明确量化的技术目标', flag),
  subjectMastered: optional('签订时标的技术已掌握', flag),
  realInnovation: optional('有实质性创新', flag),
  acceptanceStandard: optional('有验收标准', flag),
  completeAndPractical: optional('技术成果完整实用', flag),
  ownershipAgreed: optional('权属约定明确', flag),
  specificProject: optional('针对特定技术项目', flag),
  managementConsulting: optional('属于一般管理咨询', flag),
  specificProblem: optional('解决特定技术问题', flag),
  technicalDifficulty: optional('有一定技术难度', flag),
  routineActivity: optional('属于加工、修理、广告、印刷、常规检测等', flag),
});

export const input = {
  cityCode: required('本市行政区划代码', textLike(/^\d{6}$/, '应为六位行政区划代码')),
  contracts: required('合同', listOf(contract)),
};

export const parameters = {
  totalBasis: withDefault('统计口径', words({ DEAL: '合同成交额', TECH_TRADE: '技术交易额' }), 'DEAL'),
  recheckAmount: withDefault('双人复核起点（元）', money, '10000000'),
};

export type Contract = Read<typeof input>['contracts'][number];
export type Limits = Read<typeof parameters>;

/** The fields that are flags. */
export type ContractFlag = { [K in keyof Contract]: boolean extends NonNullable<Contract[K]> ? K : never }[keyof Contract];
