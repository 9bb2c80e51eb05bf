// Shapes of the leader's cockpit: main figures against target and last year, counties side by side, the week's movements, and warnings.
import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Figure = Nullable(Type.String());

export const MainFigure = Type.Object(
  {
    indicator: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    definition: Type.String(),
    value: Figure,
    why: Figure,
    lastYear: Figure,
    target: Figure,
    bound: Figure,
    completion: Figure,
    light: Nullable(Type.Enum(['GREEN', 'YELLOW', 'RED'])),
    /** Plan of the target, where there is one. */
    plan: Figure,
    /** Share of the year's target that its plan by months asks for by now; null where time alone is the measure. */
    expected: Figure,
    /** By the ends of the last twelve months, oldest first. */
    trend: Type.Array(Figure),
  },
  { $id: 'CockpitFigure' },
);
export type MainFigure = Static<typeof MainFigure>;

export const CountyFigure = Type.Object(
  { region: Type.String(), name: Type.String(), shortName: Type.String(), value: Figure, target: Figure, lastYear: Figure },
  { $id: 'CockpitCounty' },
);
export type CountyFigure = Static<typeof CountyFigure>;

/** The compared indicator by months of this year and the last, or by years where it is published. */
export const Course = Type.Object(
  { labels: Type.Array(Type.String()), now: Type.Array(Figure), before: Type.Array(Figure) },
  { $id: 'CockpitCourse' },
);
export type Course = Static<typeof Course>;

export const Movement = Type.Object(
  {
    measure: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    thisWeek: Type.String(),
    weekBefore: Type.String(),
    /** Indicator that shows it, down to its entries. */
    indicator: Figure,
    /** Programme whose submissions it counts: the cases can be listed by day. */
    submissionsOf: Figure,
  },
  { $id: 'CockpitMovement' },
);
export type Movement = Static<typeof Movement>;

export const Warning = Type.Object(
  { kind: Type.Enum(['expiry', 'shrink', 'fall', 'behind', 'city-behind']), text: Type.String(), note: Figure, href: Type.String() },
  { $id: 'CockpitWarning' },
);
export type Warning = Static<typeof Warning>;

export const Cockpit = Type.Object(
  {
    asOf: Type.String(),
    at: Type.String(),
    year: Type.Integer(),
    region: Type.String(),
    regionName: Type.String(),
    timeProgress: Type.String(),
    isFictional: Type.Boolean(),
    weekFrom: Type.String(),
    figures: Type.Array(MainFigure),
    compared: Type.String(),
    /** Year whose values are compared between the counties. */
    comparedYear: Type.Integer(),
    counties: Type.Array(CountyFigure),
    course: Course,
    movements: Type.Array(Movement),
    warnings: Type.Array(Warning),
  },
  { $id: 'Cockpit' },
);
export type Cockpit = Static<typeof Cockpit>;
