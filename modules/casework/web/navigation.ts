// What casework adds around the pages: the count beside its entry, cases in the search box, an applicant's bell.
import { call } from '#ui/api.ts';
import type { SearchSource } from '#ui/shell/search-sources.ts';
import type { Inbox } from '#ui/shell/shell-parts.tsx';
import type { CasePageView, NoticesView } from './queries.ts';

export async function waitingCounts(signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const counts = await call<Readonly<Record<string, number>>>('GET', '/casework/case-counts', { signal });
  return counts.mine === undefined ? {} : { 'casework.mine': counts.mine };
}

export const caseSource: SearchSource = {
  key: 'cases',
  label: '办件',
  search: async (text, signal) => {
    const { rows } = await call<CasePageView>('GET', '/casework/cases', { query: { text, limit: 8 }, signal });
    return rows.map((row) => ({
      key: row.id,
      title: `${row.partyName} ${row.dossierName}`,
      hint: `${row.number ?? ''} ${row.stageName ?? row.statusName}`.trim(),
      href: `/casework/cases/${row.id}`,
    }));
  },
};

export async function noticeInbox(signal: AbortSignal): Promise<Inbox> {
  const { rows, unread } = await call<NoticesView>('GET', '/casework/notices', { signal });
  return {
    unread,
    href: '/desk/notices',
    items: rows.slice(0, 8).map((row) => ({
      id: row.id,
      title: row.title,
      at: row.at,
      href: `/desk/notices?open=${row.id}`,
      isRead: row.readAt !== null,
    })),
  };
}
