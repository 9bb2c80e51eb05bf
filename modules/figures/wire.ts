// Shapes that the ledger of figures sends to and takes from the browser.
import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const IndicatorView = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    aliases: Type.Array(Type.String()),
    unit: Type.String(),
    direction: Type.String(),
    definition: Type.String(),
    /** The formula in words. */
    formula: Type.String(),
    system: Type.String(),
    systemName: Type.String(),
    measures: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), unit: Type.String(), definition: Type.String() })),
  },
  { $id: 'Indicator' },
);
export type IndicatorView = Static<typeof IndicatorView>;

/** A value as exact decimal string (fractions for percents), or null with the reason why it is unknown. */
export const ValueView = Type.Object({ value: Nullable(Type.String()), why: Nullable(Type.String()) }, { $id: 'FigureValue' });
export type ValueView = Static<typeof ValueView>;

export const RegionValue = Type.Object(
  {
    region: Type.String(),
    name: Type.String(),
    value: ValueView,
    lastYear: ValueView,
    growth: ValueView,
    share: ValueView,
    rank: ValueView,
    /** What was published for the region and the year; `stands` where it is the value because the ledger holds nothing. */
    published: Nullable(
      Type.Object({ value: Nullable(Type.String()), why: Nullable(Type.String()), document: Type.String(), stands: Type.Boolean() }),
    ),
  },
  { $id: 'RegionValue' },
);
export type RegionValue = Static<typeof RegionValue>;

export const ByRegion = Type.Object(
  { indicator: IndicatorView, from: Day, to: Day, known: Nullable(Day), total: RegionValue, rows: Type.Array(RegionValue) },
  { $id: 'FiguresByRegion' },
);
export type ByRegion = Static<typeof ByRegion>;

export const Point = Type.Object(
  { from: Day, to: Day, label: Type.String(), value: ValueView, lastYear: ValueView },
  { $id: 'FigurePoint' },
);
export type Point = Static<typeof Point>;
export const Series = Type.Object({ indicator: IndicatorView, region: Type.String(), points: Type.Array(Point) }, { $id: 'FigureSeries' });
export type Series = Static<typeof Series>;

export const Explained = Type.Cyclic(
  {
    Explained: Type.Object({
      says: Type.String(),
      region: Type.String(),
      regionName: Type.String(),
      from: Day,
      to: Day,
      value: Type.Object({ value: Nullable(Type.String()), why: Nullable(Type.String()) }),
      /** Measure whose entries stand behind it; null for what is computed from parts. */
      measure: Nullable(Type.String()),
      /** Entries from this day on count; null for a stock, which counts from the beginning. */
      entriesFrom: Nullable(Day),
      parts: Type.Array(Type.Ref('Explained')),
    }),
  },
  'Explained',
);
export interface ExplainedView {
  says: string;
  region: string;
  regionName: string;
  from: string;
  to: string;
  value: ValueView;
  measure: string | null;
  entriesFrom: string | null;
  parts: ExplainedView[];
}

export const EntryView = Type.Object(
  {
    id: Type.String(),
    measure: Type.String(),
    region: Type.String(),
    regionName: Type.String(),
    day: Day,
    value: Type.String(),
    party: Nullable(Type.String()),
    partyName: Nullable(Type.String()),
    sourceKind: Type.String(),
    sourceId: Type.String(),
    note: Nullable(Type.String()),
    postedAt: Type.String(),
    reverses: Nullable(Type.String()),
    reversedBy: Nullable(Type.String()),
  },
  { $id: 'Entry' },
);
export type EntryView = Static<typeof EntryView>;
export const EntryPage = Type.Object(
  { rows: Type.Array(EntryView), next: Nullable(Type.String()), total: Type.Integer() },
  { $id: 'EntryPage' },
);

export const MeasureSum = Type.Object(
  {
    measure: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    definition: Type.String(),
    regionName: Type.String(),
    sum: Type.String(),
    /** Indicators that read it. */
    indicators: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  },
  { $id: 'MeasureSum' },
);
export type MeasureSum = Static<typeof MeasureSum>;

export const ObservationInput = Type.Object(
  {
    indicator: Nullable(Type.String()),
    indicatorName: Type.String({ minLength: 1, maxLength: 100 }),
    place: Type.String({ minLength: 1, maxLength: 60 }),
    period: Type.String({ maxLength: 40 }),
    year: Nullable(Type.Integer({ minimum: 1949, maximum: 2100 })),
    value: Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' }),
    unit: Type.String({ maxLength: 20 }),
    kind: Type.String({ maxLength: 20 }),
    bound: Type.String({ maxLength: 20 }),
    precision: Nullable(Type.String({ pattern: '^\\d+(\\.\\d+)?$' })),
    status: Type.String({ maxLength: 20 }),
    spanStart: Nullable(Type.Integer({ minimum: 0 })),
    spanEnd: Nullable(Type.Integer({ minimum: 0 })),
    quote: Nullable(Type.String({ maxLength: 2000 })),
    /** The reading before a person corrected it. */
    readAs: Nullable(Type.Unknown()),
  },
  { $id: 'ObservationInput', additionalProperties: false },
);
export type ObservationInput = Static<typeof ObservationInput>;

export const ObservationView = Type.Object(
  {
    ...ObservationInput.properties,
    id: Type.String(),
    document: Nullable(Type.String()),
    documentName: Type.String(),
    acceptedAt: Type.String(),
    acceptedBy: Type.String(),
    supersedes: Nullable(Type.String()),
    isCurrent: Type.Boolean(),
  },
  { $id: 'Observation' },
);
export type ObservationView = Static<typeof ObservationView>;
