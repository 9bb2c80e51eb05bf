// Actions on observations: accept figures of a document into the ledger, list them, and set cities side by side on one indicator.
import { type Static, Type } from 'typebox';
import { type Indicator, measuresOf } from '#kernel/declare/indicator.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import type { FiguresSetting } from '../setting.ts';
import { insertObservations, listObservations, type ObservationRow } from '../store/observations.ts';
import { firstDays } from '../store/read-ahead.ts';
import { IndicatorView, ObservationInput, ObservationView } from '../wire.ts';
import { yearOf } from './catalogue-indicator.ts';
import { openerOf } from './evaluator.ts';
import { indicatorOf, indicatorView, valueView } from './indicators.ts';
import { territoryOfRoot } from './published.ts';

const Accept = Type.Object(
  {
    document: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
    documentName: Type.String({ minLength: 1, maxLength: 200 }),
    figures: Type.Array(ObservationInput, { minItems: 1, maxItems: 2000 }),
  },
  { $id: 'AcceptObservations', additionalProperties: false },
);

const view = (row: ObservationRow & { is_current: boolean }): ObservationView => ({
  id: row.id,
  indicator: row.indicator,
  indicatorName: row.indicator_name,
  place: row.place,
  period: row.period,
  year: row.year,
  value: row.value,
  unit: row.unit,
  kind: row.kind,
  bound: row.bound,
  precision: row.precision,
  status: row.status,
  spanStart: row.span_start,
  spanEnd: row.span_end,
  quote: row.quote,
  readAs: row.read_as,
  document: row.document,
  documentName: row.document_name,
  acceptedAt: row.accepted_at.toISOString(),
  acceptedBy: row.accepted_by_name,
  supersedes: row.supersedes,
  isCurrent: row.is_current,
});

async function accept(context: ActionContext, setting: FiguresSetting, body: Static<typeof Accept>): Promise<number> {
  for (const { indicator } of body.figures) if (indicator !== null) indicatorOf(setting, indicator);
  const rows = body.figures.map((figure) => ({
    id: uuidv7(),
    root: context.actor.root,
    indicator: figure.indicator,
    indicator_name: figure.indicatorName,
    region: null,
    place: figure.place,
    period: figure.period,
    year: figure.year,
    value: figure.value,
    unit: figure.unit,
    kind: figure.kind,
    bound: figure.bound,
    precision: figure.precision,
    status: figure.status,
    document: body.document,
    document_name: body.documentName,
    span_start: figure.spanStart,
    span_end: figure.spanEnd,
    quote: figure.quote,
    read_as: figure.readAs,
    accepted_at: context.now,
    accepted_by: context.actor.accountId,
    accepted_by_name: context.actor.name,
  }));
  await insertObservations(context.db, rows);
  await context.trail(`从“${body.documentName}”采纳 ${rows.length} 个数据入台账`, {
    kind: 'document',
    id: body.document ?? body.documentName,
  });
  return rows.length;
}

const Place = Type.Object({
  place: Type.String(),
  /** The bureau's own value comes from the ledger or from what was published, others from what was published or from documents. */
  own: Type.Boolean(),
  points: Type.Array(
    Type.Object({
      year: Type.Integer(),
      value: Type.Union([Type.String(), Type.Null()]),
      why: Type.Union([Type.String(), Type.Null()]),
      observation: Type.Union([ObservationView, Type.Null()]),
    }),
  ),
});

type Placed = ObservationRow & { is_current: boolean };

