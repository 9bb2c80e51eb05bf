// The leader's cockpit: main figures against target and last year, counties side by side, the week's movements, and warnings; on a wall too.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '#ui/api.ts';
import { BigFigure, type Comparison, FigureRow } from '#ui/figures/big-figure.tsx';
import { RegionBars } from '#ui/figures/region-bars.tsx';
import { againstTarget, formatClock, formatDayText, formatPercent, growth, pointChange } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useSearchState } from '#ui/use-search.ts';
import type { Cockpit, MainFigure, Movement, Warning } from '../model/cockpit-shapes.ts';
import { saidTarget, withUnit } from './target-words.tsx';
import { splitValue, valueText } from './value-text.ts';
import './figures-pages.css';
import './cockpit.css';

/** Long enough not to be noticed, short enough for a wall. */
const refreshMs = 120_000;

const lightTone = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' } as const;
const lightWord = { GREEN: '达到时间进度', YELLOW: '略低于时间进度', RED: '落后于时间进度' } as const;

function lastYearWords({ unit, value, lastYear }: MainFigure): string | null {
  if (value === null || lastYear === null) return null;
  const words = unit === '%' ? pointChange(value, lastYear) : growth(value, lastYear);
  return /^(增长|下降|提高|持平)/.test(words) ? `比上年同期${words}` : `上年同期为${withUnit(unit, lastYear)}`;
}

function comparisonsOf(figure: MainFigure): Comparison[] {
  const { unit, target, bound, value, completion, light, why } = figure;
  const last = lastYearWords(figure);
  const against = unit === '%' ? (completion === null ? null : `完成${formatPercent(completion, 1)}`) : againstTarget(value, target);
  return [
    ...(why === null ? [] : [{ text: why, tone: 'off' as const }]),
    ...(target === null
      ? []
      : [{ text: `目标${saidTarget(unit, target, bound)}${against === null || value === null ? '' : `，${against}`}` }]),
    ...(light === null ? [] : [{ text: lightWord[light], tone: lightTone[light] }]),
    ...(last === null ? [] : [{ text: last }]),
  ];
}

function Figures({ cockpit }: { cockpit: Cockpit }) {
  const go = useGo();
  return (
    <FigureRow>
      {cockpit.figures.map((figure) => (
        <BigFigure
          key={figure.indicator}
          label={figure.name}
          {...splitValue(figure, figure.value)}
          trend={figure.trend}
          comparisons={comparisonsOf(figure)}
          onOpen={() => go(`/figures/${figure.indicator}?year=${cockpit.year}`)}
        />
      ))}
    </FigureRow>
  );
}

const byValue = (a: { value: string | null }, b: { value: string | null }): number =>
  Number(b.value ?? Number.NEGATIVE_INFINITY) - Number(a.value ?? Number.NEGATIVE_INFINITY);

function Counties({ cockpit, onCompare }: { cockpit: Cockpit; onCompare: (indicator: string) => void }) {
  const chosen = cockpit.figures.find((figure) => figure.indicator === cockpit.compared) ?? cockpit.figures[0];
  if (chosen === undefined) return null;
  const { unit } = chosen;
  const hasTarget = cockpit.counties.some((county) => county.target !== null);
  const rows = [...cockpit.counties].sort(byValue).map((county) => ({
    code: county.region,
    name: county.name,
    value: county.value,
    ...(hasTarget ? { target: county.target } : {}),
    change:
      county.value === null || county.lastYear === null
        ? '—'
        : unit === '%'
          ? pointChange(county.value, county.lastYear)
          : growth(county.value, county.lastYear).replace('基数为零或负，不计增速', '—'),
    href: `/figures/${chosen.indicator}?year=${cockpit.year}&region=${county.region}`,
  }));
  return (
    <Section
      title="县区比较"
      action={
        <select aria-label="比较的指标" className="kc-input" value={chosen.indicator} onChange={(event) => onCompare(event.target.value)}>
          {cockpit.figures.map((figure) => (
            <option key={figure.indicator} value={figure.indicator}>
              {figure.name}
            </option>
          ))}
        </select>
      }
    >
      <RegionBars title={chosen.name} unit={unit} rows={rows} isRanked format={(value) => valueText({ unit }, value)} />
    </Section>
  );
}

function movementHref({ indicator, submissionsOf }: Movement, { weekFrom, asOf, year }: Cockpit): string | null {
  if (submissionsOf !== null) return `/casework/cases?view=custom&programme=${submissionsOf}&submitted=${weekFrom}..${asOf}`;
  return indicator === null ? null : `/figures/${indicator}?year=${year}&month=${asOf.slice(5, 7)}`;
}

