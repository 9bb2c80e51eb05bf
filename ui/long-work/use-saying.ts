// What one's own long work says at the moment, for the page that waits for it.
import { useQuery } from '@tanstack/react-query';
import { ownWorkQuery, type WorkTicket } from './own-work.ts';

/** Undefined when nothing runs; `page` finds work that was begun before the page was opened anew. */
export function useSaying(ticket: WorkTicket | undefined, page?: string): string | undefined {
  const { data: rows = [] } = useQuery(ownWorkQuery);
  return rows.find((work) => work.state === 'running' && (work.id === ticket?.id || work.href === page))?.says;
}
