// Which figures are shown and which one is on hand, both kept in the address, and what buttons and keys do with it.
import { useCallback, useMemo, useState } from 'react';
import { useSearchState } from '#ui/use-search.ts';
import { figureAt, inSet, nextOpen, type SetKey, setCounts, setKeys, stepFrom } from '../model/figure-sets.ts';
import type { FigureView, OpenDocument } from '../wire.ts';
import { showMark } from './report-text.tsx';
import type { ReportWork } from './use-report.ts';

const show = (figure: FigureView): void => {
  requestAnimationFrame(() => showMark(figure.ordinal));
};

export function useHand({ figures }: OpenDocument, work: ReportWork) {
  const [search, change] = useSearchState();
  const counts = useMemo(() => setCounts(figures), [figures]);
  const at = search.at !== undefined && /^\d+$/.test(search.at) ? Number(search.at) : undefined;
  const asked = setKeys.find((key) => key === search.show);
  // Whoever comes to work sees what is left to do; whoever follows a link or only reads sees all.
  const [first] = useState<SetKey>(() => (at === undefined && work.mayWrite && counts.open > 0 ? 'open' : 'all'));
  const set = asked ?? first;
  const shown = useMemo(() => inSet(figures, set), [figures, set]);
  const current = at === undefined ? (shown[0] ?? figures[0]) : figureAt(figures, at);
  const open = useCallback(
    (figure: FigureView | undefined) => {
      if (figure === undefined) return;
      change({ at: String(figure.rawStart) }, { replace: true });
      show(figure);
    },
    [change],
  );
  const choose = (key: SetKey) => {
    const next = inSet(figures, key);
    const stays = current !== undefined && next.some(({ ordinal }) => ordinal === current.ordinal);
    const goal = stays ? current : next[0];
    change({ show: key, ...(goal === undefined ? {} : { at: String(goal.rawStart) }) }, { replace: true });
    if (goal !== undefined) show(goal);
  };
  return { counts, set, shown, current, at, open, choose };
}

export type Hand = ReturnType<typeof useHand>;

export function useMoves(hand: Hand, work: ReportWork, stopEditing: () => void) {
  const { current, shown, open } = hand;
  const [last, setLast] = useState<number | null>(null);
  const onward = (figure: FigureView) => {
    setLast(figure.ordinal);
    stopEditing();
    open(nextOpen(shown, figure));
  };
  return {
    /** The figure that was dealt with last, to go back to. */
    last,
    step: (step: 1 | -1) => {
      stopEditing();
      open(stepFrom(shown, current, step));
    },
    accept: () => {
      if (current === undefined || !work.mayAccept || current.status === 'accepted') return;
      void work.accept([current]);
      onward(current);
    },
    ignore: () => {
      if (current === undefined || !work.mayWrite || current.isPosted) return;
      const isIgnored = current.status !== 'ignored';
      void work.setAside([current], isIgnored);
      if (isIgnored) onward(current);
    },
  };
}

export type Moves = ReturnType<typeof useMoves>;
