// What reports and the browser say to each other: documents, the figures read in them, and what people decided about each.
import { type Static, type TSchema, Type } from 'typebox';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });

const Id = Type.String({ format: 'uuid' });
export const IdParams = Type.Object({ id: Id });
export const ReadingParams = Type.Object({ id: Id, ordinal: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });

export const Title = Type.String({ title: '名称', minLength: 1, maxLength: 200, pattern: '\\S' });
export const PlaceName = Type.String({
  title: '地区',
  minLength: 2,
  maxLength: 60,
  pattern: '\\S',
  description: '报告讲的是哪里，如“南昌市”',
});
export const Year = Type.Integer({ title: '报告年度', minimum: 1949, maximum: 2100 });
const Version = Type.Integer({ title: '版本', minimum: 1 });

export const MOST_FILE_BYTES = 20 * 1024 * 1024;
/** A book of a thousand pages. */
export const MOST_CHARACTERS = 1_000_000;
/** Figures that are dealt with in one go. */
export const MOST_AT_ONCE = 2000;
export const EXTENSIONS = ['txt', 'docx', 'pdf', 'html', 'htm'] as const;

export const FactsBody = Type.Object(
  {
    exact: Type.String({ title: '数值', pattern: '^-?\\d{1,40}(\\.\\d{1,30})?$' }),
    unit: orNull(Type.String({ title: '单位', maxLength: 20 })),
    kind: oneOf('level', 'yoy_growth', 'share', 'rank', 'change', 'target', 'ratio', 'threshold', 'multiple'),
    measure: oneOf('stock', 'flow', 'new', 'net_change', 'cumulative', 'rate', 'share', 'rank', 'difference', 'set_size', 'rule'),
    bound: oneOf('exact', 'approx', 'more_than', 'at_least', 'just_under', 'less_than', 'at_most'),
    indicator: Type.String({ title: '指标', minLength: 1, maxLength: 100, pattern: '\\S' }),
    period: orNull(Type.String({ title: '时期', maxLength: 40 })),
    region: orNull(Type.String({ title: '地区', maxLength: 60 })),
    of: orNull(Type.String({ title: '占谁', maxLength: 60 })),
    status: oneOf('actual', 'estimate', 'target', 'plan', 'requirement'),
  },
  { $id: 'ReportFacts', additionalProperties: false },
);
export type FactsBody = Static<typeof FactsBody>;

/** Facts as they were read: names may be longer than a person may type. */
const FactsRead = Type.Object({
  exact: Type.String(),
  unit: orNull(Type.String()),
  kind: FactsBody.properties.kind,
  measure: FactsBody.properties.measure,
  bound: FactsBody.properties.bound,
  indicator: Type.String(),
  period: orNull(Type.String()),
  region: orNull(Type.String()),
  of: orNull(Type.String()),
  status: FactsBody.properties.status,
});

export const ReadingStatus = oneOf('read', 'corrected', 'accepted', 'ignored');
export type ReadingStatus = Static<typeof ReadingStatus>;

const Tie = Type.Object({
  indicator: orNull(Type.String()),
  /** `chosen`: a person decided; `sure`: the name says it; `likely`: a likeness; `none`: nothing found. */
  how: oneOf('chosen', 'sure', 'likely', 'none'),
});

export const FigureView = Type.Object(
  {
    ordinal: Type.Integer(),
    origin: oneOf('reader', 'hand'),
    /** Offsets in code points; `start` and `end` hold the words that belong to the figure, `rawStart` and `rawEnd` the number itself. */
    start: Type.Integer(),
    end: Type.Integer(),
    rawStart: Type.Integer(),
    rawEnd: Type.Integer(),
    quote: Type.String(),
    raw: Type.String(),
    read: FactsRead,
    corrected: orNull(FactsRead),
    correctedBy: orNull(Type.String()),
    correctedAt: orNull(Type.String()),
    confidence: Type.Number(),
    comparison: orNull(Type.String()),
    /** The place that it speaks of, after the document's own place. */
    place: Type.String(),
    tie: Tie,
    status: ReadingStatus,
    decidedBy: orNull(Type.String()),
    decidedAt: orNull(Type.String()),
    /** It stands in the ledger; a correction after that needs to be accepted again. */
    isPosted: Type.Boolean(),
    version: Type.Integer(),
  },
  { $id: 'ReportFigure' },
);
export type FigureView = Static<typeof FigureView>;

const Counts = Type.Object({ total: Type.Integer(), open: Type.Integer(), accepted: Type.Integer(), ignored: Type.Integer() });

export const DocumentView = Type.Object(
  {
    id: Id,
    title: Type.String(),
    place: Type.String(),
    year: orNull(Type.Integer()),
    kind: oneOf('upload', 'paste'),
    format: oneOf('text', 'html', 'docx', 'pdf'),
    fileName: orNull(Type.String()),
    hasFile: Type.Boolean(),
    characters: Type.Integer(),
    createdAt: Type.String(),
    createdBy: Type.String(),
    counts: Counts,
    version: Type.Integer(),
  },
  { $id: 'ReportDocument' },
);
export type DocumentView = Static<typeof DocumentView>;

export const DocumentPage = Type.Object(
  { rows: Type.Array(DocumentView), next: orNull(Type.String()), total: Type.Integer() },
  { $id: 'ReportDocumentPage' },
);
export type DocumentPage = Static<typeof DocumentPage>;

