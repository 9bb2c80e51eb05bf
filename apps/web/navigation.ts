// What stands in the navigation, what is counted beside it, and where the search box looks: explicit lists to which modules add lines.

import { secondLooks } from '#modules/accounts/web/navigation.ts';
import { caseSource, waitingCounts } from '#modules/casework/web/navigation.ts';
import { messageInbox } from '#modules/correspondence/web/navigation.ts';
import { waitingPayments } from '#modules/funds/web/navigation.ts';
import { registerEntries } from '#modules/registers/web/navigation.ts';
import { partySource } from '#modules/registry/web/navigation.ts';
import type { NavigationEntry } from '#ui/shell/navigation.ts';
import type { SearchSource } from '#ui/shell/search-sources.ts';
import type { Inbox } from '#ui/shell/shell-parts.tsx';

export const entries: readonly NavigationEntry[] = [
  { area: '今日', label: '今日', href: '/', permission: 'casework/case:read', keywords: 'jr 首页 待办' },
  { area: '主体', label: '主体名录', href: '/registry/parties', permission: 'registry/party:read', keywords: 'ztml 企业 机构 资质 高企' },
  { area: '主体', label: '批量导入', href: '/registry/imports', permission: 'registry/party:import', keywords: 'pldr 名单 财务数据 Excel' },
  { area: '主体', label: '疑似重复', href: '/registry/duplicates', permission: 'registry/party:merge', keywords: 'yscf 合并' },
  {
    area: '事项',
    label: '办件',
    href: '/casework/cases',
    permission: 'casework/case:read',
    count: 'casework.mine',
    keywords: 'bj 申请 审批',
  },
  {
    area: '事项',
    label: '文书',
    href: '/correspondence/documents',
    permission: 'correspondence/document:read',
    keywords: 'ws 文号 字号 告知书 通知书 作废',
  },
  { area: '事项', label: '申报批次', href: '/casework/calls', permission: 'casework/call:read', keywords: 'sbpc 通知 指南 受理' },
  {
    area: '事项',
    label: '导入结果名单',
    href: '/casework/results',
    permission: 'casework/result-list:import',
    keywords: 'drjgmd 认定 证书 未通过原因',
  },
  {
    area: '事项',
    label: '抽查',
    href: '/casework/spot-checks',
    permission: 'casework/spot-check:read',
    keywords: 'cc 事中事后 随机 撤销 科小',
  },
  { area: '事项', label: '公示', href: '/casework/publications', permission: 'casework/case:read', keywords: 'gs 名单 异议 公开' },
  { area: '指标', label: '驾驶舱', href: '/cockpit', permission: 'figures/indicator:read', keywords: 'jsc 领导 大屏 预警 县区比较' },
  { area: '资金', label: '预算指标', href: '/funds/lines', permission: 'funds/payment:read', keywords: 'yszb 文号 执行 余额' },
  { area: '资金', label: '资金承诺', href: '/funds/commitments', permission: 'funds/payment:read', keywords: 'zjcn 分期 落实指标' },
  {
    area: '资金',
    label: '拨付',
    href: '/funds/payments',
    permission: 'funds/payment:read',
    count: 'funds.proposed',
    keywords: 'bf 审定 付款文件 退票',
  },
  { area: '资金', label: '银行退票', href: '/funds/returns', permission: 'funds/payment:confirm', keywords: 'tp 退汇 导入 csv' },
  { area: '资金', label: '收款账户', href: '/funds/accounts', permission: 'funds/payment:read', keywords: 'skzh 银行 复核' },
  { area: '资金', label: '资金追回', href: '/funds/recoveries', permission: 'funds/payment:read', keywords: 'zjzh 退回' },
  { area: '资金', label: '资金参数', href: '/funds/parameters', permission: 'funds/budget:manage', keywords: 'zjcs 期限 冻结 进度 设定' },
  { area: '评审', label: '评审组', href: '/panels', permission: 'review/panel:read', keywords: 'psz 专家评审 抽取 评分 汇总' },
  { area: '评审', label: '评审专家', href: '/experts', permission: 'review/expert:read', keywords: 'pszj 专家库 回避 学科' },
  { area: '评审', label: '评审规则', href: '/review-rules', permission: 'review/panel:read', keywords: 'psgz 轮换 信用 评审费' },
  { area: '台账', label: '全部台账', href: '/registers', permission: 'registers/row:read', keywords: 'tz 名单 登记簿' },
  { area: '指标', label: '指标', href: '/figures', permission: 'figures/indicator:read', keywords: 'zb 数据 统计' },
  { area: '指标', label: '目标', href: '/figures/targets', permission: 'figures/indicator:read', keywords: 'mb 分解 考核 责任书 亮灯' },
  { area: '指标', label: '创新指数', href: '/figures/indices', permission: 'figures/indicator:read', keywords: 'cxzs 白皮书 权重 定基' },
  { area: '指标', label: '指标目录', href: '/figures/catalogue', permission: 'figures/indicator:read', keywords: 'zbml 口径 含义 发布' },
  { area: '指标', label: '外部数据', href: '/figures/outside', permission: 'figures/indicator:read', keywords: 'wbsj 生产总值 研发经费' },
  { area: '报告', label: '工作报告', href: '/reports/write', permission: 'reports/report:read', keywords: 'gzbg 起草 年度总结 签发' },
  { area: '报告', label: '报告', href: '/reports', permission: 'reports/report:read', keywords: 'bg 解读 读数 核对 总结 其他城市' },
  { area: '服务', label: '服务大屏', href: '/service/board', permission: 'service/statistics:read', keywords: 'fwdp 政务服务 到期 超期' },
  { area: '服务', label: '办事指南', href: '/service/items', permission: 'service/statistics:read', keywords: 'bszn 服务事项 时限 材料' },
  {
    area: '服务',
    label: '服务统计',
    href: '/service/statistics',
    permission: 'service/statistics:read',
    keywords: 'fwtj 按期办结率 好差评',
  },
  { area: '服务', label: '差评回访', href: '/service/follow-ups', permission: 'service/rating:follow', keywords: 'cphf 好差评 整改' },
  { area: '服务', label: '政策计算', href: '/calculations', keywords: 'zcjs 测算 自测 加计扣除 时限 评分' },
  { area: '系统', label: '账户', href: '/accounts/accounts', permission: 'accounts/account:read', keywords: 'zh 用户 开户 停用 解锁' },
  {
    area: '系统',
    label: '角色变更',
    href: '/accounts/role-changes',
    permission: 'accounts/role:read',
    count: 'accounts.second-looks',
    keywords: 'jsbg 授权 复核',
  },
  { area: '系统', label: '权限表', href: '/accounts/roles', permission: 'accounts/role:read', keywords: 'qxb 角色' },
  { area: '系统', label: '角色委托', href: '/accounts/delegations', permission: 'accounts/delegation:oversee', keywords: 'jswt 代办' },
  { area: '系统', label: '机构', href: '/accounts/offices', permission: 'accounts/office:read', keywords: 'jg 处室 名册' },
  { area: '系统', label: '安全策略', href: '/accounts/settings', permission: 'accounts/setting:read', keywords: 'aqcl 密码 超时 锁定' },
  { area: '系统', label: '审计记录', href: '/accounts/trail', permission: 'accounts/trail:read', keywords: 'sjjl 日志 校验' },
  { area: '系统', label: '我的委托', href: '/accounts/my-delegations', permission: 'accounts/delegation:lend', keywords: 'wdwt 代办 休假' },
];

/** Entries that only the server knows, because they follow from the catalogue and from what a person may see. */
export const entrySources: readonly {
  readonly key: string;
  readonly permission: string;
  readonly fetch: (signal: AbortSignal) => Promise<readonly NavigationEntry[]>;
}[] = [{ key: 'registers', permission: 'registers/row:read', fetch: registerEntries }];

/** Each answers with counts under the names used in `count` of the entries; asked every two minutes. */
export const countSources: readonly {
  readonly key: string;
  readonly permission?: string;
  readonly fetch: (signal: AbortSignal) => Promise<Readonly<Record<string, number>>>;
}[] = [
  { key: 'casework', permission: 'casework/case:read', fetch: waitingCounts },
  { key: 'funds', permission: 'funds/payment:approve', fetch: waitingPayments },
  { key: 'accounts', permission: 'accounts/role:confirm', fetch: secondLooks },
];

/** Enterprises, cases and indicators; pages are always searched. */
export const searchSources: readonly SearchSource[] = [partySource, caseSource];

/** Where the bell of each face looks. */
export const inboxSource = (face: '' | '/desk' | '/review', signal: AbortSignal): Promise<Inbox> => messageInbox(face, signal);
