// What correspondence is given by whoever composes the server: names, seals, who sits where, and what waits for offices.
import type { Transaction } from 'kysely';
import type { Calendar } from '#kernel/declare/calendar.ts';

/** What waits for the offices of one kind in one region on a day. */
export interface OfficeDigest {
  readonly officeKind: string;
  readonly region: string;
  /** Since the working day before. */
  readonly arrived: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly href: string;
}

export interface CorrespondenceSetting {
  readonly calendar: Calendar;
  regionName(code: string): string;
  /** Counties whose offices number documents of their own; none where absent. */
  countiesOf?(root: string): readonly string[];
  readonly seal: { seal(plain: string, place: string): string; open(stored: string, place: string): string };
  /** Ids of the accounts that a message is for. */
  accountsAt(
    db: Transaction<unknown>,
    root: string,
    seat: { readonly party: string } | { readonly officeKind: string; readonly region: string },
  ): Promise<readonly string[]>;
  /** What waits for each office today, from every module that keeps queues. */
  readonly digests: readonly ((db: Transaction<unknown>, root: string, today: string) => Promise<readonly OfficeDigest[]>)[];
}
