// A report beside what was read in it: go from figure to figure, accept, correct or set aside, and see the sum of it checked.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useIsPhone } from '#ui/media.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState } from '#ui/page/states.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { acceptableAtOnce, figureAt, inSet, nextOpen, type SetKey, setCounts, setKeys, stepFrom, UNSURE } from '../model/figure-sets.ts';
import type { FigureView, OpenDocument, RelationView } from '../wire.ts';
import { AcceptMany } from './accept-many.tsx';
import { AddFigure } from './add-figure.tsx';
import { AuditList } from './audit-list.tsx';
import { DocumentInfo } from './document-info.tsx';
import { FigureCard } from './figure-card.tsx';
import { FigureList, SetBar } from './figure-list.tsx';
import { Progress, SaidLine, Tabs } from './page-parts.tsx';
import { auditQuery, indicatorsQuery } from './queries.ts';
import { type ChosenWords, ReportText, showMark } from './report-text.tsx';
import { useKeys } from './use-keys.ts';
import type { ReportWork } from './use-report.ts';
import '#ui/record/record.css';
import './report.css';
import './figures.css';
import './panels.css';

type Panel = 'info' | 'many' | null;

/** How each figure is marked in the text: by its status, and paler when it is not among those shown. */
function useLook(figures: readonly FigureView[], shown: readonly FigureView[], linked: ReadonlySet<number>): ReadonlyMap<number, string> {
  return useMemo(() => {
    const among = new Set(shown.map(({ ordinal }) => ordinal));
    return new Map(
      figures.map(({ ordinal, status, confidence }) => [
        ordinal,
        [
          `kc-rt-${status}`,
          status !== 'accepted' && status !== 'ignored' && confidence < UNSURE ? 'kc-rt-unsure' : '',
          among.has(ordinal) ? '' : 'kc-rt-other',
          linked.has(ordinal) ? 'kc-rt-linked' : '',
        ]
          .filter((name) => name !== '')
          .join(' '),
      ]),
    );
  }, [figures, shown, linked]);
}

/** Which figures are shown, and which one is on hand: both live in the address. */
function useHand({ figures }: OpenDocument, work: ReportWork) {
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
    (figure: FigureView | undefined, show = true) => {
      if (figure === undefined) return;
      change({ at: String(figure.rawStart) }, { replace: true });
      if (show) requestAnimationFrame(() => showMark(figure.ordinal));
    },
    [change],
  );
  const choose = (key: SetKey) => {
    const next = inSet(figures, key);
    const stays = current !== undefined && next.some(({ ordinal }) => ordinal === current.ordinal);
    const goal = stays ? current : next[0];
    change({ show: key, ...(goal === undefined ? {} : { at: String(goal.rawStart) }) }, { replace: true });
    if (goal !== undefined) requestAnimationFrame(() => showMark(goal.ordinal));
  };
  return { counts, set, shown, current, at, open, choose };
}

type Hand = ReturnType<typeof useHand>;

