// Warning lights of new R&D institutions (新型研发机构预警): dependence on the budget, contract income, people, registration.
import {
  addMonths,
  any,
  asRatio,
  asScore,
  atLeast,
  calculation,
  date,
  type Finding,
  findingsBy,
  flag,
  int,
  isTrue,
  known,
  money,
  optional,
  percentText,
  quotient,
  Rational,
  type Read,
  type Rules,
  ratio,
  ratioAtLeast,
  ratioAtMost,
  required,
  sumOf,
  withDefault,
} from './frame/index.ts';
import { scoresOf, weightedScore } from './weighted-scores.ts';

const input = {
  asOf: required('评价日期', date),
  fiscalIncome: optional('财政拨款收入', money),
  verticalIncome: optional('纵向项目收入', money),
  horizontalIncome: optional('横向（合同）收入', money),
  totalIncome: optional('总收入', money),
  residents: optional('常驻人员', int),
  signedDate: optional('共建协议签订日期', date),
  registered: optional('已注册为独立法人', flag),
  scores: optional(
    '年度评价得分',
    scoresOf({
      rdSpend: '研发投入与强度',
      team: '人才团队',
      outputs: '科研产出',
      horizontalIncome: '横向收入与增长',
      spinOffService: '孵化企业与服务产业',
      governance: '治理与报告',
    }),
  ),
};

/** Yearly assessment of new R&D institutions, 100 in all. */
const weights = { rdSpend: 20, team: 15, outputs: 15, horizontalIncome: 20, spinOffService: 20, governance: 10 };

const parameters = {
  fiscalDependenceLimit: withDefault('财政依赖度上限', ratio, '0.7'),
  horizontalMinimum: withDefault('横向收入占比下限', ratio, '0.2'),
  residentMinimum: withDefault('常驻人员下限', int, 10),
  registrationMonths: withDefault('签约后注册期限（月）', int, 12),
};

type Parameters = Read<typeof parameters>;

const guidance = '国科发政〔2019〕313号';

const rules = {
  'NW-1': { required: (p: Parameters) => `财政与纵向收入占总收入不超过${percentText(p.fiscalDependenceLimit)}`, basis: guidance },
  'NW-2': { required: (p: Parameters) => `横向收入占总收入不低于${percentText(p.horizontalMinimum)}`, basis: guidance },
  'NW-3': { required: (p: Parameters) => `常驻人员不少于${p.residentMinimum}人`, basis: guidance },
  'NW-4': { required: (p: Parameters) => `签约后${p.registrationMonths}个月内注册为独立法人`, basis: guidance },
} satisfies Rules<Parameters>;

type Light = 'EXIT_REVIEW' | 'RED' | 'YELLOW' | 'UNKNOWN' | 'GREEN';

/** The gravest first; few residents alone are yellow. */
function lightOf(found: readonly Finding[]): Light {
  const has = (status: string, ...ids: string[]) => found.some((finding) => ids.includes(finding.ruleId) && finding.status === status);
  if (has('unmet', 'NW-4')) return 'EXIT_REVIEW';
  if (has('unmet', 'NW-1', 'NW-2')) return 'RED';
  if (has('unmet', 'NW-3')) return 'YELLOW';
  return has('unknown', 'NW-1', 'NW-2', 'NW-3', 'NW-4') ? 'UNKNOWN' : 'GREEN';
}

export const nrdiWarning = calculation({
  id: 'nrdi-warning',
  name: '新型研发机构预警',
  basis: [guidance],
  method: [
    '财政依赖度＝（财政拨款＋纵向项目收入）÷总收入；横向收入占比＝横向收入÷总收入。',
    '签约满期未注册转入退出评估；财政依赖度或横向收入不达标为红灯；常驻人员不足为黄灯。',
    '年度评价＝Σ权重×得分÷100，权重：研发投入20、团队15、产出15、横向收入20、孵化与服务20、治理10。',
  ],
  input,
  parameters,
  rules,
  check({ fiscalIncome, verticalIncome, horizontalIncome, totalIncome }, _limits, reading) {
    const parts = [fiscalIncome, verticalIncome, horizontalIncome].filter((part) => part !== null);
    if (totalIncome?.isLessThan(Rational.sum(parts))) reading.conflict('totalIncome', '总收入小于其各项之和');
  },
  evaluate(given, limits) {
    const find = findingsBy(rules, limits);
    const dependence = quotient(sumOf([given.fiscalIncome, given.verticalIncome]), given.totalIncome);
    const horizontal = quotient(given.horizontalIncome, given.totalIncome);
    const inTime = known([given.signedDate], (signed) => given.asOf < addMonths(signed, limits.registrationMonths));
    const found = [
      find('NW-1', ratioAtMost(dependence, limits.fiscalDependenceLimit), asRatio(dependence)),
      find('NW-2', ratioAtLeast(horizontal, limits.horizontalMinimum), asRatio(horizontal)),
      find('NW-3', atLeast(given.residents, limits.residentMinimum), given.residents),
      find('NW-4', any(isTrue(given.registered), inTime)),
    ];
    return { light: lightOf(found), assessmentScore: asScore(weightedScore(weights, given.scores)), findings: found };
  },
});
