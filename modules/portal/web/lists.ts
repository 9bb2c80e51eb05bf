// Lists for anyone: titles in force and public registers, each searched, paged and taken along as a workbook.
import { formatDayText } from '#ui/format.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { addressOf, choice, list, pages, search, table } from './parts.ts';

export interface TitleKind {
  readonly kind: string;
  readonly name: string;
  readonly count: number;
}

export const titleItem = ({ kind, name, count }: TitleKind): Html =>
  html`<a class="name" href="/public/titles/${encodeURIComponent(kind)}">${name}</a> <small>有效 ${count} 项</small>`;

export const titlesPage = (kinds: readonly TitleKind[], today: string): PageContent => ({
  title: '资质名录',
  description: '本市企业和机构现行有效的科技资质：高新技术企业等，按名称或统一社会信用代码查询。',
  canonical: '/public/titles',
  lead: `截至 ${formatDayText(today)} 有效的资质。`,
  body: list(kinds.map(titleItem), '目前没有可公开的资质。'),
});

export interface TitleList {
  readonly kind: TitleKind;
  readonly today: string;
  readonly rows: readonly {
    readonly holder: string;
    readonly uscc: string;
    readonly place: string;
    readonly label: string;
    readonly number: string;
    readonly from: string;
    readonly until: string;
  }[];
  readonly next: string | null;
  readonly total: number;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly years: readonly number[];
  readonly asked: {
    readonly text?: string | undefined;
    readonly region?: string | undefined;
    readonly year?: string | undefined;
    readonly after?: string | undefined;
  };
}

export function titlePage({ kind, today, rows, next, total, places, years, asked }: TitleList): PageContent {
  const path = `/public/titles/${encodeURIComponent(kind.kind)}`;
  const hasLabels = rows.some(({ label }) => label !== '');
  const columns = ['单位名称', '统一社会信用代码', '所在地', ...(hasLabels ? ['名称'] : []), '证书编号', '有效期起', '有效期止'];
  const { after: _after, ...filters } = asked;
  return {
    title: kind.name,
    description: `${kind.name}有效名单，共 ${kind.count} 项，可按单位名称或统一社会信用代码查询。`,
    canonical: path,
    parent: { label: '资质名录', href: '/public/titles' },
    lead: `截至 ${formatDayText(today)} 有效。没有查到不等于没有资格，请以发证机关为准。`,
    data: {
      '@type': 'Dataset',
      name: `${kind.name}有效名单`,
      dateModified: today,
      description: `${kind.name}有效名单，共 ${kind.count} 项`,
    },
    body: html`${search(path, asked.text, '单位名称、信用代码或证书编号', [
      choice('region', '所在地', places, asked.region),
      choice(
        'year',
        '取得年份',
        years.map((year) => ({ code: String(year), name: `${year}年` })),
        asked.year,
      ),
    ])}<p>共 <strong>${total}</strong> 项 <a class="noprint" href="${addressOf(`${path}/export`, filters)}">下载 Excel</a></p>${
      rows.length === 0
        ? html`<p class="note">没有符合条件的资质，请核对名称或信用代码。</p>`
        : table(
            kind.name,
            columns,
            rows.map((row) => [row.holder, row.uscc, row.place, ...(hasLabels ? [row.label] : []), row.number, row.from, row.until]),
          )
    }${pages(path, asked, next)}`,
  };
}

export const registerItem = ({ id, name, rows }: { id: string; name: string; rows: number }): Html =>
  html`<a class="name" href="/public/registers/${id}">${name}</a> <small>${rows} 条</small>`;

export const registersPage = (registers: readonly { id: string; name: string; rows: number }[]): PageContent => ({
  title: '公开名单',
  description: '对外公开的名单：重点实验室、创新联合体等，现行有效的记录。',
  canonical: '/public/registers',
  body: list(registers.map(registerItem), '目前没有公开的名单。'),
});

export interface RegisterShown {
  readonly id: string;
  readonly name: string;
  readonly counter: string;
  readonly asOf: string;
  readonly columns: readonly { readonly label: string; readonly unit: string | null }[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
  readonly next: string | null;
  readonly total: number;
}

export function registerPage(
  register: RegisterShown,
  asked: { readonly text?: string | undefined; readonly after?: string | undefined },
): PageContent {
  const path = `/public/registers/${register.id}`;
  return {
    title: register.name,
    description: `${register.name}，共 ${register.total} ${register.counter}，截至 ${register.asOf}。`,
    canonical: path,
    parent: { label: '公开名单', href: '/public/registers' },
    lead: `截至 ${formatDayText(register.asOf)} 有效的记录。`,
    data: { '@type': 'Dataset', name: register.name, dateModified: register.asOf, description: `${register.name}，现行有效的记录` },
    body: html`${search(path, asked.text, '名称')}<p>共 <strong>${register.total}</strong> ${register.counter} <a class="noprint" href="/api/registers/public/${register.id}/export">下载 Excel</a></p>${
      register.rows.length === 0
        ? html`<p class="note">没有符合条件的记录。</p>`
        : table(
            register.name,
            register.columns.map(({ label, unit }) => (unit === null ? label : `${label}（${unit}）`)),
            register.rows.map(({ cells }) => cells),
          )
    }${pages(path, asked, register.next)}`,
  };
}
