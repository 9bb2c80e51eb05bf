// Shapes of an innovation index: pillars, indicators with their weights, method, and the values that follow.
import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Figure = Nullable(Type.String());
const Weight = Type.String({ pattern: '^(0(\\.\\d{1,12})?|1(\\.0{1,12})?)$' });

export const indexMethods = { BASE_YEAR: '定基', CHAINED: '环比链接', MIN_MAX: '极差标准化（县区间）', TARGET: '目标达成' } as const;
export const weightings = { GIVEN: '专家赋权', EQUAL: '等权', AHP: '层次分析', ENTROPY: '熵权' } as const;

export const IndexItem = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    name: Type.String({ minLength: 2, maxLength: 60 }),
    pillar: Type.String({ minLength: 2, maxLength: 30 }),
    /** `indicator:<id>`, `outside:<name>`, or two of them as a ratio. */
    source: Type.String({ maxLength: 160 }),
    divisor: Nullable(Type.String({ maxLength: 160 })),
    weight: Weight,
    direction: Type.Enum(['POSITIVE', 'NEGATIVE']),
    target: Nullable(Type.String({ pattern: '^\\d{1,16}(\\.\\d{1,12})?$' })),
  },
  { $id: 'IndexItem', additionalProperties: false },
);
export type IndexItem = Static<typeof IndexItem>;

export const IndexSpec = Type.Object(
  {
    method: Type.Enum(Object.keys(indexMethods)),
    weighting: Type.Enum(Object.keys(weightings)),
    fromYear: Type.Integer({ minimum: 1990, maximum: 2100 }),
    toYear: Type.Integer({ minimum: 1990, maximum: 2100 }),
    baseYear: Type.Integer({ minimum: 1990, maximum: 2100 }),
    scaleFloor: Type.String({ pattern: '^\\d{1,2}(\\.\\d{1,6})?$' }),
    /** Judgements of pairs for AHP, row by row, as fractions. */
    matrix: Nullable(Type.Array(Type.Array(Type.String({ pattern: '^\\d{1,4}(/\\d{1,4})?$' }), { maxItems: 9 }), { maxItems: 9 })),
    items: Type.Array(IndexItem, { minItems: 1, maxItems: 60 }),
  },
  { $id: 'IndexSpec', additionalProperties: false },
);
export type IndexSpec = Static<typeof IndexSpec>;

export const IndexPoint = Type.Object(
  {
    year: Type.Integer(),
    index: Figure,
    growth: Figure,
    rank: Nullable(Type.Integer()),
    why: Figure,
    /**
     * Index of each pillar by itself, and what it contributes to the whole in points, which together are the index; absent in versions that
     * were published before contributions were told.
     */
    pillars: Type.Array(Type.Object({ pillar: Type.String(), index: Figure, points: Type.Optional(Figure) })),
  },
  { $id: 'IndexPoint' },
);
export const IndexArea = Type.Object(
  {
    region: Type.String(),
    name: Type.String(),
    points: Type.Array(IndexPoint),
    /** Indicators whose base year was empty: the first year with a value took its place. */
    rebased: Type.Array(Type.Object({ item: Type.String(), baseYear: Type.Integer() })),
    values: Type.Array(Type.Object({ item: Type.String(), values: Type.Array(Figure) })),
  },
  { $id: 'IndexArea' },
);
export type IndexArea = Static<typeof IndexArea>;

export const IndexResult = Type.Object(
  {
    years: Type.Array(Type.Integer()),
    areas: Type.Array(IndexArea),
    weights: Type.Array(Type.Object({ item: Type.String(), weight: Figure })),
    consistencyRatio: Figure,
    /** What was wrong with the definition or is missing, in sentences. */
    problems: Type.Array(Type.String()),
  },
  { $id: 'IndexResult' },
);
export type IndexResult = Static<typeof IndexResult>;

export const IndexView = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    version: Type.Integer(),
    status: Type.Enum(['draft', 'published']),
    spec: IndexSpec,
    revision: Type.String(),
    updatedAt: Type.String(),
    updatedBy: Type.String(),
    publishedAt: Figure,
    result: Nullable(IndexResult),
  },
  { $id: 'IndexDefinition' },
);
export type IndexView = Static<typeof IndexView>;
