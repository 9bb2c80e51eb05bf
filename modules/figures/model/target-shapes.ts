// Shapes of target plans, issued targets and their progress, as browser and server exchange them.
import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Amount = Type.String({ pattern: '^\\d{1,16}(\\.\\d{1,12})?$' });
const Signed = Type.String({ pattern: '^-?\\d{1,16}(\\.\\d{1,12})?$' });
const Region = Type.String({ minLength: 2, maxLength: 12 });

export const boundWords = ['达到', '突破', '以上', '左右', '不低于', '不超过'] as const;
export const methods = { CAPACITY_SHARE: '能力份额', BASELINE_GROWTH: '基数增长', INDIVIDUAL: '逐县确定' } as const;
export const scoringModes = {
  MIXED: '综合',
  COMPLETION: '完成率',
  GROWTH: '增速',
  RANK: '名次',
  THRESHOLD: '达标',
  PROGRESSIVE: '超额累进',
  MEAN_BASE: '平均数基准',
} as const;

export const TargetDocument = Type.Object(
  { name: Type.String({ maxLength: 200 }), number: Type.String({ maxLength: 60 }), day: Day },
  { $id: 'TargetDocument', additionalProperties: false },
);
export type TargetDocument = Static<typeof TargetDocument>;

export const Scoring = Type.Object(
  {
    mode: Type.Enum(Object.keys(scoringModes)),
    weight: Amount,
    /** Null: as the indicator itself says. */
    direction: Nullable(Type.Enum(['HIGHER', 'LOWER'])),
    /** Parameters of the way of scoring that differ from the usual, by their names. */
    parameters: Type.Record(Type.String({ pattern: '^[a-zA-Z]{3,24}$' }), Amount),
  },
  { $id: 'TargetScoring', additionalProperties: false },
);
export type Scoring = Static<typeof Scoring>;

export const RegionAmount = Type.Object({ region: Region, value: Amount }, { $id: 'RegionAmount', additionalProperties: false });
export type RegionAmount = Static<typeof RegionAmount>;

export const PlanDraft = Type.Object(
  {
    /** Unit in which all values of the draft are written; it must fit the indicator's. */
    unit: Type.String({ minLength: 1, maxLength: 12 }),
    cityValue: Nullable(Amount),
    bound: Type.Enum([...boundWords]),
    method: Type.Enum(Object.keys(methods)),
    growth: Nullable(Signed),
    gapFactor: Nullable(Signed),
    alpha: Nullable(Amount),
    beta: Nullable(Amount),
    gamma: Nullable(Amount),
    /** Smallest step of a county's target; null for the usual one of the unit. */
    quantum: Nullable(Amount),
    /** Level what the method gives with the city's target, in proportion. */
    isBalanced: Type.Optional(Type.Boolean()),
    /** `indicator:<id>` or `outside:<name>`. */
    gdpSource: Nullable(Type.String({ maxLength: 120 })),
    potentialSource: Nullable(Type.String({ maxLength: 120 })),
    byHand: Type.Array(RegionAmount, { maxItems: 200 }),
    document: TargetDocument,
    /** Share of the year's target that should be reached by the end of each month; null: as time passes. */
    months: Nullable(Type.Array(Type.String({ pattern: '^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$' }), { minItems: 12, maxItems: 12 })),
    scoring: Scoring,
  },
  { $id: 'TargetPlanDraft', additionalProperties: false },
);
export type PlanDraft = Static<typeof PlanDraft>;

export const Notice = Type.Object({ region: Nullable(Type.String()), text: Type.String() }, { $id: 'TargetNotice' });
export type Notice = Static<typeof Notice>;

const Figure = Nullable(Type.String());

