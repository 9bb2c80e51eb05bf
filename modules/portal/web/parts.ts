// Parts of which public pages are made: facts, tables, the way to the next page.
import { type Html, html } from './html.ts';

export const section = (title: string, body: Html | readonly Html[], more?: { label: string; href: string }): Html =>
  html`<h2>${more !== undefined && html`<a class="more" href="${more.href}">${more.label}</a>`}${title}</h2>${body}`;

export const facts = (pairs: readonly (readonly [label: string, value: Html | string | null])[]): Html =>
  html`<dl class="facts">${pairs
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;

export type Tone = 'good' | 'warn' | 'bad' | '';
export const tag = (text: string, tone: Tone = ''): Html => html`<span class="tag ${tone}">${text}</span>`;

const isCode = (text: string): boolean => /^[0-9A-Z-]{8,}$/.test(text);

/** On a phone each row becomes a small list with its labels. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<div class="wide"><table class="stack"><caption class="away">${caption}</caption><thead><tr>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, i) => html`<td data-label="${columns[i] ?? ''}"${typeof cell === 'string' && isCode(cell) && html` class="code"`}>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

export const list = (items: readonly Html[], none: string): Html =>
  items.length === 0 ? html`<p class="note">${none}</p>` : html`<ul class="rows">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export const steps = (items: readonly { readonly says: string; readonly note: string }[]): Html =>
  html`<ol class="steps">${items.map(({ says, note }) => html`<li>${says}${note !== '' && html`<small>${note}</small>`}</li>`)}</ol>`;

/** The address of the same list with some of its filters changed; empty ones are left out. */
export function addressOf(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}

export const pages = (path: string, query: Readonly<Record<string, string | undefined>>, next: string | null): Html =>
  html`<p class="act pages">${query.after !== undefined && html`<a class="button" href="${addressOf(path, { ...query, after: null })}">回到第一页</a>`}${
    next !== null && html`<a class="button" rel="next" href="${addressOf(path, { ...query, after: next })}">下一页</a>`
  }</p>`;

export const search = (path: string, value: string | undefined, label: string, more: readonly Html[] = []): Html =>
  html`<form class="find" method="get" action="${path}" role="search"><label><span>${label}</span><input type="search" name="text" maxlength="60" value="${
    value ?? ''
  }"></label>${more}<button class="button">查询</button></form>`;

export const choice = (name: string, label: string, options: readonly { code: string; name: string }[], value: string | undefined): Html =>
  html`<label><span>${label}</span><select name="${name}"><option value="">全部</option>${options.map(
    (option) => html`<option value="${option.code}"${option.code === value && html` selected`}>${option.name}</option>`,
  )}</select></label>`;
