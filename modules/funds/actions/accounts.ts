// Actions on payee accounts: list masked, enter, and have a second person confirm.
import { byOf, partyOf } from '#modules/registry/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { accountView } from '../model/views.ts';
import type { FundsSetting } from '../setting.ts';
import { enterAccounts, judgeAccounts, listAccounts } from '../store/accounts.ts';
import { countByStatus } from '../store/lists.ts';
import { AccountPage, AccountQuery, Counts, Done, IdParams, JudgeAccountBody, NewAccountBody } from '../wire.ts';
import { listOf } from './listed.ts';

const read = 'funds/payment:read';

export const accountActions = (setting: FundsSetting): Action[] => [
  action({
    id: 'funds.list-accounts',
    method: 'GET',
    path: '/funds/accounts',
    summary: '列出收款账户，账号以掩码显示',
    permission: read,
    query: AccountQuery,
    reply: AccountPage,
    handle: async (context, { query }) => {
      const { status, party, text, ...paging } = query;
      const filters = { ...listOf({ status }), ...(party === undefined ? {} : { party }), ...(text === undefined ? {} : { text }) };
      const page = await listAccounts(context.db, context.actor.root, filters, paging);
      return { ...page, rows: page.rows.map((row) => accountView(setting, row, context.actor.accountId)) };
    },
  }),
  action({
    id: 'funds.count-accounts',
    method: 'GET',
    path: '/funds/account-counts',
    summary: '按状态统计收款账户',
    permission: read,
    reply: Counts,
    handle: (context) => countByStatus(context.db, context.actor.root, 'payee_account'),
  }),
  action({
    id: 'funds.enter-account',
    method: 'POST',
    path: '/funds/accounts',
    summary: '登记单位的收款账户，由另一人复核后使用',
    permission: 'funds/account:enter',
    body: NewAccountBody,
    reply: Done,
    handle: async (context, { body }) => {
      const id = context.actor.scope === 'party' ? context.actor.party : body.party;
      if (id === null || id === undefined)
        throw new Refusal('PARTY_MISSING', '请选择收款单位。', { details: [{ where: 'party', message: '请选择' }] });
      const party = await partyOf(context.db, id);
      const { bank, number } = body;
      const account = { party: party.id, partyName: party.name, region: party.region, bank, number };
      const [entered] = await enterAccounts(context.db, byOf(context), setting.seal, [account]);
      if (entered === undefined) throw notFound('该收款账户');
      await context.trail(
        `登记“${party.name}”的收款账户${entered.mask}（${bank}）`,
        { kind: 'party', id: party.id },
        { account: entered.id },
      );
      return { id: entered.id, says: `已登记户名为“${party.name}”的账户${entered.mask}，由另一位经办人复核后使用。` };
    },
  }),
  action({
    id: 'funds.judge-account',
    method: 'POST',
    path: '/funds/accounts/:id/judge',
    summary: '复核他人登记的收款账户',
    permission: 'funds/account:confirm',
    params: IdParams,
    body: JudgeAccountBody,
    reply: Done,
    handle: async (context, { params, body }) => {
      const { version, isConfirmed, note = '' } = body;
      const [row] = await judgeAccounts(context.db, byOf(context), [{ id: params.id, version }], { isConfirmed, note });
      if (row === undefined) throw notFound('该收款账户');
      const what = isConfirmed ? '复核通过' : '退回';
      await context.trail(`${what}“${row.party_name}”的收款账户${row.number_mask}`, { kind: 'party', id: row.party }, { account: row.id });
      const says = isConfirmed
        ? `已启用“${row.party_name}”的账户${row.number_mask}，原账户不再使用。`
        : `已退回“${row.party_name}”的账户。`;
      return { id: row.id, says };
    },
  }),
];