/** The city, its province and sisters as they are reckoned everywhere else; a published value brings what it was recorded from. */
async function reckoned(
  context: ActionContext,
  setting: FiguresSetting,
  indicator: Indicator,
  years: readonly number[],
  observed: readonly Placed[],
): Promise<Static<typeof Place>[]> {
  const { root } = context.actor;
  const { parent, sisters = [] } = territoryOfRoot(setting, root);
  const periods = years.map((year) => ({ year, period: yearOf(indicator, year, context.today) }));
  const open = await openerOf(
    context.db,
    setting,
    root,
    periods.map(({ period }) => ({ formula: indicator.formula, period })),
  );
  // Before its first entry the ledger knows nothing, which is not the same as nothing being there.
  const begun = [...(await firstDays(context.db, root, measuresOf(indicator.formula), null)).values()].sort()[0];
  const others = [...(parent === undefined ? [] : [parent]), ...sisters];
  const rows = [root, ...others].map((region) => ({
    place: setting.regionName(region),
    own: region === root,
    points: periods.map(({ year, period }) => {
      if (region === root && begun !== undefined && period.to < begun)
        return { year, value: null, why: `台账自${begun}起有记录`, observation: null };
      const { value, document } = open(indicator.formula, region, period);
      const row = document === undefined ? undefined : observed.find((one) => one.region === region && one.year === year);
      return { year, ...valueView(value), observation: row === undefined ? null : view(row) };
    }),
  }));
  // The city is always shown; another place only with something to compare.
  return rows.filter(({ own, points }) => own || points.some(({ value }) => value !== null));
}

async function compare(
  context: ActionContext,
  setting: FiguresSetting,
  id: string,
  years: readonly number[],
): Promise<Static<typeof Place>[]> {
  const indicator = indicatorOf(setting, id);
  const observed = (await listObservations(context.db, context.actor.root, { indicator: id })).filter(
    // An aim or a plan of a year is no figure of it.
    (row) => row.is_current && row.year !== null && (row.status === 'actual' || row.status === 'estimate'),
  );
  const own = await reckoned(context, setting, indicator, years, observed);
  const named = new Set(own.map(({ place }) => place));
  const counties = new Set(setting.countiesOf(context.actor.root).map(setting.regionName));
  const read = observed.filter(({ place, region }) => region === null && !named.has(place) && !counties.has(place));
  return [
    ...own,
    ...[...new Set(read.map((row) => row.place))].map((place) => ({
      place,
      own: false,
      points: read
        .filter((row) => row.place === place)
        .map((row) => ({ year: row.year ?? 0, value: row.value, why: null, observation: view(row) })),
    })),
  ];
}

export const observationActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.accept-observations',
    method: 'POST',
    path: '/figures/observations',
    summary: '把文件中读出的数据采纳为观测值，连同所在文字的位置',
    permission: 'figures/entry:post',
    body: Accept,
    reply: Type.Object({ accepted: Type.Integer() }),
    handle: async (context, { body }) => ({ accepted: await accept(context, setting, body) }),
  }),
  action({
    id: 'figures.list-observations',
    method: 'GET',
    path: '/figures/observations',
    summary: '列出观测值，修订前后都保留',
    permission: 'figures/indicator:read',
    query: Type.Object({
      document: Type.Optional(Type.String({ format: 'uuid' })),
      indicator: Type.Optional(Type.String()),
      place: Type.Optional(Type.String()),
    }),
    reply: Type.Object({ rows: Type.Array(ObservationView) }),
    handle: async (context, { query }) => ({ rows: (await listObservations(context.db, context.actor.root, query)).map(view) }),
  }),
  action({
    id: 'figures.compare-places',
    method: 'GET',
    path: '/figures/indicators/:id/places',
    summary: '一个指标上本市与其他城市逐年对比，每个点都能打开原文',
    permission: 'figures/indicator:read',
    params: Type.Object({ id: Type.String() }),
    query: Type.Object({ from: Type.Integer({ minimum: 1990, maximum: 2100 }), to: Type.Integer({ minimum: 1990, maximum: 2100 }) }),
    reply: Type.Object({ indicator: IndicatorView, places: Type.Array(Place) }),
    handle: async (context, { params, query }) => {
      const years = Array.from({ length: Math.max(0, Math.min(60, query.to - query.from + 1)) }, (_, i) => query.from + i);
      return {
        indicator: indicatorView(setting, indicatorOf(setting, params.id)),
        places: await compare(context, setting, params.id, years),
      };
    },
  }),
];
