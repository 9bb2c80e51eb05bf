// Work reports for anyone: the list by year, and the text as it was signed.
import type { ReleasedReport } from '#modules/reports/contract.ts';
import { formatDayText } from '#ui/format.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './layout.ts';
import { facts, list, table } from './parts.ts';

export type ReportItemShown = Pick<ReleasedReport, 'report' | 'title' | 'year' | 'kindName' | 'releasedOn'>;

export const reportItem = ({ report, title, kindName, releasedOn }: ReportItemShown): Html =>
  html`<a class="name" href="/public/reports/${report}">${title}</a><small>${kindName} · ${formatDayText(releasedOn)} 公开</small>`;

export const reportsPage = (reports: readonly ReportItemShown[]): PageContent => ({
  title: '工作报告',
  description: '已签发并公开的科技工作报告，数据按签发时的台账固定。',
  canonical: '/public/reports',
  lead: '已签发并公开的工作报告，文字和数据与签发时一致。',
  body: list(reports.map(reportItem), '还没有公开的工作报告。'),
});

type Block = ReleasedReport['text']['blocks'][number];

const said = (runs: Block['runs']): string => runs.map(({ text }) => text).join('');

function block({ kind, level, runs, columns, rows }: Block): Html {
  if (kind === 'heading') return level <= 1 ? html`<h2>${said(runs)}</h2>` : html`<h3>${said(runs)}</h3>`;
  if (kind === 'table') {
    return html`<p class="caption">${said(runs)}</p>${table(
      said(runs),
      columns.map(({ title }) => title),
      rows.map((cells) => cells.map(({ text }) => text)),
    )}`;
  }
  return html`<p>${said(runs)}</p>`;
}

export function reportPage(report: ReleasedReport, bureau: string): PageContent {
  const { title, releasedOn, signedOn, known, text } = report;
  return {
    title,
    description: `${title}，${releasedOn} 公开。`,
    canonical: `/public/reports/${report.report}`,
    parent: { label: '工作报告', href: '/public/reports' },
    data: {
      '@type': 'Report',
      headline: title,
      datePublished: releasedOn,
      publisher: { '@type': 'GovernmentOrganization', name: bureau },
    },
    body: html`${facts([
      ['签发日期', formatDayText(signedOn)],
      ['数据截至', `${formatDayText(known)}已知的台账`],
      ['公开日期', formatDayText(releasedOn)],
    ])}<article class="text">${text.blocks.map(block)}</article>`,
  };
}
