// Moves of a case as the bar of actions shows them.
import type { FormView } from '#kernel/faces/form-view.ts';
import { followAgreement, isAgreement } from '#kernel/stages/agreement-follow.ts';
import type { FieldView } from '#ui/fields/field-view.ts';
import type { ActionChoice } from '#ui/record/action-bar.tsx';
import type { MoveView } from '../wire.ts';

/** What is asked when a move is made; the server sends it as the kernel's FormView. */
export const fieldsOfMove = (move: MoveView): readonly FieldView[] => (move.form as FormView).pages.flatMap((page) => page.fields);

/** Moves of the case as a whole that cannot be made now only clutter: nobody asks why a running clock cannot be resumed. */
const isWorthShowing = (move: MoveView): boolean => move.allowed || move.stage !== null;

type Run = (move: MoveView, data: Readonly<Record<string, unknown>>) => Promise<string>;

export function choicesOf(moves: readonly MoveView[], run: Run): ActionChoice[] {
  const shown = moves.filter(isWorthShowing);
  const main = shown.find((move) => move.allowed && !move.grave && move.verb !== 'return');
  return shown.map((move) => ({
    key: move.verb,
    label: move.label,
    isAllowed: move.allowed,
    isMain: move === main,
    isGrave: move.grave,
    consequence: move.consequence,
    fields: fieldsOfMove(move),
    initial: move.suggested,
    ...(isAgreement(fieldsOfMove(move).map(({ key }) => key)) ? { follow: followAgreement } : {}),
    run: (data) => run(move, data),
    ...(move.whyNot === null ? {} : { whyNot: move.whyNot }),
  }));
}
