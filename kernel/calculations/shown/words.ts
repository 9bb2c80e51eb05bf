// What the words of a result say in Chinese, and whether they are good news: `PASS` 符合, `NOT_ON_STEP` 不在加价阶梯上.
import type { Fields } from '../frame/fields.ts';
import { isJsonObject, type ValueType } from '../frame/value-type.ts';

export type WordTone = 'good' | 'warn' | 'bad' | 'plain';
export interface ResultWord {
  readonly label: string;
  readonly tone: WordTone;
}

type Table = Readonly<Record<string, string>>;

const good: Table = {
  PASS: '符合',
  VALID: '正确',
  ACCEPT: '通过',
  ELIGIBLE: '可以评审',
  NORMAL: '正常',
  GREEN: '绿灯',
  CLAIMABLE: '可申请补偿',
  SOLD: '成交',
  GAZELLE: '瞪羚企业',
  POTENTIAL_GAZELLE: '潜在瞪羚企业',
  UNICORN: '独角兽企业',
  POTENTIAL_UNICORN: '潜在独角兽企业',
  SEED_UNICORN: '种子独角兽企业',
  met: '符合',
};
const warn: Table = {
  UNKNOWN: '数据不足，尚不能判断',
  BORDERLINE: '在合格线上下，取决于专家打分',
  WARN: '预警',
  WARNING: '须人工确认',
  EXPLAIN: '须说明',
  DECLARE: '须专家声明',
  ROTATE: '应轮换',
  YELLOW: '黄灯',
  ORANGE: '橙灯',
  NOTIFY: '提示',
  FIXABLE: '可改正',
  NO_BID: '无人报价',
  TOO_FEW_BIDDERS: '竞买人不足',
  RESERVE_NOT_MET: '未达保留价',
  WITHDRAWN: '委托人撤回',
  PAUSED: '中止计时',
  CALENDAR_MISSING: '放假安排未公布',
  INVALID_PANEL: '有效评分表不足',
  ZERO_TARGET: '目标为零',
  unknown: '未知',
};
const bad: Table = {
  FAIL: '不符合',
  INVALID: '不正确',
  BLOCKED: '不一致，须更正',
  REJECT: '退回',
  RECUSE: '应回避',
  RED: '红灯',
  EXIT_REVIEW: '启动退出评估',
  unmet: '不符合',
  TOO_EARLY: '早于开始时间',
  TOO_LATE: '晚于结束时间',
  NOT_QUALIFIED: '竞买人不合格',
  BELOW_START: '低于起拍价',
  NOT_ON_STEP: '不在加价阶梯上',
  NOT_ABOVE_TOP: '未高于最高报价',
  DUPLICATE_MOVE: '编号重复',
  NO_DOCUMENT: '缺少文号',
  WRONG_YEAR: '不在本年度',
  FROZEN: '年终已冻结',
  INSUFFICIENT_FREE: '可用余额不足',
  INSUFFICIENT_RESERVED: '预留不足',
  INSUFFICIENT_COMMITTED: '已承诺不足',
  INSUFFICIENT_PAID: '已支付不足',
};
const plain: Table = {
  NONE: '无',
  OK: '有效',
  RUNNING: '计时中',
  STOPPED: '已办结',
  SUSPENDED: '已暂停',
  MALE: '男',
  FEMALE: '女',
  ENTERPRISE: '企业',
  INDIVIDUAL_BUSINESS: '个体工商户',
  FARMER_COOPERATIVE: '农民专业合作社',
  STATE_ORGAN: '机关',
  PUBLIC_INSTITUTION: '事业单位',
  SOCIAL_ORGANISATION: '社会团体',
  PRIVATE_NON_ENTERPRISE: '民办非企业单位',
  FOUNDATION: '基金会',
  NOT_COMPUTABLE: '分母为零，不可计算',
  R01: 'R01 研发费用比例不达标',
  R04: 'R04 高新收入比例不达标',
  R05: 'R05 科技人员比例不达标',
  R06: 'R06 缺少核心知识产权',
  R07: 'R07 不属于重点支持的领域',
  R08: 'R08 创新能力评分不达标',
  R10: 'R10 注册未满一年',
  R11: 'R11 有重大事故或违法',
  R13: 'R13 境内研发费用比例不达标',
};

const tables: readonly (readonly [Table, WordTone])[] = [
  [good, 'good'],
  [warn, 'warn'],
  [bad, 'bad'],
  [plain, 'plain'],
];

/** Words that the calculation declares for its own input keep their label in the result. */
function declaredWord(type: ValueType<unknown>, word: string): string | undefined {
  const { labels, fields, element, inner, kinds } = type as ValueType<unknown> & {
    readonly labels?: Table;
    readonly fields?: Fields;
    readonly element?: ValueType<unknown>;
    readonly inner?: ValueType<unknown>;
    readonly kinds?: Readonly<Record<string, { readonly label: string; readonly fields: Fields }>>;
  };
  if (labels !== undefined && Object.hasOwn(labels, word)) return labels[word];
  if (kinds !== undefined && Object.hasOwn(kinds, word)) return kinds[word]?.label;
  const within = [element, inner].filter((part) => part !== undefined);
  const found = within.map((part) => declaredWord(part, word)).find((label) => label !== undefined);
  return found ?? (isJsonObject(fields) ? declaredIn(fields, word) : undefined);
}

function declaredIn(fields: Fields, word: string): string | undefined {
  return Object.values(fields)
    .map((field) => declaredWord(field.type, word))
    .find((label) => label !== undefined);
}

export function wordOf({ input, parameters }: { input: Fields; parameters: Fields }, word: string): ResultWord | undefined {
  for (const [table, tone] of tables) {
    const label = Object.hasOwn(table, word) ? table[word] : undefined;
    if (label !== undefined) return { label, tone };
  }
  const declared = declaredIn(input, word) ?? declaredIn(parameters, word);
  return declared === undefined ? undefined : { label: declared, tone: 'plain' };
}
