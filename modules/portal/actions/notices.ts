// Pages of what is laid open: running lists, the archive, one list.
import { getPublication, listPublications, type PublicationRow } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { PageAsked, PublicPage } from '#platform/http/page.ts';
import { notFound } from '#platform/refusal.ts';
import type { PortalSetting } from '../setting.ts';
import { decisionPage, decisionsPage } from '../web/decisions.ts';
import { type NoticeShown, noticePage, noticesPage } from '../web/notices.ts';
import { afterOf, idOf, textOf, yearOf } from './addresses.ts';
import { keeps, pageReply } from './frame.ts';

export const shown = (row: PublicationRow, today: string): NoticeShown => ({
  id: row.id,
  kind: row.kind,
  notice: row.notice,
  number: row.number,
  title: row.title,
  lead: row.lead,
  closing: row.closing,
  columns: row.body.columns,
  rows: row.body.rows,
  agency: row.agency,
  from: row.from_on,
  until: row.until_on,
  isRunning: row.kind === 'notice' && today <= row.until_on,
});

/** Years back that the archive offers. */
const yearsBack = 6;

export async function runningNotices({ db, actor, today }: ActionContext): Promise<readonly NoticeShown[]> {
  const { rows } = await listPublications(
    db,
    actor.root,
    { kind: 'notice', standing: 'running', on: today, isPublic: true },
    { limit: 100 },
  );
  return rows.map((row) => shown(row, today));
}

export async function latestDecisions({ db, actor, today }: ActionContext): Promise<readonly NoticeShown[]> {
  const { rows } = await listPublications(db, actor.root, { kind: 'decision', on: today, isPublic: true }, { limit: 5 });
  return rows.map((row) => shown(row, today));
}

/** What is not to be kept is gone when its time is over. */
export async function publicNotice({ db, today }: ActionContext, asked: PageAsked): Promise<NoticeShown> {
  const row = await getPublication(db, idOf(asked, '这份公示'));
  if (row.kind !== 'notice' || row.status !== 'published' || (!row.keeps && today > row.until_on)) throw notFound('这份公示');
  return shown(row, today);
}

export const noticePages = (setting: PortalSetting): PublicPage[] => [
  {
    method: 'GET',
    path: '/public/notices',
    handle: async (context, asked) => {
      const { db, actor, today } = context;
      const [text, year, after] = [textOf(asked), yearOf(asked), afterOf(asked)];
      const found = await listPublications(
        db,
        actor.root,
        { kind: 'notice', standing: 'over', on: today, text, year, isPublic: true },
        { after, limit: 30 },
      );
      const thisYear = Number(today.slice(0, 4));
      const years = Array.from({ length: yearsBack }, (_, i) => thisYear - i);
      const archive = { ...found, rows: found.rows.map((row) => shown(row, today)), text, year, years, after };
      return pageReply(context, setting, asked, keeps.lively, noticesPage(await runningNotices(context), archive));
    },
  },
  {
    method: 'GET',
    path: '/public/decisions',
    handle: async (context, asked) => {
      const { db, actor, today } = context;
      const [text, year, after] = [textOf(asked), yearOf(asked), afterOf(asked)];
      const found = await listPublications(
        db,
        actor.root,
        { kind: 'decision', on: today, text, year, isPublic: true },
        { after, limit: 30 },
      );
      const thisYear = Number(today.slice(0, 4));
      const years = Array.from({ length: yearsBack }, (_, i) => thisYear - i);
      const rows = found.rows.map((row) => shown(row, today));
      return pageReply(context, setting, asked, keeps.lively, decisionsPage({ ...found, rows, text, year, years, after }));
    },
  },
  {
    method: 'GET',
    path: '/public/decisions/:id',
    handle: async (context, asked) => {
      const row = await getPublication(context.db, idOf(asked, '这份结果公布'));
      if (row.kind !== 'decision' || row.status !== 'published') throw notFound('这份结果公布');
      const { name } = await setting.bureauOf(context);
      return pageReply(context, setting, asked, keeps.lively, decisionPage(shown(row, context.today), name));
    },
  },
  {
    method: 'GET',
    path: '/public/notices/:id',
    handle: async (context, asked) => {
      const notice = await publicNotice(context, asked);
      const { name } = await setting.bureauOf(context);
      return pageReply(context, setting, asked, keeps.lively, noticePage(notice, name));
    },
  },
];