export const DocumentQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  place: Type.Optional(Type.String({ maxLength: 60 })),
  year: Type.Optional(Type.String({ pattern: '^\\d{4}(,\\d{4})*$' })),
  sort: Type.Optional(Type.String({ maxLength: 60 })),
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type DocumentQuery = Static<typeof DocumentQuery>;

export const OpenDocument = Type.Object(
  { document: DocumentView, text: Type.String(), figures: Type.Array(FigureView) },
  { $id: 'OpenReportDocument' },
);
export type OpenDocument = Static<typeof OpenDocument>;

export const UploadFields = Type.Object({
  title: Type.Optional(Title),
  place: PlaceName,
  year: Type.Optional(Year),
});

export const PasteBody = Type.Object(
  {
    title: Title,
    place: PlaceName,
    year: orNull(Year),
    text: Type.String({ title: '正文', minLength: 1, maxLength: MOST_CHARACTERS + 1 }),
  },
  { $id: 'PasteReport', additionalProperties: false },
);

export const EditBody = Type.Object(
  { title: Title, place: PlaceName, version: Version },
  { $id: 'EditReport', additionalProperties: false },
);
export const RereadBody = Type.Object({ year: orNull(Year), version: Version }, { $id: 'RereadReport', additionalProperties: false });

/** What was done, in words, and the document and figures as they now stand. */
export const Done = Type.Object({ says: Type.String(), counts: Counts, figures: Type.Array(FigureView) }, { $id: 'ReportFiguresDone' });
export type Done = Static<typeof Done>;
export const Loaded = Type.Object({ id: Id, figures: Type.Integer(), says: Type.String() }, { $id: 'ReportLoaded' });
export type Loaded = Static<typeof Loaded>;

export const CorrectBody = Type.Object(
  {
    /** Null goes back to what was read. */
    facts: orNull(FactsBody),
    /** Indicator of the catalogue; null ties it to none. */
    indicator: orNull(Type.String({ maxLength: 120 })),
    version: Version,
  },
  { $id: 'CorrectFigure', additionalProperties: false },
);

export const AddBody = Type.Object(
  {
    /** The number in the text, in code points. */
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 1 }),
    facts: FactsBody,
    indicator: orNull(Type.String({ maxLength: 120 })),
  },
  { $id: 'AddFigure', additionalProperties: false },
);

const Ordinals = Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: MOST_AT_ONCE });
export const OrdinalsBody = Type.Object({ ordinals: Ordinals }, { $id: 'FigureOrdinals', additionalProperties: false });

export const AcceptBody = Type.Object(
  {
    figures: Type.Array(
      Type.Object({ ordinal: Type.Integer({ minimum: 1 }), indicator: orNull(Type.String({ maxLength: 120 })), version: Version }),
      { minItems: 1, maxItems: MOST_AT_ONCE },
    ),
  },
  { $id: 'AcceptFigures', additionalProperties: false },
);
export type AcceptBody = Static<typeof AcceptBody>;

export const WithdrawBody = Type.Object(
  {
    ordinals: Ordinals,
    reason: Type.String({ title: '理由', minLength: 2, maxLength: 500, pattern: '\\S' }),
  },
  { $id: 'WithdrawFigures', additionalProperties: false },
);

export const IndicatorChoice = Type.Object({
  id: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  definition: Type.String(),
  /** Given by those who publish it; the ledger does not reckon it. */
  isPublished: Type.Boolean(),
});
export type IndicatorChoice = Static<typeof IndicatorChoice>;

const LedgerPlaceView = Type.Object({
  indicator: Type.String(),
  name: Type.String(),
  region: Type.String(),
  regionName: Type.String(),
  from: Type.String(),
  to: Type.String(),
  known: orNull(Type.String()),
  reading: Type.String(),
  source: Type.String(),
  says: Type.String(),
});

export const RelationView = Type.Object(
  {
    type: Type.String(),
    /** 占比, 增速, 合计 … */
    typeName: Type.String(),
    verdict: oneOf('consistent', 'inconsistent', 'cannot tell'),
    verdictName: Type.String(),
    /** Null unless inconsistent. */
    weight: orNull(oneOf('error', 'date', 'rounding', 'wording', 'layout')),
    /** 数据错误, 取舍误差 …; null unless inconsistent. */
    weightName: orNull(Type.String()),
    formula: Type.String(),
    quotes: Type.Array(Type.String()),
    /** As people write them; null where there is nothing to compute or compare. */
    computed: orNull(Type.String()),
    stated: orNull(Type.String()),
    deviation: orNull(Type.String()),
    tolerance: orNull(Type.String()),
    note: Type.String(),
    /** Figures that take part, by their numbers in the document; the one that is checked comes last. */
    figures: Type.Array(Type.Integer()),
    /** Code point at which what is checked stands. */
    at: Type.Integer(),
    /** What of the ledger it was held against; null where the document was held against itself. */
    ledger: orNull(LedgerPlaceView),
  },
  { $id: 'ReportRelation' },
);
export type RelationView = Static<typeof RelationView>;
export const Audit = Type.Object({ relations: Type.Array(RelationView) }, { $id: 'ReportAudit' });
export type Audit = Static<typeof Audit>;
