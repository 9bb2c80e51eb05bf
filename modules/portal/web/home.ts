// The first page for anyone: what is open now, what is laid open now, the board, and where the lists and guides are.

import { type NeedShown, needItem } from './board.ts';
import { type CallShown, callItem } from './calls.ts';
import { decisionItem } from './decisions.ts';
import { type Html, html } from './html.ts';
import type { Entry, PageContent } from './layout.ts';
import { registerItem, type TitleKind, titleItem } from './lists.ts';
import { type NoticeShown, noticeItem } from './notices.ts';
import { list, section } from './parts.ts';
import { type ReportItemShown, reportItem } from './reports.ts';
import { type ServiceShown, serviceItem } from './services.ts';

export interface HomeShown {
  readonly bureau: string;
  readonly site: string;
  readonly entries: readonly Entry[];
  readonly calls: readonly CallShown[];
  readonly notices: readonly NoticeShown[];
  readonly decisions: readonly NoticeShown[];
  readonly reports: readonly ReportItemShown[];
  readonly needs: readonly NeedShown[];
  readonly kinds: readonly TitleKind[];
  readonly registers: readonly { readonly id: string; readonly name: string; readonly rows: number }[];
  readonly services: readonly ServiceShown[];
}

const most = 5;

export function homePage(home: HomeShown): PageContent {
  const has = (href: string): boolean => home.entries.some((entry) => entry.href === href);
  const part = (title: string, items: readonly Html[], none: string, href: string): Html | false =>
    has(href) && section(title, list(items.slice(0, most), none), { label: '全部', href });
  const open = home.calls.filter(({ phase }) => phase === '受理中');
  const ahead = home.calls.filter(({ phase }) => phase === '未开始');
  return {
    title: '公开信息',
    description: `${home.bureau}：申报通知、公示、揭榜挂帅、资质名录、公开名单和办事指南。`,
    canonical: '/public',
    data: { '@type': 'GovernmentOrganization', name: home.bureau, url: `${home.site}/public` },
    body: html`<div class="cols"><div>
${part('正在受理的申报', [...open, ...ahead].map(callItem), '目前没有正在受理的申报。', '/public/calls')}
${part('揭榜挂帅', home.needs.filter(({ takesAnswers }) => takesAnswers).map(needItem), '目前没有揭榜中的榜单。', '/public/board')}
${part('办事指南', home.services.map(serviceItem), '目前没有可以办理的事项。', '/public/services')}
</div><div>
${part('正在公示', home.notices.map(noticeItem), '目前没有正在公示的名单。', '/public/notices')}
${part('结果公布', home.decisions.map(decisionItem), '还没有公布的结果。', '/public/decisions')}
${part('工作报告', home.reports.map(reportItem), '还没有公开的工作报告。', '/public/reports')}
${part('资质名录', home.kinds.map(titleItem), '目前没有可公开的资质。', '/public/titles')}
${part('公开名单', home.registers.map(registerItem), '目前没有公开的名单。', '/public/registers')}
</div></div>
<p class="act"><a class="button" href="/public/self-check">申报条件自测</a><a class="button" href="/public/calculations">政策计算</a><a class="button" href="/public/objections">异议处理查询</a></p>`,
  };
}
