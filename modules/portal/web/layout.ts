// The frame of every public page: whose site it is, where one is, what there is besides.
import { dataBlock, type Html, html } from './html.ts';

/** What is the same for every page of one answer. */
export interface Frame {
  readonly bureau: string;
  /** The data are made up, and every page says so. */
  readonly isDemo: boolean;
  /** https://kjj.example.gov.cn */
  readonly site: string;
  readonly style: string;
  /** Entries that lead somewhere here. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly label: string;
  readonly href: string;
}

export interface PageContent {
  readonly title: string;
  readonly description: string;
  /** Address under which the page is known, without filters. */
  readonly canonical: string;
  /** Not for search engines: forms, receipts, refusals. */
  readonly isPrivate?: boolean;
  readonly parent?: Entry;
  readonly lead?: Html | string;
  readonly body: Html | readonly Html[];
  readonly data?: Readonly<Record<string, unknown>>;
}

function navigation(entries: readonly Entry[], at: string): Html {
  const current = entries.filter(({ href }) => at === href || at.startsWith(`${href}/`)).at(-1)?.href;
  return html`<nav aria-label="栏目"><ul>${entries.map(
    ({ label, href }) => html`<li><a href="${href}"${href === current && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>`;
}

export function document({ bureau, isDemo, site, style, entries }: Frame, page: PageContent): string {
  const { title, description, canonical, parent, lead, body, data } = page;
  const isHome = canonical === '/public';
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isHome ? bureau : `${title} · ${bureau}`}</title>
<meta name="description" content="${description}">
${page.isPrivate === true ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${site}${canonical}">`}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
${data !== undefined && dataBlock({ '@context': 'https://schema.org', ...data })}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${isDemo && html`<div class="demo"><div class="in">演示系统：本站的单位、人员和数据均为虚构。</div></div>`}
<header class="top"><div class="in"><a class="name" href="/public">${bureau}</a><a class="enter" href="/sign-in">登录办事</a>${navigation(entries, canonical)}</div></header>
<main id="main"><div class="in">
${parent !== undefined && html`<p class="path"><a href="${parent.href}">${parent.label}</a> ›</p>`}
<h1>${title}</h1>
${lead !== undefined && html`<p class="lead">${lead}</p>`}
${body}
</div></main>
<footer class="foot"><div class="in">${bureau} · 内容以本局正式文件为准，时间以服务器时间（北京时间）为准。</div></footer>
</body>
</html>
`.html;
}
