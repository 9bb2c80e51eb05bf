// What the pages of assignment send and are told: the wish, who would judge what, or what would have to give.
import { type Static, type TSchema, Type } from 'typebox';
import { titleLevels } from '../expert.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Disciplines = Type.Array(Type.String({ pattern: '^\\d{3}$' }), { title: '学科', maxItems: 8 });

export const AssignBody = Type.Object({
  /** Disciplines of an application that differ from those of all. */
  cases: Type.Array(Type.Object({ id: Type.String({ format: 'uuid' }), disciplines: Disciplines }), {
    title: '办件',
    minItems: 1,
    maxItems: 300,
  }),
  disciplines: Disciplines,
  levels: Type.Array(Type.Union((Object.keys(titleLevels) as (keyof typeof titleLevels)[]).map((level) => Type.Literal(level))), {
    maxItems: 3,
  }),
  /** Applications that one expert judges at most. */
  cap: Type.Integer({ title: '每位专家最多评审', minimum: 1, maximum: 200 }),
  reviewDay: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  dueAt: Type.String({ title: '评分截止', format: 'date-time' }),
  /** Of the preview, so that what is confirmed is what was seen. */
  seed: Type.Optional(Type.String({ pattern: '^[0-9a-f]{32}$' })),
});
export type AssignBody = Static<typeof AssignBody>;

export const ConfirmBody = Type.Object({
  ...AssignBody.properties,
  seed: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  agreed: Type.String({ maxLength: 64 }),
});
export type ConfirmBody = Static<typeof ConfirmBody>;

const Seated = Type.Object({ id: Type.String(), name: Type.String(), unit: Type.String(), isFinance: Type.Boolean(), fit: Type.Integer() });

export const AssignPreview = Type.Object({
  seed: Type.String(),
  /** Digest of the panels; null where none are possible. */
  agreed: nullable(Type.String()),
  considered: Type.Integer(),
  /** Pairs that recusal, rotation or an open question keep apart. */
  conflicts: Type.Integer(),
  objective: nullable(Type.Integer()),
  bound: nullable(Type.Integer()),
  panels: Type.Array(
    Type.Object({
      case: Type.String(),
      partyName: Type.String(),
      number: nullable(Type.String()),
      size: Type.Integer(),
      experts: Type.Array(Seated),
    }),
  ),
  loads: Type.Array(
    Type.Object({ expert: Type.String(), name: Type.String(), unit: Type.String(), count: Type.Integer(), cap: Type.Integer() }),
  ),
  /** What would have to give, in sentences; empty where everything is assigned. */
  relaxations: Type.Array(Type.String()),
  isSmallest: Type.Boolean(),
});
export type AssignPreview = Static<typeof AssignPreview>;

export const Assigned = Type.Object({ panels: Type.Array(Type.Object({ id: Type.String(), number: Type.String() })) });
export type Assigned = Static<typeof Assigned>;
