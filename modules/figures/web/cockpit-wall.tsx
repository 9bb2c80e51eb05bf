// The cockpit on a wall: no bars and menus around, type that is read from three metres at any resolution, and everything that does not fit takes turns.

import { type CSSProperties, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { addDays } from '#kernel/declare/calendar.ts';
import { barShare, placesOf } from '#ui/figures/region-bars.tsx';
import { Spark } from '#ui/figures/spark.tsx';
import { TrendChart } from '#ui/figures/trend-chart.tsx';
import { completedShare } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { useDocumentTitle } from '#ui/page/page-head.tsx';
import { Status } from '#ui/page/status.tsx';
import type { Cockpit, MainFigure } from '../model/cockpit-shapes.ts';
import {
  byValue,
  changeWords,
  chosenOf,
  courseData,
  entriesOf,
  lastYearWords,
  lightTone,
  lightWords,
  targetWords,
  warningKinds,
} from './cockpit-words.ts';
import { withUnit } from './target-words.tsx';
import { splitValue, valueText } from './value-text.ts';
import './cockpit-wall.css';

/** Long enough to read a page of warnings. */
const turnMs = 15_000;
const pageSizes = { counties: 11, movements: 4, warnings: 4 } as const;
const fewerWarnings = 3;

/** How many times larger the screen is than the one that the wall was drawn for; a standing screen is drawn standing. */
const scaleOf = (width: number, height: number): number =>
  height > width ? Math.min(width / 1240, height / 2204) : Math.min(width / 1920, height / 1080);

const screenSize = () => ({ width: window.innerWidth, height: window.innerHeight });

function useScreen(): { readonly scale: number; readonly isTall: boolean } {
  const [size, setSize] = useState(screenSize);
  useEffect(() => {
    const follow = () => setSize(screenSize());
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return { scale: scaleOf(size.width, size.height), isTall: size.height > size.width };
}

function useTurns(): number {
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurns((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, []);
  return turns;
}

interface Shown<Row> {
  readonly rows: readonly Row[];
  /** 2/3; empty where all are seen at once. */
  readonly words: string;
}

function pageOf<Row>(rows: readonly Row[], size: number, turns: number): Shown<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = turns % pages;
  return { rows: rows.slice(at * size, (at + 1) * size), words: pages === 1 ? '' : `${at + 1}/${pages}` };
}

function WallFigure({ figure, year, scale, isChosen }: { figure: MainFigure; year: number; scale: number; isChosen: boolean }) {
  const { number, unit } = splitValue(figure, figure.value);
  const [target, pace, last] = [targetWords(figure), lightWords(figure), lastYearWords(figure)];
  return (
    <AppLink className={isChosen ? 'cw-figure cw-figure-on' : 'cw-figure'} href={`/figures/${figure.indicator}?year=${year}`}>
      <h2>{figure.name}</h2>
      <p className="cw-number">
        <b>{number}</b>
        <span>{unit}</span>
        <Spark values={figure.trend} width={150 * scale} height={48 * scale} label={`${figure.name}走势`} />
      </p>
      {pace !== null && figure.light !== null && <Status tone={lightTone[figure.light]}>{pace}</Status>}
      {target !== null && <p>{target}</p>}
      {last !== null && <p>{last}</p>}
      {figure.why !== null && <p className="cw-why">{figure.why}</p>}
    </AppLink>
  );
}

function WallCounties({ cockpit, chosen, turns }: { cockpit: Cockpit; chosen: MainFigure; turns: number }) {
  const { unit, indicator } = chosen;
  const sorted = [...cockpit.counties].sort(byValue);
  const places = placesOf(sorted);
  const most = Math.max(0, ...sorted.flatMap(({ value, target }) => [Number(value ?? 0), Number(target ?? 0)]));
  const all = sorted.map((county, at) => ({ ...county, place: places[at] ?? null }));
  const { rows, words } = pageOf(all, pageSizes.counties, turns);
  const year = cockpit.comparedYear === cockpit.year ? '' : `${cockpit.comparedYear}年`;
  const hasTarget = all.some(({ target }) => target !== null);
  return (
    <section className="cw-counties" aria-label="县区比较">
      <h2>
        {year}
        {chosen.name}
        <small>
          {unit === '元' || unit === '%' ? '' : `单位：${unit}`}
          {words}
        </small>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">位次</th>
            <th scope="col">地区</th>
            <th scope="col">数值</th>
            <td />
            {hasTarget && <th scope="col">完成</th>}
            <th scope="col">同比</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((county) => (
            <tr key={county.region}>
              <td>{county.place ?? '—'}</td>
              <th scope="row">
                <AppLink href={`/figures/${indicator}?year=${cockpit.comparedYear}&region=${county.region}`}>{county.shortName}</AppLink>
              </th>
              <td>{valueText({ unit }, county.value)}</td>
              <td className="cw-track">
                <i style={{ width: `${barShare(county.value, most)}%` }} />
                {county.target !== null && <b style={{ left: `${barShare(county.target, most)}%` }} />}
              </td>
              {hasTarget && <td>{completedShare(county.value, county.target)}</td>}
              <td>{changeWords(unit, county)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function WallMovements({ cockpit, turns }: { cockpit: Cockpit; turns: number }) {
  const { rows, words } = pageOf(cockpit.movements, pageSizes.movements, turns);
  const { weekFrom, asOf } = cockpit;
  return (
    <section className="cw-movements" aria-label="本周变化">
      <h2>
        本周变化<small>{words}</small>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">本周</th>
            <th scope="col">上周</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((movement) => (
            <tr key={movement.measure}>
              <th scope="row">
                <AppLink href={entriesOf(movement, cockpit, weekFrom, asOf)}>{movement.name}</AppLink>
              </th>
              <td>{withUnit(movement.unit, movement.thisWeek)}</td>
              <td>
                <AppLink href={entriesOf(movement, cockpit, addDays(weekFrom, -7), addDays(weekFrom, -1))}>
                  {withUnit(movement.unit, movement.weekBefore)}
                </AppLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>近两周台账没有新的记录。</p>}
    </section>
  );
}

function WallWarnings({ cockpit, turns, atOnce }: { cockpit: Cockpit; turns: number; atOnce: number }) {
  const { rows, words } = pageOf(cockpit.warnings, atOnce, turns);
  return (
    <section className="cw-warnings" aria-label="预警">
      <h2>
        预警
        <small>
          {cockpit.warnings.length} 条 {words}
        </small>
      </h2>
      {rows.length === 0 && <p>没有需要提醒的事项。</p>}
      <ul>
        {rows.map(({ kind, text, note, href }) => (
          <li key={text}>
            <Status tone={warningKinds[kind][0]}>{warningKinds[kind][1]}</Status>
            <div>
              <AppLink href={href}>{text}</AppLink>
              {note !== null && <small>{note}</small>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface WallProps {
  readonly cockpit: Cockpit;
  readonly title: string;
  readonly lead: string;
  /** Said while the server does not answer. */
  readonly lost: string | null;
  /** The next figure is to be compared. */
  readonly onTurn: (indicator: string) => void;
  readonly onLeave: () => void;
}

export function Wall({ cockpit, title, lead, lost, onTurn, onLeave }: WallProps) {
  const { scale, isTall } = useScreen();
  const turns = useTurns();
  const chosen = chosenOf(cockpit);
  const ids = cockpit.figures.map(({ indicator }) => indicator).join(' ');
  useDocumentTitle(title);
  useEffect(() => {
    // Every figure stays for two turns, so that a second page of its counties is seen too.
    const all = ids.split(' ');
    const next = all[Math.floor(turns / 2) % all.length];
    if (turns > 0 && next !== undefined) onTurn(next);
  }, [turns, ids, onTurn]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onLeave();
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onLeave]);
  if (chosen === undefined) return null;
  return createPortal(
    <main className={isTall ? 'cw-wall cw-tall' : 'cw-wall'} style={{ '--u': `${scale}px` } as CSSProperties} aria-label="全屏展示">
      <header>
        <h1>{title}</h1>
        <p>{lost ?? lead}</p>
        <button type="button" onClick={onLeave}>
          退出全屏
        </button>
      </header>
      <div className="cw-figures">
        {cockpit.figures.map((figure) => (
          <WallFigure key={figure.indicator} figure={figure} year={cockpit.year} scale={scale} isChosen={figure === chosen} />
        ))}
      </div>
      <WallCounties cockpit={cockpit} chosen={chosen} turns={turns} />
      <div className="cw-middle">
        <TrendChart
          title={cockpit.course.before.length === 0 ? '按年' : '逐月（年初至月末）'}
          data={courseData(cockpit, chosen)}
          height={Math.round(236 * scale)}
          size={20 * scale}
        />
        <WallMovements cockpit={cockpit} turns={turns} />
      </div>
      <WallWarnings cockpit={cockpit} turns={turns} atOnce={isTall ? fewerWarnings : pageSizes.warnings} />
    </main>,
    document.body,
  );
}
