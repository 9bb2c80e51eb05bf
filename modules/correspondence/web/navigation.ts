// What correspondence adds around the pages: the bell of every face.
import { call } from '#ui/api.ts';
import type { Inbox } from '#ui/shell/shell-parts.tsx';
import type { InboxView } from '../wire.ts';

/** The latest messages for the bell of a face that begins at `base`. */
export async function messageInbox(base: '' | '/desk' | '/review', signal: AbortSignal): Promise<Inbox> {
  const { rows, unread } = await call<InboxView>('GET', '/correspondence/messages', { query: { limit: 8 }, signal });
  return {
    unread,
    href: `${base}/messages`,
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      at: row.at,
      href: `${base}/messages?open=${row.id}`,
      isRead: row.readAt !== null,
    })),
  };
}
