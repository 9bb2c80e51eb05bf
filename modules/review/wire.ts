// What review tells its pages: experts with their ties, panels with seats and outcomes, and the sheets of an expert.
import { type Static, type TSchema, Type } from 'typebox';
import { standings, tieKinds, titleLevels } from './model/expert.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <K extends string>(names: Readonly<Record<K, string>>) =>
  Type.Unsafe<K>(Type.Union((Object.keys(names) as K[]).map((name) => Type.Literal(name))));

export const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Text = (title: string, maxLength = 200) => Type.String({ title, minLength: 1, maxLength });
const Optional = (title: string, maxLength = 200) => nullable(Type.String({ title, maxLength }));

export const Tie = Type.Object({
  kind: oneOf(tieKinds),
  uscc: Optional('统一社会信用代码', 18),
  unit: Optional('单位'),
  person: Optional('人员', 60),
  day: nullable(Day),
  generations: nullable(Type.Integer({ minimum: 1, maximum: 9 })),
});

export const ExpertBody = Type.Object({
  name: Text('姓名', 60),
  unit: Text('单位'),
  uscc: Text('统一社会信用代码', 18),
  region: Type.String({ title: '所在地', pattern: '^\\d{6}$' }),
  level: oneOf(titleLevels),
  title: Type.String({ title: '职称', maxLength: 60 }),
  disciplines: Type.Array(Type.String({ pattern: '^\\d{3}$' }), { title: '学科', minItems: 1, maxItems: 8 }),
  isFinance: Type.Boolean(),
  isDishonest: Type.Boolean(),
  standing: oneOf(standings),
  account: nullable(Type.String({ format: 'uuid' })),
  /** Left out: what is stored stays. */
  phone: Type.Optional(nullable(Type.String({ title: '手机号', pattern: '^1\\d{10}$' }))),
  ties: Type.Array(Tie, { maxItems: 200 }),
});
export type ExpertBody = Static<typeof ExpertBody>;

export const ExpertSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  uscc: Type.String(),
  region: Type.String(),
  level: Type.String(),
  title: Type.String(),
  disciplines: Type.Array(Type.String()),
  isFinance: Type.Boolean(),
  isDishonest: Type.Boolean(),
  standing: Type.String(),
  suspendedUntil: nullable(Type.String()),
  credit: Type.Integer(),
  hasAccount: Type.Boolean(),
  panelsThisYear: Type.Integer(),
  updatedAt: Type.String(),
});
export type ExpertSummary = Static<typeof ExpertSummary>;

export const ExpertDetail = Type.Object({
  ...ExpertSummary.properties,
  account: nullable(Type.Object({ id: Type.String(), login: Type.String(), name: Type.String() })),
  phone: nullable(Type.String()),
  version: Type.Integer(),
  ties: Type.Array(Type.Object({ ...Tie.properties, source: Type.String() })),
  seats: Type.Array(
    Type.Object({ panel: Type.String(), number: Type.String(), name: Type.String(), day: Type.String(), status: Type.String() }),
  ),
  credits: Type.Array(Type.Object({ day: Type.String(), points: Type.Integer(), why: Type.String() })),
});
export type ExpertDetail = Static<typeof ExpertDetail>;

export const pageOf = <T extends TSchema>(row: T) =>
  Type.Object({ rows: Type.Array(row), next: nullable(Type.String()), total: Type.Integer() });

export const DrawBody = Type.Object({
  cases: Type.Array(Type.String({ format: 'uuid' }), { title: '办件', minItems: 1, maxItems: 300 }),
  name: Type.String({ title: '评审组名称', maxLength: 100 }),
  disciplines: Type.Array(Type.String({ pattern: '^\\d{3}$' }), { maxItems: 62 }),
  levels: Type.Array(oneOf(titleLevels), { maxItems: 3 }),
  /** More than the declaration asks for; never less. */
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
  reviewDay: Day,
  dueAt: Type.String({ title: '评分截止', format: 'date-time' }),
});
export type DrawBody = Static<typeof DrawBody>;

const Recused = Type.Object({ expert: Type.String(), name: Type.String(), verdict: Type.String(), says: Type.String() });

export const DrawPreview = Type.Object({
  size: Type.Integer(),
  reserve: Type.Integer(),
  needsFinance: Type.Boolean(),
  isMajor: Type.Boolean(),
  considered: Type.Integer(),
  admitted: Type.Integer(),
  recused: Type.Array(Recused),
  cases: Type.Array(
    Type.Object({ id: Type.String(), partyName: Type.String(), number: nullable(Type.String()), whyNot: nullable(Type.String()) }),
  ),
});
export type DrawPreview = Static<typeof DrawPreview>;

export const PanelSummary = Type.Object({
  id: Type.String(),
  number: Type.String(),
  name: Type.String(),
  programme: Type.String(),
  programmeName: Type.String(),
  status: Type.String(),
  reviewDay: Type.String(),
  dueAt: Type.String(),
  size: Type.Integer(),
  cases: Type.Integer(),
  sheets: Type.Integer(),
  submitted: Type.Integer(),
  drawnAt: Type.String(),
});
export type PanelSummary = Static<typeof PanelSummary>;

const SeatScore = Type.Object({ seat: Type.Integer(), total: Type.String() });