export const PreviewRow = Type.Object(
  {
    region: Type.String(),
    name: Type.String(),
    last: Figure,
    beforeLast: Figure,
    level: Figure,
    gdp: Figure,
    potential: Figure,
    weight: Figure,
    /** By the method, before anything was set by hand. */
    suggested: Figure,
    target: Figure,
    /** The same in the unit of the draft. */
    typed: Figure,
    isByHand: Type.Boolean(),
  },
  { $id: 'TargetPreviewRow' },
);
export type PreviewRow = Static<typeof PreviewRow>;

export const Preview = Type.Object(
  {
    /** Year taken as last year's, and year of the level reached; null for now. */
    lastYear: Type.Integer(),
    levelYear: Nullable(Type.Integer()),
    city: PreviewRow,
    rows: Type.Array(PreviewRow),
    /** Sum of the counties less the city's target; null where a sum says nothing. */
    sum: Figure,
    difference: Figure,
    isAdditive: Type.Boolean(),
    /** What the planner should know; it stops nothing. */
    warnings: Type.Array(Notice),
    /** What stands in the way of issuing. */
    problems: Type.Array(Notice),
  },
  { $id: 'TargetPreview' },
);
export type Preview = Static<typeof Preview>;

export const TargetLine = Type.Object(
  {
    region: Type.String(),
    name: Type.String(),
    revision: Type.Integer(),
    value: Type.String(),
    bound: Type.String(),
    weight: Figure,
    document: TargetDocument,
    reason: Figure,
    recordedAt: Type.String(),
    recordedBy: Type.String(),
  },
  { $id: 'TargetLine' },
);
export type TargetLine = Static<typeof TargetLine>;

export const PlanView = Type.Object(
  {
    id: Type.String(),
    indicator: Type.String(),
    indicatorName: Type.String(),
    /** Base unit of the indicator, and units in which a target may be written. */
    unit: Type.String(),
    units: Type.Array(Type.String()),
    year: Type.Integer(),
    status: Type.Enum(['draft', 'issued']),
    version: Type.Integer(),
    draft: PlanDraft,
    issuedAt: Figure,
    issuedBy: Figure,
    /** Targets that stand, the city first. */
    lines: Type.Array(TargetLine),
    /** Every revision, newest first. */
    history: Type.Array(TargetLine),
  },
  { $id: 'TargetPlan' },
);
export type PlanView = Static<typeof PlanView>;

export const Progress = Type.Object(
  {
    region: Type.String(),
    name: Type.String(),
    /** For narrow columns. */
    shortName: Type.String(),
    target: Figure,
    bound: Figure,
    actual: Figure,
    lastYear: Figure,
    completion: Figure,
    light: Nullable(Type.Enum(['GREEN', 'YELLOW', 'RED'])),
    rank: Nullable(Type.Integer()),
    why: Figure,
    /** Nothing is wrong: the value has not been published yet. */
    isAwaited: Type.Boolean(),
  },
  { $id: 'TargetProgress' },
);
export type Progress = Static<typeof Progress>;

export const BoardLine = Type.Object(
  {
    plan: Type.String(),
    indicator: Type.String(),
    indicatorName: Type.String(),
    unit: Type.String(),
    isLowerBetter: Type.Boolean(),
    timeProgress: Type.String(),
    hasMonths: Type.Boolean(),
    city: Progress,
    rows: Type.Array(Progress),
  },
  { $id: 'TargetBoardLine' },
);
export type BoardLine = Static<typeof BoardLine>;

export const Board = Type.Object(
  { year: Type.Integer(), asOf: Day, known: Nullable(Day), lines: Type.Array(BoardLine) },
  { $id: 'TargetBoard' },
);
export type Board = Static<typeof Board>;

export const Adjustment = Type.Object(
  {
    version: Type.Integer(),
    unit: Type.String({ minLength: 1, maxLength: 12 }),
    changes: Type.Array(RegionAmount, { minItems: 1, maxItems: 200 }),
    document: TargetDocument,
    reason: Type.String({ minLength: 4, maxLength: 500 }),
  },
  { $id: 'TargetAdjustment', additionalProperties: false },
);
export type Adjustment = Static<typeof Adjustment>;
