// Statistics of the service in a year: in time, without a visit, shortened, rated; each item opens its cases, each late case itself.
import { useQuery } from '@tanstack/react-query';
import { BigFigure, FigureRow } from '#ui/figures/big-figure.tsx';
import { formatPercent } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, PageSkeleton, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import type { ServiceStatistics } from '../wire.ts';
import { ratingsQuery, statisticsQuery } from './queries.ts';
import './service.css';

const percent = (share: string | null): string => (share === null ? '—' : formatPercent(share, 1));
const yearNow = (): number => Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4));

function Figures({ data }: { data: ServiceStatistics }) {
  const { ratings } = data;
  const of = (share: string | null) => ({ number: percent(share).replace('%', ''), unit: share === null ? '' : '%' });
  return (
    <FigureRow>
      <BigFigure label="办结" number={String(data.decided)} unit="件" comparisons={[{ text: `受理 ${data.received} 件` }]} />
      <BigFigure
        label="按期办结率"
        {...of(data.onTimeRate)}
        comparisons={[{ text: data.late.length === 0 ? '没有超期办结' : `超期办结 ${data.decided - data.inTime} 件` }]}
      />
      <BigFigure
        label="“一趟不用跑”办件占比"
        {...of(data.zeroVisitShare)}
        comparisons={[{ text: `${data.zeroVisitItems} 项一趟不用跑，${data.items - data.zeroVisitItems} 项最多跑一趟` }]}
      />
      <BigFigure label="时限压缩" {...of(data.compression)} comparisons={[{ text: `${data.shortenedItems} 项在承诺后再次缩短` }]} />
      <BigFigure
        label="评价均分"
        number={ratings.average ?? '—'}
        unit={ratings.average === null ? '' : '分'}
        comparisons={[{ text: `${ratings.rated} 件评价，其中 ${ratings.byDefault} 件逾期视为满意` }]}
      />
      <BigFigure
        label="好评率"
        {...of(ratings.goodRate)}
        comparisons={[{ text: `差评 ${ratings.bad} 件，已回访 ${ratings.contacted} 件，已答复 ${ratings.replied} 件` }]}
      />
    </FigureRow>
  );
}

function Lines({ data }: { data: ServiceStatistics }) {
  const lines = [...data.lines].sort((a, b) => b.decided - a.decided);
  return (
    <div className="sv-wide">
      <table className="sv-table sv-materials" aria-label="各事项">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">受理（件）</th>
            <th scope="col">办结（件）</th>
            <th scope="col">按期办结率</th>
            <th scope="col">时限压缩</th>
            <th scope="col">评价（件）</th>
            <th scope="col">均分</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.programme}/${line.id}`}>
              <th scope="row">
                <AppLink href={`/casework/cases?view=custom&programme=${line.programme}&dossier=${line.id}`}>{line.name}</AppLink>
                <small>
                  {line.division}，{line.visits === 0 ? '一趟不用跑' : '最多跑一趟'}
                </small>
              </th>
              <td>{line.received}</td>
              <td>{line.decided}</td>
              <td>{percent(line.onTimeRate)}</td>
              <td>{percent(line.compression)}</td>
              <td>{line.rated}</td>
              <td>{line.average ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Late({ data }: { data: ServiceStatistics }) {
  if (data.late.length === 0) return <p className="kc-none">本期没有超期办结的件。</p>;
  return (
    <ul className="sv-items">
      {data.late.map((one) => (
        <li key={one.id}>
          <AppLink href={`/casework/cases/${one.id}`}>
            {one.partyName}：{one.item}
          </AppLink>
          <div className="sv-facts">
            <span>{one.number}</span>
            <span>
              应于 {one.dueOn} 办结，实际 {one.day}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

const tone = (level: string) => (level === '1' || level === '2' ? 'bad' : level === '3' ? 'warn' : 'good');

function Comments({ period }: { period: Readonly<Record<string, string>> }) {
  const query = useQuery(ratingsQuery(period));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <TableSkeleton rows={4} />;
  const said = query.data.filter(({ comment, level }) => comment !== null || level === '1' || level === '2');
  if (said.length === 0) return <p className="kc-none">还没有人留下意见。</p>;
  return (
    <ul className="sv-items">
      {said.slice(0, 30).map((row) => (
        <li key={row.no}>
          <Status tone={tone(row.level)}>{row.levelName}</Status> {row.comment ?? '没有留下意见'}
          <div className="sv-facts">
            <span>{row.item}</span>
            <span>{row.division}</span>
            <span>{row.month}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

export default function Statistics() {
  const [search, change] = useSearchState();
  const mayFollow = useMay('service/rating:follow');
  const now = yearNow();
  const year = /^\d{4}$/.test(search.year ?? '') ? Number(search.year) : now;
  const period: Readonly<Record<string, string>> = year === now ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
  const query = useQuery(statisticsQuery(period));
  return (
    <div className="kc-page">
      <PageHead
        title="服务统计"
        lead={query.data ? `${query.data.from} 至 ${query.data.to}，共 ${query.data.items} 个事项` : undefined}
        actions={
          <>
            <select
              className="kc-input sv-year"
              aria-label="年度"
              value={String(year)}
              onChange={(event) => change({ year: event.target.value }, { replace: true })}
            >
              {[now, now - 1, now - 2].map((each) => (
                <option key={each} value={each}>
                  {each}年
                </option>
              ))}
            </select>
            <AppLink className="kc-button" href="/service/board">
              大屏
            </AppLink>
            {mayFollow && (
              <AppLink className="kc-button" href="/service/follow-ups">
                差评回访
              </AppLink>
            )}
          </>
        }
      />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && (
        <>
          <Figures data={query.data} />
          <Section title="各事项">
            <Lines data={query.data} />
          </Section>
          <div className="sv-columns">
            <Section title="超期办结" note={`${query.data.decided - query.data.inTime} 件`}>
              <Late data={query.data} />
            </Section>
            <Section title="评价和意见" note="不显示评价人">
              <Comments period={period} />
            </Section>
          </div>
        </>
      )}
    </div>
  );
}
