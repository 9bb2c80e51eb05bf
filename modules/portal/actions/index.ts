// Every page of the public face, and the page that says why not.
import { publicRegisters } from '#modules/registers/contract.ts';
import { titleKindsInForce } from '#modules/registry/contract.ts';
import { listReleased } from '#modules/reports/contract.ts';
import type { PublicPage, PublicPages } from '#platform/http/page.ts';
import type { PortalSetting } from '../setting.ts';
import { homePage } from '../web/home.ts';
import { html } from '../web/html.ts';
import { document } from '../web/layout.ts';
import { boardPages, shownNeeds } from './board.ts';
import { callPages, shownCalls } from './calls.ts';
import { entriesOf, keeps, pageReply, plainFrame } from './frame.ts';
import { indexingPages } from './indexing.ts';
import { listPages } from './lists.ts';
import { latestDecisions, noticePages, runningNotices } from './notices.ts';
import { objectionPages } from './objections.ts';
import { reportPages } from './reports.ts';
import { servicePages, shownServices } from './services.ts';

const home = (setting: PortalSetting): PublicPage => ({
  method: 'GET',
  path: '/public',
  handle: async (context, asked) => {
    const { db, actor, today } = context;
    const page = homePage({
      bureau: (await setting.bureauOf(context)).name,
      site: asked.site,
      entries: entriesOf(setting),
      calls: await shownCalls(context, setting),
      notices: await runningNotices(context),
      decisions: await latestDecisions(context),
      reports: await listReleased(db, actor.root),
      needs: await shownNeeds(context, setting),
      kinds: await titleKindsInForce(db, actor.root, today),
      registers: await publicRegisters(context, setting.registers),
      services: shownServices(setting),
    });
    return pageReply(context, setting, asked, keeps.lively, page);
  },
});

const titles: Readonly<Record<number, string>> = { 404: '没有这一页', 409: '现在不能办理', 429: '请稍候再试' };

export const portalPages = (setting: PortalSetting): PublicPages => ({
  pages: [
    home(setting),
    ...callPages(setting),
    ...boardPages(setting),
    ...noticePages(setting),
    ...objectionPages(setting),
    ...reportPages(setting),
    ...listPages(setting),
    ...servicePages(setting),
    ...indexingPages(setting),
  ],
  refused: (refusal, asked) => ({
    keep: 0,
    text: document(plainFrame(setting, asked), {
      title: titles[refusal.status] ?? '没有办成',
      description: '公开信息',
      canonical: asked.path,
      isPrivate: true,
      parent: { label: '首页', href: '/public' },
      body: html`<div class="say bad" role="alert">${refusal.message}</div><p class="act"><a class="button" href="/public">回到首页</a></p>`,
    }),
  }),
});
