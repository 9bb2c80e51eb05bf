// The table of permissions: what each allows, and which roles hold it. A new action adds its line here and nowhere else.
import type { RoleId } from './roles.ts';

interface Grant {
  /** What it allows, as the table of permissions on screen says it. */
  readonly says: string;
  readonly held: readonly RoleId[];
}

const city = ['city-officer', 'leader'] as const satisfies readonly RoleId[];
const science = [...city, 'county-officer'] as const satisfies readonly RoleId[];
const tax = ['city-tax-officer', 'county-tax-officer'] as const satisfies readonly RoleId[];
const finance = ['city-finance-officer', 'county-finance-officer'] as const satisfies readonly RoleId[];
const staff = [...science, ...tax, ...finance] as const satisfies readonly RoleId[];
const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly RoleId[];

const table = {
  'registry/party:read': { says: '查看主体档案', held: [...staff, 'enterprise'] },
  'registry/party:edit': { says: '维护主体档案', held: ['city-officer', 'county-officer', 'enterprise'] },
  'registry/party:import': { says: '批量导入主体', held: ['city-officer', 'county-officer'] },
  'registry/party:merge': { says: '合并重复主体', held: ['city-officer'] },
  'registry/party:unmask': { says: '说明理由后查看完整的个人信息', held: ['city-officer', 'county-officer', 'leader'] },
  'registry/finance:record': { says: '登记和更正主体的财务数据', held: ['city-officer', 'county-officer'] },
  'registry/title:read': { says: '查看资质与称号', held: [...staff, 'enterprise'] },
  'registry/title:grant': { says: '登记、导入和撤销资质与称号', held: ['city-officer'] },

  'casework/case:read': { says: '查看事项', held: [...staff, 'enterprise', 'service-supervisor'] },
  'casework/case:apply': { says: '申报、补正和撤回本单位的事项', held: ['enterprise'] },
  'casework/case:act': { says: '办理轮到本机构或本单位的事项', held: [...staff, 'enterprise'] },
  'casework/call:read': { says: '查看批次', held: [...staff, 'enterprise', 'expert'] },
  'casework/call:manage': { says: '开设和调整批次', held: ['city-officer'] },
  'casework/sealed:read': { says: '查看对经办人员保密的评价', held: ['service-supervisor'] },
  'casework/publication:manage': { says: '拟订、更正和撤下公示', held: ['city-officer'] },
  'casework/result-list:import': { says: '导入上级认定结果名单', held: ['city-officer'] },
  'casework/spot-check:read': { says: '查看抽查名单和结果', held: science },
  'casework/spot-check:draw': { says: '抽取抽查名单', held: ['city-officer'] },
  'casework/spot-check:record': { says: '登记抽查结果，撤销由市级决定', held: ['city-officer', 'county-officer'] },

  'service/rating:follow': { says: '回访差评、督促整改', held: ['service-supervisor'] },
  'service/statistics:read': { says: '查看政务服务大屏、统计和匿名评价', held: [...science, 'service-supervisor'] },

  'review/expert:read': { says: '查看评审专家库', held: city },
  'review/expert:edit': { says: '登记、修改和导入评审专家', held: ['city-officer'] },
  'review/panel:read': { says: '查看评审组和评审结果', held: city },
  'review/panel:manage': { says: '抽取、通知、替换专家和汇总评审', held: ['city-officer'] },
  'review/rule:manage': { says: '设定评审规则', held: ['city-officer', 'leader'] },
  'review/sheet:score': { says: '评审指派给本人的材料', held: ['expert'] },

  'correspondence/document:read': { says: '查看和下载编发的文书', held: [...staff, 'enterprise'] },
  'correspondence/document:void': { says: '说明理由作废文书', held: ['city-officer', 'county-officer'] },
  'correspondence/wording:manage': { says: '改写文书的固定用语和机关代字', held: ['city-officer'] },

  'registers/row:read': { says: '查看台账', held: [...science, 'party-building-officer'] },
  'registers/row:edit': { says: '登记、修改和删除台账记录', held: ['city-officer', 'county-officer', 'party-building-officer'] },
  'registers/row:import': { says: '批量导入台账记录，整批撤销', held: ['city-officer', 'county-officer', 'party-building-officer'] },
  'registers/row:unmask': { says: '说明理由后查看台账中完整的个人信息', held: ['city-officer', 'county-officer', 'leader'] },
  'registers/party-building:read': { says: '查看和登记党建台账', held: ['party-building-officer', 'leader'] },

  'collection/return:read': { says: '查看报表与催报进度', held: [...science, 'enterprise'] },
  'collection/return:fill': { says: '填报本单位的报表', held: ['enterprise'] },
  'collection/return:audit': { says: '审核和退回报表', held: ['city-officer', 'county-officer'] },
  'collection/roster:manage': { says: '开设填报任务、维护填报名录', held: ['city-officer'] },

  'fieldwork/log:read': { says: '查看走访、派驻与专项行动', held: science },
  'fieldwork/log:write': { says: '登记走访、派驻与专项行动的进展', held: ['city-officer', 'county-officer'] },
  'fieldwork/term:manage': { says: '安排派驻与专项行动', held: ['city-officer'] },

  'funds/payment:read': { says: '查看资金安排与拨付', held: [...science, ...finance, 'enterprise'] },
  'funds/clause:manage': { says: '制订和试算奖补条款', held: ['city-officer'] },
  'funds/budget:manage': { says: '编制预算与资金计划', held: ['city-officer'] },
  'funds/payment:propose': { says: '提出拨付', held: ['city-officer', 'county-officer'] },
  'funds/payment:approve': { says: '审定拨付', held: ['leader'] },
  'funds/account:enter': { says: '登记单位的收款账户', held: ['city-officer', 'county-officer', 'enterprise'] },
  'funds/account:confirm': { says: '复核他人登记的收款账户', held: ['city-officer', 'county-officer', ...finance] },
  'funds/payment:confirm': { says: '确认到账与追回', held: finance },

  'market/item:read': { says: '查看成果、需求与交易', held: [...science, 'enterprise'] },
  'market/item:publish': { says: '发布成果与需求', held: ['city-officer', 'county-officer', 'enterprise'] },
  'market/deal:record': { says: '登记对接、交易与技术合同', held: ['city-officer', 'county-officer'] },

  'figures/indicator:read': { says: '查看指标与来源', held: [...science, 'city-tax-officer', 'city-finance-officer'] },
  'figures/entry:read': { says: '查看指标背后的台账记录', held: science },
  'figures/entry:post': { says: '登记外部数据与更正', held: ['city-officer'] },
  'figures/target:manage': { says: '下达和分解目标', held: ['city-officer'] },
  'figures/index:publish': { says: '发布创新指数', held: city },

  'reports/report:read': { says: '查看报告', held: science },
  'reports/report:write': { says: '起草、解读和核对报告', held: ['city-officer', 'county-officer'] },
  'reports/report:sign': { says: '签发报告', held: ['leader'] },

  'accounts/office:read': { says: '查看机构名册', held: [...staff, 'system-admin', 'security-admin', 'audit-admin'] },
  'accounts/office:manage': { says: '设立和调整机构', held: ['system-admin'] },
  'accounts/account:read': { says: '查看账户', held: administrators },
  'accounts/account:manage': { says: '开设、停用、解锁账户，重设初始密码', held: ['system-admin'] },
  'accounts/enterprise:open': { says: '为辖区内企业开设、停用账户和重设初始密码', held: ['city-officer', 'county-officer'] },
  'accounts/role:read': { says: '查看角色与权限表', held: administrators },
  'accounts/role:propose': { says: '提出授予或收回角色', held: ['security-admin'] },
  'accounts/role:confirm': { says: '复核角色的授予与收回', held: ['security-admin', 'system-admin'] },
  'accounts/delegation:lend': { says: '将本人的角色临时委托给同机构同事', held: staff },
  'accounts/delegation:oversee': { says: '查看和终止全部委托', held: ['security-admin'] },
  'accounts/setting:read': { says: '查看安全策略', held: administrators },
  'accounts/setting:manage': { says: '设定安全策略', held: ['security-admin'] },
  'accounts/trail:read': { says: '查阅审计记录', held: ['audit-admin'] },
  'accounts/trail:verify': { says: '校验审计记录的完整性', held: ['audit-admin'] },
} as const satisfies Readonly<Record<string, Grant>>;

export type Permission = keyof typeof table;

export const permissions: Readonly<Record<Permission, Grant>> = table;

export const permissionNames = Object.keys(table) as readonly Permission[];

export const isPermission = (text: string): text is Permission => Object.hasOwn(table, text);
