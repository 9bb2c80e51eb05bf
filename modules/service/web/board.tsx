// The wall board of the counter: what is due today and what runs late, by division, to be read from three metres.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatClock, formatDayText, formatPercent } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import type { WallBoard } from '../wire.ts';
import { boardQuery } from './queries.ts';
import './service.css';

const lights = [
  ['green', '正常'],
  ['amber', '临近到期'],
  ['red', '已超期'],
  ['paused', '暂停计时'],
] as const;

function leftWords(left: number): string {
  if (left < 0) return `超期 ${-left} 个工作日`;
  return left === 0 ? '今日到期' : `剩 ${left} 个工作日`;
}

function Counts({ board }: { board: WallBoard }) {
  const figures: readonly (readonly [label: string, value: string])[] = [
    ['今日受理', String(board.receivedToday)],
    ['今日办结', String(board.decidedToday)],
    ['在办', String(board.underWay)],
    ['今日到期', String(board.dueToday)],
    ['本年按期办结率', board.onTimeRate === null ? '—' : formatPercent(board.onTimeRate, 1)],
  ];
  return (
    <dl className="sv-counts">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lights({ board }: { board: WallBoard }) {
  return (
    <ul className="sv-lights" aria-label="在办件按颜色">
      {lights.map(([colour, word]) => (
        <li key={colour} className={`sv-light sv-${colour}`}>
          <b>{board.lights[colour]}</b>
          <span>{word}</span>
        </li>
      ))}
    </ul>
  );
}

function Divisions({ board }: { board: WallBoard }) {
  if (board.divisions.length === 0) return <p className="kc-none">没有在办件。</p>;
  return (
    <table className="sv-table" aria-label="各处室在办">
      <thead>
        <tr>
          <th scope="col">处室</th>
          <th scope="col">在办</th>
          <th scope="col">今日到期</th>
          <th scope="col">临近</th>
          <th scope="col">超期</th>
          <th scope="col">今日办结</th>
        </tr>
      </thead>
      <tbody>
        {board.divisions.map((line) => (
          <tr key={line.division}>
            <th scope="row">{line.division}</th>
            <td>{line.underWay}</td>
            <td>{line.dueToday}</td>
            <td className={line.near > 0 ? 'sv-amber' : ''}>{line.near}</td>
            <td className={line.overdue > 0 ? 'sv-red' : ''}>{line.overdue}</td>
            <td>{line.decidedToday}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Urgent({ board }: { board: WallBoard }) {
  if (board.urgent.length === 0) return <p className="kc-none">没有临近到期或超期的办件。</p>;
  return (
    <table className="sv-table sv-urgent" aria-label="先办这些">
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">环节</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {board.urgent.map((row) => (
          <tr key={`${row.number}${row.item}`}>
            <th scope="row">
              {row.item}
              <small>{row.number}</small>
            </th>
            <td>{row.stage}</td>
            <td className={`sv-${row.colour}`}>{leftWords(row.left)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On the wall the page alone, without the frame of the application. */
function useWall() {
  const wall = useRef<HTMLDivElement>(null);
  const [isWall, setWall] = useState(false);
  useEffect(() => {
    const follow = () => setWall(document.fullscreenElement !== null && document.fullscreenElement === wall.current);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  return { wall, isWall, open: () => void wall.current?.requestFullscreen() };
}

export default function Board() {
  const query = useQuery(boardQuery);
  const { wall, isWall, open } = useWall();
  const board = query.data;
  if (board === undefined && query.error === null) return <PageSkeleton />;
  return (
    <div className={isWall ? 'kc-page sv-board sv-wall' : 'kc-page sv-board'} ref={wall}>
      <PageHead
        title="政务服务大屏"
        lead={
          board === undefined
            ? undefined
            : `${formatDayText(board.today)}${board.isWorkday ? '' : '（休息日，不计入办理时限）'}，${formatClock(board.at)} 更新，每分钟自动刷新`
        }
        actions={
          !isWall && (
            <>
              <AppLink className="kc-button" href="/service/statistics">
                服务统计
              </AppLink>
              <button type="button" className="kc-button" onClick={open}>
                上大屏
              </button>
            </>
          )
        }
      />
      {query.error && board === undefined && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.error && board !== undefined && <Notice tone="warn" title="暂时连不上服务器，显示的是上次的数据，恢复后自动更新。" />}
      {board !== undefined && (
        <>
          <Counts board={board} />
          <Lights board={board} />
          <div className="sv-columns">
            <section aria-label="各处室">
              <h2>各处室</h2>
              <Divisions board={board} />
            </section>
            <section aria-label="先办这些">
              <h2>先办这些</h2>
              <Urgent board={board} />
            </section>
          </div>
        </>
      )}
    </div>
  );
}
