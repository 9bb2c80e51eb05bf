// The state of the reading page: the figure on hand, what is being edited or added, what is ticked, linked and shown, and its keys.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useIsPhone } from '#ui/media.ts';
import { useSearchState } from '#ui/use-search.ts';
import { figureAt, UNSURE } from '../model/figure-sets.ts';
import { wrongFigures } from '../model/finding-sets.ts';
import type { FigureView, OpenDocument, RelationView } from '../wire.ts';
import { auditQuery, indicatorsQuery } from './queries.ts';
import { type ChosenWords, showMark } from './report-text.tsx';
import { useFindings } from './use-findings.ts';
import { type Moves, useHand, useMoves } from './use-hand.ts';
import { useKeys } from './use-keys.ts';
import type { ReportWork } from './use-report.ts';

export type Panel = 'info' | 'many' | null;

/** How each figure is marked in the text: by its status, and finer when it is not among those shown. */
function useLook(
  id: string,
  figures: readonly FigureView[],
  shown: readonly FigureView[],
  linked: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const { data } = useQuery(auditQuery(id));
  return useMemo(() => {
    const wrong = wrongFigures(data?.relations ?? []);
    const among = new Set(shown.map(({ ordinal }) => ordinal));
    const lookOf = ({ ordinal, status, confidence }: FigureView): string =>
      [
        `kc-rt-${status}`,
        ...(status !== 'accepted' && status !== 'ignored' && confidence < UNSURE ? ['kc-rt-unsure'] : []),
        ...(among.has(ordinal) ? [] : ['kc-rt-other']),
        ...(wrong.has(ordinal) ? ['kc-rt-wrong'] : []),
        ...(linked.has(ordinal) ? ['kc-rt-linked'] : []),
      ].join(' ');
    return new Map(figures.map((figure) => [figure.ordinal, lookOf(figure)]));
  }, [figures, shown, linked, data]);
}

/** Indicators to tie figures to; the page works without them. */
function useKnowledge() {
  const { data } = useQuery(indicatorsQuery);
  const tieNames = useMemo(() => new Map(data?.rows.map((row) => [row.id, row.name])), [data]);
  return { indicators: data?.rows ?? [], tieNames };
}

function useTicks() {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = useCallback((ordinals: readonly number[], isTicked: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      for (const ordinal of ordinals) {
        if (isTicked) next.add(ordinal);
        else next.delete(ordinal);
      }
      return next;
    });
  }, []);
  return { ticked, tick };
}

/** What is open on the page beside the figure on hand. */
function useOpenings() {
  const [isEditing, setEditing] = useState(false);
  const [adding, setAdding] = useState<ChosenWords | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const stop = useCallback(() => {
    setEditing(false);
    setAdding(null);
  }, []);
  return { isEditing, setEditing, adding, setAdding, panel, setPanel, stop };
}

function keysOf(moves: Moves, openings: ReturnType<typeof useOpenings>, edit: () => void, back: () => void) {
  const forth = () => moves.step(1);
  const backwards = () => moves.step(-1);
  return {
    n: forth,
    ArrowDown: forth,
    ArrowRight: forth,
    p: backwards,
    ArrowUp: backwards,
    ArrowLeft: backwards,
    a: moves.accept,
    Enter: moves.accept,
    i: moves.ignore,
    e: edit,
    b: back,
    Escape: () => {
      openings.stop();
      openings.setPanel(null);
    },
  };
}

export function useReading(open: OpenDocument, work: ReportWork) {
  const { figures } = open;
  const [search, change] = useSearchState();
  const isPhone = useIsPhone();
  const hand = useHand(open, work);
  const openings = useOpenings();
  const moves = useMoves(hand, work, openings.stop);
  const [linked, setLinked] = useState<ReadonlySet<number>>(new Set());
  const look = useLook(open.document.id, figures, hand.shown, linked);
  const { stop } = openings;
  const openFigure = useCallback(
    (ordinal: number) => {
      stop();
      hand.open(figures.find((figure) => figure.ordinal === ordinal));
    },
    [figures, hand.open, stop],
  );
  // The place that a link points at comes into sight once, when the page opens.
  const [landing] = useState(hand.at === undefined ? undefined : hand.current?.ordinal);
  useEffect(() => {
    if (landing !== undefined) requestAnimationFrame(() => showMark(landing));
  }, [landing]);
  const edit = () => openings.setEditing(work.mayWrite && hand.current !== undefined);
  const back = () => {
    if (moves.last !== null) openFigure(moves.last);
  };
  const openRelation = (relation: RelationView) => {
    setLinked(new Set(relation.figures));
    if (isPhone) change({ tab: 'text' });
    hand.open(figures.find(({ ordinal }) => ordinal === relation.figures.at(-1)) ?? figureAt(figures, relation.at));
  };
  const findings = useFindings(open.document.id, openRelation);
  const find = (step: 1 | -1) => {
    if (search.tab !== 'audit' && !isPhone) change({ tab: 'audit' }, { replace: true });
    findings.step(step);
  };
  useKeys({ ...keysOf(moves, openings, edit, back), f: () => find(1), F: () => find(-1) });
  return {
    hand,
    moves,
    look,
    openFigure,
    findings,
    isPhone,
    tab: search.tab ?? (isPhone ? 'text' : 'figures'),
    openTab: (tab: string) => change({ tab }, { replace: true }),
    ...openings,
    ...useTicks(),
    ...useKnowledge(),
  };
}

export type ReadingState = ReturnType<typeof useReading>;
