// What the oversight of accounts says over the wire: settings, the audit trail, its verification; and the own long work.
import { type Static, Type } from 'typebox';
import { Day, Id, Instant, nullable, pageOf, paging, Version } from './parts.ts';

const Setting = Type.Integer();
const SettingsBody = Type.Object({
  idleMinutes: Setting,
  adminIdleMinutes: Setting,
  absoluteHours: Setting,
  failLimit: Setting,
  failWindowMinutes: Setting,
  lockMinutes: Setting,
  passwordDays: Setting,
  delegationDays: Setting,
});
export const SettingsReply = Type.Object({ settings: SettingsBody, version: Version, changedAt: nullable(Instant) });
export type SettingsView = Static<typeof SettingsReply>;
export const SettingsChange = Type.Object({ settings: SettingsBody, version: Version });

const TrailLine = Type.Object(
  {
    seq: Type.String(),
    at: Instant,
    account: Id,
    name: Type.String(),
    office: Type.String(),
    sentence: Type.String(),
    subjectKind: Type.String(),
    subjectId: Type.String(),
    detail: Type.Unknown(),
  },
  { $id: 'TrailLine' },
);
export type TrailLineView = Static<typeof TrailLine>;
export const TrailPage = pageOf(TrailLine);
export const TrailQuery = Type.Object({
  account: Type.Optional(Id),
  subjectKind: Type.Optional(Type.String({ title: '对象类别', maxLength: 60 })),
  subjectId: Type.Optional(Type.String({ title: '对象编号', maxLength: 100 })),
  text: Type.Optional(Type.String({ title: '查找', maxLength: 50 })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  ...paging,
});
export const Verification = Type.Object({
  holds: Type.Boolean(),
  lines: Type.Integer(),
  /** Where the chain breaks first, and how. */
  broken: nullable(Type.Object({ seq: Type.String(), kind: Type.String(), message: Type.String() })),
});
export type VerificationView = Static<typeof Verification>;

const Work = Type.Object(
  {
    id: Id,
    title: Type.String(),
    page: Type.String(),
    says: Type.String(),
    share: nullable(Type.Number()),
    state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('refused'), Type.Literal('lost')]),
    startedAt: Instant,
    endedAt: nullable(Instant),
    ref: nullable(Type.String()),
  },
  { $id: 'OwnWorkRow' },
);
export const OwnWork = Type.Object({ rows: Type.Array(Work) });
