// Actions on entries: list those behind a figure, and correct one by a reversal and a new entry.
import { type Static, Type } from 'typebox';
import { measuresOf } from '#kernel/declare/indicator.ts';
import { partySummary } from '#modules/registry/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { FiguresSetting } from '../setting.ts';
import { postEntries, reverseEntry } from '../store/post-entries.ts';
import { findEntry, type ListedEntry, listEntries, sumEntries } from '../store/read-figures.ts';
import { Day, EntryPage, type EntryView, MeasureSum } from '../wire.ts';

const Query = Type.Object({
  measure: Type.String(),
  region: Type.Optional(Type.String()),
  from: Type.Optional(Day),
  to: Day,
  known: Type.Optional(Day),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

function entryView(setting: FiguresSetting, row: ListedEntry, names: ReadonlyMap<string, string>): EntryView {
  return {
    id: row.id,
    measure: row.measure,
    region: row.region,
    regionName: setting.regionName(row.region),
    day: row.day,
    value: row.value,
    party: row.party,
    partyName: row.party === null ? null : (names.get(row.party) ?? null),
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    note: row.note,
    postedAt: row.posted_at.toISOString(),
    reverses: row.reverses,
    reversedBy: row.reversed_by,
  };
}

/** The city is all its counties, and what belongs to it as a whole. */
function regionsOf({ actor }: ActionContext, setting: FiguresSetting, region: string | undefined): readonly string[] {
  return region === undefined || region === actor.root ? [...setting.countiesOf(actor.root), actor.root] : [region];
}

async function list(context: ActionContext, setting: FiguresSetting, query: Static<typeof Query>): Promise<Static<typeof EntryPage>> {
  const regions = regionsOf(context, setting, query.region);
  const filter = { measure: query.measure, regions, from: query.from ?? null, to: query.to, known: query.known ?? null };
  const { rows, next, total } = await listEntries(context.db, context.actor.root, filter, { after: query.after, limit: query.limit });
  const parties = await partySummary(
    context.db,
    rows.flatMap((row) => (row.party === null ? [] : [row.party])),
  );
  const names = new Map([...parties].map(([id, party]) => [id, party.name]));
  return { rows: rows.map((row) => entryView(setting, row, names)), next, total };
}

const SumQuery = Type.Object({ region: Type.Optional(Type.String({ maxLength: 12 })), from: Type.Optional(Day), to: Day });

async function sumOf(
  context: ActionContext,
  setting: FiguresSetting,
  id: string,
  { region, from, to }: Static<typeof SumQuery>,
): Promise<MeasureSum> {
  const measure = setting.catalogue.measures.get(id);
  if (measure === undefined) throw notFound('指标目录中的这个计数');
  const regions = regionsOf(context, setting, region);
  const filter = { measure: id, regions, from: from ?? null, to, known: null };
  return {
    measure: id,
    name: measure.name,
    unit: measure.unit,
    definition: measure.definition,
    regionName: setting.regionName(region ?? context.actor.root),
    sum: await sumEntries(context.db, context.actor.root, filter),
    indicators: [...setting.catalogue.indicators.values()]
      .filter(({ formula }) => measuresOf(formula).includes(id))
      .map((indicator) => ({ id: indicator.id, name: indicator.name })),
  };
}

const Correction = Type.Object(
  { value: Type.String({ pattern: '^-?\\d{1,16}(\\.\\d{1,6})?$' }), reason: Type.String({ minLength: 4, maxLength: 500 }) },
  { $id: 'EntryCorrection', additionalProperties: false },
);

async function correct(context: ActionContext, id: string, { value, reason }: Static<typeof Correction>): Promise<void> {
  const entry = await findEntry(context.db, id);
  if (entry === undefined) throw notFound('这条台账记录');
  if (entry.reverses !== null) throw new Refusal('IS_REVERSAL', '冲销记录本身不能更正，请更正原记录之后的新记录。', { status: 409 });
  if (entry.reversed_by !== null) throw new Refusal('ALREADY_REVERSED', '这条记录已被冲销，请更正其后的新记录。', { status: 409 });
  const by = { root: context.actor.root, account: context.actor.accountId };
  await reverseEntry(context.db, by, id, `更正：${reason}`);
  await postEntries(context.db, by, [
    {
      measure: entry.measure,
      region: entry.region,
      day: entry.day,
      value,
      party: entry.party,
      sourceKind: entry.source_kind,
      sourceId: entry.source_id,
      note: `更正为 ${value}：${reason}`,
    },
  ]);
  await context.trail(`更正台账记录：${entry.value} 改为 ${value}`, { kind: 'entry', id }, { reason });
}

export const entryActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-entries',
    method: 'GET',
    path: '/figures/entries',
    summary: '一个数背后的台账记录，逐条到企业和办件',
    permission: 'figures/entry:read',
    query: Query,
    reply: EntryPage,
    handle: async (context, { query }) => list(context, setting, query),
  }),
  action({
    id: 'figures.sum-entries',
    method: 'GET',
    path: '/figures/measures/:id',
    summary: '一项计数在一段日子里的合计、口径和用到它的指标',
    permission: 'figures/entry:read',
    params: Type.Object({ id: Type.String({ maxLength: 120 }) }),
    query: SumQuery,
    reply: MeasureSum,
    handle: (context, { params, query }) => sumOf(context, setting, params.id, query),
  }),
  action({
    id: 'figures.correct-entry',
    method: 'POST',
    path: '/figures/entries/:id/correction',
    summary: '更正一条台账记录：冲销原记录并登记新值，两者都保留',
    permission: 'figures/entry:post',
    params: Type.Object({ id: Type.String({ pattern: '^\\d{1,18}$' }) }),
    body: Correction,
    reply: Type.Object({ ok: Type.Boolean() }),
    handle: async (context, { params, body }) => {
      await correct(context, params.id, body);
      return { ok: true };
    },
  }),
];
