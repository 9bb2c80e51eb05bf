// Parts of a credit risk pool (科技贷款风险补偿资金池): bank, pool, a loan to be admitted, a claim, a recovery.
import {
  dec,
  flag,
  int,
  listOf,
  money,
  optional,
  orNull,
  type Rational,
  type Read,
  type Reading,
  ratio,
  record,
  withDefault,
  words,
} from '../frame/index.ts';

const bank = record({
  outstanding: optional('在贷余额', money),
  poolShare: optional('存入该行的资金池份额', money),
  averageOutstanding: optional('年均在贷余额', money),
  compensatedThisYear: optional('本年已补偿', money),
  overdue90: optional('逾期90天以上余额', money),
  suspended: optional('已暂停备案', flag),
  resumeApproved: optional('恢复已获批准', flag),
});

const pool = record({
  size: optional('资金池规模', money),
  balance: optional('资金池余额', money),
  cumulativeLent: optional('累计放贷', money),
  outstanding: optional('在贷余额', money),
  overdue90: optional('逾期90天以上余额', money),
  totalCompensation: optional('累计补偿', money),
  suspended: optional('已暂停备案', flag),
  resumeApproved: optional('恢复已获批准', flag),
});

const admission = record({
  highTechEnterprise: optional('高新技术企业', flag),
  creditWhitelist: optional('在白名单内', flag),
  activeLoans: optional('各行在贷金额', listOf(orNull(money))),
  newLoan: optional('本次贷款', money),
  termMonths: optional('期限（月）', int),
  use: optional('用途', words({ RD: '研发', PRODUCTION: '生产经营', OTHER: '其他' })),
  rate: optional('年利率', ratio),
  lpr: optional('同期一年期LPR', ratio),
});

/** Five-category classification of loans (贷款风险分类). */
const classification = words({ NORMAL: '正常', SPECIAL_MENTION: '关注', SUBSTANDARD: '次级', DOUBTFUL: '可疑', LOSS: '损失' });

const claim = record({
  unpaidPrincipal: optional('未偿本金', money),
  unpaidInterest: optional('未偿利息', money),
  filed: optional('已备案', flag),
  filingWorkdays: optional('放款后备案用时（工作日）', int),
  overdueDays: optional('逾期天数', int),
  classification: optional('贷款分类', classification),
});

const recovery = record({
  recovered: optional('追回金额', money),
  cost: optional('追偿费用', money),
  compensation: optional('已补偿金额', money),
  base: optional('补偿基数', money),
});

export const input = {
  bank: optional('合作银行', bank),
  pool: optional('资金池', pool),
  admission: optional('贷款准入', admission),
  claim: optional('补偿申请', claim),
  recovery: optional('追偿', recovery),
};

export const parameters = {
  firmCap: withDefault('单户贷款上限（元）', money, '5000000'),
  firmCapHnte: withDefault('高新技术企业单户贷款上限（元）', money, '10000000'),
  termMinimum: withDefault('最短期限（月）', int, 6),
  termMaximum: withDefault('最长期限（月）', int, 36),
  rateSpread: withDefault('利率加点上限', ratio, '0.015'),
  leverage: withDefault('放大倍数', dec, '10'),
  governmentShare: withDefault('补偿比例', ratio, '0.5'),
  bankCapRate: withDefault('银行年度补偿上限比例', ratio, '0.03'),
  includeInterest: withDefault('补偿含利息', flag, false),
  filingWorkdays: withDefault('备案期限（工作日）', int, 10),
  warnRatio: withDefault('预警不良率', ratio, '0.03'),
  suspendRatio: withDefault('暂停不良率', ratio, '0.05'),
  poolLossRatio: withDefault('资金池熔断损失率', ratio, '0.5'),
};

export type Input = Read<typeof input>;
export type Limits = Read<typeof parameters>;
export type Bank = NonNullable<Input['bank']>;
export type Pool = NonNullable<Input['pool']>;
export type Admission = NonNullable<Input['admission']>;
export type Claim = NonNullable<Input['claim']>;
export type Recovery = NonNullable<Input['recovery']>;

function exceeds(a: Rational | null = null, b: Rational | null = null): boolean {
  return a !== null && b !== null && a.isMoreThan(b);
}

export function checkInput({ bank, pool, recovery }: Input, _limits: Limits, reading: Reading): void {
  for (const [name, part] of Object.entries({ bank, pool })) {
    if (exceeds(part?.overdue90, part?.outstanding)) reading.conflict(`${name}.overdue90`, '逾期余额大于在贷余额');
  }
  if (exceeds(recovery?.compensation, recovery?.base)) reading.conflict('recovery.compensation', '补偿金额大于补偿基数');
}