/** What the buttons and the keys do with the figure on hand. */
function useMoves(hand: Hand, work: ReportWork, setEditing: (isEditing: boolean) => void) {
  const { current, shown, open } = hand;
  const [last, setLast] = useState<number | null>(null);
  const onward = (figure: FigureView) => {
    setLast(figure.ordinal);
    setEditing(false);
    open(nextOpen(shown, figure));
  };
  return {
    last,
    step: (step: 1 | -1) => {
      setEditing(false);
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

function HeadActions({
  open,
  work,
  panel,
  onPanel,
}: {
  open: OpenDocument;
  work: ReportWork;
  panel: Panel;
  onPanel: (panel: Panel) => void;
}) {
  const sure = acceptableAtOnce(open.figures, UNSURE).length;
  return (
    <>
      {work.mayAccept && sure > 0 && (
        <button
          type="button"
          className="kc-button kc-button-main"
          aria-expanded={panel === 'many'}
          onClick={() => onPanel(panel === 'many' ? null : 'many')}
        >
          批量采纳…
        </button>
      )}
      <button
        type="button"
        className="kc-button"
        aria-expanded={panel === 'info'}
        onClick={() => onPanel(panel === 'info' ? null : 'info')}
      >
        报告信息
      </button>
    </>
  );
}

export function Reading({ open, work }: { open: OpenDocument; work: ReportWork }) {
  const { document, text, figures } = open;
  const hand = useHand(open, work);
  const { current, shown } = hand;
  const [isEditing, setEditing] = useState(false);
  const [adding, setAdding] = useState<ChosenWords | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [linked, setLinked] = useState<ReadonlySet<number>>(new Set());
  const [search, change] = useSearchState();
  const isPhone = useIsPhone();
  const tab = search.tab ?? (isPhone ? 'text' : 'figures');
  const moves = useMoves(hand, work, setEditing);
  const look = useLook(figures, shown, linked);
  const { data } = useQuery(indicatorsQuery);
  const audit = useQuery(auditQuery(document.id));
  const indicators = data?.rows ?? [];
  const tieNames = useMemo(() => new Map(data?.rows.map(({ id, name }) => [id, name])), [data]);
  const tick = useCallback((ordinals: readonly number[], isTicked: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      for (const ordinal of ordinals)
        if (isTicked) next.add(ordinal);
        else next.delete(ordinal);
      return next;
    });
  }, []);
  const openFigure = useCallback(
    (ordinal: number) => {
      setEditing(false);
      setAdding(null);
      hand.open(figures.find((figure) => figure.ordinal === ordinal));
    },
    [figures, hand.open],
  );
  // The place that a link points at comes into sight once, when the page opens.
  const [landing] = useState(current?.ordinal);
  const isLinkedTo = hand.at !== undefined;
  useEffect(() => {
    if (isLinkedTo && landing !== undefined) requestAnimationFrame(() => showMark(landing));
  }, [landing, isLinkedTo]);
  useKeys({
    n: () => moves.step(1),
    ArrowDown: () => moves.step(1),
    ArrowRight: () => moves.step(1),
    p: () => moves.step(-1),
    ArrowUp: () => moves.step(-1),
    ArrowLeft: () => moves.step(-1),
    a: moves.accept,
    Enter: moves.accept,
    i: moves.ignore,
    e: () => setEditing(work.mayWrite && current !== undefined),
    b: () => {
      if (moves.last !== null) openFigure(moves.last);
    },
    Escape: () => {
      setEditing(false);
      setAdding(null);
      setPanel(null);
    },
  });
  const openRelation = (relation: RelationView) => {
    setLinked(new Set(relation.figures));
    const goal = figures.find(({ ordinal }) => ordinal === relation.figures.at(-1)) ?? figureAt(figures, relation.at);
    if (isPhone) change({ tab: 'text' });
    hand.open(goal);
  };
  const wrong = audit.data?.relations.filter(({ verdict }) => verdict === 'inconsistent').length;
  const position = current === undefined ? '' : `第 ${figures.indexOf(current) + 1} / ${figures.length} 个`;
  const card =
    adding !== null ? (
      <AddFigure
        words={adding}
        document={document}
        indicators={indicators}
        work={work}
        onDone={(figure) => {
          setAdding(null);
          hand.open(figure);
        }}
      />
    ) : (
      current !== undefined && (
        <FigureCard
          key={current.ordinal}
          figure={current}
          position={position}
          indicators={indicators}
          work={work}
          isEditing={isEditing}
          onEdit={setEditing}
          onStep={moves.step}
          onAccept={moves.accept}
          onIgnore={moves.ignore}
        />
      )
    );
  return (
    <div className={`kc-page kc-rp kc-rp-${tab}`}>
      <PageHead
        title={document.title}
        parent={{ label: '报告', href: '/reports' }}
        lead={`${document.place}${document.year === null ? '' : ` · ${document.year}年度`}`}
        actions={<HeadActions open={open} work={work} panel={panel} onPanel={setPanel} />}
      />
      <Progress counts={document.counts} />
      {panel === 'info' && <DocumentInfo document={document} work={work} onClose={() => setPanel(null)} />}
      {panel === 'many' && <AcceptMany figures={figures} tieNames={tieNames} work={work} onClose={() => setPanel(null)} />}
      <Tabs tab={tab} isPhone={isPhone} count={figures.length} wrong={wrong} onTab={(next) => change({ tab: next }, { replace: true })} />
      <div className="kc-rp-columns">
        <div className="kc-rp-text">
          {figures.length === 0 && <EmptyState title="没有读出数据" how="如正文中确有数据，请选中它们，再点“添加为数据”。" />}
          <ReportText
            text={text}
            figures={figures}
            look={look}
            current={current}
            onOpen={openFigure}
            onAdd={work.mayWrite ? setAdding : undefined}
          />
        </div>
        <aside className="kc-rp-side">
          <div className="kc-rp-card kc-no-print">{card}</div>
          <SaidLine said={work.said} />
          {tab === 'audit' ? (
            <div className="kc-rp-list">
              <AuditList id={document.id} onOpen={openRelation} />
            </div>
          ) : (
            <div className="kc-rp-list">
              <SetBar current={hand.set} counts={hand.counts} onChoose={hand.choose} />
              <FigureList
                shown={shown}
                set={hand.set}
                documentPlace={document.place}
                tieNames={tieNames}
                current={current}
                work={work}
                ticked={ticked}
                onTick={tick}
                onOpen={openFigure}
              />
            </div>
          )}
        </aside>
      </div>
    </div>
  );
}
