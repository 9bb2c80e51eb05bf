// A budget line under its moves (预算指标控制): no move may spend what is not there, and every balance follows from the moves.
import {
  asMoney,
  asRatio,
  calculation,
  civilDate,
  type Day,
  date,
  dayOf,
  figureOf,
  intBetween,
  listOf,
  money,
  optional,
  quotient,
  Rational,
  type Read,
  type Reading,
  ratio,
  record,
  required,
  signedMoney,
  text,
  textOrEmpty,
  given as whenKnown,
  withDefault,
  words,
  yearOf,
} from './frame/index.ts';

const moveKind = words({
  ADJUST: '调整预算',
  RESERVE: '预留',
  RELEASE: '释放预留',
  COMMIT: '承诺',
  COMMIT_RESERVED: '预留转承诺',
  DECOMMIT: '撤销承诺',
  PAY: '支付',
  RETURN_TICKET: '退票',
  RECOVER: '追回',
});

/** Kinds of move with their names. */
export const budgetMoves = moveKind.labels;
export type BudgetMoveKind = keyof typeof budgetMoves;

const move = record({
  moveId: required('凭证编号', text),
  kind: required('类型', moveKind),
  amount: required('金额', signedMoney),
  date: required('日期', date),
  documentNo: optional('指标文号', textOrEmpty),
});

const input = {
  year: required('预算年度', intBetween(1990, 2100)),
  budget: required('年初预算', money),
  asOf: optional('统计日期', date),
  moves: required('变动', listOf(move)),
};

const parameters = {
  freezeDate: optional('冻结日期（不填为当年12月15日）', date),
  progressGap: withDefault('支付进度滞后预警', ratio, '0.2'),
};

type Input = Read<typeof input>;
export type BudgetMove = Input['moves'][number];
export type BudgetPocket = 'free' | 'reserved' | 'committed' | 'paid';

/** From which pocket to which a move carries its amount; an adjustment alone adds to the free one from outside. */
export const budgetWays: Readonly<Record<Exclude<BudgetMoveKind, 'ADJUST'>, readonly [from: BudgetPocket, to: BudgetPocket]>> = {
  RESERVE: ['free', 'reserved'],
  RELEASE: ['reserved', 'free'],
  COMMIT: ['free', 'committed'],
  COMMIT_RESERVED: ['reserved', 'committed'],
  DECOMMIT: ['committed', 'free'],
  PAY: ['committed', 'paid'],
  RETURN_TICKET: ['paid', 'committed'],
  RECOVER: ['paid', 'free'],
};

/** Before the books are closed for the year nothing new is spent; what undoes spending stays possible. */
const frozenKinds: ReadonlySet<BudgetMoveKind> = new Set(['ADJUST', 'RESERVE', 'COMMIT', 'COMMIT_RESERVED', 'PAY']);

const shortOf = {
  free: 'INSUFFICIENT_FREE',
  reserved: 'INSUFFICIENT_RESERVED',
  committed: 'INSUFFICIENT_COMMITTED',
  paid: 'INSUFFICIENT_PAID',
} as const;

export type BudgetRefusal = 'DUPLICATE_MOVE' | 'NO_DOCUMENT' | 'WRONG_YEAR' | 'FROZEN' | (typeof shortOf)[BudgetPocket];

export type BudgetPockets = Readonly<Record<BudgetPocket, Rational>>;

/** A line with what it holds: whoever keeps lines puts the same questions to it as the calculation does. */
export class BudgetLine {
  readonly pockets: Record<BudgetPocket, Rational>;
  adjust = Rational.zero;
  private readonly accepted = new Set<string>();
  private readonly year: number;
  private readonly freezesOn: Day;

  constructor(year: number, opening: BudgetPockets, freezesOn: Day) {
    this.pockets = { ...opening };
    this.year = year;
    this.freezesOn = freezesOn;
  }

  /** Null if the move was accepted; a refused move leaves no trace. */
  take(given: BudgetMove): BudgetRefusal | null {
    const refusal = this.refusalOf(given);
    if (refusal !== null) return refusal;
    this.accepted.add(given.moveId);
    if (given.kind === 'ADJUST') {
      this.adjust = this.adjust.plus(given.amount);
      this.pockets.free = this.pockets.free.plus(given.amount);
    } else {
      const [from, to] = budgetWays[given.kind];
      this.pockets[from] = this.pockets[from].minus(given.amount);
      this.pockets[to] = this.pockets[to].plus(given.amount);
    }
    return null;
  }