export const OutcomeView = Type.Object({
  isValid: Type.Boolean(),
  score: nullable(Type.String()),
  normalised: nullable(Type.String()),
  votes: nullable(Type.Integer()),
  recommended: nullable(Type.Boolean()),
  rank: nullable(Type.Integer()),
  tied: nullable(Type.Boolean()),
  validSheets: Type.Integer(),
  openSheets: Type.Integer(),
  dropped: Type.Array(SeatScore),
  outliers: Type.Array(Type.Object({ ...SeatScore.properties, justification: nullable(Type.String()) })),
  explained: Type.Array(Type.String()),
});
export type OutcomeView = Static<typeof OutcomeView>;

export const PanelDetail = Type.Object({
  ...PanelSummary.properties,
  stageName: Type.String(),
  reserve: Type.Integer(),
  /** Set where it was assigned together with others instead of drawn by lot. */
  assigned: nullable(Type.Object({ panels: Type.Integer(), objective: Type.Integer(), bound: Type.Integer() })),
  needsFinance: Type.Boolean(),
  seed: Type.String(),
  version: Type.Integer(),
  disciplines: Type.Array(Type.String()),
  levels: Type.Array(Type.String()),
  drawnBy: Type.String(),
  notifiedBy: nullable(Type.String()),
  concludedBy: nullable(Type.String()),
  openedAt: nullable(Type.String()),
  concludedAt: nullable(Type.String()),
  sheetTitle: Type.String(),
  criteria: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), weight: Type.String() })),
  considered: Type.Integer(),
  admitted: Type.Integer(),
  recused: Type.Array(Recused),
  /** Whether the seed still gives the panel that was drawn, from the pool of that day. */
  redrawn: Type.Boolean(),
  isBlinded: Type.Boolean(),
  vacancies: Type.Array(Type.Integer()),
  seats: Type.Array(
    Type.Object({
      id: Type.String(),
      expert: Type.String(),
      seat: nullable(Type.Integer()),
      name: Type.String(),
      unit: Type.String(),
      region: Type.String(),
      level: Type.String(),
      isFinance: Type.Boolean(),
      status: Type.String(),
      declares: Type.Boolean(),
      hasAccount: Type.Boolean(),
      leftWhy: nullable(Type.String()),
      submitted: Type.Integer(),
      sheets: Type.Integer(),
      wantsOut: nullable(Type.String()),
      fee: Type.String(),
    }),
  ),
  judged: Type.Array(
    Type.Object({
      id: Type.String(),
      partyName: Type.String(),
      number: nullable(Type.String()),
      outcome: nullable(OutcomeView),
      sheets: Type.Array(
        Type.Object({
          id: Type.String(),
          seat: Type.Integer(),
          status: Type.String(),
          total: nullable(Type.String()),
          recommend: nullable(Type.Boolean()),
          comment: Type.String(),
          submittedAt: nullable(Type.String()),
          askedAt: nullable(Type.String()),
          justification: nullable(Type.String()),
        }),
      ),
    }),
  ),
  /** Why it cannot be notified or concluded now, for this officer; null when it can. */
  whyNotOpen: nullable(Type.String()),
  whyNotConclude: nullable(Type.String()),
});
export type PanelDetail = Static<typeof PanelDetail>;

const MySheetHead = Type.Object({
  id: Type.String(),
  panel: Type.String(),
  panelName: Type.String(),
  title: Type.String(),
  dossier: Type.String(),
  dueAt: Type.String(),
  status: Type.String(),
  isDeclared: Type.Boolean(),
  total: Type.String(),
  /** The office asks the expert to explain a score that is far off. */
  asked: nullable(Type.String()),
  justification: nullable(Type.String()),
});
export const MySheets = Type.Object({ rows: Type.Array(MySheetHead) });
export type MySheetHead = Static<typeof MySheetHead>;

export const MySheet = Type.Object({
  ...MySheetHead.properties,
  version: Type.Integer(),
  number: nullable(Type.String()),
  sheetTitle: Type.String(),
  basis: Type.String(),
  commentAtLeast: Type.Integer(),
  criteria: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), weight: Type.String(), help: nullable(Type.String()) })),
  points: Type.Record(Type.String(), Type.String()),
  comment: Type.String(),
  recommend: nullable(Type.Boolean()),
  submittedAt: nullable(Type.String()),
  /** Null until the expert has declared to have no conflict. */
  pages: nullable(Type.Array(Type.Any())),
  files: Type.Array(Type.Object({ label: Type.String(), fileName: Type.String(), sha256: Type.String() })),
});
export type MySheet = Static<typeof MySheet>;

export const SheetPatch = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  points: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 8 }))),
  comment: Type.Optional(Type.String({ title: '评审意见', maxLength: 4000 })),
  recommend: Type.Optional(nullable(Type.Boolean())),
});

export const CasePanels = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      name: Type.String(),
      status: Type.String(),
      reviewDay: Type.String(),
      dueAt: Type.String(),
      result: nullable(OutcomeView),
    }),
  ),
  /** The case stands in a review stage and no panel has been drawn for it. */
  mayDraw: Type.Boolean(),
});
export type CasePanels = Static<typeof CasePanels>;

export const RulesView = Type.Object({
  rules: Type.Record(Type.String(), Type.Unknown()),
  version: Type.Integer(),
  changedAt: nullable(Type.String()),
  changedBy: nullable(Type.String()),
});
export type RulesView = Static<typeof RulesView>;
