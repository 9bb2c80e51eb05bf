// Shapes of spot checks on the wire.
import { type Static, Type } from 'typebox';

const Id = Type.String({ format: 'uuid' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Outcome = Type.Union([Type.Literal('waiting'), Type.Literal('passed'), Type.Literal('problem'), Type.Literal('revoked')]);

export const SpotCheckView = Type.Object(
  {
    id: Id,
    programme: Type.String(),
    programmeName: Type.String(),
    titleName: Type.String(),
    year: Type.Integer(),
    share: Type.String(),
    seed: Type.String(),
    riskShare: Type.String(),
    risky: Nullable(Type.Integer()),
    holders: Type.Integer(),
    drawn: Type.Integer(),
    byRisk: Type.Integer(),
    waiting: Type.Integer(),
    passed: Type.Integer(),
    problem: Type.Integer(),
    revoked: Type.Integer(),
    drawnAt: Type.String({ format: 'date-time' }),
    drawnBy: Type.String(),
    basis: Type.String(),
    afterRevocation: Nullable(Type.String()),
  },
  { $id: 'SpotCheck' },
);
export type SpotCheckView = Static<typeof SpotCheckView>;

export const SpotItemView = Type.Object(
  {
    id: Id,
    party: Id,
    partyName: Type.String(),
    uscc: Nullable(Type.String()),
    region: Type.String(),
    regionName: Type.String(),
    number: Nullable(Type.String()),
    caseId: Nullable(Id),
    pickedBy: Type.Union([Type.Literal('risk'), Type.Literal('seed')]),
    risks: Type.Array(Type.String()),
    outcome: Outcome,
    note: Nullable(Type.String()),
    checkedBy: Nullable(Type.String()),
    checkedOn: Nullable(Type.String()),
    version: Type.Integer(),
  },
  { $id: 'SpotItem' },
);
export type SpotItemView = Static<typeof SpotItemView>;

export const SpotItemQuery = Type.Object({
  outcome: Type.Optional(Type.String()),
  pickedBy: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  text: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type SpotItemQuery = Static<typeof SpotItemQuery>;

export const DrawBody = Type.Object(
  {
    programme: Type.String(),
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    /** Fraction; the declared least where absent. */
    share: Type.Optional(Type.String({ pattern: '^(0(\\.\\d{1,4})?|1)$' })),
    /** Largest part of those drawn that is drawn by risk; the usual where absent. */
    riskShare: Type.Optional(Type.String({ pattern: '^(0(\\.\\d{1,4})?|1)$' })),
    /** A number drawn in public; one is made where absent. */
    seed: Type.Optional(Type.String({ minLength: 4, maxLength: 64 })),
  },
  { $id: 'DrawSpotCheck', additionalProperties: false },
);

export const OutcomeBody = Type.Object(
  {
    version: Type.Integer(),
    outcome: Type.Union([Type.Literal('passed'), Type.Literal('problem'), Type.Literal('revoked')]),
    note: Type.String({ minLength: 2, maxLength: 2000 }),
  },
  { $id: 'RecordSpotCheck', additionalProperties: false },
);

/** Programmes that can be drawn from. */
export const SpotCheckables = Type.Object({
  rows: Type.Array(Type.Object({ programme: Type.String(), name: Type.String(), least: Type.String(), basis: Type.String() })),
});
export type SpotCheckables = Static<typeof SpotCheckables>;
