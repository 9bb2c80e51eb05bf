// A report beside what was read in it: go from figure to figure, accept, correct or set aside, and see the sum of it checked.
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState } from '#ui/page/states.tsx';
import { acceptableAtOnce } from '../model/figure-sets.ts';
import type { OpenDocument } from '../wire.ts';
import { AcceptMany, LEVELS } from './accept-many.tsx';
import { AddFigure } from './add-figure.tsx';
import { AuditList } from './audit-list.tsx';
import { DocumentInfo } from './document-info.tsx';
import { FigureCard } from './figure-card.tsx';
import { FigureList, SetBar } from './figure-list.tsx';
import { Progress, SaidLine, Tabs } from './page-parts.tsx';
import { ReportText } from './report-text.tsx';
import { type ReadingState, useReading } from './use-reading.ts';
import type { ReportWork } from './use-report.ts';
import '#ui/record/record.css';
import './report.css';
import './figure-list.css';
import './figures.css';
import './panels.css';

interface PartProps {
  readonly open: OpenDocument;
  readonly work: ReportWork;
  readonly state: ReadingState;
}

function HeadActions({ open, work, state: { panel, setPanel } }: PartProps) {
  const hasMany = acceptableAtOnce(open.figures, Math.min(...LEVELS)).length > 0;
  return (
    <>
      {work.mayAccept && hasMany && (
        <button
          type="button"
          className="kc-button kc-button-main"
          aria-expanded={panel === 'many'}
          onClick={() => setPanel(panel === 'many' ? null : 'many')}
        >
          批量采纳…
        </button>
      )}
      <button
        type="button"
        className="kc-button"
        aria-expanded={panel === 'info'}
        onClick={() => setPanel(panel === 'info' ? null : 'info')}
      >
        报告信息
      </button>
    </>
  );
}

/** The figure on hand, or the form for one that was missed. */
function Card({ open, work, state }: PartProps) {
  const { hand, moves, adding, setAdding, isEditing, setEditing, indicators } = state;
  const { current } = hand;
  if (adding !== null) {
    return (
      <AddFigure
        words={adding}
        document={open.document}
        indicators={indicators}
        work={work}
        onDone={(figure) => {
          setAdding(null);
          hand.open(figure);
        }}
      />
    );
  }
  if (current === undefined) return null;
  return (
    <FigureCard
      key={current.ordinal}
      figure={current}
      position={`第 ${open.figures.indexOf(current) + 1} / ${open.figures.length} 个`}
      indicators={indicators}
      work={work}
      isEditing={isEditing}
      onEdit={setEditing}
      onStep={moves.step}
      onAccept={moves.accept}
      onIgnore={moves.ignore}
    />
  );
}

function Side({ open, work, state }: PartProps) {
  const { hand, tab, tieNames, ticked, tick, openFigure, findings } = state;
  return (
    <aside className="kc-rp-side">
      <div className="kc-rp-card kc-no-print">
        <Card open={open} work={work} state={state} />
        <SaidLine said={work.said} />
      </div>
      <div className="kc-rp-list">
        {tab === 'audit' ? (
          <AuditList id={open.document.id} current={findings.current} onOpen={findings.open} />
        ) : (
          <>
            <SetBar current={hand.set} counts={hand.counts} onChoose={hand.choose} />
            <FigureList
              shown={hand.shown}
              set={hand.set}
              documentPlace={open.document.place}
              tieNames={tieNames}
              current={hand.current}
              work={work}
              ticked={ticked}
              onTick={tick}
              onOpen={openFigure}
            />
          </>
        )}
      </div>
    </aside>
  );
}

export function Reading({ open, work }: { open: OpenDocument; work: ReportWork }) {
  const { document, text, figures } = open;
  const state = useReading(open, work);
  const { hand, panel, setPanel, tab } = state;
  const year = document.year === null ? '' : ` · ${document.year}年度`;
  return (
    <div className={`kc-page kc-rp kc-rp-on-${tab}`}>
      <PageHead
        title={document.title}
        mark={`${document.place}${year}`}
        parent={{ label: '报告', href: '/reports' }}
        actions={<HeadActions open={open} work={work} state={state} />}
      />
      <Progress counts={document.counts} />
      {panel === 'info' && <DocumentInfo document={document} work={work} onClose={() => setPanel(null)} />}
      {panel === 'many' && <AcceptMany figures={figures} tieNames={state.tieNames} work={work} onClose={() => setPanel(null)} />}
      <Tabs tab={tab} isPhone={state.isPhone} count={figures.length} wrong={state.findings.wrong} onTab={state.openTab} />
      <div className="kc-rp-columns">
        <div className="kc-rp-text">
          {figures.length === 0 && <EmptyState title="没有读出数据" how="如正文中确有数据，请选中它们，再点“添加为数据”。" />}
          <ReportText
            text={text}
            figures={figures}
            look={state.look}
            current={hand.current}
            onOpen={state.openFigure}
            onAdd={work.mayWrite ? state.setAdding : undefined}
          />
        </div>
        <Side open={open} work={work} state={state} />
      </div>
    </div>
  );
}
