// Shapes that service sends to and takes from the browser.
import { type Static, Type } from 'typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ format: 'uuid' });
const Count = Type.Integer();

const summary = {
  programme: Type.String(),
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  typeName: Type.String(),
  object: Type.Array(Type.String()),
  division: Type.String(),
  legalLimit: Count,
  /** 法定 where a higher document sets the limit, 规定 where the bureau does. */
  limitName: Type.String(),
  limitBasis: Type.String(),
  promise: Count,
  promisedBefore: Nullable(Count),
  visits: Count,
  result: Type.String(),
};
export const ItemSummary = Type.Object(summary, { $id: 'ServiceItem' });
export type ItemSummary = Static<typeof ItemSummary>;

export const ItemGuide = Type.Object(
  {
    ...summary,
    basis: Type.Array(Type.String()),
    conditions: Type.Array(Type.String()),
    materials: Type.Array(
      Type.Object({
        name: Type.String(),
        sourceName: Type.String(),
        copies: Count,
        isShared: Type.Boolean(),
        isOptional: Type.Boolean(),
      }),
    ),
    fee: Type.String(),
    /** Stages with the days that each may take, in words. */
    steps: Type.Array(Type.Object({ name: Type.String(), by: Type.String(), days: Nullable(Count) })),
    /** The standing call that staff may adjust; null until the system has opened it. */
    call: Nullable(Id),
  },
  { $id: 'ServiceItemGuide' },
);
export type ItemGuide = Static<typeof ItemGuide>;

const Light = Type.Union([Type.Literal('green'), Type.Literal('amber'), Type.Literal('red'), Type.Literal('paused')]);

export const WallBoard = Type.Object(
  {
    at: Type.String({ format: 'date-time' }),
    today: Day,
    isWorkday: Type.Boolean(),
    receivedToday: Count,
    decidedToday: Count,
    underWay: Count,
    dueToday: Count,
    lights: Type.Object({ green: Count, amber: Count, red: Count, paused: Count }),
    /** Decided this year, and the share of them that came in time. */
    decidedThisYear: Count,
    onTimeRate: Nullable(Type.String()),
    divisions: Type.Array(
      Type.Object({ division: Type.String(), underWay: Count, dueToday: Count, near: Count, overdue: Count, decidedToday: Count }),
    ),
    urgent: Type.Array(
      Type.Object({
        number: Nullable(Type.String()),
        item: Type.String(),
        division: Type.String(),
        stage: Type.String(),
        dueOn: Day,
        left: Count,
        colour: Light,
      }),
    ),
  },
  { $id: 'ServiceWallBoard' },
);
export type WallBoard = Static<typeof WallBoard>;

const ratings = {
  rated: Count,
  byDefault: Count,
  average: Nullable(Type.String()),
  goodRate: Nullable(Type.String()),
  bad: Count,
  contacted: Count,
  replied: Count,
};

const counted = { received: Count, decided: Count, inTime: Count, onTimeRate: Nullable(Type.String()) };

export const ServiceStatistics = Type.Object(
  {
    from: Day,
    to: Day,
    items: Count,
    zeroVisitItems: Count,
    shortenedItems: Count,
    /** 1 − promise ÷ legal limit over all items. */
    compression: Nullable(Type.String()),
    ...counted,
    zeroVisitShare: Nullable(Type.String()),
    ratings: Type.Object(ratings),
    lines: Type.Array(
      Type.Object({
        programme: Type.String(),
        id: Type.String(),
        name: Type.String(),
        division: Type.String(),
        visits: Count,
        compression: Nullable(Type.String()),
        ...counted,
        rated: Count,
        average: Nullable(Type.String()),
      }),
    ),
    late: Type.Array(
      Type.Object({ id: Id, number: Nullable(Type.String()), item: Type.String(), partyName: Type.String(), day: Day, dueOn: Day }),
    ),
  },
  { $id: 'ServiceStatistics' },
);
export type ServiceStatistics = Static<typeof ServiceStatistics>;

/** Without the case, its party and its day; numbered by its place in the answer alone. */
export const RatingView = Type.Object(
  {
    no: Count,
    item: Type.String(),
    division: Type.String(),
    month: Type.String(),
    level: Type.String(),
    levelName: Type.String(),
    comment: Nullable(Type.String()),
  },
  { $id: 'ServiceRating' },
);
export type RatingView = Static<typeof RatingView>;

export const FollowUp = Type.Object(
  {
    id: Id,
    version: Type.Integer(),
    number: Nullable(Type.String()),
    item: Type.String(),
    division: Type.String(),
    partyName: Type.String(),
    level: Type.String(),
    levelName: Type.String(),
    reasons: Type.Array(Type.String()),
    comment: Nullable(Type.String()),
    ratedOn: Day,
    contactDue: Day,
    contactedOn: Nullable(Day),
    replyDue: Day,
    repliedOn: Nullable(Day),
    /** 待回访, 待整改答复 or 待再次评价. */
    standing: Type.String(),
    /** Working days left for what is owed; null when nothing is. */
    left: Nullable(Count),
  },
  { $id: 'RatingFollowUp' },
);
export type FollowUp = Static<typeof FollowUp>;

export const ContactBody = Type.Object(
  {
    version: Type.Integer(),
    way: Type.Union([Type.Literal('phone'), Type.Literal('visit')]),
    facts: Type.String({ minLength: 1, maxLength: 2000 }),
    isFounded: Type.Boolean(),
  },
  { $id: 'ContactRater', additionalProperties: false },
);
export const RectifyBody = Type.Object(
  {
    version: Type.Integer(),
    measures: Type.String({ minLength: 1, maxLength: 2000 }),
    reply: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  { $id: 'RectifyRating', additionalProperties: false },
);
