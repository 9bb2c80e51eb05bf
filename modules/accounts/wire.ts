// What accounts say over the wire: schemas and types shared by actions and pages.
import { type Static, Type } from 'typebox';
import { roleIds } from './model/roles.ts';
import { Day, Id, Instant, Line, literals, nullable, OfficeKindSchema, pageOf, paging, Reason, Role, Version } from './model/wire/parts.ts';

export { ById, Id, Made } from './model/wire/parts.ts';

export const SignIn = Type.Object({
  account: Type.String({ title: '登录名', minLength: 1, maxLength: 64 }),
  password: Type.String({ title: '密码', minLength: 1, maxLength: 256 }),
});
export const SignedIn = Type.Object({ mustChangePassword: Type.Boolean(), notice: nullable(Type.String()) });

const Named = Type.Object({ id: Type.String(), name: Type.String() });
const Region = Type.Object({ code: Type.String(), name: Type.String() });
/** Without `account` nobody is signed in; the rest is what anyone may know. */
export const SessionReply = Type.Object({
  root: Region,
  bureau: Type.String(),
  demo: Type.Boolean(),
  account: Type.Optional(Named),
  office: Type.Optional(Type.Object({ kind: Type.String(), name: Type.String() })),
  scope: Type.Optional(Type.String()),
  regions: Type.Optional(Type.Array(Region)),
  party: Type.Optional(nullable(Named)),
  permissions: Type.Optional(Type.Array(Type.String())),
  mustChangePassword: Type.Optional(Type.Boolean()),
});

export const Welcome = Type.Object({
  bureau: Type.String(),
  demo: Type.Boolean(),
  demoAccounts: Type.Array(Type.Object({ account: Type.String(), password: Type.String(), role: Type.String() })),
});

export const PasswordChange = Type.Object({
  current: Type.String({ title: '现在的密码', minLength: 1, maxLength: 256 }),
  next: Type.String({ title: '新密码', minLength: 1, maxLength: 256 }),
});

export const Account = Type.Object(
  {
    id: Id,
    login: Type.String(),
    name: Type.String(),
    line: Line,
    office: nullable(Id),
    officeName: nullable(Type.String()),
    officeKind: nullable(OfficeKindSchema),
    region: nullable(Type.String()),
    party: nullable(Id),
    roles: Type.Array(Role),
    mustChange: Type.Boolean(),
    passwordAt: nullable(Instant),
    signedInAt: nullable(Instant),
    disabledAt: nullable(Instant),
    disabledWhy: nullable(Type.String()),
    lockedUntil: nullable(Instant),
    createdAt: Instant,
    version: Version,
  },
  { $id: 'Account' },
);
/** A page of a list, as the browser sees it. */
export interface PageView<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number;
}
export type AccountView = Static<typeof Account>;
export const AccountPage = pageOf(Account);
export const AccountCounts = Type.Object({
  active: Type.Integer(),
  'without-role': Type.Integer(),
  locked: Type.Integer(),
  disabled: Type.Integer(),
});
export const AccountQuery = Type.Object({
  text: Type.Optional(Type.String({ title: '查找', maxLength: 50 })),
  /** Several separated by commas, as the filters of a list write them. */
  office: Type.Optional(Type.String({ title: '机构', maxLength: 2000 })),
  role: Type.Optional(Type.String({ title: '角色', maxLength: 300 })),
  line: Type.Optional(Type.String({ title: '职责', maxLength: 60 })),
  state: Type.Optional(
    Type.String({ title: '状态', pattern: '^(active|disabled|locked|without-role)(,(active|disabled|locked|without-role))*$' }),
  ),
  sort: Type.Optional(Type.String({ title: '排序', maxLength: 60 })),
  ...paging,
});

const PersonName = Type.String({ title: '姓名', minLength: 2, maxLength: 40 });
export const NewAccount = Type.Object({
  login: Type.String({ title: '登录名', minLength: 1, maxLength: 64 }),
  name: PersonName,
  line: Line,
  office: Type.Optional(nullable(Id)),
  party: Type.Optional(nullable(Id)),
});
/** The first password is shown once, to the one who opened the account. */
export const NewPassword = Type.Object({ id: Id, login: Type.String(), password: Type.String() });
export const NewEnterpriseAccount = Type.Object({
  party: Id,
  name: PersonName,
  login: Type.Optional(Type.String({ title: '登录名', minLength: 1, maxLength: 64 })),
});
export const PartyAccounts = Type.Object({ party: Named, rows: Type.Array(Account), next: Type.Null(), total: Type.Integer() });
export type PartyAccountsView = Static<typeof PartyAccounts>;
export const AccountEdit = Type.Object({ version: Version, name: PersonName, office: Type.Optional(Id) });
export const Disabling = Type.Object({ version: Version, reason: Reason });
export const Enabling = Type.Object({ version: Version });

