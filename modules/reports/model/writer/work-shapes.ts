// What work reports and the browser say to each other.
import { type Static, Type } from 'typebox';
import { ComposedShape, OutlineShape, RemarkShape, ReportKindShape } from './shapes.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Text = orNull(Type.String());
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Version = Type.Integer({ minimum: 1 });
const ItemId = Type.String({ pattern: '^[a-z0-9-]{1,40}$' });

export const WorkParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
export const WorkItemParams = Type.Object({ id: Type.String({ format: 'uuid' }), item: ItemId });
export const CommentParams = Type.Object({ id: Type.String({ format: 'uuid' }), comment: Type.String({ format: 'uuid' }) });

export const WorkView = Type.Object(
  {
    id: Type.String(),
    region: Type.String(),
    regionName: Type.String(),
    year: Type.Integer(),
    kind: ReportKindShape,
    kindName: Type.String(),
    title: Type.String(),
    status: Type.Unsafe<'draft' | 'signed'>({ type: 'string', enum: ['draft', 'signed'] }),
    version: Type.Integer(),
    createdBy: Type.String(),
    updatedAt: Type.String(),
    updatedBy: Type.String(),
    known: Text,
    digest: Text,
    signedAt: Text,
    number: Text,
    signedBy: Text,
  },
  { $id: 'WorkReport' },
);
export type WorkView = Static<typeof WorkView>;
const Place = Type.Object({ code: Type.String(), name: Type.String() });
export const WorkList = Type.Object(
  {
    rows: Type.Array(WorkView),
    /** Counties whose reports may be begun. */
    counties: Type.Array(Place),
  },
  { $id: 'WorkReportList' },
);
export type WorkList = Static<typeof WorkList>;

export const BeginBody = Type.Object(
  {
    year: Type.Integer({ title: '年度', minimum: 1990, maximum: 2100 }),
    kind: ReportKindShape,
    /** Code of the county for a county's report; else the city's own. */
    region: Type.String({ minLength: 2, maxLength: 12 }),
  },
  { $id: 'BeginWorkReport', additionalProperties: false },
);
export type BeginBody = Static<typeof BeginBody>;

export const OutlineBody = Type.Object(
  { title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }), outline: OutlineShape, version: Version },
  { $id: 'WorkReportOutline', additionalProperties: false },
);

export const TextBody = Type.Object(
  { body: Type.String({ maxLength: 20_000 }), seen: Type.Integer({ minimum: 0 }) },
  { $id: 'WorkReportText', additionalProperties: false },
);

export const CommentBody = Type.Object(
  { item: ItemId, body: Type.String({ title: '批注', minLength: 1, maxLength: 1000, pattern: '\\S' }) },
  { $id: 'WorkReportComment', additionalProperties: false },
);

export const StandingText = Type.Object({
  item: Type.String(),
  body: Type.String(),
  revision: Type.Integer(),
  at: Type.String(),
  by: Type.String(),
});

export const CommentView = Type.Object({
  id: Type.String(),
  item: Type.String(),
  body: Type.String(),
  at: Type.String(),
  by: Type.String(),
  settledBy: Text,
});
export type CommentView = Static<typeof CommentView>;

export const OpenWork = Type.Object(
  {
    report: WorkView,
    outline: OutlineShape,
    composed: ComposedShape,
    texts: Type.Array(StandingText),
    comments: Type.Array(CommentView),
    isFictional: Type.Boolean(),
    /** Names of all indicators that the outline holds. */
    names: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'OpenWorkReport' },
);
export type OpenWork = Static<typeof OpenWork>;

export const HistoryRow = Type.Object({
  item: Type.String(),
  where: Type.String(),
  revision: Type.Integer(),
  at: Type.String(),
  by: Type.String(),
  before: Type.String(),
  removed: Type.String(),
  added: Type.String(),
  after: Type.String(),
});
export const History = Type.Object({ rows: Type.Array(HistoryRow) }, { $id: 'WorkReportHistory' });
export type History = Static<typeof History>;

export const Insertable = Type.Object({
  id: Type.String(),
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  unit: Type.String(),
  value: Text,
  why: Text,
});
export const Insertables = Type.Object({ rows: Type.Array(Insertable) }, { $id: 'WorkReportInsertables' });
export type Insertables = Static<typeof Insertables>;

export const SignBody = Type.Object(
  { version: Version, digest: Type.String({ maxLength: 64 }) },
  { $id: 'SignWorkReport', additionalProperties: false },
);

/** What would be signed: its fingerprint is what the signer agrees to. */
export const SignPreview = Type.Object(
  { digest: Type.String(), known: Day, problems: Type.Array(RemarkShape), figures: Type.Integer(), openComments: Type.Integer() },
  { $id: 'SignPreview' },
);
export type SignPreview = Static<typeof SignPreview>;

export const Proof = Type.Object(
  { isSame: Type.Boolean(), says: Type.String(), differences: Type.Array(Type.String()) },
  { $id: 'WorkReportProof' },
);
export type Proof = Static<typeof Proof>;

export const ComparedRow = Type.Object({
  indicator: Type.String(),
  name: Type.String(),
  regionName: Type.String(),
  past: Text,
  own: Text,
  standing: Text,
  says: Type.String(),
});
export const Comparison = Type.Object({ against: Text, rows: Type.Array(ComparedRow) }, { $id: 'WorkReportComparison' });
export type Comparison = Static<typeof Comparison>;

export const WorkDone = Type.Object({ id: Type.String(), says: Type.String() }, { $id: 'WorkReportDone' });
export type WorkDone = Static<typeof WorkDone>;
