// Shapes that casework sends to and takes from the browser.
import { type Static, Type } from 'typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Data = Type.Record(Type.String(), Type.Unknown());

export const CallView = Type.Object(
  {
    id: Id,
    programme: Type.String(),
    programmeName: Type.String(),
    dossier: Type.String(),
    dossierName: Type.String(),
    year: Type.Integer(),
    name: Type.String(),
    opensAt: Type.String({ format: 'date-time' }),
    closesAt: Type.String({ format: 'date-time' }),
    budget: Nullable(Type.String()),
    quota: Nullable(Type.Integer()),
    parameters: Type.Record(Type.String(), Type.String()),
    guide: Type.String(),
    status: Type.String(),
    /** 未开始, 受理中 or 已截止, by the server's clock. */
    phase: Type.String(),
    version: Type.Integer(),
    cases: Type.Integer(),
  },
  { $id: 'Call' },
);
export type CallView = Static<typeof CallView>;

export const CallInput = Type.Object(
  {
    programme: Type.String(),
    dossier: Type.String(),
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    name: Type.String({ minLength: 2, maxLength: 100 }),
    opensAt: Type.String({ format: 'date-time' }),
    closesAt: Type.String({ format: 'date-time' }),
    budget: Type.Optional(Nullable(Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,2})?$' }))),
    quota: Type.Optional(Nullable(Type.Integer({ minimum: 0 }))),
    /** Limits that the call sets by itself, by name; which those are its dossier's conditions declare. */
    parameters: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 40 }))),
    guide: Type.Optional(Type.String({ maxLength: 20_000 })),
  },
  { $id: 'CallInput', additionalProperties: false },
);
export type CallInput = Static<typeof CallInput>;

export const CaseSummary = Type.Object(
  {
    id: Id,
    number: Nullable(Type.String()),
    programme: Type.String(),
    programmeName: Type.String(),
    dossier: Type.String(),
    dossierName: Type.String(),
    call: Id,
    callName: Type.String(),
    /** Id of the published case that it answers. */
    aboutCase: Nullable(Id),
    party: Id,
    partyName: Type.String(),
    partyUscc: Type.String(),
    region: Type.String(),
    status: Type.String(),
    statusName: Type.String(),
    stage: Nullable(Type.String()),
    stageName: Nullable(Type.String()),
    waitsFor: Type.String(),
    submittedOn: Nullable(Day),
    dueOn: Nullable(Day),
    /** Working days left; null when there is no clock or it is paused. */
    left: Nullable(Type.Integer()),
    colour: Nullable(Type.String()),
    reasons: Type.Array(Type.String()),
    listName: Nullable(Type.String()),
    version: Type.Integer(),
    /** Answers that the form shows in lists, by field key. */
    listed: Data,
  },
  { $id: 'CaseSummary' },
);
export type CaseSummary = Static<typeof CaseSummary>;

export const CasePage = Type.Object(
  { rows: Type.Array(CaseSummary), next: Nullable(Type.String()), total: Type.Integer() },
  { $id: 'CasePage' },
);

export const FindingView = Type.Object(
  {
    rule: Type.String(),
    says: Type.String(),
    status: Type.Union([Type.Literal('met'), Type.Literal('unmet'), Type.Literal('unknown')]),
    actual: Nullable(Type.String()),
    required: Type.String(),
    article: Type.String(),
    missing: Type.Array(Type.String()),
    why: Type.Optional(Type.String()),
    level: Type.Optional(Nullable(Type.String())),
    years: Type.Optional(Type.Array(Type.Integer())),
    /** The smallest changes that would pass, one for each answer that can move. */
    changes: Type.Array(Type.Object({ label: Type.String(), from: Type.String(), to: Type.String() })),
  },
  { $id: 'Finding' },
);
export type FindingView = Static<typeof FindingView>;

export const EventView = Type.Object(
  {
    seq: Type.Integer(),
    verb: Type.String(),
    label: Type.String(),
    stage: Nullable(Type.String()),
    stageName: Nullable(Type.String()),
    at: Type.String({ format: 'date-time' }),
    actorName: Type.String(),
    officeName: Type.String(),
    /** What was recorded, as label and text. */
    said: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  },
  { $id: 'CaseEvent' },
);
export type EventView = Static<typeof EventView>;

export const MoveView = Type.Object(
  {
    verb: Type.String(),
    label: Type.String(),
    stage: Nullable(Type.String()),
    allowed: Type.Boolean(),
    whyNot: Nullable(Type.String()),
    consequence: Type.String(),
    grave: Type.Boolean(),
    batch: Type.Boolean(),
    /** What the form begins with. */
    suggested: Data,
    /** The form of what is recorded (FormView of the kernel). */
    form: Type.Unknown(),
  },
  { $id: 'PossibleMove' },
);
export type MoveView = Static<typeof MoveView>;

