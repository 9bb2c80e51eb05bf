// Wire of one party whole, and of its life.
import { type Static, Type } from 'typebox';
import { Contact, partyFacts } from './facts.ts';
import { FinanceYear, Title } from './holdings.ts';
import { Day, Id, Instant, orNull } from './shared.ts';

export const PartyProfile = Type.Object({
  id: Id,
  version: Type.Integer(),
  ...partyFacts,
  usccCheck: orNull(Type.String()),
  usccNote: orNull(Type.String()),
  updatedAt: Instant,
  /** Name of the merged duplicate by whose id this was opened. */
  mergedName: orNull(Type.String()),
  warnings: Type.Array(Type.String()),
  titles: Type.Array(Title),
  finance: Type.Array(FinanceYear),
  contacts: Type.Array(Contact),
  formerNames: Type.Array(Type.Object({ name: orNull(Type.String()), until: Day, reason: orNull(Type.String()) })),
  absorbed: Type.Array(
    Type.Object({
      id: Id,
      absorbed: Id,
      name: Type.String(),
      uscc: orNull(Type.String()),
      at: Instant,
      by: Type.String(),
      reason: Type.String(),
    }),
  ),
});
export type PartyProfile = Static<typeof PartyProfile>;

export const TimelineQuery = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) });
export const Timeline = Type.Object({
  kinds: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
  lines: Type.Array(
    Type.Object({
      day: Day,
      at: Instant,
      kind: Type.String(),
      says: Type.String(),
      by: orNull(Type.String()),
      href: orNull(Type.String()),
    }),
  ),
  hasMore: Type.Boolean(),
});
export type Timeline = Static<typeof Timeline>;