function Movements({ cockpit }: { cockpit: Cockpit }) {
  return (
    <Section title="本周变化" note={`${formatDayText(cockpit.weekFrom)}至${formatDayText(cockpit.asOf)}`}>
      {cockpit.movements.length === 0 ? (
        <p className="kc-none">近两周台账没有新的记录。</p>
      ) : (
        <table className="kc-bars" aria-label="本周变化">
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col" className="kc-num">
                本周
              </th>
              <th scope="col" className="kc-num">
                上周
              </th>
            </tr>
          </thead>
          <tbody>
            {cockpit.movements.map((movement) => {
              const href = movementHref(movement, cockpit);
              return (
                <tr key={movement.measure}>
                  <th scope="row">{href === null ? movement.name : <AppLink href={href}>{movement.name}</AppLink>}</th>
                  <td className="kc-num">{withUnit(movement.unit, movement.thisWeek)}</td>
                  <td className="kc-num">{withUnit(movement.unit, movement.weekBefore)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

const kinds: Readonly<Record<Warning['kind'], readonly [Tone, string]>> = {
  expiry: ['warn', '到期'],
  shrink: ['warn', '总量'],
  fall: ['bad', '下滑'],
  'city-behind': ['bad', '落后'],
  behind: ['warn', '县区'],
};

function Warnings({ cockpit }: { cockpit: Cockpit }) {
  return (
    <Section title="预警" note={cockpit.warnings.length === 0 ? undefined : `${cockpit.warnings.length} 条`}>
      {cockpit.warnings.length === 0 ? (
        <p className="kc-none">没有需要提醒的事项。</p>
      ) : (
        <ul className="cp-warnings">
          {cockpit.warnings.map((warning) => {
            const [tone, word] = kinds[warning.kind];
            return (
              <li key={warning.text}>
                <Status tone={tone}>{word}</Status>
                <div>
                  <AppLink href={warning.href}>{warning.text}</AppLink>
                  {warning.note !== null && <small>{warning.note}</small>}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

/** The page alone on the screen; leaving full screen by the keyboard is noticed too. */
function useWall() {
  const page = useRef<HTMLDivElement>(null);
  const [isWall, setWall] = useState(false);
  useEffect(() => {
    const follow = () => setWall(document.fullscreenElement === page.current && page.current !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const toggle = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else page.current?.requestFullscreen?.().catch(() => setWall(true));
  };
  return { page, isWall, toggle };
}

export default function CockpitPage() {
  const [search, change] = useSearchState();
  const { page, isWall, toggle } = useWall();
  const compared = search.compared ?? '';
  const query = useQuery({
    queryKey: ['figures', 'cockpit', compared],
    queryFn: ({ signal }) => call<Cockpit>('GET', '/figures/cockpit', { query: compared === '' ? {} : { compared }, signal }),
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
  });
  const cockpit = query.data;
  if (cockpit === undefined)
    return query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <PageSkeleton />;
  return (
    <div ref={page} className={isWall ? 'kc-page cp-page cp-wall' : 'kc-page cp-page'}>
      <PageHead
        title={`${cockpit.regionName}科技工作驾驶舱`}
        lead={`截至${formatDayText(cockpit.asOf)}，时间进度${formatPercent(cockpit.timeProgress, 1)}；${formatClock(cockpit.at)} 更新${cockpit.isFictional ? '；演示数据，均为虚构' : ''}`}
        actions={
          <div className="cp-tools">
            <button type="button" className="kc-button" onClick={() => window.print()}>
              打印
            </button>
            <button type="button" className="kc-button" onClick={toggle}>
              {isWall ? '退出全屏' : '全屏展示'}
            </button>
          </div>
        }
      />
      {query.isError && <Notice tone="warn" title={`暂时没有连上服务器，显示的是 ${formatClock(cockpit.at)} 的数据，连上后自动更新。`} />}
      {cockpit.figures.length === 0 ? (
        <EmptyState title="还没有指标" how="事项启用并产生办件后，主要指标会自动出现在这里。" />
      ) : (
        <>
          <Figures cockpit={cockpit} />
          <div className="cp-columns">
            <div>
              <Counties cockpit={cockpit} onCompare={(indicator) => change({ compared: indicator }, { replace: true })} />
              <Movements cockpit={cockpit} />
            </div>
            <Warnings cockpit={cockpit} />
          </div>
        </>
      )}
    </div>
  );
}
