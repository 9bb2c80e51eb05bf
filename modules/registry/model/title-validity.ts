// How a title stands on a day, and what its first and last day post to the ledger of figures.
import { addDays } from '#kernel/declare/calendar.ts';

export type TitleState = 'coming' | 'valid' | 'expiring' | 'expired' | 'revoked' | 'superseded';

export const titleStates: Readonly<Record<TitleState, string>> = {
  coming: '尚未生效',
  valid: '有效',
  expiring: '即将到期',
  expired: '已到期',
  revoked: '已撤销',
  superseded: '已被替代',
};

export interface TitlePeriod {
  readonly from: string;
  /** Last day; null when it does not expire. */
  readonly until: string | null;
  /** `valid` until someone revokes it; `superseded` when a merger found the same title twice. */
  readonly status: 'valid' | 'revoked' | 'superseded';
}

/** Days before the last one from which an office should think of renewal: a high-tech enterprise applies again in its third year. */
export const renewalNoticeDays = 180;

export function titleState(title: TitlePeriod, day: string): TitleState {
  if (title.status !== 'valid') return title.status;
  if (day < title.from) return 'coming';
  if (title.until === null) return 'valid';
  if (day > title.until) return 'expired';
  return addDays(day, renewalNoticeDays) >= title.until ? 'expiring' : 'valid';
}

export const holdsOn = (title: TitlePeriod, day: string): boolean => {
  const state = titleState(title, day);
  return state === 'valid' || state === 'expiring';
};

export interface StockPosting {
  readonly day: string;
  readonly value: '1' | '-1';
}

/** One more from the first day, one less from the day after the last: both are known when the title is granted. */
export function stockOfGrant(from: string, until: string | null): StockPosting[] {
  const coming: StockPosting = { day: from, value: '1' };
  return until === null ? [coming] : [coming, { day: addDays(until, 1), value: '-1' }];
}

/** A title that ends early: one less from that day, and the −1 of its old last day is taken back. Nothing once it had run out. */
export function stockOfEnd(from: string, until: string | null, endsOn: string): StockPosting[] {
  if (until !== null && endsOn > until) return [];
  const going: StockPosting = { day: endsOn < from ? from : endsOn, value: '-1' };
  return until === null ? [going] : [going, { day: addDays(until, 1), value: '1' }];
}
