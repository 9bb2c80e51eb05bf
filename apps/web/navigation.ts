// What stands in the navigation, what is counted beside it, and where the search box looks: explicit lists to which modules add lines.

import { caseSource, waitingCounts } from '#modules/casework/web/navigation.ts';
import type { NavigationEntry } from '#ui/shell/navigation.ts';
import type { SearchSource } from '#ui/shell/search-sources.ts';
import type { Inbox } from '#ui/shell/shell-parts.tsx';

export const entries: readonly NavigationEntry[] = [
  { area: '今日', label: '今日', href: '/', keywords: 'jr 首页 待办' },
  {
    area: '事项',
    label: '办件',
    href: '/casework/cases',
    permission: 'casework/case:read',
    count: 'casework.mine',
    keywords: 'bj 申请 审批',
  },
  { area: '事项', label: '申报批次', href: '/casework/calls', permission: 'casework/call:read', keywords: 'sbpc 通知 指南 受理' },
  {
    area: '事项',
    label: '导入结果名单',
    href: '/casework/results',
    permission: 'casework/result-list:import',
    keywords: 'drjgmd 认定 证书 未通过原因',
  },
  { area: '指标', label: '指标', href: '/figures', permission: 'figures/indicator:read', keywords: 'zb 数据 统计' },
];

/** Each answers with counts under the names used in `count` of the entries; asked every two minutes. */
export const countSources: readonly {
  readonly key: string;
  readonly permission?: string;
  readonly fetch: (signal: AbortSignal) => Promise<Readonly<Record<string, number>>>;
}[] = [{ key: 'casework', permission: 'casework/case:read', fetch: waitingCounts }];

/** Enterprises, cases and indicators; pages are always searched. */
export const searchSources: readonly SearchSource[] = [caseSource];

/** Where the bell looks; absent while no module sends notices. */
export const inboxSource: ((signal: AbortSignal) => Promise<Inbox>) | undefined = undefined;
