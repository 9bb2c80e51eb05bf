// The expert's desk: which sheets are open and by when, then what has been handed in; nothing else.
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { MySheetHead } from '../wire.ts';
import { mySheetsQuery } from './queries.ts';
import { leftWords } from './words.ts';
import './review.css';

function Line({ sheet }: { sheet: MySheetHead }) {
  const left = leftWords(sheet.dueAt, new Date());
  const isOpen = sheet.status === 'open';
  return (
    <li>
      <span>
        <AppLink href={`/review/sheets/${sheet.id}`}>{sheet.title}</AppLink>
        <small>
          {sheet.dossier}，{sheet.panelName}
        </small>
      </span>
      <span className="rv-list-end">{isOpen ? `${formatInstant(sheet.dueAt)} 前` : `总分 ${sheet.total}`}</span>
      {sheet.asked !== null ? (
        <Status tone="warn">请说明评分</Status>
      ) : isOpen ? (
        <Status tone={left.tone}>{left.words}</Status>
      ) : (
        <Status tone="good">已提交</Status>
      )}
    </li>
  );
}

function Lines({ title, sheets }: { title: string; sheets: readonly MySheetHead[] }) {
  if (sheets.length === 0) return null;
  return (
    <Section title={title} note={`${sheets.length} 份`}>
      <ul className="rv-list">
        {sheets.map((sheet) => (
          <Line key={sheet.id} sheet={sheet} />
        ))}
      </ul>
    </Section>
  );
}

export default function ReviewDesk() {
  const { data, error, refetch } = useQuery(mySheetsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  const asked = data.filter((sheet) => sheet.asked !== null);
  const open = data.filter((sheet) => sheet.status === 'open');
  const done = data.filter((sheet) => sheet.status === 'submitted' && sheet.asked === null);
  return (
    <div className="kc-page">
      <PageHead title="评审任务" lead={open.length > 0 ? `有 ${open.length} 份评分表等您评分` : '目前没有等您评分的材料'} />
      {data.length === 0 && <EmptyState title="没有评审任务" how="抽中您担任评审专家后，评分表会出现在这里。" />}
      <Lines title="请说明评分" sheets={asked} />
      <Lines title="待评分" sheets={open} />
      <Lines title="已提交" sheets={done} />
    </div>
  );
}
