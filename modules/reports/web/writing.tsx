// One of our own reports: sections at the left, the paper in the middle, and beside it where its figures come from and what people say of it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '#ui/api.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { usePathParam } from '#ui/use-search.ts';
import type { OpenWork } from '../model/writer/work-shapes.ts';
import { useWriting } from './use-writing.ts';
import { OutlinePanel } from './writing-outline.tsx';
import { workQuery } from './writing-queries.ts';
import { WritingSheet } from './writing-sheet.tsx';
import { CommentsPanel, ComparisonPanel, HistoryPanel, ProofPanel, SigningPanel, SourcePanel } from './writing-side.tsx';
import '#ui/record/record.css';
import './writing.css';

type Tab = 'source' | 'comments' | 'history' | 'last-year' | 'outline' | 'signing';

function Sections({ open }: { open: OpenWork }) {
  const problems = new Map<string, number>();
  for (const { item, tone } of open.composed.remarks) if (tone === 'problem') problems.set(item, (problems.get(item) ?? 0) + 1);
  return (
    <nav className="wr-sections kc-no-print" aria-label="章节">
      <ol>
        {open.outline.map((section) => {
          const count = section.items.reduce((sum, { id }) => sum + (problems.get(id) ?? 0), 0);
          const printed = open.composed.blocks.find((block) => block.kind === 'heading' && block.item === section.id);
          return (
            <li key={section.id} className={section.level === 2 ? 'wr-below' : undefined}>
              <a href={`#wr-${section.id}`} className={printed === undefined ? 'wr-soft' : undefined}>
                {printed?.runs[0]?.text ?? section.title}
              </a>
              {count > 0 && <b className="wr-count">{count}处须改</b>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Open({ open }: { open: OpenWork }) {
  const { report, composed, comments } = open;
  const work = useWriting(open);
  const [figure, setFigure] = useState<number | null>(null);
  const [tab, setTab] = useState<Tab>('source');
  const unsettled = comments.filter(({ settledBy }) => settledBy === null).length;
  const tabs: readonly (readonly [Tab, string])[] = [
    ['source', '来源'],
    ['comments', unsettled === 0 ? '批注' : `批注 ${unsettled}`],
    ['history', '修改'],
    ['last-year', '上年'],
    ...(work.mayWrite ? ([['outline', '章节']] as const) : []),
    ...(work.maySign || !work.isDraft ? ([['signing', work.isDraft ? '签发' : '定稿']] as const) : []),
  ];
  const lead = `${composed.figures.length} 个数据都有来源${open.isFictional ? '；演示数据，均为虚构' : ''}`;
  return (
    <div className="kc-page wr-page">
      <PageHead
        title={report.title}
        mark={work.isDraft ? <Status tone="wait">起草中</Status> : <Status tone="good">已签发</Status>}
        lead={lead}
        parent={{ label: '工作报告', href: '/reports/write' }}
        actions={
          <>
            <button type="button" className="kc-button" onClick={() => void download(`/reports/own/${report.id}/word`)}>
              导出 Word
            </button>
            <button type="button" className="kc-button" onClick={() => void download(`/reports/own/${report.id}/pdf`)}>
              导出 PDF
            </button>
            {work.maySign && (
              <button type="button" className="kc-button kc-button-main" onClick={() => setTab('signing')}>
                签发…
              </button>
            )}
          </>
        }
      />
      <div className="wr-columns">
        <Sections open={open} />
        <div className="wr-paper">
          <WritingSheet
            open={open}
            work={work}
            figure={figure}
            onFigure={(at) => {
              setFigure(at);
              setTab('source');
            }}
          />
        </div>
        <aside className="wr-side kc-no-print">
          <div className="kc-tabs" role="tablist" aria-label="报告旁注">
            {tabs.map(([key, label]) => (
              <button
                key={key}
                type="button"
                role="tab"
                aria-selected={tab === key}
                className={tab === key ? 'kc-tab kc-tab-on' : 'kc-tab'}
                onClick={() => setTab(key)}
              >
                {label}
              </button>
            ))}
          </div>
          {work.said !== null && work.failure === null && <Notice tone="good" title={work.said} />}
          {work.failure !== null && <ErrorState error={work.failure} />}
          {tab === 'source' && <SourcePanel open={open} figure={figure === null ? undefined : composed.figures[figure]} />}
          {tab === 'comments' && <CommentsPanel open={open} work={work} />}
          {tab === 'history' && <HistoryPanel open={open} />}
          {tab === 'last-year' && <ComparisonPanel open={open} />}
          {tab === 'outline' && <OutlinePanel key={report.version} open={open} work={work} />}
          {tab === 'signing' && (work.isDraft ? <SigningPanel open={open} work={work} /> : <ProofPanel open={open} />)}
        </aside>
      </div>
    </div>
  );
}

export default function WritingPage() {
  const id = usePathParam('id');
  const query = useQuery(workQuery(id));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Open key={id} open={query.data} />;
}
