// Actions on values given from outside by region: GDP, R&D spending and the like, each with the document that they come from.
import { Type } from 'typebox';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { unitClash } from '../errors.ts';
import type { FiguresSetting } from '../setting.ts';
import { readOutside, recordOutside } from '../store/outside-values.ts';
import { byOf } from './target-plans.ts';

const OutsideRecord = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 60 }),
    unit: Type.Enum(['元', '万元', '亿元', '%', '家', '件', '人', '项', '个']),
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    documentName: Type.String({ minLength: 2, maxLength: 200 }),
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
  },
  { $id: 'OutsideValue' },
);

/** Stored in base unit, so that what is given in 亿元 and in 万元 can be divided. */
const bases: Readonly<Record<string, readonly [string, string]>> = { 万元: ['元', '10000'], 亿元: ['元', '100000000'], '%': ['%', '0.01'] };

async function record(
  context: ActionContext,
  setting: FiguresSetting,
  body: { name: string; unit: string; year: number; documentName: string; values: { region: string; value: string }[] },
): Promise<number> {
  const { root } = context.actor;
  const regions = new Set([root, ...setting.countiesOf(root)]);
  const strange = body.values.filter(({ region }) => !regions.has(region));
  if (strange.length > 0) {
    throw new Refusal('REGION_UNKNOWN', `有 ${strange.length} 个区划不是本市现行的县区或功能区，没有登记任何数值。`, {
      details: strange.map(({ region }) => ({ where: region, message: '请改为现行区划' })),
    });
  }
  const [base, factor] = bases[body.unit] ?? [body.unit, '1'];
  const before = (await readOutside(context.db, root, [body.name])).find(({ unit }) => unit !== base);
  if (before !== undefined) throw unitClash(body.unit, body.name, [before.unit]);
  const values = body.values.map(({ region, value }) => ({
    name: body.name,
    region,
    place: setting.regionName(region),
    year: body.year,
    value: formatPlain(decimal(value).times(decimal(factor)), 12),
    unit: base,
  }));
  await recordOutside(context.db, byOf(context), body.documentName, values);
  await context.trail(`据“${body.documentName}”登记${body.year}年${body.name}，共 ${values.length} 个地区`, {
    kind: 'outside',
    id: body.name,
  });
  return values.length;
}

export const outsideActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-outside',
    method: 'GET',
    path: '/figures/outside-values',
    summary: '列出外部数据（生产总值、研发经费等）的现值和来源',
    permission: 'figures/indicator:read',
    reply: Type.Object({ rows: Type.Array(OutsideView) }),
    handle: async (context) => ({
      rows: (await readOutside(context.db, context.actor.root, null)).map((row) => ({
        name: row.name,
        unit: row.unit,
        region: row.region,
        regionName: setting.regionName(row.region),
        year: row.year,
        value: row.value,
        documentName: row.document_name,
        recordedAt: row.accepted_at.toISOString(),
        recordedBy: row.accepted_by_name,
      })),
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
