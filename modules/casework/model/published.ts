// What a case shows on the board, and how long it takes answers there.
import type { Dossier } from '#kernel/declare/dossier.ts';
import { printValue } from '#kernel/faces/print.ts';
import { type BoardStage, boardWindow } from '#kernel/stages/board.ts';
import { type CaseState, lastMove } from '#kernel/stages/case-state.ts';
import type { BoardRow } from '../store/tables.ts';

export const boardStageOf = (dossier: Dossier): BoardStage | undefined => dossier.stages.find((stage) => stage.kind === 'board');

export type BoardStanding = Pick<BoardRow, 'headline' | 'opens_on' | 'closes_on' | 'status' | 'shown'>;

/** Null before it is published. */
export function boardStanding(dossier: Dossier, state: CaseState, answers: Readonly<Record<string, unknown>>): BoardStanding | null {
  const stage = boardStageOf(dossier);
  const window = stage === undefined ? null : boardWindow(stage, state);
  if (stage === undefined || window === null) return null;
  const [first = ''] = stage.shows;
  const field = dossier.form.fields[first];
  const isOver = (...verbs: readonly string[]) => verbs.some((verb) => lastMove(state, stage.id, verb) !== undefined);
  return {
    headline: field === undefined ? dossier.name : printValue(field, answers[first]),
    opens_on: window.opensOn,
    closes_on: window.closesOn,
    status: isOver('match') ? 'matched' : isOver('fail', 'call-off') ? 'failed' : isOver('close') ? 'closed' : 'open',
    shown: Object.fromEntries(stage.shows.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]]))),
  };
}

/** 揭榜中, 已截止, 已揭榜 or 流榜, by the day of the server's clock. */
export function boardPhase({ status, closes_on }: Pick<BoardRow, 'status' | 'closes_on'>, today: string): string {
  if (status === 'matched') return '已揭榜';
  if (status === 'failed') return '已撤榜或流榜';
  return status === 'open' && today <= closes_on ? '揭榜中' : '已截止';
}
