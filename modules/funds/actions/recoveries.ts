// Actions on recoveries: list with their due days, and note what came back.
import { byOf } from '#modules/registry/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { sayMoney } from '../model/money.ts';
import { recoveryView } from '../model/views.ts';
import type { FundsSetting } from '../setting.ts';
import { listRecoveries } from '../store/lists.ts';
import { receiveBack } from '../store/settle-payments.ts';
import { Done, IdParams, ReceiptBody, RecoveryPage, RecoveryQuery } from '../wire.ts';

export const recoveryActions = (setting: FundsSetting): Action[] => [
  action({
    id: 'funds.list-recoveries',
    method: 'GET',
    path: '/funds/recoveries',
    summary: '列出应追回的资金',
    permission: 'funds/payment:read',
    query: RecoveryQuery,
    reply: RecoveryPage,
    handle: async (context, { query }) => {
      const { sort, after, limit, ...asked } = query;
      const filters = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
      const page = await listRecoveries(context.db, context.actor.root, { ...filters, today: context.today }, { sort, after, limit });
      return { ...page, rows: page.rows.map((row) => recoveryView(setting, row, context.today)) };
    },
  }),
  action({
    id: 'funds.receive-back',
    method: 'POST',
    path: '/funds/recoveries/:id/receipts',
    summary: '登记已退回的资金',
    permission: 'funds/payment:confirm',
    params: IdParams,
    body: ReceiptBody,
    reply: Done,
    handle: async (context, { params, body }) => {
      const { partyName, toTreasury } = await receiveBack(context.db, byOf(context), { id: params.id, ...body });
      await context.trail(`登记“${partyName}”退回${sayMoney(body.amount)}`, { kind: 'recovery', id: params.id }, body);
      const says = toTreasury ? '属以前年度支出，缴回国库，不恢复当年指标。' : '已恢复原指标的可用余额。';
      return { id: params.id, says: `已登记退回${sayMoney(body.amount)}。${says}` };
    },
  }),
];
