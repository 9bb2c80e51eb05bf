// The leader's cockpit: at a desk, on a tablet and on paper one page; on a wall a look of its own that needs nobody.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { formatClock, formatDayText, formatPercent } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { Cockpit } from '../model/cockpit-shapes.ts';
import { Counties, Figures, Movements, Warnings } from './cockpit-parts.tsx';
import { Wall } from './cockpit-wall.tsx';
import './figures-pages.css';
import './cockpit.css';

/** Long enough not to be noticed, short enough for a wall. */
const refreshMs = 120_000;

const leadOf = ({ asOf, timeProgress, at, isFictional }: Cockpit): string =>
  `截至${formatDayText(asOf)}，时间进度${formatPercent(timeProgress, 1)}；${formatClock(at)} 更新${isFictional ? '；演示数据，均为虚构' : ''}`;

export default function CockpitPage() {
  const [search, change] = useSearchState();
  const isWall = search.wall === 'yes';
  // On a wall the figures take turns; the address keeps what a person chose.
  const [turn, setTurn] = useState<string | null>(null);
  const compared = (isWall ? turn : null) ?? search.compared ?? '';
  const query = useQuery({
    queryKey: ['figures', 'cockpit', compared],
    queryFn: ({ signal }) => call<Cockpit>('GET', '/figures/cockpit', { query: compared === '' ? {} : { compared }, signal }),
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    staleTime: refreshMs / 2,
  });
  const cockpit = query.data;
  if (cockpit === undefined)
    return query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <PageSkeleton />;
  const isEmpty = cockpit.figures.length === 0;
  const lost = query.isError ? `暂时没有连上服务器，显示的是 ${formatClock(cockpit.at)} 的数据，连上后自动更新。` : null;
  const title = `${cockpit.regionName}科技工作驾驶舱`;
  const toWall = () => {
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    change({ wall: 'yes' });
  };
  if (isWall && !isEmpty)
    return (
      <Wall
        cockpit={cockpit}
        title={title}
        lead={leadOf(cockpit)}
        lost={lost}
        onTurn={setTurn}
        onLeave={() => {
          if (document.fullscreenElement !== null) void document.exitFullscreen();
          change({ wall: undefined }, { replace: true });
        }}
      />
    );
  return (
    <div className="kc-page cp-page kc-print-wide">
      <PageHead
        title={title}
        lead={leadOf(cockpit)}
        actions={
          <div className="cp-tools">
            <button type="button" className="kc-button" onClick={() => window.print()}>
              打印
            </button>
            <button type="button" className="kc-button" onClick={toWall} disabled={isEmpty}>
              全屏展示
            </button>
          </div>
        }
      />
      {lost !== null && <Notice tone="warn" title={lost} />}
      {isEmpty ? (
        <EmptyState title="还没有指标" how="事项启用并产生办件后，主要指标会自动出现在这里。" />
      ) : (
        <>
          <Figures cockpit={cockpit} />
          <div className="cp-columns">
            <Counties cockpit={cockpit} onCompare={(indicator) => change({ compared: indicator }, { replace: true })} />
            <Movements cockpit={cockpit} />
            <Warnings cockpit={cockpit} />
          </div>
        </>
      )}
    </div>
  );
}
