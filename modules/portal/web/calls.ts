// Calls: what can be applied for, and the guide of one, made out of its declaration.
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { officeName } from '#kernel/declare/office.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { kindNames } from '#kernel/faces/form-guide.ts';
import { formatInstant, formatMoney } from '#ui/format.ts';
import { type Html, html, paragraphs } from './html.ts';
import type { PageContent } from './layout.ts';
import { facts, list, section, steps, type Tone, tag } from './parts.ts';

export interface CallShown {
  readonly id: string;
  readonly name: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly phase: string;
  readonly quota: number | null;
  readonly budget: string | null;
  readonly guide: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly programme: Programme;
  readonly dossier: Dossier;
}

const tones: Readonly<Record<string, Tone>> = { 受理中: 'good', 未开始: 'warn' };
const applicants = { enterprise: '企业', institution: '事业单位、科研院所等', person: '个人' } as const;

export const callItem = (call: CallShown): Html =>
  html`<a class="name" href="/public/calls/${call.id}">${call.name}</a> ${tag(call.phase, tones[call.phase])}
<small>${call.programme.name} · 受理时间 ${formatInstant(call.opensAt)} 至 ${formatInstant(call.closesAt)}</small>`;

const groups: readonly (readonly [title: string, phases: readonly string[], none: string])[] = [
  ['正在受理', ['受理中'], '目前没有正在受理的批次。'],
  ['即将开始', ['未开始'], '目前没有即将开始的批次。'],
  ['已经截止', ['已截止', '已关闭'], '没有已经截止的批次。'],
];

export const callsPage = (calls: readonly CallShown[]): PageContent => ({
  title: '申报通知',
  description: '正在受理和即将开始的科技项目、资质认定批次，申报指南、条件和截止时间。',
  canonical: '/public/calls',
  lead: '指南、条件和截止时间以本页为准，截止按服务器时间。',
  body: groups.map(([title, phases, none]) =>
    section(
      title,
      list(
        calls
          .filter(({ phase }) => phases.includes(phase))
          .slice(0, 50)
          .map(callItem),
        none,
      ),
    ),
  ),
});

export function materials(dossier: Dossier): Html {
  const files = Object.values(dossier.form.fields).filter(({ kind }) => kind === 'file');
  if (files.length === 0) return html`<p class="note">不需要另交附件，在网上填表即可。</p>`;
  return steps(
    files.map(({ label, optional, help, extensions }) => ({
      says: `${label}${optional === true ? '（选交）' : ''}`,
      note: [help, extensions === undefined ? undefined : `格式：${extensions.join('、')}`].filter((part) => part !== undefined).join('；'),
    })),
  );
}

export const stagesOf = (dossier: Dossier): Html =>
  steps(
    dossier.stages.map(({ name, by, within }) => ({
      says: name,
      note: `${by.map(officeName).join('、')}${within === undefined ? '' : `，${within.workdays} 个工作日内`}`,
    })),
  );

const asks = (dossier: Dossier): Html =>
  steps(
    dossier.form.pages.map(({ title, fields }) => ({
      says: title,
      note: Object.values(fields)
        .filter(({ kind }) => kind !== 'file' && kind !== 'derived')
        .map(({ label, kind }) => `${label}（${kindNames[kind]}）`)
        .join('、'),
    })),
  );

function conditions({ dossier, parameters }: CallShown, day: string): Html {
  if (dossier.eligibility.rules.length === 0) return html`<p class="note">本事项没有另设条件。</p>`;
  return steps(
    dossier.eligibility.rules.map((rule) => ({ says: rule.says({ day, parameters }), note: `依据：${citationText(rule.cites)}` })),
  );
}

export function callPage(call: CallShown, day: string, bureau: string): PageContent {
  const { programme, dossier } = call;
  const who = dossier.by.map((kind) => applicants[kind]).join('、');
  const titles = (programme.titles ?? []).map(({ name }) => name);
  const isAhead = call.phase === '受理中' || call.phase === '未开始';
  return {
    title: call.name,
    description: `${call.name}：受理时间 ${formatInstant(call.opensAt)} 至 ${formatInstant(call.closesAt)}，申报对象、条件、材料和办理环节。`,
    canonical: `/public/calls/${call.id}`,
    parent: { label: '申报通知', href: '/public/calls' },
    lead: html`${tag(call.phase, tones[call.phase])} ${programme.name}`,
    data: {
      '@type': 'GovernmentService',
      name: call.name,
      serviceType: programme.name,
      audience: { '@type': 'Audience', audienceType: who },
      hoursAvailable: {
        '@type': 'OpeningHoursSpecification',
        validFrom: call.opensAt.toISOString(),
        validThrough: call.closesAt.toISOString(),
      },
      provider: { '@type': 'GovernmentOrganization', name: bureau },
    },
    body: html`${facts([
      ['受理时间', `${formatInstant(call.opensAt)} 至 ${formatInstant(call.closesAt)}`],
      ['申报对象', who],
      ['名额', call.quota === null ? null : `${call.quota} 个`],
      ['预算', call.budget === null ? null : formatMoney(call.budget)],
      ['办结取得', titles.join('、')],
    ])}<p class="act">${isAhead && html`<a class="button main" href="/sign-in?next=${encodeURIComponent(`/desk/calls/${call.id}`)}">登录申报</a>`}${
      dossier.eligibility.rules.length > 0 &&
      html`<a class="button" href="/public/self-check/${programme.id}/${dossier.id}?call=${call.id}">先自测条件</a>`
    }</p>
${section('申报指南', call.guide === '' ? html`<p class="note">本批次没有另附指南，请按下列条件和材料办理。</p>` : paragraphs(call.guide))}
${section('申报条件', conditions(call, day))}
<div class="cols"><div>${section('需要准备的材料', materials(dossier))}${section('网上要填写的内容', asks(dossier))}</div>
<div>${section('怎样办理', stagesOf(dossier))}${section('政策依据', steps(programme.basis.map((basis) => ({ says: citationText(basis), note: '' }))))}</div></div>`,
  };
}
