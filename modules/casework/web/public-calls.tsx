// The public first page: what can be applied for now and soon, for anyone and without an account.
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { CallFacts } from './call-facts.tsx';
import { PrintButton } from './print-button.tsx';
import { callsQuery } from './queries.ts';
import './casework.css';

const groups: readonly (readonly [title: string, phases: readonly string[]])[] = [
  ['正在受理', ['受理中']],
  ['即将开始', ['未开始']],
  ['已经截止', ['已截止', '已关闭']],
];

/** What is over is for looking back: the latest suffice. */
const mostPast = 10;

export default function PublicCalls() {
  const calls = useQuery(callsQuery);
  const rows = calls.data ?? [];
  return (
    <div className="kc-page">
      <PageHead title="申报通知" lead="指南、条件和截止时间以本页为准，截止按服务器时间。" actions={<PrintButton />} />
      {calls.error && <ErrorState error={calls.error} onRetry={() => void calls.refetch()} />}
      {calls.isPending && <TableSkeleton rows={4} />}
      {calls.data?.length === 0 && <EmptyState title="目前没有申报通知" how="批次发布后会列在这里；可先用“自测”看看条件是否符合。" />}
      {groups.map(([title, phases]) => {
        const members = rows.filter((each) => phases.includes(each.phase)).slice(0, phases.includes('已截止') ? mostPast : undefined);
        if (members.length === 0) return null;
        return (
          <Section key={title} title={title} note={`${members.length} 项`}>
            <ul className="cw-calls">
              {members.map((each) => (
                <li key={each.id}>
                  <div>
                    <AppLink className="cw-call-name" href={`/public/calls/${each.id}`}>
                      {each.name}
                    </AppLink>
                    <CallFacts call={each} />
                  </div>
                  {each.phase === '受理中' && (
                    <AppLink className="kc-button kc-no-print" href={`/public/calls/${each.id}`}>
                      指南和条件
                    </AppLink>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}
