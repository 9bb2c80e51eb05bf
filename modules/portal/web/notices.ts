// Publicity: what is laid open now and what was, one list with the way to object, the form of an objection, its receipt.
import { formatDayText } from '#ui/format.ts';
import { type Html, html, paragraphs } from './html.ts';
import type { PageContent } from './layout.ts';
import { addressOf, choice, facts, list, pages, search, section, table, tag } from './parts.ts';

export interface NoticeShown {
  readonly id: string;
  readonly kind: 'notice' | 'decision';
  /** Of a decision: the notice that went before. */
  readonly notice: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly lead: string;
  readonly closing: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly agency: string;
  readonly from: string;
  readonly until: string;
  readonly isRunning: boolean;
}

export const noticeItem = (notice: NoticeShown): Html =>
  html`<a class="name" href="/public/notices/${notice.id}">${notice.title}</a> ${notice.isRunning ? tag('公示中', 'good') : tag('已期满')}
<small>${notice.number !== null && `${notice.number} · `}公示期 ${formatDayText(notice.from)} 至 ${formatDayText(notice.until)} · ${notice.rows.length} 项</small>`;

export interface Archive {
  readonly rows: readonly NoticeShown[];
  readonly next: string | null;
  readonly total: number;
  readonly text: string | undefined;
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly after: string | undefined;
}

export function noticesPage(running: readonly NoticeShown[], archive: Archive): PageContent {
  const { text, year, after } = archive;
  const years = archive.years.map((one) => ({ code: String(one), name: `${one}年` }));
  return {
    title: '公示',
    description: '正在公示的拟通过名单和往期公示；公示期内可以实名提出异议。',
    canonical: '/public/notices',
    lead: '公示期内，任何单位和个人都可以实名提出异议。',
    body: html`${section('正在公示', list(running.map(noticeItem), '目前没有正在公示的名单。'))}
<p class="act"><a class="button" href="/public/objections">凭回执号查询异议处理情况</a></p>
${section('往期公示', [
  search('/public/notices', text, '标题或单位名称', [choice('year', '年份', years, year === undefined ? undefined : String(year))]),
  list(archive.rows.map(noticeItem), text === undefined && year === undefined ? '没有往期公示。' : '没有符合条件的往期公示。'),
  pages('/public/notices', { text, year: year === undefined ? undefined : String(year), after }, archive.next),
])}`,
  };
}

export function noticePage(notice: NoticeShown, bureau: string): PageContent {
  const numbered = notice.rows.map((cells, i) => [String(i + 1), ...cells]);
  return {
    title: notice.title,
    description: `${notice.title}，公示期 ${notice.from} 至 ${notice.until}，共 ${notice.rows.length} 项。`,
    canonical: `/public/notices/${notice.id}`,
    parent: { label: '公示', href: '/public/notices' },
    data: {
      '@type': 'Report',
      headline: notice.title,
      datePublished: notice.from,
      expires: notice.until,
      publisher: { '@type': 'GovernmentOrganization', name: bureau },
    },
    lead: html`${notice.isRunning ? tag('公示中', 'good') : tag('公示期已满')} ${notice.number}`,
    body: html`${paragraphs(notice.lead)}${facts([
      ['公示期', `${formatDayText(notice.from)} 至 ${formatDayText(notice.until)} 24:00`],
      ['公示单位', notice.agency],
      ['数量', `${notice.rows.length} 项`],
    ])}${table(notice.title, ['序号', ...notice.columns], numbered)}${paragraphs(notice.closing)}${
      notice.isRunning
        ? html`<p class="act"><a class="button main" href="/public/notices/${notice.id}/objection">提出异议</a></p>`
        : html`<p class="say">公示期已于 ${formatDayText(notice.until)} 24:00 届满，不再受理网上异议。</p>`
    }`,
  };
}

export interface ObjectionForm {
  readonly token: string;
  readonly entries: readonly number[];
  readonly text: Readonly<Record<'objector' | 'phone' | 'facts' | 'evidence', string>>;
  readonly wrong: Readonly<Record<string, string>>;
  readonly most: number;
}

const mistake = (text: string | undefined): Html | false => text !== undefined && html`<strong class="wrong">${text}</strong>`;

