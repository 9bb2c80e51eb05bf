// Actions on commitments: list, bring to a line, note own money, open a recovery.
import { byOf } from '#modules/registry/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { staleWrite } from '#platform/refusal.ts';
import { wrongState } from '../errors.ts';
import { sayMoney, sumOf } from '../model/money.ts';
import { commitmentView } from '../model/views.ts';
import { commitmentStatuses } from '../model/words.ts';
import type { FundsSetting } from '../setting.ts';
import { assignLine, lockCommitments, noteOwnMoney, takeBack } from '../store/commitments.ts';
import { Ledger } from '../store/ledger.ts';
import { lineOf } from '../store/lines.ts';
import { commitmentOf, countByStatus, listCommitments } from '../store/lists.ts';
import { parametersOf } from '../store/parameters.ts';
import type { CommitmentRow } from '../store/tables.ts';
import {
  AssignBody,
  CommitmentPage,
  CommitmentQuery,
  CommitmentView,
  Counts,
  Done,
  IdParams,
  OwnMoneyBody,
  TakeBackBody,
} from '../wire.ts';
import { listOf } from './listed.ts';

const read = 'funds/payment:read';
const manage = 'funds/budget:manage';

async function lockOne(context: ActionContext, id: string, version: number): Promise<CommitmentRow> {
  const row = (await lockCommitments(context.db, [id])).get(id);
  if (row === undefined || row.version !== version) throw staleWrite('该笔资金承诺');
  return row;
}

const list = (setting: FundsSetting): Action =>
  action({
    id: 'funds.list-commitments',
    method: 'GET',
    path: '/funds/commitments',
    summary: '列出资金承诺及其各期',
    permission: read,
    query: CommitmentQuery,
    reply: CommitmentPage,
    handle: async (context, { query }) => {
      const { status, programme, region, line, party, payable, text, ...paging } = query;
      const filters = {
        ...listOf({ status, programme, region }),
        ...(line === undefined ? {} : { line }),
        ...(party === undefined ? {} : { party }),
        ...(text === undefined ? {} : { text }),
        isPayable: payable === 'yes',
      };
      const page = await listCommitments(context.db, context.actor.root, filters, paging);
      const parameters = await parametersOf(context.db, context.actor.root);
      return { ...page, rows: page.rows.map((row) => commitmentView(setting, parameters, row, context.today)) };
    },
  });

const get = (setting: FundsSetting): Action =>
  action({
    id: 'funds.get-commitment',
    method: 'GET',
    path: '/funds/commitments/:id',
    summary: '查看一笔资金承诺',
    permission: read,
    params: IdParams,
    reply: CommitmentView,
    handle: async (context, { params }) =>
      commitmentView(
        setting,
        await parametersOf(context.db, context.actor.root),
        await commitmentOf(context.db, context.actor.root, params.id),
        context.today,
      ),
  });

const count = action({
  id: 'funds.count-commitments',
  method: 'GET',
  path: '/funds/commitment-counts',
  summary: '按状态统计资金承诺',
  permission: read,
  reply: Counts,
  handle: async (context) => {
    const payable = await listCommitments(context.db, context.actor.root, { isPayable: true }, { limit: 1 });
    return { ...(await countByStatus(context.db, context.actor.root, 'commitment')), payable: payable.total };
  },
});

const assign = action({
  id: 'funds.assign-line',
  method: 'POST',
  path: '/funds/commitment-lines',
  summary: '为资金承诺落实预算指标',
  permission: manage,
  body: AssignBody,
  reply: Done,
  handle: async (context, { body }) => {
    const rows = [
      ...(
        await lockCommitments(
          context.db,
          body.commitments.map(({ id }) => id),
        )
      ).values(),
    ];
    const seen = new Map(body.commitments.map(({ id, version }) => [id, version]));
    for (const row of rows) {
      if (row.status !== 'waiting') throw wrongState(row.purpose, commitmentStatuses[row.status], commitmentStatuses.waiting);
      if (row.version !== seen.get(row.id)) throw staleWrite(`${row.party_name}的资金承诺`);
    }
    const ledger = await Ledger.open(context.db, byOf(context), [body.line]);
    await assignLine(context.db, ledger, rows, body.line, body.fromReserved === true ? 'COMMIT_RESERVED' : 'COMMIT');
    const line = await lineOf(context.db, body.line);
    const total = sayMoney(sumOf(rows.map(({ amount }) => amount)));
    await context.trail(
      `为 ${rows.length} 笔资金承诺共${total}落实“${line.name}”指标`,
      { kind: 'budget-line', id: line.id },
      { commitments: rows.map(({ id }) => id), fromReserved: body.fromReserved === true },
    );
    return { says: `已为 ${rows.length} 笔承诺共${total}落实“${line.name}”，该指标可用余额${sayMoney(line.free)}。` };
  },
});

const ownMoney = action({
  id: 'funds.note-own-money',
  method: 'PUT',
  path: '/funds/commitments/:id/own-money',
  summary: '登记单位应付和已付的自有资金',
  permission: 'funds/payment:propose',
  params: IdParams,
  body: OwnMoneyBody,
  reply: Done,
  handle: async (context, { params, body }) => {
    const row = await lockOne(context, params.id, body.version);
    await noteOwnMoney(context.db, row.id, body.required, body.paid);
    await context.trail(
      `登记“${row.party_name}”${row.purpose}的自有资金：应付${body.required === null ? '无要求' : sayMoney(body.required)}，已付${sayMoney(body.paid)}`,
      { kind: 'commitment', id: row.id },
      { before: { required: row.own_required, paid: row.own_paid }, after: body },
    );
    return { id: row.id, says: `已登记自有资金已付${sayMoney(body.paid)}，财政资金按同比例拨付。` };
  },
});

const back = action({
  id: 'funds.take-back',
  method: 'POST',
  path: '/funds/commitments/:id/recoveries',
  summary: '决定追回已支付的资金',
  permission: manage,
  params: IdParams,
  body: TakeBackBody,
  reply: Done,
  handle: async (context, { params, body }) => {
    const row = await lockOne(context, params.id, body.version);
    const { returnWithinDays } = await parametersOf(context.db, context.actor.root);
    const id = await takeBack(context.db, byOf(context), row, body, returnWithinDays);
    await context.trail(
      `决定向“${row.party_name}”追回${sayMoney(body.amount)}，事由：${body.why}`,
      { kind: 'commitment', id: row.id },
      body,
    );
    return { id, says: `已登记应追回${sayMoney(body.amount)}，限 ${returnWithinDays} 日内退回。` };
  },
});

export const commitmentActions = (setting: FundsSetting): Action[] => [list(setting), get(setting), count, assign, ownMoney, back];
