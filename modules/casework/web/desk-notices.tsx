// The enterprise's notices in full; opening one marks it as read.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { type NoticeView, noticesQuery } from './queries.ts';
import './casework.css';

function NoticeArticle({ notice }: { notice: NoticeView }) {
  return (
    <article className="cw-notice" id={`notice-${notice.id}`}>
      <h2 className="cw-call-name">
        {notice.title} {notice.readAt === null && <Status tone="wait">未读</Status>}
      </h2>
      <small>{formatInstant(notice.at)}</small>
      <p>{notice.body}</p>
      <AppLink href={`/desk/cases/${notice.caseId}`}>查看办件</AppLink>
    </article>
  );
}

export default function DeskNotices() {
  const client = useQueryClient();
  const notices = useQuery(noticesQuery);
  const [search] = useSearchState();
  const rows = notices.data?.rows;
  const unread = rows?.filter((row) => row.readAt === null).map((row) => row.id) ?? [];
  const asked = unread.join(',');
  // Seen is read: the marks stay until one leaves, so that what was new can still be told.
  useEffect(() => {
    if (asked === '') return;
    void Promise.allSettled(asked.split(',').map((id) => call('POST', `/casework/notices/${id}/read`))).then(() =>
      client.invalidateQueries({ queryKey: ['inbox'] }),
    );
    return () => void client.invalidateQueries({ queryKey: noticesQuery.queryKey });
  }, [asked, client]);
  useEffect(() => {
    if (rows !== undefined && search.open !== undefined)
      document.getElementById(`notice-${search.open}`)?.scrollIntoView({ block: 'start' });
  }, [rows, search.open]);
  return (
    <div className="kc-page">
      <PageHead title="通知" parent={{ label: '首页', href: '/desk' }} />
      {notices.error && <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.isPending && <TableSkeleton rows={4} />}
      {rows?.length === 0 && <EmptyState title="还没有通知" how="退回补正、推荐上报、认定结果和期限变化会通知到这里。" />}
      {rows?.map((row) => (
        <NoticeArticle key={row.id} notice={row} />
      ))}
    </div>
  );
}
