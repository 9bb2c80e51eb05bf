// Wire of duplicates and mergers.
import { type Static, Type } from 'typebox';

import { Id, orNull, Reason } from './shared.ts';

const Seen = Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) });

const Side = Type.Object({
  id: Id,
  version: Type.Integer(),
  name: Type.String(),
  uscc: orNull(Type.String()),
  region: Type.String(),
  legalPerson: orNull(Type.String()),
  address: orNull(Type.String()),
  foundedOn: orNull(Type.String()),
  status: Type.String(),
  holds: Type.Record(Type.String(), Type.Integer()),
});

export const DuplicatesQuery = Type.Object({ party: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) });
export const Duplicates = Type.Object({
  rows: Type.Array(
    Type.Object({
      one: Type.Object({ id: Id, name: Type.String(), uscc: orNull(Type.String()), region: Type.String() }),
      other: Type.Object({ id: Id, name: Type.String(), uscc: orNull(Type.String()), region: Type.String() }),
      reasons: Type.Array(Type.String()),
      score: Type.Integer(),
    }),
  ),
});
export type Duplicates = Static<typeof Duplicates>;

export const DistinctBody = Type.Object({ one: Id, other: Id, reason: Reason });

export const MergePreviewQuery = Type.Object({ absorbed: Id, survivor: Id });
export const MergePreview = Type.Object({
  absorbed: Side,
  survivor: Side,
  overlaps: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      number: orNull(Type.String()),
      survivorNumber: orNull(Type.String()),
      from: Type.String(),
      until: orNull(Type.String()),
    }),
  ),
  /** Years and sources of which both have figures. */
  sameFinance: Type.Array(Type.Object({ year: Type.Integer(), source: Type.String() })),
});
export type MergePreview = Static<typeof MergePreview>;

export const MergeBody = Type.Object({
  absorbed: Seen,
  survivor: Seen,
  reason: Reason,
  overlaps: Type.Optional(Type.Union([Type.Literal('refuse'), Type.Literal('keep-survivor')])),
});
