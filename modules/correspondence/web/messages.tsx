// The inbox of whoever is signed in: what came, what is unread, where it leads, and whether it also goes by mail.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { useSession } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import type { MessageView } from '../wire.ts';
import { MailReminder } from './mail-reminder.tsx';
import { baseOf, inboxQuery } from './queries.ts';
import './correspondence.css';

function useReading() {
  const client = useQueryClient();
  return async (ids?: readonly string[]) => {
    await call('POST', '/correspondence/messages/read', { body: ids === undefined ? {} : { ids } });
    await client.invalidateQueries({ queryKey: ['inbox'] });
  };
}

function Message({ message, onRead }: { message: MessageView; onRead: () => void }) {
  const isNew = message.readAt === null;
  return (
    <li className={isNew ? 'cp-message cp-new' : 'cp-message'} id={`message-${message.id}`}>
      <div className="cp-message-head">
        <h2>{message.title}</h2>
        {isNew && <Status tone="wait">未读</Status>}
        <small>{formatInstant(message.at)}</small>
      </div>
      {message.body !== '' && <p>{message.body}</p>}
      <div className="cp-message-ways">
        {message.href !== null && (
          <AppLink href={message.href} onClick={isNew ? onRead : undefined}>
            去查看
          </AppLink>
        )}
        {isNew && (
          <button type="button" className="cp-link" onClick={onRead}>
            标为已读
          </button>
        )}
      </div>
    </li>
  );
}

function Older({ before, unread, onRead }: { before: string; unread: boolean; onRead: (id: string) => void }) {
  const [isAsked, setAsked] = useState(false);
  const page = useQuery({ ...inboxQuery(unread, before), enabled: isAsked });
  if (!isAsked)
    return (
      <Button className="cp-older" onClick={() => setAsked(true)}>
        更早的消息
      </Button>
    );
  if (page.error) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton rows={3} />;
  return <Messages rows={page.data.rows} more={page.data.more} unread={unread} onRead={onRead} />;
}

interface MessagesProps {
  readonly rows: readonly MessageView[];
  readonly more: boolean;
  readonly unread: boolean;
  readonly onRead: (id: string) => void;
}

function Messages({ rows, more, unread, onRead }: MessagesProps) {
  const last = rows.at(-1);
  return (
    <>
      <ul className="cp-messages">
        {rows.map((message) => (
          <Message key={message.id} message={message} onRead={() => onRead(message.id)} />
        ))}
      </ul>
      {more && last && <Older key={last.id} before={last.id} unread={unread} onRead={onRead} />}
    </>
  );
}

/** A message that was opened from the bell is read, and stands in sight. */
function useOpened(rows: readonly MessageView[] | undefined, open: string | undefined, read: (ids: readonly string[]) => Promise<void>) {
  const isUnread = rows?.some((row) => row.id === open && row.readAt === null) === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is made anew each time and does the same
  useEffect(() => {
    if (open !== undefined && isUnread) void read([open]);
  }, [open, isUnread]);
  const isThere = rows !== undefined;
  useEffect(() => {
    if (open !== undefined && isThere) document.getElementById(`message-${open}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, isThere]);
}

export default function MessagesPage() {
  const session = useSession();
  const [search, change] = useSearchState();
  const unread = search.show === 'unread';
  const inbox = useQuery(inboxQuery(unread));
  const read = useReading();
  useOpened(inbox.data?.rows, search.open, read);
  const base = baseOf(session);
  const count = inbox.data?.unread ?? 0;
  return (
    <div className="kc-page">
      <PageHead
        title="消息"
        lead={inbox.data === undefined ? undefined : count > 0 ? `${count} 条未读` : '没有未读的消息'}
        {...(base === '' ? {} : { parent: { label: '首页', href: base } })}
        actions={count > 0 && <Button onClick={() => void read()}>全部标为已读</Button>}
      />
      <fieldset className="cp-tabs" aria-label="显示">
        <button type="button" aria-pressed={!unread} onClick={() => change({ show: undefined, open: undefined })}>
          全部
        </button>
        <button type="button" aria-pressed={unread} onClick={() => change({ show: 'unread', open: undefined })}>
          未读{count > 0 ? ` ${count}` : ''}
        </button>
      </fieldset>
      {inbox.error && <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {inbox.isPending && <TableSkeleton rows={4} />}
      {inbox.data?.rows.length === 0 && (
        <EmptyState
          title={unread ? '没有未读的消息' : '还没有消息'}
          how={unread ? '读过的消息在“全部”中。' : '办件有进展、需要补正或期限将到时，会在这里告诉您。'}
        />
      )}
      {inbox.data && inbox.data.rows.length > 0 && (
        <Messages rows={inbox.data.rows} more={inbox.data.more} unread={unread} onRead={(id) => void read([id])} />
      )}
      <MailReminder />
    </div>
  );
}
