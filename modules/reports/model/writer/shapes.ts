// Shapes of a work report: its outline of sections and items, the figures that are written, and the paper as it is composed.
import { type Static, Type } from 'typebox';

const oneOf = <T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const reportKinds = { annual: '年度工作报告', half: '半年工作报告', county: '县区年度工作报告' } as const;
export type ReportKind = keyof typeof reportKinds;
export const ReportKindShape = oneOf(...(Object.keys(reportKinds) as ReportKind[]));

/** What can be said of an indicator, in the order in which a sentence says it. */
export const readingNames = {
  value: '值',
  milestone: '突破',
  rank: '位次',
  share: '占比',
  net: '净增',
  growth: '同比',
  last: '上年',
  target: '目标',
  completion: '完成率',
  estimate: '预计',
} as const;
export type ReadingName = keyof typeof readingNames;
const ReadingShape = oneOf(...(Object.keys(readingNames) as ReadingName[]));

const ItemId = Type.String({ pattern: '^[a-z0-9-]{1,40}$' });
const IndicatorId = Type.String({ minLength: 1, maxLength: 120 });

export const ItemShape = Type.Object(
  {
    id: ItemId,
    /**
     * `figures`: a sentence for each indicator. `own`: the office's own paragraphs. `table`: indicators in a table. `counties`: one
     * indicator by county. `history`: indicators over several years. `shortfalls`: targets that were not reached. `aims`: targets that were issued for a year.
     */
    kind: oneOf('figures', 'own', 'table', 'counties', 'history', 'shortfalls', 'aims'),
    indicators: Type.Array(IndicatorId, { maxItems: 60 }),
    /** What is left out of the sentences. */
    without: Type.Array(ReadingShape, { maxItems: 12 }),
    /** Name of a table. */
    caption: Type.String({ maxLength: 60 }),
    /** What the office should write here; it is never printed. */
    prompt: Type.String({ maxLength: 300 }),
  },
  { $id: 'ReportItem', additionalProperties: false },
);
export type Item = Static<typeof ItemShape>;

export const SectionShape = Type.Object(
  {
    id: ItemId,
    /** With its number: 一、 or （一）. */
    title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    level: Type.Union([Type.Literal(1), Type.Literal(2)]),
    items: Type.Array(ItemShape, { maxItems: 60 }),
  },
  { $id: 'ReportSection', additionalProperties: false },
);
export type Section = Static<typeof SectionShape>;

export const OutlineShape = Type.Array(SectionShape, { minItems: 1, maxItems: 60 });
export type Outline = Static<typeof OutlineShape>;

/** A figure as it stands in the text, with all that leads back to the ledger. */
export const WrittenFigure = Type.Object(
  {
    item: Type.String(),
    indicator: Type.String(),
    name: Type.String(),
    reading: ReadingShape,
    /** As it is printed: 同比增长7.57%, 455家. */
    text: Type.String(),
    /** The printed number in base units (yuan, fractions; points as points), null where the text has none (持平). */
    written: orNull(Type.String()),
    /** The ledger's own number, unrounded to twelve places. */
    exact: Type.String(),
    unit: Type.String(),
    region: Type.String(),
    regionName: Type.String(),
    from: Day,
    to: Day,
    /** The formula in words. */
    says: Type.String(),
    /** System of the catalogue or document that it comes from. */
    source: Type.String(),
  },
  { $id: 'WrittenFigure' },
);
export type WrittenFigure = Static<typeof WrittenFigure>;

export const RunShape = Type.Object({ text: Type.String(), figure: orNull(Type.Integer()) });
export type WrittenRun = Static<typeof RunShape>;

export const BlockShape = Type.Object(
  {
    kind: oneOf('heading', 'paragraph', 'table'),
    /** The section or item that it was made from. */
    item: Type.String(),
    level: Type.Integer(),
    runs: Type.Array(RunShape),
    columns: Type.Array(Type.Object({ title: Type.String(), align: oneOf('left', 'right', 'center'), weight: Type.Number() })),
    rows: Type.Array(Type.Array(RunShape)),
  },
  { $id: 'ReportBlock' },
);
export type WrittenBlock = Static<typeof BlockShape>;

/** `problem` stands in the way of signing; `margin` tells why something is not said. */
export const RemarkShape = Type.Object({ item: Type.String(), tone: oneOf('problem', 'margin'), text: Type.String() });
export type Remark = Static<typeof RemarkShape>;

export const ComposedShape = Type.Object(
  {
    title: Type.String(),
    blocks: Type.Array(BlockShape),
    figures: Type.Array(WrittenFigure),
    remarks: Type.Array(RemarkShape),
    /** Day by whose end the figures were known; null for now. */
    known: orNull(Day),
    /** Last day that the report speaks of. */
    until: Day,
  },
  { $id: 'ComposedReport' },
);
export type Composed = Static<typeof ComposedShape>;
