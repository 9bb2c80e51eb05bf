// What search engines read: the map of the site, and where they need not go; and the stylesheet.

import { listPublications } from '#modules/casework/contract.ts';
import { publicRegisters } from '#modules/registers/contract.ts';
import { titleKindsInForce } from '#modules/registry/contract.ts';
import { listReleased } from '#modules/reports/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { PublicPage } from '#platform/http/page.ts';
import type { PortalSetting } from '../setting.ts';
import { html } from '../web/html.ts';
import { serviceHref } from '../web/services.ts';
import { stylesheet } from '../web/stylesheet.ts';
import { shownNeeds } from './board.ts';
import { shownCalls } from './calls.ts';
import { entriesOf, keeps, stylePath } from './frame.ts';
import { shownServices } from './services.ts';

async function addresses(context: ActionContext, setting: PortalSetting): Promise<readonly string[]> {
  const { db, actor, today } = context;
  const notices = await listPublications(db, actor.root, { kind: 'notice', on: today, isPublic: true }, { limit: 200 });
  const decisions = await listPublications(db, actor.root, { kind: 'decision', on: today, isPublic: true }, { limit: 200 });
  return [
    ...entriesOf(setting).map(({ href }) => href),
    ...(await shownCalls(context, setting)).map(({ id }) => `/public/calls/${id}`),
    ...(await shownNeeds(context, setting)).map(({ id }) => `/public/board/${id}`),
    ...notices.rows.map(({ id }) => `/public/notices/${id}`),
    ...decisions.rows.map(({ id }) => `/public/decisions/${id}`),
    ...(await listReleased(db, actor.root)).map(({ report }) => `/public/reports/${report}`),
    ...(await titleKindsInForce(db, actor.root, today)).map(({ kind }) => `/public/titles/${encodeURIComponent(kind)}`),
    ...(await publicRegisters(context, setting.registers)).map(({ id }) => `/public/registers/${id}`),
    ...shownServices(setting).map(serviceHref),
  ];
}

const year = 31_536_000;

export const indexingPages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/sitemap.xml',
    handle: async (context, { site }) => {
      const urls = (await addresses(context, setting)).map((address) => html`<url><loc>${site}${address}</loc></url>\n`);
      const { html: text } = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
      return { keep: keeps.slow, type: 'application/xml; charset=utf-8', text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}` };
    },
  },
  {
    method: 'GET',
    path: '/robots.txt',
    handle: async (_context, { site }) => ({
      keep: keeps.slow,
      type: 'text/plain; charset=utf-8',
      text: `User-agent: *\nAllow: /public\nDisallow: /public/objections\nDisallow: /public/notices/*/objection\nDisallow: /api/\nDisallow: /desk\nDisallow: /sign-in\n\nSitemap: ${site}/sitemap.xml\n`,
    }),
  },
  { method: 'GET', path: stylePath, handle: async () => ({ keep: year, type: 'text/css; charset=utf-8', text: stylesheet }) },
];
