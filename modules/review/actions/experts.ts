// Actions on the pool of experts: list, read, record, change.
import { Type } from 'typebox';
import { expertAccounts } from '#modules/accounts/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import type { ReviewSetting } from '../setting.ts';
import {
  creditOf,
  type ExpertFacts,
  getExpert,
  insertExpert,
  type ListedExpert,
  listExperts,
  seatsOf,
  tiesOf,
  updateExpert,
} from '../store/experts.ts';
import { ExpertBody, ExpertDetail, ExpertSummary, Id, pageOf } from '../wire.ts';

const read = 'review/expert:read';
const edit = 'review/expert:edit';

const List = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 60 })),
  discipline: Type.Optional(Type.String()),
  level: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  standing: Type.Optional(Type.String()),
  finance: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('no')])),
  account: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('no')])),
  sort: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

const listed = (text: string | undefined) => (text === undefined || text === '' ? undefined : text.split(','));
const flag = (text: 'yes' | 'no' | undefined) => (text === undefined ? undefined : text === 'yes');

const summaryOf = (row: ListedExpert): ExpertSummary => ({
  id: row.id,
  name: row.name,
  unit: row.unit,
  uscc: row.uscc,
  region: row.region,
  level: row.level,
  title: row.title,
  disciplines: row.disciplines,
  isFinance: row.is_finance,
  isDishonest: row.is_dishonest,
  standing: row.standing,
  suspendedUntil: row.suspended_until,
  credit: row.credit,
  hasAccount: row.account !== null,
  panelsThisYear: row.panels,
  updatedAt: row.updated_at.toISOString(),
});

async function detail(context: ActionContext, id: string): Promise<ExpertDetail> {
  const { db, actor, today } = context;
  const row = await getExpert(db, actor.root, id);
  const seats = await seatsOf(db, id);
  const year = today.slice(0, 4);
  const account = row.account === null ? undefined : (await expertAccounts(db, actor.root)).find((one) => one.id === row.account);
  const panels = seats.filter(
    (seat) => seat.seat_status === 'seated' && seat.status !== 'cancelled' && seat.review_day.startsWith(year),
  ).length;
  return {
    ...summaryOf({ ...row, panels }),
    account: account ?? null,
    phone: row.phone_mask,
    version: row.version,
    ties: (await tiesOf(db, [id])).map(({ kind, uscc, unit, person, day, generations, source }) => ({
      kind,
      uscc,
      unit,
      person,
      day,
      generations,
      source,
    })),
    seats: seats.map(({ panel, number, name, review_day: day, status, seat_status: seat }) => ({
      panel,
      number,
      name,
      day,
      status: seat === 'left' ? 'left' : status,
    })),
    credits: (await creditOf(db, id)).map(({ day, points, why }) => ({ day, points, why })),
  };
}

const factsOf = (body: ExpertBody): ExpertFacts => ({ ...body, phone: body.phone });

export const expertActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.list-experts',
    method: 'GET',
    path: '/review/experts',
    summary: '按姓名、单位、学科、职称、所在地列出评审专家',
    permission: read,
    query: List,
    reply: pageOf(ExpertSummary),
    handle: async ({ db, actor, today }, { query }) => {
      const { q, discipline, level, region, standing, finance, account, ...paging } = query;
      const filter = {
        q,
        discipline: listed(discipline),
        level: listed(level),
        region: listed(region),
        standing: listed(standing),
        finance: flag(finance),
        account: flag(account),
      };
      const page = await listExperts(db, actor.root, filter, Number(today.slice(0, 4)), paging);
      return { ...page, rows: page.rows.map(summaryOf) };
    },
  }),
  action({
    id: 'review.list-expert-accounts',
    method: 'GET',
    path: '/review/expert-accounts',
    summary: '可对应到专家档案的专家账户',
    permission: edit,
    reply: Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), login: Type.String(), name: Type.String() })) }),
    handle: async ({ db, actor }) => ({ rows: [...(await expertAccounts(db, actor.root))] }),
  }),
  action({
    id: 'review.get-expert',
    method: 'GET',
    path: '/review/experts/:id',
    summary: '查看一位专家：任职、关系、参加的评审组和信用',
    permission: read,
    params: Id,
    reply: ExpertDetail,
    handle: (context, { params }) => detail(context, params.id),
  }),
  action({
    id: 'review.record-expert',
    method: 'POST',
    path: '/review/experts',
    summary: '登记一位评审专家',
    permission: edit,
    body: ExpertBody,
    reply: ExpertDetail,
    handle: async (context, { body }) => {
      const id = await insertExpert(context.db, context.actor.root, factsOf(body), setting.seal, context.now);
      await context.trail(`登记评审专家${body.name}（${body.unit}）`, { kind: 'expert', id });
      return detail(context, id);
    },
  }),
  action({
    id: 'review.change-expert',
    method: 'PUT',
    path: '/review/experts/:id',
    summary: '修改评审专家的档案和关系',
    permission: edit,
    params: Id,
    body: Type.Object({ ...ExpertBody.properties, version: Type.Integer({ minimum: 1 }) }),
    reply: ExpertDetail,
    handle: async (context, { params, body }) => {
      const row = await getExpert(context.db, context.actor.root, params.id);
      await updateExpert(context.db, row, body.version, factsOf(body), setting.seal, context.now);
      await context.trail(`修改评审专家${body.name}（${body.unit}）的档案`, { kind: 'expert', id: row.id });
      return detail(context, row.id);
    },
  }),
];
