// Actions on values given from outside by region: GDP, R&D spending and the like, each with the document that they come from.
import { Type } from 'typebox';
import { decimal } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { reasonNeeded, unitClash } from '../errors.ts';
import { inBase, placed, placesOf, seriesOf } from '../model/outside-series.ts';
import { unitsFor } from '../model/target-units.ts';
import type { FiguresSetting } from '../setting.ts';
import { listRevisions, type OutsideRow, readOutside, recordOutside } from '../store/outside-values.ts';
import { byOf } from './target-plans.ts';

const OutsideRecord = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 60 }),
    unit: Type.String({ minLength: 1, maxLength: 10 }),
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    documentName: Type.String({ minLength: 2, maxLength: 200 }),
    /** Needed where a value differs from the one that stands. */
    reason: Type.Optional(Type.String({ maxLength: 200 })),
    values: Type.Array(
      Type.Object(
        { region: Type.String({ maxLength: 12 }), value: Type.String({ pattern: '^-?\\d{1,16}(\\.\\d{1,12})?$' }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 300 },
    ),
  },
  { $id: 'OutsideRecord', additionalProperties: false },
);

const OutsideView = Type.Object(
  {
    name: Type.String(),
    unit: Type.String(),
    region: Type.String(),
    regionName: Type.String(),
    year: Type.Integer(),
    value: Type.String(),
    documentName: Type.String(),
    recordedAt: Type.String(),
    recordedBy: Type.String(),
    indicator: Type.Union([Type.String(), Type.Null()]),
    reason: Type.Union([Type.String(), Type.Null()]),
    /** The value was taken back: nothing stands since. */
    isWithdrawn: Type.Boolean(),
    /** It followed another one. */
    isRevised: Type.Boolean(),
  },
  { $id: 'OutsideValue' },
);

const view = (setting: FiguresSetting, row: OutsideRow) => ({
  name: row.name,
  unit: row.unit,
  region: row.region,
  regionName: setting.regionName(row.region),
  year: row.year,
  value: row.value,
  documentName: row.document_name,
  recordedAt: row.accepted_at.toISOString(),
  recordedBy: row.accepted_by_name,
  indicator: row.indicator ?? null,
  reason: row.reason ?? null,
  isWithdrawn: row.status === 'withdrawn',
  isRevised: row.supersedes !== null,
});

interface Body {
  readonly name: string;
  readonly unit: string;
  readonly year: number;
  readonly documentName: string;
  readonly reason?: string | undefined;
  readonly values: readonly { readonly region: string; readonly value: string }[];
}

/** Nothing is recorded while any place is strange or gone. */
function allPlaced(context: ActionContext, setting: FiguresSetting, values: Body['values']) {
  const { root } = context.actor;
  const found = values.map(({ region, value }) => ({ given: region, value, ...placed(setting, root, region, context.today) }));
  for (const one of found) {
    if (!('mergedInto' in one)) continue;
    throw new Refusal('REGION_MERGED', `“${one.place}”已并入“${one.mergedInto}”，没有登记任何数值。请登记合并后的数值。`, {
      details: [{ where: one.given, message: `已并入${one.mergedInto}` }],
    });
  }
  const strange = found.filter((one) => 'isStrange' in one);
  if (strange.length > 0) {
    throw new Refusal('REGION_UNKNOWN', `有 ${strange.length} 个区划不是本市、本省和省内其他市的现行区划，没有登记任何数值。`, {
      details: strange.map(({ given }) => ({ where: given, message: '请改为现行区划' })),
    });
  }
  return found.flatMap((one) => ('region' in one ? [one] : []));
}

async function record(context: ActionContext, setting: FiguresSetting, body: Body): Promise<number> {
  const { root } = context.actor;
  const { name, base, indicator } = seriesOf(setting.catalogue, body.name, body.unit);
  const found = allPlaced(context, setting, body.values);
  if (inBase('1', body.unit, base) === undefined) throw unitClash(body.unit, name, unitsFor(base));
  const standing = await readOutside(context.db, root, [name]);
  const before = standing.find(({ unit }) => unit !== base);
  if (before !== undefined) throw unitClash(body.unit, name, [before.unit]);
  const values = found.map(({ region, place, value }) => ({
    name,
    region,
    place,
    year: body.year,
    value: inBase(value, body.unit, base) ?? value,
    unit: base,
    indicator,
    reason: body.reason ?? null,
  }));
  const revised = values.filter((row) =>
    standing.some((old) => old.region === row.region && old.year === row.year && !decimal(old.value).equals(decimal(row.value))),
  );
  if (revised.length > 0 && (body.reason ?? '') === '') throw reasonNeeded(name, body.year, revised);
  await recordOutside(context.db, byOf(context), body.documentName, values);
  await context.trail(
    `据“${body.documentName}”登记${body.year}年${name}，共 ${values.length} 个地区${revised.length > 0 ? `，修订 ${revised.length} 个：${body.reason}` : ''}`,
    {
      kind: 'outside',
      id: name,
    },
  );
  return values.length;
}

export const outsideActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-outside',
    method: 'GET',
    path: '/figures/outside-values',
    summary: '列出外部数据（生产总值、研发经费等）的现值和来源',
    permission: 'figures/indicator:read',
    reply: Type.Object({
      rows: Type.Array(OutsideView),
      /** Places of which values can be recorded: the city, its counties, the province, its other cities. */
      places: Type.Array(Type.Object({ region: Type.String(), name: Type.String() })),
    }),
    handle: async (context) => ({
      places: placesOf(setting, context.actor.root).map((region) => ({ region, name: setting.regionName(region) })),
      rows: (await readOutside(context.db, context.actor.root, null)).map((row) => view(setting, row)),
    }),
  }),
  action({
    id: 'figures.outside-revisions',
    method: 'GET',
    path: '/figures/outside-values/revisions',
    summary: '一个外部数据历次登记的数值、来源和修订原因，新的在前',
    permission: 'figures/indicator:read',
    query: Type.Object({ name: Type.String({ maxLength: 60 }), region: Type.String({ maxLength: 12 }), year: Type.Integer() }),
    reply: Type.Object({ rows: Type.Array(OutsideView) }),
    handle: async (context, { query }) => ({
      rows: (await listRevisions(context.db, context.actor.root, query.name, query.region, query.year)).map((row) => view(setting, row)),
    }),
  }),
  action({
    id: 'figures.record-outside',
    method: 'POST',
    path: '/figures/outside-values',
    summary: '登记一项外部数据的分县区数值和来源文件；再次登记时保留原值',
    permission: 'figures/entry:post',
    body: OutsideRecord,
    reply: Type.Object({ recorded: Type.Integer() }),
    handle: async (context, { body }) => ({ recorded: await record(context, setting, body) }),
  }),
];
