// Answering a published case: whether its board still takes answers, and who may not answer because it belongs to the issuer.
import { addDays } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { parameterValue } from '#kernel/declare/parameter.ts';
import { affiliations } from '#modules/registry/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { barred, boardClosed } from '../errors.ts';
import { findBoard } from '../store/board.ts';
import type { BoardRow } from '../store/tables.ts';

/** The instant at which a board closes: the end of its last day in Asia/Shanghai. */
export const closingInstant = ({ closes_on }: Pick<BoardRow, 'closes_on'>): Date => new Date(`${addDays(closes_on, 1)}T00:00:00+08:00`);

export const takesAnswers = (board: Pick<BoardRow, 'status' | 'closes_on'>, today: string): boolean =>
  board.status === 'open' && today <= board.closes_on;

interface Asked {
  readonly dossier: Dossier;
  readonly party: string;
  readonly board: Pick<BoardRow, 'party'>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Why a party may not answer; empty when nothing is known that bars it. */
export async function barringReasons(
  { db, today }: ActionContext,
  { dossier, party, board, parameters }: Asked,
): Promise<readonly string[]> {
  const { barsAffiliates } = dossier;
  if (barsAffiliates === undefined) return [];
  const leastShare = parameterValue(barsAffiliates.share, { day: today, parameters });
  return affiliations(db, { one: party, other: board.party, day: today, leastShare });
}

/** Refuses an answer that comes late or from the issuer's own side. */
export async function requireMayAnswer(
  context: ActionContext,
  { about, ...asked }: Omit<Asked, 'board'> & { readonly about: string; readonly isFirst: boolean },
): Promise<void> {
  const board = await findBoard(context.db, about);
  if (board === undefined) return;
  if (asked.isFirst && !takesAnswers(board, context.today)) throw boardClosed(board.headline, board.closes_on);
  const reasons = await barringReasons(context, { ...asked, board });
  if (reasons.length > 0) throw barred(board.headline, reasons);
}
