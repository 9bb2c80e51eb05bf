// What an enterprise may apply for: open calls first, then those to come and those past.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { CallView, CaseSummary } from '../wire.ts';
import { CallFacts } from './call-facts.tsx';
import { CallButtons } from './call-parts.tsx';
import { declaredIn, useCatalogue } from './knowledge.tsx';
import { callsQuery, casesQuery } from './queries.ts';
import { ownCaseIn } from './start-application.ts';
import './casework.css';

const mine = casesQuery({ limit: '50', sort: '-createdAt' });

const groups: readonly (readonly [title: string, phases: readonly string[], empty?: string])[] = [
  ['正在受理', ['受理中'], '目前没有正在受理的事项；批次发布后会列在这里。'],
  ['即将开始', ['未开始']],
  ['已经截止', ['已截止', '已关闭']],
];

function CallItem({ call, cases }: { call: CallView; cases: readonly CaseSummary[] }) {
  const declared = declaredIn(useCatalogue(), call.programme, call.dossier);
  return (
    <li>
      <div>
        <AppLink className="cw-call-name" href={`/desk/calls/${call.id}`}>
          {call.name}
        </AppLink>
        <CallFacts call={call} />
      </div>
      {declared && call.phase !== '已截止' && call.phase !== '已关闭' && (
        <CallButtons call={call} declared={declared} own={ownCaseIn(cases, call.id)} />
      )}
    </li>
  );
}

export default function DeskCalls() {
  const calls = useQuery(callsQuery);
  const cases = useQuery(mine);
  const error = calls.error ?? cases.error;
  const retry = () => void Promise.all([calls.refetch(), cases.refetch()]);
  return (
    <div className="kc-page">
      <PageHead title="申报" lead="先自测、再填报；草稿随时保存，截止以服务器时间为准。" />
      {error && <ErrorState error={error} onRetry={retry} />}
      {!error && (!calls.data || !cases.data) && <TableSkeleton rows={5} />}
      {calls.data?.length === 0 && <EmptyState title="还没有发布申报批次" how="科技部门发布后，会在这里列出受理时间、条件和指南。" />}
      {calls.data &&
        calls.data.length > 0 &&
        cases.data &&
        groups.map(([title, phases, empty]) => {
          const members = calls.data.filter((each) => phases.includes(each.phase));
          if (members.length === 0 && empty === undefined) return null;
          return (
            <Section key={title} title={title} note={members.length > 0 ? `${members.length} 项` : undefined}>
              {members.length === 0 ? (
                <p className="kc-none">{empty}</p>
              ) : (
                <ul className="cw-calls">
                  {members.map((each) => (
                    <CallItem key={each.id} call={each} cases={cases.data.rows} />
                  ))}
                </ul>
              )}
            </Section>
          );
        })}
    </div>
  );
}