  private refusalOf({ moveId, kind, amount, date, documentNo }: BudgetMove): BudgetRefusal | null {
    if (this.accepted.has(moveId)) return 'DUPLICATE_MOVE';
    if (documentNo === null || documentNo.trim() === '') return 'NO_DOCUMENT';
    if (yearOf(date) !== this.year) return 'WRONG_YEAR';
    if (frozenKinds.has(kind) && date >= this.freezesOn) return 'FROZEN';
    if (kind === 'ADJUST') return this.pockets.free.plus(amount).isNegative() ? shortOf.free : null;
    const [from] = budgetWays[kind];
    return this.pockets[from].isLessThan(amount) ? shortOf[from] : null;
  }
}

function dayOrFail(year: number, month: number, day: number): Day {
  const found = dayOf(year, month, day);
  if (found === undefined) throw new RangeError('no such day');
  return found;
}

/** Day of the year ÷ days of the year. */
function timeRate(asOf: Day): Rational {
  const { year } = civilDate(asOf);
  const newYear = dayOrFail(year, 1, 1);
  return Rational.of(asOf - newYear + 1, dayOrFail(year + 1, 1, 1) - newYear);
}

/** Payment against time: late when it lags by more than the gap; unknown without anything to spend or without a day. */
export function progressOf(paid: Rational, whole: Rational, asOf: Day | null, gap: Rational) {
  const payRate = quotient(paid, whole);
  const passed = asOf === null ? null : timeRate(asOf);
  const isLate = whenKnown([figureOf(payRate), passed], (rate, time) => rate.isLessThan(time.minus(gap)));
  return { payRate, passed, isLate };
}

function checkInput({ year, asOf, moves }: Input, _limits: unknown, reading: Reading): void {
  for (const [index, { kind, amount }] of moves.entries()) {
    const allowed = kind === 'ADJUST' ? !amount.isZero() : amount.isPositive();
    if (!allowed) reading.fail('RANGE', `moves[${index}].amount`, kind === 'ADJUST' ? '调整金额不能为零' : '金额须大于零');
  }
  if (asOf !== null && yearOf(asOf) !== year) reading.conflict('asOf', '统计日期不在预算年度内');
}

export const budgetLine = calculation({
  id: 'budget-line',
  name: '预算指标控制',
  basis: ['《中华人民共和国预算法》第十三条、第五十七条'],
  method: [
    '可用＝预算＋调整－预留－承诺－已付，任何时候不得为负；变动按顺序处理，不符合的整笔拒绝。',
    '拒绝原因依次为：凭证重复、无文号、年度不符、已冻结、余额不足。',
    '支付进度＝已付÷（预算＋调整）；时间进度＝当年第几天÷全年天数；支付进度落后时间进度超过规定幅度预警。',
  ],
  input,
  parameters,
  check: checkInput,
  evaluate({ year, budget, asOf, moves }, { freezeDate, progressGap }) {
    const { zero } = Rational;
    const line = new BudgetLine(year, { free: budget, reserved: zero, committed: zero, paid: zero }, freezeDate ?? dayOrFail(year, 12, 15));
    const outcomes = moves.map((given) => ({ moveId: given.moveId, reason: line.take(given) }));
    const { adjust, pockets } = line;
    const { payRate, passed, isLate } = progressOf(pockets.paid, budget.plus(adjust), asOf, progressGap);
    return {
      moves: outcomes.map(({ moveId, reason }) => ({ moveId, accepted: reason === null, reason })),
      balance: {
        budget: asMoney(budget),
        adjust: asMoney(adjust),
        reserved: asMoney(pockets.reserved),
        committed: asMoney(pockets.committed),
        paid: asMoney(pockets.paid),
        free: asMoney(pockets.free),
      },
      payRate: asRatio(payRate),
      timeRate: asRatio(passed),
      progressWarning: isLate,
    };
  },
});
