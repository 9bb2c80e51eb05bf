// The bank's file of returned payments: its columns, and what each row must agree with before a payment counts as returned.
import { decimal } from '#kernel/exact/decimal.ts';
import type { ImportColumn, RowProblem, RowValues } from '#modules/registry/contract.ts';
import { sayMoney } from './money.ts';
import { type PaymentStatus, paymentStatuses } from './words.ts';

const digits = (text: string): string => text.replaceAll(/[\s-]/g, '');

export const returnColumns: readonly ImportColumn[] = [
  {
    key: 'number',
    label: '拨付单号',
    aliases: ['单号', '付款单号', '业务编号', '企业流水号', '客户流水号', '凭证号'],
    reader: 'code',
    isRequired: true,
    maxLength: 40,
    example: 'ZF202600001',
  },
  {
    key: 'account',
    label: '收款账号',
    aliases: ['账号', '帐号', '收款帐号', '收款人账号', '收款人帐号', '对方账号', '对方帐号'],
    reader: 'code',
    isRequired: true,
    maxLength: 40,
    isSecret: true,
    check: (text) => (/^[0-9*]{4,32}$/.test(digits(text)) ? null : '应为 8 至 32 位数字，或银行掩码后的账号'),
  },
  {
    key: 'amount',
    label: '退票金额',
    aliases: ['金额', '交易金额', '退汇金额', '付款金额', '发生额'],
    reader: 'decimal',
    unit: '元',
    isRequired: true,
  },
  {
    key: 'reason',
    label: '退票原因',
    aliases: ['原因', '退汇原因', '失败原因', '退回原因', '附言', '备注'],
    reader: 'written',
    isRequired: true,
    maxLength: 200,
    example: '收款账户户名不符',
  },
  {
    key: 'day',
    label: '退票日期',
    aliases: ['日期', '退汇日期', '退回日期', '交易日期', '记账日期'],
    reader: 'day',
    isRequired: true,
    example: '2026-05-18',
  },
];

/** Under this key a staged row keeps the account sealed; its own cell is masked. */
export const sealedKey = '_sealed';

/** The payment that a row names, as it is now. */
export interface NamedPayment {
  readonly id: string;
  readonly party: string;
  readonly party_name: string;
  readonly number: string;
  readonly amount: string;
  readonly status: PaymentStatus;
  readonly returned_on: string | null;
  readonly paid_on: string | null;
  readonly version: number;
  readonly account: string;
}

/** A bank may give the account masked: then what it shows must agree, and so much of it that it can be no other. */
function isSameAccount(given: string, known: string): boolean {
  const shown = digits(given);
  if (!shown.includes('*')) return shown === known;
  const tail = /[0-9]{4,}$/.exec(shown)?.[0];
  const head = /^[0-9]*/.exec(shown)?.[0] ?? '';
  return tail !== undefined && known.endsWith(tail) && known.startsWith(head);
}

export interface Verdict {
  readonly outcome: 'change' | 'same' | 'wrong';
  readonly problems: readonly (RowProblem & { readonly judged: true })[];
}

const fault = (column: string | null, message: string) => ({ column, level: 'error', message, judged: true }) as const;

/** What stands against booking a row as a return; `twin` is an earlier row that names the same payment. */
export function judgeReturn(
  values: Readonly<RowValues>,
  payment: NamedPayment | undefined,
  account: string,
  { today, twin }: { readonly today: string; readonly twin: number | undefined },
): Verdict {
  const { number = '', amount = '', day = '' } = values;
  if (payment === undefined) return { outcome: 'wrong', problems: [fault('number', `没有单号为“${number}”的拨付，请核对付款文件`)] };
  const problems = [
    ...(twin === undefined ? [] : [fault('number', `与第 ${twin} 行是同一笔拨付，请只保留一行`)]),
    ...(isSameAccount(account, payment.account)
      ? []
      : [fault('account', `与付款时的收款账号不同，${number} 付给“${payment.party_name}”，请核对`)]),
    ...(decimal(amount).equals(decimal(payment.amount))
      ? []
      : [fault('amount', `${number} 拨付${sayMoney(payment.amount)}，文件为${sayMoney(amount)}；部分退回请与银行核实后单独办理`)]),
    ...(day > today ? [fault('day', `${day} 晚于今天`)] : []),
    ...(payment.paid_on !== null && day < payment.paid_on ? [fault('day', `${day} 早于到账日期 ${payment.paid_on}`)] : []),
  ];
  const isBooked = payment.status === 'returned';
  if (!isBooked && payment.status !== 'sent' && payment.status !== 'paid')
    problems.push(fault('number', `${number} 现为“${paymentStatuses[payment.status]}”，没有交银行支付，不能退票`));
  if (problems.length > 0) return { outcome: 'wrong', problems };
  return { outcome: isBooked ? 'same' : 'change', problems: [] };
}
