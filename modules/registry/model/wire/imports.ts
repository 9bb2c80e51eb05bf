// Wire of imports: what was understood, what is wrong, what will change, and what has become of a batch.
import { type Static, Type } from 'typebox';
import { Id, Instant, orNull, Reason } from './shared.ts';

export const ImportChange = Type.Object({
  key: Type.String(),
  title: Type.String(),
  kind: Type.Union([Type.Literal('new'), Type.Literal('changed'), Type.Literal('same')]),
  matchedBy: Type.Optional(Type.String()),
  fields: Type.Array(Type.Object({ label: Type.String(), before: orNull(Type.String()), after: orNull(Type.String()) })),
});
export type ImportChange = Static<typeof ImportChange>;

export const ImportFault = Type.Object({ where: Type.String(), message: Type.String() });

const Status = Type.Union([Type.Literal('checked'), Type.Literal('committed'), Type.Literal('undone')]);

const summary = {
  id: Id,
  kind: Type.String(),
  kindName: Type.String(),
  counter: Type.String(),
  status: Status,
  fileName: Type.String(),
  rows: Type.Integer(),
  faultyRows: Type.Integer(),
  counts: Type.Object({ new: Type.Integer(), changed: Type.Integer(), same: Type.Integer() }),
  checkedAt: Instant,
  by: Type.String(),
  committedAt: orNull(Instant),
  committedBy: orNull(Type.String()),
  undoneAt: orNull(Instant),
  undoneBy: orNull(Type.String()),
  undoReason: orNull(Type.String()),
};

/** One sheet as it was understood, and what writing it would do. */
export const ImportReport = Type.Object({
  ...summary,
  sheet: Type.String(),
  options: Type.Record(Type.String(), Type.String()),
  columns: Type.Array(
    Type.Object({ header: Type.String(), field: orNull(Type.String()), examples: Type.Array(Type.String()), note: orNull(Type.String()) }),
  ),
  faults: Type.Array(ImportFault),
  faultCount: Type.Integer(),
  warnings: Type.Array(ImportFault),
  warnedRows: Type.Integer(),
  changes: Type.Array(ImportChange),
  /** What happened and what comes next. */
  says: Type.String(),
  /** Why the batch may not be written, or not by this person. */
  keptBack: Type.Union([Type.String(), Type.Null()]),
});
export type ImportReport = Static<typeof ImportReport>;

export const ImportList = Type.Object({ rows: Type.Array(Type.Object(summary)) });
export type ImportList = Static<typeof ImportList>;

export const ImportRowsQuery = Type.Object({
  outcome: Type.Optional(Type.Union([Type.Literal('new'), Type.Literal('change'), Type.Literal('same'), Type.Literal('wrong')])),
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export const ImportRows = Type.Object({ rows: Type.Array(ImportChange), faults: Type.Array(ImportFault), next: orNull(Type.Integer()) });
export type ImportRows = Static<typeof ImportRows>;

export const CommitBody = Type.Object({
  /** Rows that are wrong are left out; without it they stop the whole import. */
  skipWrong: Type.Optional(Type.Boolean()),
});
export const UndoBody = Type.Object({
  reason: Reason,
  /** Takes back what can be, and leaves the records that were changed since. */
  partial: Type.Optional(Type.Boolean()),
});
export const ImportKindParams = Type.Object({ kind: Type.String({ pattern: '^[a-z-]{1,40}$' }) });
