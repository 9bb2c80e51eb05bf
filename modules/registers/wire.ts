// What registers and the browser say to each other: schemas and their types.
import { type Static, Type } from 'typebox';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Answers = Type.Record(Type.String(), Type.Unknown());
const Reason = Type.String({ minLength: 2, maxLength: 500 });
const StandingName = Type.Union([Type.Literal('valid'), Type.Literal('expiring'), Type.Literal('lapsed'), Type.Literal('ended')]);

export const RegisterSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  domain: Type.String(),
  domainName: Type.String(),
  counter: Type.String(),
  rows: Type.Integer(),
  changedAt: orNull(Type.String()),
  isPublic: Type.Boolean(),
  isClosed: Type.Boolean(),
});
export type RegisterSummary = Static<typeof RegisterSummary>;
export const RegisterList = Type.Object({ rows: Type.Array(RegisterSummary) });

/** A register as its pages need it: the form as plain data, what is listed, filtered and sorted. */
export const RegisterView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  domainName: Type.String(),
  counter: Type.String(),
  title: Type.String(),
  basis: Type.Array(Type.String()),
  form: Type.Unknown(),
  listed: Type.Array(Type.String()),
  filters: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Type.String(),
      unit: orNull(Type.String()),
      kind: Type.String(),
      operator: Type.String(),
      options: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), parent: Type.Optional(Type.String()) })),
    }),
  ),
  validity: orNull(Type.Object({ from: Type.String(), until: Type.String(), soonDays: Type.Integer() })),
  yearly: orNull(Type.Object({ name: Type.String(), form: Type.Unknown() })),
  states: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  firstAnswers: Answers,
  publicFields: Type.Array(Type.String()),
  isClosed: Type.Boolean(),
  mayEdit: Type.Boolean(),
  mayImport: Type.Boolean(),
  importSays: Type.String(),
});
export type RegisterView = Static<typeof RegisterView>;

export const RowView = Type.Object({
  id: Id,
  register: Type.String(),
  title: Type.String(),
  region: Type.String(),
  version: Type.Integer(),
  stateName: Type.String(),
  standing: StandingName,
  standingName: Type.String(),
  daysLeft: orNull(Type.Integer()),
  party: orNull(Id),
  answers: Answers,
  updatedAt: Type.String(),
  updatedBy: Type.String(),
});
export type RowView = Static<typeof RowView>;

export const RowPage = Type.Object({ rows: Type.Array(RowView), next: orNull(Type.String()), total: Type.Integer() });
export type RowPage = Static<typeof RowPage>;

export const ChangeView = Type.Object({ path: Type.String(), label: Type.String(), before: Type.String(), after: Type.String() });

export const VersionView = Type.Object({
  year: Type.Integer(),
  version: Type.Integer(),
  at: Type.String(),
  who: Type.String(),
  says: Type.String(),
  reason: orNull(Type.String()),
  changes: Type.Array(ChangeView),
});
export type VersionView = Static<typeof VersionView>;

export const YearView = Type.Object({
  year: Type.Integer(),
  version: Type.Integer(),
  answers: Answers,
  updatedAt: Type.String(),
  updatedBy: Type.String(),
});
export type YearView = Static<typeof YearView>;

export const RowDetail = Type.Object({
  ...RowView.properties,
  partyName: orNull(Type.String()),
  mayEdit: Type.Boolean(),
  personal: Type.Array(Type.String()),
  years: Type.Array(YearView),
  history: Type.Array(VersionView),
});
export type RowDetail = Static<typeof RowDetail>;

export const RegisterParams = Type.Object({ register: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) });
export const RowParams = Type.Object({ id: Id });
export const YearParams = Type.Object({ id: Id, year: Type.Integer({ minimum: 1990, maximum: 2100 }) });

/** Filters of the form stand beside these under their own keys. */
export const RowQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 60 })),
    standing: Type.Optional(Type.String({ pattern: '^(valid|expiring|lapsed|ended)(,(valid|expiring|lapsed|ended))*$' })),
    party: Type.Optional(Id),
    batch: Type.Optional(Id),
    sort: Type.Optional(Type.String()),
    after: Type.Optional(Type.String()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** Export: keys of the columns, in order. */
    columns: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: Type.String({ maxLength: 2000 }) },
);
export type RowQuery = Static<typeof RowQuery>;

export const AddBody = Type.Object({ answers: Answers });
export const EditBody = Type.Object({
  version: Type.Integer(),
  /** Only what changes; null takes an answer away. */
  patch: Answers,
  reason: Type.Optional(Reason),
});
export const RemoveBody = Type.Object({ version: Type.Integer(), reason: Reason });
export const RevealBody = Type.Object({ reason: Reason });
export const Revealed = Type.Object({ answers: Answers });
export const YearBody = Type.Object({ version: Type.Integer(), answers: orNull(Answers), reason: Type.Optional(Reason) });

export const PublicList = Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), rows: Type.Integer() })) });
export type PublicList = Static<typeof PublicList>;

/** What anyone may see of a register: rows in force, public fields alone, as text. */
export const PublicRegister = Type.Object({
  id: Type.String(),
  name: Type.String(),
  counter: Type.String(),
  asOf: Day,
  columns: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), unit: orNull(Type.String()) })),
  rows: Type.Array(Type.Object({ cells: Type.Array(Type.String()) })),
  next: orNull(Type.String()),
  total: Type.Integer(),
});
export type PublicRegister = Static<typeof PublicRegister>;
