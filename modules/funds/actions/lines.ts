// Actions on budget lines: list, open one with its document, move it by further documents, read its journal.
import { Type } from 'typebox';
import { byOf } from '#modules/registry/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { sayMoney } from '../model/money.ts';
import { freezesOn } from '../model/parameters.ts';
import { journalView, lineView, monthsView } from '../model/views.ts';
import { entryKinds, type Source, sources } from '../model/words.ts';
import { type FundsSetting, programmeName } from '../setting.ts';
import { Ledger } from '../store/ledger.ts';
import { journalOf, type LineFilters, lineOf, lineYears, listLines, monthsOf, openLine } from '../store/lines.ts';
import { parametersOf } from '../store/parameters.ts';
import { Done, FundsKnown, IdParams, JournalQuery, JournalView, LineDetail, LinePage, LineQuery, MoveBody, NewLineBody } from '../wire.ts';
import { listOf, staffOnly } from './listed.ts';

const read = 'funds/payment:read';
const manage = 'funds/budget:manage';

const isSource = (text: string): text is Source => Object.hasOwn(sources, text);
const perPage = 100;

const list = (setting: FundsSetting): Action =>
  action({
    id: 'funds.list-lines',
    method: 'GET',
    path: '/funds/lines',
    summary: '列出预算指标及其余额和执行进度',
    permission: read,
    query: LineQuery,
    reply: LinePage,
    handle: async (context, { query }) => {
      staffOnly(context);
      const { year, source, region, programme, text, ...paging } = query;
      const filters: LineFilters = {
        ...(year === undefined ? {} : { years: year.split(',').map(Number) }),
        ...listOf({ source, region, programme }),
        ...(text === undefined ? {} : { text }),
      };
      const page = await listLines(context.db, context.actor.root, filters, paging);
      const parameters = await parametersOf(context.db, context.actor.root);
      return {
        ...page,
        rows: page.rows.map((row) => lineView(setting, parameters, row, context.today)),
        years: await lineYears(context.db, context.actor.root),
      };
    },
  });

const get = (setting: FundsSetting): Action =>
  action({
    id: 'funds.get-line',
    method: 'GET',
    path: '/funds/lines/:id',
    summary: '查看一条预算指标的余额、进度和逐月执行',
    permission: read,
    params: IdParams,
    reply: LineDetail,
    handle: async (context, { params }) => {
      const row = await lineOf(context.db, params.id);
      const months = await monthsOf(context.db, context.actor.root, params.id);
      const parameters = await parametersOf(context.db, context.actor.root);
      return { ...lineView(setting, parameters, row, context.today), months: monthsView(months) };
    },
  });

const journal = action({
  id: 'funds.line-journal',
  method: 'GET',
  path: '/funds/lines/:id/journal',
  summary: '查看一条预算指标的凭证，可只看某一项余额的来去',
  permission: read,
  params: IdParams,
  query: JournalQuery,
  reply: JournalView,
  handle: async (context, { params, query }) => {
    const rows = await journalOf(context.db, context.actor.root, params.id, { ...query, limit: perPage });
    return { rows: journalView(rows), next: rows.length < perPage ? null : (rows.at(-1)?.id ?? null) };
  },
});

const open = (setting: FundsSetting): Action =>
  action({
    id: 'funds.open-line',
    method: 'POST',
    path: '/funds/lines',
    summary: '按指标文件登记一条预算指标',
    permission: manage,
    body: NewLineBody,
    reply: Done,
    handle: async (context, { body }) => {
      if (!isSource(body.source)) throw new Refusal('SOURCE_UNKNOWN', '资金来源须为中央、省级、市级或县区。');
      const { year } = body;
      const id = await openLine(context.db, byOf(context), {
        year,
        source: body.source,
        region: body.region ?? context.actor.root,
        name: body.name,
        functionCode: body.functionCode,
        economicCode: body.economicCode ?? '',
        programme: body.programme ?? null,
        documentNo: body.documentNo,
        budget: body.budget,
        freezesOn: body.freezesOn ?? freezesOn(await parametersOf(context.db, context.actor.root), year),
      });
      await context.trail(`按${body.documentNo}登记${year}年“${body.name}”指标${sayMoney(body.budget)}`, { kind: 'budget-line', id });
      const comes = body.programme ? `“${programmeName(setting, body.programme)}”的资金承诺将自动落到该指标。` : '';
      return { id, says: `已登记“${body.name}”${sayMoney(body.budget)}。${comes}` };
    },
  });

const move = action({
  id: 'funds.move-line',
  method: 'POST',
  path: '/funds/lines/:id/moves',
  summary: '按文件调整预算，或预留、释放资金',
  permission: manage,
  params: IdParams,
  body: MoveBody,
  reply: Done,
  handle: async (context, { params, body }) => {
    const line = await lineOf(context.db, params.id);
    if (body.kind !== 'ADJUST' && body.amount.startsWith('-'))
      throw new Refusal('NEGATIVE', '预留和释放的金额须大于零。', { details: [{ where: 'amount', message: '须大于零' }] });
    const ledger = await Ledger.open(context.db, byOf(context), [line.id]);
    ledger.take({ line: line.id, ...body, note: body.note ?? '' });
    await ledger.write();
    const what = `${entryKinds[body.kind]}${sayMoney(body.amount)}`;
    await context.trail(`按${body.documentNo}对“${line.name}”${what}`, { kind: 'budget-line', id: line.id }, { ...body });
    const { free } = await lineOf(context.db, line.id);
    return { id: line.id, says: `已${what}，可用余额${sayMoney(free)}。` };
  },
});

const known = (setting: FundsSetting): Action =>
  action({
    id: 'funds.known',
    method: 'GET',
    path: '/funds/known',
    summary: '资金来源、事项和当年指标的名称，供填写和筛选',
    permission: read,
    query: Type.Object({}),
    reply: FundsKnown,
    handle: async (context) => {
      const year = Number(context.today.slice(0, 4));
      const lines =
        context.actor.scope === 'party'
          ? []
          : (await listLines(context.db, context.actor.root, { years: [year] }, { sort: 'name', limit: 200 })).rows;
      return {
        sources: Object.entries(sources).map(([code, name]) => ({ code, name })),
        programmes: setting.programmes.map(({ id, name }) => ({ id, name })),
        lines: lines.map(({ id, name, source, free, reserved }) => ({ id, name: `${sources[source]} ${name}`, free, reserved })),
        today: context.today,
      };
    },
  });

export const lineActions = (setting: FundsSetting): Action[] => [list(setting), get(setting), journal, open(setting), move, known(setting)];
