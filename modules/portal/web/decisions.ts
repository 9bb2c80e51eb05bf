// What was decided after publicity: the archive of lists, which stay, and one list.
import { formatDayText } from '#ui/format.ts';
import { type Html, html, paragraphs } from './html.ts';
import type { PageContent } from './layout.ts';
import type { Archive, NoticeShown } from './notices.ts';
import { choice, facts, list, pages, search, table } from './parts.ts';

export const decisionItem = (decision: NoticeShown): Html =>
  html`<a class="name" href="/public/decisions/${decision.id}">${decision.title}</a>
<small>${formatDayText(decision.from)} 公布 · ${decision.rows.length} 项</small>`;

export function decisionsPage({ rows, next, text, year, years, after }: Archive): PageContent {
  const known = years.map((one) => ({ code: String(one), name: `${one}年` }));
  const asked = year === undefined ? undefined : String(year);
  return {
    title: '结果公布',
    description: '公示期满后公布的立项、认定、获奖等结果名单，长期可查。',
    canonical: '/public/decisions',
    lead: '公示期满、异议处理完毕后公布的名单，长期保留。',
    body: html`${search('/public/decisions', text, '标题或单位名称', [choice('year', '年份', known, asked)])}
${list(rows.map(decisionItem), text === undefined && year === undefined ? '还没有公布的结果。' : '没有符合条件的结果公布。')}
${pages('/public/decisions', { text, year: asked, after }, next)}`,
  };
}

export function decisionPage(decision: NoticeShown, bureau: string): PageContent {
  const numbered = decision.rows.map((cells, i) => [String(i + 1), ...cells]);
  return {
    title: decision.title,
    description: `${decision.title}，${decision.from} 公布，共 ${decision.rows.length} 项。`,
    canonical: `/public/decisions/${decision.id}`,
    parent: { label: '结果公布', href: '/public/decisions' },
    data: {
      '@type': 'Report',
      headline: decision.title,
      datePublished: decision.from,
      publisher: { '@type': 'GovernmentOrganization', name: bureau },
    },
    body: html`${paragraphs(decision.lead)}${facts([
      ['公布日期', formatDayText(decision.from)],
      ['公布单位', decision.agency],
      ['数量', `${decision.rows.length} 项`],
      ['公示', html`<a href="/public/notices/${decision.notice}">查看此前的公示</a>`],
    ])}${table(decision.title, ['序号', ...decision.columns], numbered)}${paragraphs(decision.closing)}`,
  };
}
