// Shapes of the yearly assessment of counties: settings, adjustments, scores and grades.
import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Figure = Nullable(Type.String());
const Points = Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,2})?$' });

export const countyClasses = ['一类', '二类'] as const;
export const grades = ['优秀', '良好', '合格', '不合格'] as const;
export const adjustmentKinds = { bonus: '加分', deduction: '扣分', veto: '一票否决' } as const;

export const ScoreAdjustment = Type.Object(
  {
    region: Type.String({ maxLength: 12 }),
    kind: Type.Enum(Object.keys(adjustmentKinds)),
    points: Points,
    reason: Type.String({ minLength: 4, maxLength: 300 }),
    document: Type.String({ maxLength: 120 }),
  },
  { $id: 'ScoreAdjustment', additionalProperties: false },
);
export type ScoreAdjustment = Static<typeof ScoreAdjustment>;

export const AssessmentSettings = Type.Object(
  {
    /** Counties of the first class; all others are of the second. Each class is ranked by itself. */
    firstClass: Type.Array(Type.String({ maxLength: 12 }), { maxItems: 200 }),
    /** Most points that a county may be given on top. */
    bonusMost: Points,
    excellentFrom: Points,
    /** Greatest share of a class that may be excellent. */
    excellentShare: Type.String({ pattern: '^(0(\\.\\d{1,4})?|1)$' }),
    goodFrom: Points,
    passFrom: Points,
    adjustments: Type.Array(ScoreAdjustment, { maxItems: 500 }),
  },
  { $id: 'AssessmentSettings', additionalProperties: false },
);
export type AssessmentSettings = Static<typeof AssessmentSettings>;

/** Usual values of the handbook; an assessment keeps its own. */
export const usualSettings: AssessmentSettings = {
  firstClass: [],
  bonusMost: '5',
  excellentFrom: '90',
  excellentShare: '0.3',
  goodFrom: '75',
  passFrom: '60',
  adjustments: [],
};

export const ScoreItem = Type.Object(
  {
    plan: Type.String(),
    indicator: Type.String(),
    indicatorName: Type.String(),
    unit: Type.String(),
    mode: Type.String(),
    weight: Type.String(),
    target: Figure,
    bound: Figure,
    actual: Figure,
    lastYear: Figure,
    completion: Figure,
    score: Figure,
    rank: Nullable(Type.Integer()),
    flag: Figure,
    why: Figure,
  },
  { $id: 'ScoreItem' },
);
export type ScoreItem = Static<typeof ScoreItem>;

export const CountyScore = Type.Object(
  {
    region: Type.String(),
    name: Type.String(),
    countyClass: Type.String(),
    items: Type.Array(ScoreItem),
    base: Figure,
    bonus: Type.String(),
    deduction: Type.String(),
    isVetoed: Type.Boolean(),
    total: Figure,
    /** Among the counties of the same class. */
    rank: Nullable(Type.Integer()),
    grade: Figure,
    why: Figure,
  },
  { $id: 'CountyScore' },
);
export type CountyScore = Static<typeof CountyScore>;

export const AssessmentView = Type.Object(
  {
    id: Type.String(),
    year: Type.Integer(),
    status: Type.Enum(['draft', 'issued']),
    asOf: Type.String(),
    version: Type.Integer(),
    settings: AssessmentSettings,
    weightSum: Type.String(),
    counties: Type.Array(CountyScore),
    /** What stands in the way of issuing. */
    problems: Type.Array(Type.String()),
    issuedAt: Figure,
    issuedBy: Figure,
  },
  { $id: 'Assessment' },
);
export type AssessmentView = Static<typeof AssessmentView>;