const OwnSession = Type.Object({
  startedAt: Instant,
  seenAt: Instant,
  address: Type.String(),
  agent: Type.String(),
  isThis: Type.Boolean(),
});
export const MyAccount = Type.Object({
  login: Type.String(),
  name: Type.String(),
  officeName: nullable(Type.String()),
  roles: Type.Array(Role),
  borrowed: Type.Array(Role),
  passwordAt: nullable(Instant),
  passwordDays: Type.Integer(),
  mustChange: Type.Boolean(),
  isOfDemo: Type.Boolean(),
  passwordRule: Type.String(),
  sessions: Type.Array(OwnSession),
});
export type MyAccountView = Static<typeof MyAccount>;

export const RoleTable = Type.Object({
  roles: Type.Array(
    Type.Object({
      id: Role,
      name: Type.String(),
      says: Type.String(),
      line: Line,
      holders: Type.Integer(),
      permissions: Type.Array(Type.String()),
    }),
  ),
  permissions: Type.Array(Type.Object({ name: Type.String(), says: Type.String() })),
});
export type RoleTableView = Static<typeof RoleTable>;

export const RoleProposal = Type.Object({
  account: Id,
  add: Type.Array(Role, { title: '授予', maxItems: roleIds.length, uniqueItems: true }),
  remove: Type.Array(Role, { title: '收回', maxItems: roleIds.length, uniqueItems: true }),
  reason: Reason,
});
const RoleChange = Type.Object(
  {
    id: Id,
    account: Id,
    accountName: Type.String(),
    login: Type.String(),
    officeName: nullable(Type.String()),
    add: Type.Array(Role),
    remove: Type.Array(Role),
    reason: Type.String(),
    proposedAt: Instant,
    proposedBy: Id,
    proposedByName: nullable(Type.String()),
    decidedAt: nullable(Instant),
    decidedByName: nullable(Type.String()),
    outcome: nullable(literals(['confirmed', 'declined', 'withdrawn'] as const, '结果')),
  },
  { $id: 'RoleChange' },
);
export type RoleChangeView = Static<typeof RoleChange>;
export const RoleChangePage = pageOf(RoleChange);
export const RoleChangeQuery = Type.Object({
  open: Type.Optional(Type.Boolean({ title: '待复核' })),
  account: Type.Optional(Id),
  ...paging,
});

export const RoleChangeCounts = Type.Object({ open: Type.Integer() });

export const Lending = Type.Object({ role: Role, borrower: Id, from: Day, until: Day, reason: Reason });
const Delegation = Type.Object(
  {
    id: Id,
    role: Role,
    lender: Id,
    lenderName: Type.String(),
    borrower: Id,
    borrowerName: Type.String(),
    officeName: nullable(Type.String()),
    from: Day,
    until: Day,
    reason: Type.String(),
    lentAt: Instant,
    revokedAt: nullable(Instant),
    isInForce: Type.Boolean(),
  },
  { $id: 'Delegation' },
);
export type DelegationView = Static<typeof Delegation>;
export const DelegationPage = pageOf(Delegation);
export const DelegationQuery = Type.Object({ inForce: Type.Optional(Type.Boolean({ title: '生效中' })), ...paging });
export type ColleaguesView = Static<typeof Colleagues>;
export const Colleagues = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, name: Type.String(), roles: Type.Array(Role) })),
  mostDays: Type.Integer(),
});

const Office = Type.Object(
  {
    id: Id,
    kind: OfficeKindSchema,
    region: Type.String(),
    regionName: Type.String(),
    name: Type.String(),
    parent: nullable(Id),
    closedAt: nullable(Instant),
    version: Version,
  },
  { $id: 'Office' },
);
export type OfficeView = Static<typeof Office>;
export const OfficeQuery = Type.Object({
  kind: Type.Optional(OfficeKindSchema),
  region: Type.Optional(Type.String({ title: '区划', pattern: '^\\d{6}$' })),
  withClosed: Type.Optional(Type.Boolean({ title: '含已撤销' })),
});
/** Offices of a root are a few dozen: one page holds them all. */
export const OfficeList = Type.Object({
  rows: Type.Array(Office),
  next: Type.Null(),
  total: Type.Integer(),
  /** Counties and zones of the root: where county offices may be opened. */
  counties: Type.Array(Region),
});
export type OfficeListView = Static<typeof OfficeList>;
const OfficeName = Type.String({ title: '机构名称', minLength: 2, maxLength: 60 });
export const NewOffice = Type.Object({
  kind: OfficeKindSchema,
  region: Type.String({ title: '区划', pattern: '^\\d{6}$' }),
  name: OfficeName,
  parent: Type.Optional(nullable(Id)),
});
export const OfficeEdit = Type.Object({ version: Version, name: OfficeName, isClosed: Type.Boolean({ title: '撤销' }) });

export * from './model/wire/oversight.ts';