function entriesField({ rows }: NoticeShown, { entries, wrong, most }: ObjectionForm): Html {
  if (rows.length === 1) return html`<p>异议所涉：<strong>${rows[0]?.[0]}</strong></p>`;
  return html`<fieldset><legend>异议所涉的条目（可多选，至多 ${most} 项）</legend>${mistake(wrong.entries)}${rows.map(
    (cells, i) =>
      html`<label class="pick"><input type="checkbox" name="entry" value="${i}"${entries.includes(i) && html` checked`}> ${i + 1}. ${cells[0]}</label>`,
  )}</fieldset>`;
}

export function objectionPage(notice: NoticeShown, form: ObjectionForm): PageContent {
  const { text, wrong, token } = form;
  const isWrong = Object.keys(wrong).length > 0;
  return {
    title: '提出异议',
    description: '对公示提出异议',
    canonical: `/public/notices/${notice.id}/objection`,
    isPrivate: true,
    parent: { label: notice.title, href: `/public/notices/${notice.id}` },
    lead: `请在 ${formatDayText(notice.until)} 24:00 前提交，以服务器时间为准。请实名，写明事实并提供线索；您的姓名和电话只供核实，不向被反映的单位透露。`,
    body: html`${isWrong && html`<div class="say bad" role="alert">还有 ${Object.keys(wrong).length} 处需要改正，已填写的内容都在，请改后重新提交。</div>`}
<form class="form" method="post" action="/public/notices/${notice.id}/objection">
<input type="hidden" name="token" value="${token}">
<div class="away" aria-hidden="true"><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></div>
${entriesField(notice, form)}
<label><span>姓名或单位全称</span>${mistake(wrong.objector)}<input name="objector" required minlength="2" maxlength="60" autocomplete="name" value="${text.objector}"></label>
<label><span>联系电话</span>${mistake(wrong.phone)}<input name="phone" type="tel" required maxlength="20" autocomplete="tel" value="${text.phone}"></label>
<label><span>异议事实和理由（10 至 2000 字）</span>${mistake(wrong.facts)}<textarea name="facts" rows="6" required minlength="10" maxlength="2000">${text.facts}</textarea></label>
<label><span>证据或线索（如文号、网址、时间地点、知情人；纸质材料可另行寄送，写明回执号）</span>${mistake(wrong.evidence)}<textarea name="evidence" rows="4" required minlength="4" maxlength="1000">${text.evidence}</textarea></label>
<p class="act"><button class="button main">提交异议</button><a class="button" href="/public/notices/${notice.id}">不提了，返回公示</a></p>
</form>`,
  };
}

export const receiptPage = (notice: NoticeShown, receipt: string): PageContent => ({
  title: '异议已经收到',
  description: '异议回执',
  canonical: `/public/notices/${notice.id}/objection`,
  isPrivate: true,
  parent: { label: notice.title, href: `/public/notices/${notice.id}` },
  body: html`<div class="say good"><p>回执号 <strong>${receipt}</strong></p><p>请抄下或截图保存。核实期间，所涉条目暂不办结；处理后可凭回执号查询结论。</p></div>
<p class="act"><a class="button" href="${addressOf('/public/objections', { receipt })}">查询处理情况</a><a class="button" href="/public/notices/${notice.id}">返回公示</a></p>`,
});

export interface StandingShown {
  readonly receipt: string;
  readonly day: string;
  readonly title: string;
  readonly entries: readonly { readonly name: string; readonly standing: string }[];
}

export const standingPage = (asked: string | undefined, found: StandingShown | null, why: string | null): PageContent => ({
  title: '异议处理情况',
  description: '凭回执号查询异议的处理情况',
  canonical: '/public/objections',
  isPrivate: true,
  parent: { label: '公示', href: '/public/notices' },
  body: html`<form class="find" method="get" action="/public/objections"><label><span>回执号</span><input name="receipt" required maxlength="24" placeholder="YY20260301-XXXXXXXXXX" value="${
    asked ?? ''
  }"></label><button class="button main">查询</button></form>${why !== null && html`<div class="say bad" role="alert">${why}</div>`}${
    found !== null &&
    html`${facts([
      ['回执号', found.receipt],
      ['收到日期', formatDayText(found.day)],
      ['公示', found.title],
    ])}${table(
      '处理情况',
      ['所涉条目', '处理情况'],
      found.entries.map(({ name, standing }) => [name, standing]),
    )}`
  }`,
});
