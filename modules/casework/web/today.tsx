// The office's first page: what waits for me, what is most urgent, what runs late, and for leaders how the figures stand.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addDays } from '#kernel/declare/calendar.ts';
import { formatDayText } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { useIsPhone } from '#ui/media.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { holds, sightOf, useSession } from '#ui/session.ts';
import type { CaseSummary } from '../wire.ts';
import { DueCell } from './case-columns.tsx';
import { KeyFigures } from './key-figures.tsx';
import { today, useKnowledge } from './knowledge.tsx';
import { callsQuery, casesQuery, countsQuery } from './queries.ts';
import { deadlineOf } from './words.ts';
import './casework.css';

interface TileProps {
  readonly label: string;
  readonly count: number | undefined;
  readonly href: string;
  readonly isLate?: boolean;
}

function Tile({ label, count, href, isLate = false }: TileProps) {
  return (
    <AppLink href={href} className={isLate && (count ?? 0) > 0 ? 'cw-tile cw-tile-late' : 'cw-tile'}>
      <b>{count ?? '—'}</b>
      {label}
    </AppLink>
  );
}

interface QueueProps {
  readonly rows: readonly CaseSummary[] | undefined;
  readonly empty: ReactNode;
  /** In the narrow column stage and region stand under the name. */
  readonly isNarrow?: boolean;
}

function Queue({ rows, empty, isNarrow = false }: QueueProps) {
  const { regionName, catalogue } = useKnowledge();
  if (rows === undefined) return <TableSkeleton rows={4} />;
  if (rows.length === 0) return <p className="kc-none">{empty}</p>;
  const isMany = catalogue.programmes.length > 1;
  const where = (row: CaseSummary) => `${row.stageName ?? row.statusName}，${regionName(row.region)}`;
  return (
    <table className="cw-queue">
      <thead>
        <tr>
          <th scope="col">企业</th>
          {!isNarrow && <th scope="col">环节</th>}
          {!isNarrow && <th scope="col">县区</th>}
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <AppLink href={`/casework/cases/${row.id}`}>{row.partyName}</AppLink>
              {isMany && <small>{row.dossierName}</small>}
              {isNarrow && <small>{where(row)}</small>}
            </td>
            {!isNarrow && <td className="kc-nowrap">{row.stageName ?? row.statusName}</td>}
            {!isNarrow && <td className="kc-nowrap">{regionName(row.region)}</td>}
            <td className="kc-nowrap">
              <DueCell row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenCalls() {
  const calls = useQuery(callsQuery).data;
  const open = calls?.filter((each) => each.phase === '受理中' || each.phase === '未开始') ?? [];
  return (
    <Section title="申报批次" action={<AppLink href="/casework/calls">全部</AppLink>}>
      {calls === undefined ? (
        <TableSkeleton rows={2} />
      ) : open.length === 0 ? (
        <p className="kc-none">目前没有受理中或即将开始的批次。</p>
      ) : (
        <ul className="kc-related">
          {open.slice(0, 5).map((each) => (
            <li key={each.id}>
              <span className="kc-related-title">
                <AppLink href={`/casework/calls/${each.id}`}>{each.name}</AppLink>
              </span>
              <span className="kc-related-hint">
                {deadlineOf(each, new Date()).words}，已提交 {each.cases} 件
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const urgent = casesQuery({ waiting: 'mine', sort: 'dueOn', limit: '10' });

const lateHref = '/casework/cases?view=overdue';

function Work({ isLeader }: { isLeader: boolean }) {
  const isPhone = useIsPhone();
  const day = today();
  const counts = useQuery(countsQuery);
  const mine = useQuery(urgent);
  const late = useQuery(casesQuery({ dueBy: addDays(day, -1), status: 'open', sort: 'dueOn', limit: '8' }));
  const failed = [counts, mine, late].find((query) => query.error !== null);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  // Who has nothing of their own to do, as leaders, looks at what others owe.
  const hasQueue = !isLeader || (mine.data?.total ?? 0) > 0;
  const overdue = (
    <Section
      title="本地区超期未办"
      note={late.data && late.data.total > 0 ? `${late.data.total} 件` : undefined}
      action={late.data && late.data.total > late.data.rows.length && <AppLink href={lateHref}>全部</AppLink>}
    >
      <Queue rows={late.data?.rows} empty="没有超期的办件。" isNarrow={hasQueue || isPhone} />
    </Section>
  );
  const of = (view: string) => ({ count: counts.data?.[view], href: `/casework/cases?view=${view}` });
  return (
    <>
      <nav className="cw-tiles" aria-label="办件数">
        <Tile label="待我办理" {...of('mine')} />
        <Tile label="即将到期" {...of('soon')} />
        <Tile label="已超期" {...of('overdue')} isLate />
        <Tile label="办理中" {...of('open')} />
        <Tile label="待补正" {...of('correction')} />
        <Tile label="已通过" {...of('granted')} />
        <Tile label="未通过" {...of('refused')} />
      </nav>
      <div className="cw-halves">
        <div>
          {hasQueue ? (
            <Section title="待我办理，先急后缓" action={<AppLink href="/casework/cases?view=mine">全部</AppLink>}>
              <Queue isNarrow={isPhone} rows={mine.data?.rows} empty="没有等待本单位办理的办件。企业提交、其他单位办完后会出现在这里。" />
            </Section>
          ) : (
            overdue
          )}
        </div>
        <div>
          {hasQueue && overdue}
          <OpenCalls />
        </div>
      </div>
    </>
  );
}

export default function Today() {
  const session = useSession();
  if (session === null) return null;
  const isLeader = session.office.kind === 'leadership';
  return (
    <div className="kc-page">
      <PageHead title="今日" lead={`${formatDayText(today())}，${session.office.name}，${sightOf(session)}`} />
      {isLeader && holds(session, 'figures/indicator:read') && <KeyFigures />}
      {holds(session, 'casework/case:read') ? (
        <Work isLeader={isLeader} />
      ) : (
        <p className="kc-none">您的职责不含办件；请从左侧进入您的工作。</p>
      )}
    </div>
  );
}
