// Actions on payments: list, propose, approve by another person, refuse, send to the bank, confirm, return.
import { byOf } from '#modules/registry/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { sayMoney, sumOf } from '../model/money.ts';
import { paymentView } from '../model/views.ts';
import type { FundsSetting } from '../setting.ts';
import { countByStatus, listPayments } from '../store/lists.ts';
import { approvePayments, proposePayments, refusePayments } from '../store/payments.ts';
import { confirmPaid, returnPayments, sendPayments } from '../store/settle-payments.ts';
import type { PaymentRow } from '../store/tables.ts';
import { ConfirmBody, Counts, Done, PaymentPage, PaymentQuery, PaymentsBody, ProposeBody, RefuseBody, ReturnBody, Sent } from '../wire.ts';
import { listOf } from './listed.ts';

const read = 'funds/payment:read';
const approve = 'funds/payment:approve';
const confirm = 'funds/payment:confirm';

const list = (setting: FundsSetting): Action =>
  action({
    id: 'funds.list-payments',
    method: 'GET',
    path: '/funds/payments',
    summary: '列出拨付及其状态',
    permission: read,
    query: PaymentQuery,
    reply: PaymentPage,
    handle: async (context, { query }) => {
      const { status, programme, region, line, commitment, file, text, ...paging } = query;
      const one = Object.fromEntries(Object.entries({ line, commitment, file, text }).filter(([, value]) => value !== undefined));
      const page = await listPayments(context.db, context.actor.root, { ...listOf({ status, programme, region }), ...one }, paging);
      return { ...page, rows: page.rows.map((row) => paymentView(setting, row, context.actor.accountId)) };
    },
  });

const count = action({
  id: 'funds.count-payments',
  method: 'GET',
  path: '/funds/payment-counts',
  summary: '按状态统计拨付',
  permission: read,
  reply: Counts,
  handle: (context) => countByStatus(context.db, context.actor.root, 'payment'),
});

/** How many and how much: 3 笔共120万元. */
const howMuch = (rows: readonly Pick<PaymentRow, 'amount'>[]): string =>
  `${rows.length} 笔共${sayMoney(sumOf(rows.map(({ amount }) => amount)))}`;

/** Each payment gets its own line in the trail, so that the history of one can be followed. */
async function trailEach(context: ActionContext, rows: readonly PaymentRow[], says: (row: PaymentRow) => string): Promise<void> {
  for (const row of rows) await context.trail(says(row), { kind: 'payment', id: row.id }, { number: row.number, amount: row.amount });
}

const named = (row: PaymentRow): string => `${row.number} 拨付“${row.party_name}”${sayMoney(row.amount)}`;

const propose = action({
  id: 'funds.propose-payments',
  method: 'POST',
  path: '/funds/payments',
  summary: '对到期的资金承诺提出拨付',
  permission: 'funds/payment:propose',
  body: ProposeBody,
  reply: Done,
  handle: async (context, { body }) => {
    const rows = await proposePayments(context.db, byOf(context), body.payments);
    await trailEach(context, rows, (row) => `提出${named(row)}`);
    return { says: `已提出拨付 ${howMuch(rows)}，等待局领导审定。` };
  },
});

const agree = action({
  id: 'funds.approve-payments',
  method: 'POST',
  path: '/funds/payments/approve',
  summary: '审定他人提出的拨付',
  permission: approve,
  body: PaymentsBody,
  reply: Done,
  handle: async (context, { body }) => {
    const rows = await approvePayments(context.db, byOf(context), body.payments);
    await trailEach(context, rows, (row) => `审定${named(row)}`);
    return { says: `已审定拨付 ${howMuch(rows)}，转财政生成付款文件。` };
  },
});

const refuse = action({
  id: 'funds.refuse-payments',
  method: 'POST',
  path: '/funds/payments/refuse',
  summary: '不同意拨付，该期可重新提出',
  permission: approve,
  body: RefuseBody,
  reply: Done,
  handle: async (context, { body }) => {
    const rows = await refusePayments(context.db, body.payments, body.why);
    await trailEach(context, rows, (row) => `不同意${named(row)}，理由：${body.why}`);
    return { says: `未同意拨付 ${howMuch(rows)}，可由经办人核实后重新提出。` };
  },
});

const send = action({
  id: 'funds.send-payments',
  method: 'POST',
  path: '/funds/pay-files',
  summary: '把已审定的拨付做成一份付款文件交银行',
  permission: confirm,
  body: PaymentsBody,
  reply: Sent,
  handle: async (context, { body }) => {
    const file = await sendPayments(context.db, byOf(context), body.payments);
    await context.trail(`生成付款文件 ${file.number}，${file.payments} 笔共${sayMoney(file.total)}`, { kind: 'pay-file', id: file.id });
    const says = `已生成付款文件 ${file.number}，${file.payments} 笔共${sayMoney(file.total)}；银行办理后请在这里确认到账或登记退票。`;
    return { file: file.id, number: file.number, says };
  },
});

const settle = action({
  id: 'funds.confirm-payments',
  method: 'POST',
  path: '/funds/payments/confirm',
  summary: '确认银行已支付，指标记为已付',
  permission: confirm,
  body: ConfirmBody,
  reply: Done,
  handle: async (context, { body }) => {
    const rows = await confirmPaid(context.db, byOf(context), body.payments, body.day);
    await trailEach(context, rows, (row) => `确认${named(row)}已于 ${body.day} 到账`);
    return { says: `已确认支付 ${howMuch(rows)}，指标执行数同步更新。` };
  },
});

const comeBack = action({
  id: 'funds.return-payments',
  method: 'POST',
  path: '/funds/payments/return',
  summary: '登记银行退票，冲销后可重新拨付',
  permission: confirm,
  body: ReturnBody,
  reply: Done,
  handle: async (context, { body }) => {
    const { why, day } = body;
    const returned = body.payments.map((payment) => ({ ...payment, why, day }));
    const rows = await returnPayments(context.db, byOf(context), returned);
    await trailEach(context, rows, (row) => `登记${named(row)}于 ${body.day} 退票，原因：${why}`);
    return { says: `已登记退票 ${howMuch(rows)}，已支付的作冲销；核实收款账户后可重新提出拨付。` };
  },
});

export const paymentActions = (setting: FundsSetting): Action[] => [list(setting), count, propose, agree, refuse, send, settle, comeBack];
