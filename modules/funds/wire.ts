// Shapes that funds sends to and takes from the browser; those of payments stand apart.
import { type Static, Type } from 'typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Money = Type.String();
const PositiveMoney = Type.String({ pattern: '^(?!0+(\\.0{1,2})?$)\\d{1,13}(\\.\\d{1,2})?$' });
const closed = { additionalProperties: false };

export const IdParams = Type.Object({ id: Id });
export const Done = Type.Object({ id: Type.Optional(Id), says: Type.String() }, { $id: 'FundsDone' });
export type Done = Static<typeof Done>;
const paging = {
  sort: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
const listed = Type.Optional(Type.String());

export const LineView = Type.Object(
  {
    id: Id,
    year: Type.Integer(),
    source: Type.String(),
    sourceName: Type.String(),
    region: Type.String(),
    regionName: Type.String(),
    name: Type.String(),
    functionCode: Type.String(),
    economicCode: Type.String(),
    programme: Nullable(Type.String()),
    programmeName: Nullable(Type.String()),
    documentNo: Type.String(),
    freezesOn: Day,
    budget: Money,
    adjusted: Money,
    free: Money,
    reserved: Money,
    committed: Money,
    paid: Money,
    /** Paid ÷ (budget + adjusted); null where there is nothing to spend. */
    payRate: Nullable(Type.String()),
    timeRate: Type.String(),
    /** GREEN on time, RED behind by more than the city allows; null where nothing can be said. */
    light: Nullable(Type.String()),
  },
  { $id: 'BudgetLine' },
);
export type LineView = Static<typeof LineView>;
export const LinePage = Type.Object(
  { rows: Type.Array(LineView), next: Nullable(Type.String()), total: Type.Integer(), years: Type.Array(Type.Integer()) },
  { $id: 'BudgetLinePage' },
);
export type LinePage = Static<typeof LinePage>;
export const LineQuery = Type.Object({
  year: Type.Optional(Type.String({ pattern: '^\\d{4}(,\\d{4})*$' })),
  source: listed,
  region: listed,
  programme: listed,
  text: listed,
  ...paging,
});

export const LineDetail = Type.Object(
  {
    ...LineView.properties,
    months: Type.Array(Type.Object({ month: Type.String(), committed: Money, paid: Money, totalPaid: Money })),
  },
  { $id: 'BudgetLineDetail' },
);
export type LineDetail = Static<typeof LineDetail>;

export const JournalQuery = Type.Object({ pocket: listed, before: Type.Optional(Type.String({ pattern: '^\\d{1,18}$' })) });
export const JournalView = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        day: Day,
        kind: Type.String(),
        kindName: Type.String(),
        from: Type.String(),
        fromName: Type.String(),
        to: Type.String(),
        toName: Type.String(),
        amount: Money,
        documentNo: Type.String(),
        note: Type.String(),
        by: Type.String(),
        partyName: Nullable(Type.String()),
        caseId: Nullable(Type.String()),
        caseNumber: Nullable(Type.String()),
        commitment: Nullable(Type.String()),
        paymentNumber: Nullable(Type.String()),
      }),
    ),
    next: Nullable(Type.String()),
  },
  { $id: 'FundsJournal' },
);
export type JournalView = Static<typeof JournalView>;

export const NewLineBody = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    source: Type.String(),
    region: Type.Optional(Type.String()),
    name: Type.String({ minLength: 2, maxLength: 80 }),
    functionCode: Type.String({ pattern: '^206\\d{0,4}$' }),
    economicCode: Type.Optional(Type.String({ pattern: '^\\d{0,5}$' })),
    programme: Type.Optional(Nullable(Type.String())),
    documentNo: Type.String({ minLength: 2, maxLength: 60 }),
    budget: PositiveMoney,
    freezesOn: Type.Optional(Day),
  },
  { $id: 'NewBudgetLine', ...closed },
);

export const MoveBody = Type.Object(
  {
    kind: Type.Union([Type.Literal('ADJUST'), Type.Literal('RESERVE'), Type.Literal('RELEASE')]),
    amount: Type.String({ pattern: '^-?(?!0+(\\.0{1,2})?$)\\d{1,13}(\\.\\d{1,2})?$' }),
    documentNo: Type.String({ minLength: 2, maxLength: 60 }),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { $id: 'MoveBudgetLine', ...closed },
);

/** Sources, programmes and regions for forms and filters. */
export const FundsKnown = Type.Object(
  {
    sources: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    programmes: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    lines: Type.Array(Type.Object({ id: Id, name: Type.String(), free: Money, reserved: Money })),
    today: Day,
  },
  { $id: 'FundsKnown' },
);
export type FundsKnown = Static<typeof FundsKnown>;

const parameterValues = Type.Object({
  payWithinDays: Type.Integer(),
  returnWithinDays: Type.Integer(),
  freezeMonth: Type.Integer(),
  freezeDay: Type.Integer(),
  progressGapPoints: Type.Integer(),
});

/** What the bureau has set, and who changed what and why, newest first. */
export const ParametersView = Type.Object(
  {
    version: Type.Integer(),
    parameters: parameterValues,
    history: Type.Array(
      Type.Object({
        version: Type.Integer(),
        why: Type.String(),
        at: Type.String({ format: 'date-time' }),
        by: Type.String(),
        changes: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
      }),
    ),
  },
  { $id: 'FundsParameters' },
);
export type ParametersView = Static<typeof ParametersView>;

export const ParametersBody = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    parameters: Type.Record(Type.String(), Type.Unknown()),
    why: Type.String({ minLength: 2, maxLength: 200 }),
  },
  { $id: 'SetFundsParameters', ...closed },
);

export * from './model/payment-wire.ts';