/** A published case as those see it that answer it. */
export const AboutView = Type.Object({
  id: Id,
  headline: Type.String(),
  partyName: Type.String(),
  opensOn: Day,
  closesOn: Day,
  phase: Type.String(),
});
export type AboutView = Static<typeof AboutView>;

export const BoardView = Type.Object(
  {
    ...AboutView.properties,
    programme: Type.String(),
    programmeName: Type.String(),
    dossier: Type.String(),
    dossierName: Type.String(),
    answeredBy: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    region: Type.String(),
    number: Nullable(Type.String()),
    isOpen: Type.Boolean(),
    /** The published answers, by field key. */
    shown: Data,
    /** Why the asker's own unit may not answer. */
    barred: Type.Array(Type.String()),
  },
  { $id: 'Board' },
);
export type BoardView = Static<typeof BoardView>;

export const WeighedView = Type.Object({
  firstName: Type.String(),
  first: Nullable(Type.String()),
  secondName: Type.String(),
  second: Nullable(Type.String()),
  total: Nullable(Type.String()),
});
export type WeighedView = Static<typeof WeighedView>;

export const AnsweringView = Type.Object({
  id: Id,
  number: Nullable(Type.String()),
  partyName: Type.String(),
  status: Type.String(),
  statusName: Type.String(),
  stageName: Nullable(Type.String()),
  waitsFor: Type.String(),
  submittedOn: Nullable(Day),
  weighed: Nullable(WeighedView),
});
export type AnsweringView = Static<typeof AnsweringView>;

export const AgreementView = Type.Object({
  number: Nullable(Type.String()),
  signedOn: Nullable(Day),
  contractAmount: Type.String(),
  fiscalAmount: Type.String(),
  ownAmount: Type.String(),
  endsOn: Day,
  milestones: Type.Array(
    Type.Object({
      no: Type.Integer(),
      name: Type.String(),
      dueOn: Day,
      share: Type.String(),
      amount: Type.String(),
      status: Type.String(),
      statusName: Type.String(),
      reportedOn: Nullable(Day),
      acceptedOn: Nullable(Day),
    }),
  ),
});
export type AgreementView = Static<typeof AgreementView>;

export const CaseDetail = Type.Object(
  {
    ...CaseSummary.properties,
    /** The published case that it answers. */
    about: Nullable(AboutView),
    /** Its own publication. */
    board: Nullable(AboutView),
    /** Why its applicant may not answer: findings before it is handed in. */
    barred: Type.Array(Type.String()),
    /** Cases that answer it. */
    answering: Type.Array(AnsweringView),
    weighed: Nullable(WeighedView),
    agreement: Nullable(AgreementView),
    /** Whether the asker is the party whose published case it answers. */
    isIssuer: Type.Boolean(),
    /** Kept closed: the asker's own, another's that the asker may not read yet, or the answers that a published case is getting. */
    sealed: Nullable(Type.Union([Type.Literal('own'), Type.Literal('kept'), Type.Literal('answers')])),
    correction: Nullable(Type.Object({ askedOn: Day, dueOn: Day, by: Type.String(), reasons: Type.String() })),
    answers: Data,
    draft: Nullable(Type.Object({ answers: Data, version: Type.Integer(), savedAt: Type.String({ format: 'date-time' }) })),
    callClosesAt: Type.String({ format: 'date-time' }),
    moves: Type.Array(MoveView),
    events: Type.Array(EventView),
    findings: Type.Array(FindingView),
    crossFindings: Type.Array(FindingView),
    /** Answers changed since the version that was sent back, by label. */
    changes: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
  },
  { $id: 'CaseDetail' },
);
export type CaseDetail = Static<typeof CaseDetail>;

/** What the register knows of the applicant: facts for prefilling, and figures by year and source. */
export const KnownView = Type.Object(
  {
    facts: Data,
    finance: Type.Array(
      Type.Object({
        year: Type.Integer(),
        source: Type.Union([Type.Literal('AUDIT'), Type.Literal('TAX'), Type.Literal('APPLICATION'), Type.Literal('STATISTICS')]),
        values: Type.Record(Type.String(), Type.String()),
      }),
    ),
  },
  { $id: 'KnownFacts' },
);
export type KnownView = Static<typeof KnownView>;

export const CaseParams = Type.Object({ id: Id });
export const MoveBody = Type.Object(
  { version: Type.Integer(), verb: Type.String(), data: Data },
  { $id: 'MoveCase', additionalProperties: false },
);
export const MoveManyBody = Type.Object(
  {
    cases: Type.Array(Type.Object({ id: Id, version: Type.Integer() }, { additionalProperties: false }), { minItems: 1, maxItems: 2000 }),
    verb: Type.String(),
    data: Data,
  },
  { $id: 'MoveCases', additionalProperties: false },
);
export const DraftBody = Type.Object(
  { version: Type.Integer({ minimum: 0 }), answers: Data },
  { $id: 'SaveDraft', additionalProperties: false },
);
