// What funds refuses, each with its stable code and the numbers that stand against it.
import type { BudgetMoveKind, BudgetPocket, BudgetRefusal } from '#kernel/calculations/budget-line.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { sayMoney } from './model/money.ts';
import { entryKinds } from './model/words.ts';

interface RefusedMove {
  readonly line: string;
  readonly year: number;
  readonly freezesOn: string;
  readonly day: string;
  readonly kind: BudgetMoveKind;
  readonly amount: string;
  readonly pockets: Readonly<Record<BudgetPocket, Rational>>;
}

const shortage = ({ pockets }: RefusedMove, pocket: BudgetPocket, name: string): string => `${name}只有${sayMoney(pockets[pocket])}`;

const reasons: Readonly<Record<BudgetRefusal, (move: RefusedMove) => string>> = {
  DUPLICATE_MOVE: () => '同一笔已登记过',
  NO_DOCUMENT: () => '没有填写文号或依据',
  WRONG_YEAR: ({ year, day }) => `指标属于${year}年度，${day} 不在该年度内，请先办理结转`,
  FROZEN: ({ freezesOn }) => `指标自 ${freezesOn} 起冻结，不再安排新的支出`,
  INSUFFICIENT_FREE: (move) => shortage(move, 'free', '可用余额'),
  INSUFFICIENT_RESERVED: (move) => shortage(move, 'reserved', '预留'),
  INSUFFICIENT_COMMITTED: (move) => shortage(move, 'committed', '承诺未付'),
  INSUFFICIENT_PAID: (move) => shortage(move, 'paid', '已付'),
};

/** The code is the calculation's own reason. */
export const moveRefused = (reason: BudgetRefusal, move: RefusedMove): Refusal =>
  new Refusal(reason, `指标“${move.line}”不能${entryKinds[move.kind]}${sayMoney(move.amount)}：${reasons[reason](move)}。`, {
    details: [{ where: 'amount', message: reasons[reason](move) }],
  });

export const lineElsewhere = (): Refusal =>
  new Refusal('LINE_ELSEWHERE', '所涉资金来自上级或其他地区的指标，请由安排该指标的部门办理。', { status: 403 });

export const alreadyPromised = (number: string | null, purpose: string): Refusal =>
  new Refusal('ALREADY_PROMISED', `办件${number ?? ''}已有资金承诺“${purpose}”，不能重复承诺。如需调整，请先放弃原承诺。`, { status: 409 });

export const notPromised = (number: string | null): Refusal =>
  new Refusal('NOT_PROMISED', `办件${number ?? ''}没有资金承诺，不能到期、放弃或追回。`, { status: 409 });

export const partUnknown = (number: string | null, part: number): Refusal =>
  new Refusal('PART_UNKNOWN', `办件${number ?? ''}的资金承诺没有第 ${part} 期。`);

export const tooMuchBack = (amount: string, paid: Rational): Refusal =>
  new Refusal('ABOVE_PAID', `拟追回${sayMoney(amount)}，超过已支付且尚未追回的${sayMoney(paid)}。`, {
    details: [{ where: 'amount', message: `最多${sayMoney(paid)}` }],
  });

/** Every reason at once, so that nobody mends one to meet the next. */
export const paymentRefused = (purpose: string, problems: readonly (RefusalDetail & { readonly code: string })[]): Refusal =>
  new Refusal(problems[0]?.code ?? 'PAYMENT_REFUSED', `不能拨付“${purpose}”：${problems.map(({ message }) => message).join('；')}。`, {
    details: problems.map(({ where, message }) => ({ where, message })),
  });

export const ownProposal = (number: string): Refusal =>
  new Refusal('OWN_PROPOSAL', `${number} 由您提出，不能由您审定（受托代办时也不能）。请由另一位负责人审定。`, { status: 403 });

export const ownEntry = (): Refusal => new Refusal('OWN_ENTRY', '该收款账户由您登记，须由另一位经办人复核。', { status: 403 });

export const wrongState = (what: string, is: string, wanted: string): Refusal =>
  new Refusal('WRONG_STATE', `${what}现为“${is}”，只有“${wanted}”的才能这样办理。请刷新后再操作。`, { status: 409 });

export const constraintMessages: Readonly<Record<string, string>> = {
  balance_free: '指标的可用余额不足，本次没有登记任何内容。请刷新后核对余额。',
  balance_reserved: '指标的预留不足，本次没有登记任何内容。请刷新后核对余额。',
  balance_committed: '指标的承诺不足，本次没有登记任何内容。请刷新后核对余额。',
  balance_paid: '指标的已付金额不足，本次没有登记任何内容。请刷新后核对余额。',
  part_not_exceeded: '拨付金额超过该期承诺的余额。请刷新后核对。',
  payment_two_persons: '提出人不能审定本人提出的拨付。',
  account_two_persons: '登记人不能复核本人登记的收款账户。',
  recovery_not_exceeded: '收回金额超过应追回的余额。请刷新后核对。',
  payee_account_asked: '该单位已有一个待复核的收款账户，请先复核或退回。',
  commitment_of_case: '该办件已有资金承诺，不能重复承诺。',
};

export const accountMissing = (party: string): Refusal =>
  new Refusal('ACCOUNT_MISSING', `“${party}”没有已复核的收款账户，请先登记账户并由另一人复核。`, {
    details: [{ where: 'account', message: '没有已复核的收款账户' }],
  });
