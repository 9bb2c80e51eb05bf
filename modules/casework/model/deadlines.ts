// What the system itself owes when time has run out: a correction lapses, a public notice without open objections is closed.
import type { Calendar } from '#kernel/declare/calendar.ts';
import { addWorkdays } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { CaseState } from '#kernel/stages/case-state.ts';
import { correctionDue, possibleMoves } from '#kernel/stages/machine.ts';
import type { Today } from '#kernel/stages/stage.ts';
import { systemMover } from './advance.ts';
import type { NoticeText } from './notices.ts';

/** Working days before the end of a correction on which its applicant is reminded. */
const remindBefore = 2;

/** Moves that only the passing of time makes; `issue` is made in the moment its stage is entered. */
const byTime: ReadonlySet<string> = new Set(['lapse', 'close', 'deem', 'rate-by-default', 'close-rating']);

/** The verb of the move that the system may make by itself today; null when there is none. */
export function moveByTime(dossier: Dossier, state: CaseState, today: Today): string | null {
  return possibleMoves(dossier, state, systemMover, today).find((move) => move.allowed && byTime.has(move.verb))?.verb ?? null;
}

/** The last day of corrections of which one must be reminded today. */
export const remindUntil = (day: string, calendar: Calendar): string => addWorkdays(calendar, day, remindBefore);

export interface Reminder extends NoticeText {
  /** Tells this correction of this case from any other, so that it is reminded of once. */
  readonly once: string;
}

/** The reminder of a correction; null when none is asked. */
export function correctionReminder(dossier: Dossier, caseId: string, state: CaseState, calendar: Calendar): Reminder | null {
  const { correction } = state;
  if (correction === null) return null;
  const due = correctionDue(correction, { calendar });
  return {
    once: `correction:${caseId}:${state.corrections}`,
    title: `补正将于 ${due} 到期`,
    body: `${dossier.name}：${correction.by}于 ${correction.askedOn} 退回补正，请在 ${due} 当日结束前重新提交，逾期视为撤回。需要补正的内容：${correction.reasons}`,
  };
}
