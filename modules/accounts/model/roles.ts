// The roles an account may hold: where each sits, and to which line of duty it belongs.
import { type Permission, permissionNames, permissions } from './permissions.ts';

/**
 * Lines of duty never meet in one account: the three administrators watch each other, and none of them does business
 * (GB/T 22239-2019, 8.1.5 安全管理中心: 系统管理、审计管理、安全管理分设).
 */
export type Line = 'business' | 'system' | 'security' | 'audit';

export const roleIds = [
  'enterprise',
  'county-officer',
  'county-tax-officer',
  'county-finance-officer',
  'city-officer',
  'city-tax-officer',
  'city-finance-officer',
  'leader',
  'party-building-officer',
  'service-supervisor',
  'expert',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type RoleId = (typeof roleIds)[number];

/** Where accounts of a role sit: an office of one of the kinds, a party of the registry, or neither. */
export type Seat = readonly OfficeKind[] | 'party' | 'alone';

/** Kinds of office that have accounts: those that act in cases, and the one that runs the system. */
export const officeKinds = {
  'city-office': '市科技局处室',
  leadership: '局领导',
  'city-tax': '市税务局',
  'city-finance': '市财政局',
  'county-office': '县区科技局',
  'county-tax': '县区税务局',
  'county-finance': '县区财政局',
  administration: '系统运行管理机构',
} as const;
export type OfficeKind = keyof typeof officeKinds;

export interface Role {
  readonly name: string;
  readonly line: Line;
  readonly seat: Seat;
  /** What the holder does, in one sentence. */
  readonly says: string;
}

export const roles: Readonly<Record<RoleId, Role>> = {
  enterprise: { name: '企业用户', line: 'business', seat: 'party', says: '代表本单位申报、填报、查看本单位的事项' },
  'county-officer': { name: '县区科技经办', line: 'business', seat: ['county-office'], says: '办理本县区的审核、推荐、走访与统计' },
  'county-tax-officer': { name: '县区税务经办', line: 'business', seat: ['county-tax'], says: '核对本县区企业的税务数据并出具意见' },
  'county-finance-officer': { name: '县区财政经办', line: 'business', seat: ['county-finance'], says: '核对并拨付本县区承担的资金' },
  'city-officer': { name: '市局业务经办', line: 'business', seat: ['city-office'], says: '组织批次、复审、评审、公示、指标与报告' },
  'city-tax-officer': { name: '市税务经办', line: 'business', seat: ['city-tax'], says: '复核税务数据并会签推荐' },
  'city-finance-officer': { name: '市财政经办', line: 'business', seat: ['city-finance'], says: '审核资金计划并拨付' },
  leader: { name: '局领导', line: 'business', seat: ['leadership'], says: '审定事项、签发文件、查看全局' },
  'party-building-officer': {
    name: '党务经办',
    line: 'business',
    seat: ['city-office'],
    says: '登记三会一课等党建台账，查看各类台账',
  },
  'service-supervisor': {
    name: '政务服务监督',
    line: 'business',
    seat: ['city-office'],
    says: '回访差评、督促整改，不经办事项',
  },
  expert: { name: '评审专家', line: 'business', seat: 'alone', says: '评审指派给本人的材料' },
  'system-admin': {
    name: '系统管理员',
    line: 'system',
    seat: ['administration'],
    says: '开设和停用账户、维护机构与运行参数，不见业务数据',
  },
  'security-admin': { name: '安全管理员', line: 'security', seat: ['administration'], says: '授予和收回角色、设定安全策略，不见业务数据' },
  'audit-admin': { name: '审计管理员', line: 'audit', seat: ['administration'], says: '查阅和校验审计记录，不见业务数据' },
};

export const lineNames: Readonly<Record<Line, string>> = {
  business: '业务',
  system: '系统管理',
  security: '安全管理',
  audit: '审计管理',
};

export const isRoleId = (text: string): text is RoleId => (roleIds as readonly string[]).includes(text);

export const lineOf = (role: RoleId): Line => roles[role].line;

export const isAdministrator = (role: RoleId): boolean => lineOf(role) !== 'business';

const held = new Map<RoleId, readonly Permission[]>(
  roleIds.map((role) => [role, permissionNames.filter((name) => permissions[name].held.includes(role))]),
);

export const permissionsOfRole = (role: RoleId): readonly Permission[] => held.get(role) ?? [];

export function permissionsOf(of: readonly RoleId[]): ReadonlySet<Permission> {
  return new Set(of.flatMap(permissionsOfRole));
}
