// The challenge board: needs that anyone may answer, what each asks and how to bid.
import type { Dossier } from '#kernel/declare/dossier.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { formatDayText } from '#ui/format.ts';
import { type Html, html, paragraphs } from './html.ts';
import type { PageContent } from './layout.ts';
import { facts, list, search, section, steps, type Tone, table, tag } from './parts.ts';

export interface NeedShown {
  readonly id: string;
  readonly headline: string;
  readonly issuer: string;
  readonly place: string;
  readonly number: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly phase: string;
  readonly takesAnswers: boolean;
  readonly shown: Readonly<Record<string, unknown>>;
  /** Keys of what is published, in order; the first is the headline. */
  readonly shows: readonly string[];
  readonly dossier: Dossier;
  /** The dossier by which it is answered. */
  readonly answer: Dossier | undefined;
}

const toneOf = ({ takesAnswers, phase }: NeedShown): Tone => (takesAnswers ? 'good' : phase === '已揭榜' ? '' : 'warn');

export const needItem = (need: NeedShown): Html =>
  html`<a class="name" href="/public/board/${need.id}">${need.headline}</a> ${tag(need.phase, toneOf(need))}
<small>发榜方 ${need.issuer}（${need.place}） · ${need.takesAnswers ? `截至 ${formatDayText(need.closesOn)} 24:00` : `${need.closesOn} 截止`}</small>`;

export const boardPage = (needs: readonly NeedShown[], text: string | undefined): PageContent => ({
  title: '揭榜挂帅',
  description: '企业发榜的技术难题：要解决的问题、考核指标、出资、揭榜期限和揭榜办法。',
  canonical: '/public/board',
  lead: '企业出题，全社会揭榜。发榜方的关联单位不能揭榜。',
  body: html`${search('/public/board', text, '榜单名称或发榜方')}
${section('揭榜中', list(needs.filter(({ takesAnswers }) => takesAnswers).map(needItem), '目前没有揭榜中的榜单。'))}
${section('往期榜单', list(needs.filter(({ takesAnswers }) => !takesAnswers).map(needItem), '没有往期榜单。'))}`,
});

function published({ dossier, shown, shows }: NeedShown): { short: (readonly [string, string])[]; long: Html[] } {
  const short: (readonly [string, string])[] = [];
  const long: Html[] = [];
  const lines = printAnswers(dossier.form, shown).flatMap((page) => page.lines);
  for (const key of shows.slice(1)) {
    const line = lines.find((candidate) => candidate.key === key);
    if (line === undefined || line.text === '') continue;
    const { label, text, table: rows } = line;
    const unit = line.unit ?? (dossier.form.fields[key]?.kind === 'money' ? '万元' : '');
    if (rows !== null && rows.rows.length > 0)
      long.push(
        section(
          label,
          table(
            label,
            rows.columns.map((column) => column.label),
            rows.rows,
          ),
        ),
      );
    else if (text.length > 60 || text.includes('\n')) long.push(section(label, paragraphs(text)));
    else short.push([label, unit === '' || text.endsWith(unit) ? text : `${text} ${unit}`]);
  }
  return { short, long };
}

export function needPage(need: NeedShown, bureau: string): PageContent {
  const { short, long } = published(need);
  const bidding = need.answer?.stages.map(({ name }) => name).join('、') ?? '';
  return {
    title: need.headline,
    description: `揭榜挂帅榜单：${need.headline}，发榜方${need.issuer}，${need.closesOn} 截止。`,
    canonical: `/public/board/${need.id}`,
    parent: { label: '揭榜挂帅', href: '/public/board' },
    lead: html`${tag(need.phase, toneOf(need))} ${need.issuer}（${need.place}）发榜`,
    data: {
      '@type': 'Demand',
      name: need.headline,
      validFrom: need.opensOn,
      validThrough: need.closesOn,
      seller: { '@type': 'GovernmentOrganization', name: bureau },
    },
    body: html`${facts([
      ['榜单编号', need.number],
      ['发榜日期', formatDayText(need.opensOn)],
      ['揭榜截止', `${formatDayText(need.closesOn)} 24:00`],
      ...short,
    ])}${
      need.takesAnswers &&
      html`<p class="act"><a class="button main" href="/sign-in?next=${encodeURIComponent(`/desk/board/${need.id}`)}">登录揭榜</a></p>`
    }${long}${section(
      '怎样揭榜',
      steps([
        {
          says: '用单位账号登录，在榜单页面开始揭榜，填写揭榜方案、报价和团队。',
          note: '没有账号的单位，请联系所在县（市、区）科技部门开通。',
        },
        { says: `在 ${formatDayText(need.closesOn)} 24:00 前提交。`, note: '以服务器时间为准，逾期不能提交。' },
        { says: '发榜方的关联单位（同一法定代表人、持股、控制关系）不能揭榜。', note: '' },
        ...(bidding === '' ? [] : [{ says: `提交后依次办理：${bidding}。`, note: '拟定的揭榜方在本网站公示，接受社会监督。' }]),
      ]),
    )}`,
  };
}
