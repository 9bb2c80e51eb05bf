// Answers with a page in its frame: the stylesheet under the name of its content, the entries that lead somewhere in this city.
import { createHash } from 'node:crypto';
import type { ActionContext } from '#platform/http/action.ts';
import type { PageAsked, PageReply } from '#platform/http/page.ts';
import type { PortalSetting } from '../setting.ts';
import { document, type Entry, type Frame, type PageContent } from '../web/layout.ts';
import { stylesheet } from '../web/stylesheet.ts';

export const stylePath = `/public/style-${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}.css`;

/** Seconds for which caches may keep a page: what moves by the minute, and what moves by the day. */
export const keeps = { lively: 60, slow: 600 } as const;

export function entriesOf({ casework: { catalogue }, registers }: PortalSetting): readonly Entry[] {
  const dossiers = catalogue.programmes.flatMap((programme) => programme.dossiers);
  const hasBoard = dossiers.some(({ stages }) => stages.some(({ kind }) => kind === 'board'));
  const hasServices = dossiers.some(({ service }) => service !== undefined);
  const hasRegisters = registers.catalogue.registers.some(({ publicFields, seenBy }) => publicFields !== undefined && seenBy === undefined);
  return [
    { label: '首页', href: '/public' },
    { label: '申报通知', href: '/public/calls' },
    ...(hasBoard ? [{ label: '揭榜挂帅', href: '/public/board' }] : []),
    { label: '公示', href: '/public/notices' },
    { label: '结果公布', href: '/public/decisions' },
    { label: '资质名录', href: '/public/titles' },
    ...(hasRegisters ? [{ label: '公开名单', href: '/public/registers' }] : []),
    ...(hasServices ? [{ label: '办事指南', href: '/public/services' }] : []),
    { label: '工作报告', href: '/public/reports' },
    { label: '条件自测', href: '/public/self-check' },
    { label: '政策计算', href: '/public/calculations' },
  ];
}

/** Refusals come without a context: then the bureau is told by the name of the product. */
export const plainFrame = (setting: PortalSetting, asked: PageAsked): Frame => ({
  bureau: '科学技术局',
  isDemo: false,
  site: asked.site,
  style: stylePath,
  entries: entriesOf(setting),
});

export async function pageReply(
  context: ActionContext,
  setting: PortalSetting,
  asked: PageAsked,
  keep: number,
  content: PageContent,
): Promise<PageReply> {
  const { name, isDemo } = await setting.bureauOf(context);
  return { keep, text: document({ ...plainFrame(setting, asked), bureau: name, isDemo }, content) };
}
