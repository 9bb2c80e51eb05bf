// The board: published needs that anyone may read, the open ones first.
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { BoardView } from '../wire.ts';
import { windowTone } from './case-relations.tsx';
import { boardQuery } from './queries.ts';
import './casework.css';

function Items({ rows, base }: { rows: readonly BoardView[]; base: string }) {
  return (
    <ul className="cw-calls">
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <AppLink className="cw-call-name" href={`${base}/${row.id}`}>
              {row.headline}
            </AppLink>
            <span className="cw-call-facts">
              <Status tone={windowTone(row.phase)}>{row.phase}</Status>
              <span>{row.partyName}</span>
              <span>
                {formatDay(row.opensOn)} 至 {formatDay(row.closesOn)} 24:00
              </span>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Board({ base }: { base: '/desk/board' | '/public/board' }) {
  const board = useQuery(boardQuery);
  const rows = board.data ?? [];
  const open = rows.filter((row) => row.isOpen);
  const past = rows.filter((row) => !row.isOpen);
  return (
    <div className="kc-page">
      <PageHead title="揭榜" lead="面向全国公开张榜，不限地域、学历、职称和年龄；截止按服务器时间。" />
      {board.error && <ErrorState error={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <TableSkeleton rows={4} />}
      {board.data?.length === 0 && <EmptyState title="目前没有榜单" how="企业的技术需求经论证发榜后会列在这里。" />}
      {rows.length > 0 && (
        <Section title="揭榜中" note={open.length > 0 ? `${open.length} 项` : undefined}>
          {open.length === 0 ? <p className="kc-none">目前没有可以揭榜的榜单。</p> : <Items rows={open} base={base} />}
        </Section>
      )}
      {past.length > 0 && (
        <Section title="已截止" note={`${past.length} 项`}>
          <Items rows={past} base={base} />
        </Section>
      )}
    </div>
  );
}

export default function DeskBoard() {
  return <Board base="/desk/board" />;
}
