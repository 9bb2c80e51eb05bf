// How people find a calculation: by the work it belongs to, its name, and the question it answers in a sentence.

export interface ListedCalculation {
  readonly id: string;
  readonly name: string;
  /** The question it answers. */
  readonly answers: string;
}

export interface CalculationGroup {
  readonly title: string;
  readonly calculations: readonly ListedCalculation[];
}

const of = (id: string, name: string, answers: string): ListedCalculation => ({ id, name, answers });

/** Names stand here too, so that a list need not load twenty-nine calculations; a test holds them to the calculations' own. */
export const calculationGroups: readonly CalculationGroup[] = [
  {
    title: '企业',
    calculations: [
      of('tech-sme', '科技型中小企业自主评价', '符不符合条件，综合评价多少分，是否要现场核查'),
      of('high-tech-enterprise', '高新技术企业认定条件与创新能力评价', '八项认定条件逐条核对，创新能力评分落在哪个区间'),
      of('hnte-consistency', '高企申报三方一致性校验', '审计、纳税、申报数据是否对得上，哪一年对不上'),
      of('growth-stage', '瞪羚与独角兽梯次', '按增长和估值处在哪个梯次'),
      of('uscc', '统一社会信用代码校验', '代码是否正确，校验码应为什么'),
      of('organisation-code', '组织机构代码校验', '代码是否正确，校验码应为什么'),
      of('resident-id', '公民身份号码校验', '号码是否正确，脱敏后怎样写'),
    ],
  },
  {
    title: '研发',
    calculations: [
      of('rd-cost', '研发费用三口径归集', '同一本账，会计、高企认定、加计扣除各归集多少'),
      of('rd-super-deduction', '研发费用加计扣除与减税额', '按年度、行业的比例加计扣除多少，少缴多少税'),
      of('rd-form-audit', '研发统计107表审核', '107-1、107-2表能否通过审核，哪些要说明'),
      of('rd-post-subsidy', '研发费用后补助测算', '一批企业各补助多少，预算不够时怎样分'),
      of('indirect-cost', '项目间接费用上限', '间接费用最多列支多少'),
    ],
  },
  {
    title: '项目与平台',
    calculations: [
      of('review-aggregate', '专家评审汇总', '去极值、组间归一后的得分、排名与推荐'),
      of('expert-recusal', '评审专家回避与轮换', '这位专家能否评审这份申请'),
      of('incubator-assessment', '孵化器与众创空间评价', '国家级条件逐条核对，年度评价得分'),
      of('nrdi-warning', '新型研发机构预警', '运行亮什么灯，哪一项触发'),
    ],
  },
  {
    title: '转移与金融',
    calculations: [
      of('technology-contract', '技术合同认定登记', '合同能否认定，技术交易额多少，全市输出与吸纳'),
      of('transfer-tax', '技术转让税收优惠测算', '所得税、增值税、印花税优惠各是多少'),
      of('risk-pool', '科技信贷风险补偿资金池', '贷款能否入池，补偿多少，是否预警、暂停'),
      of('innovation-voucher', '科技创新券发放与兑付', '发多少，兑多少，哪一条不符'),
      of('budget-line', '预算指标控制', '每笔变动能否执行，余额与执行进度'),
      of('auction', '科技成果拍卖竞价', '哪些报价有效，谁以什么价成交'),
    ],
  },
  {
    title: '服务与考核',
    calculations: [
      of('work-deadline', '政务服务办理时限', '哪天到期，剩几个工作日，亮什么灯'),
      of('target-score', '目标责任制考核计分', '七种计分方法下各单位得分与位次'),
      of('target-decomposition', '目标任务分解', '全市目标怎样分到县区'),
      of('innovation-index', '区域创新指数', '定基、环比、极差、目标达成四种方法的指数'),
      of('coverage', '科技特派员服务覆盖', '乡镇、村、主导产业覆盖到多少，还缺哪里'),
      of('document-number', '发文字号', '写法是否规范，下一个编号是多少'),
      of('number-style', '公文数字用法', '金额、增速、位次、倍数在公文里怎样写'),
    ],
  },
];
