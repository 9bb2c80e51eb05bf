// The targets of a year: how every county stands against time, the plans behind, and the papers for each county.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '#ui/api.ts';
import { formatPercent } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useKnownSession, useMay } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import type { BoardLine, PlanView, Progress } from '../model/target-shapes.ts';
import { thisYear } from './period.tsx';
import { boardQuery, plansQuery } from './target-queries.ts';
import { AgainstTargetHead, completionText, Labelled, Light, saidTarget, withUnit, YearChoice } from './target-words.tsx';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';
import { PickOne } from './pick-one.tsx';

const cellTone = { GREEN: 'tg-green', YELLOW: 'tg-yellow', RED: 'tg-red' } as const;
const cellWord = { GREEN: '绿', YELLOW: '黄', RED: '红' } as const;

function Cell({ line, row, year }: { line: BoardLine; row: Progress; year: number }) {
  const said = `${row.name}${line.indicatorName}：目标${saidTarget(line.unit, row.target, row.bound)}，实际${withUnit(line.unit, row.actual)}`;
  if (row.completion === null || row.target === null)
    return (
      <td className="tg-cell tg-none" title={row.why ?? said}>
        {row.target === null ? '未下达' : row.isAwaited ? '待公布' : '未知'}
      </td>
    );
  return (
    <td className={`tg-cell ${row.light === null ? '' : cellTone[row.light]}`}>
      <AppLink href={`/figures/${line.indicator}?year=${year}&region=${row.region}`} title={said}>
        <span>{row.light === null ? '' : cellWord[row.light]}</span>
        {completionText(row.completion)}
      </AppLink>
    </td>
  );
}

function Matrix({ lines, year }: { lines: readonly BoardLine[]; year: number }) {
  const counties = lines[0]?.rows ?? [];
  return (
    <div className="kc-scroll">
      <table className="kc-bars tg-matrix">
        <caption>各县区完成率与亮灯</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">全市</th>
            {counties.map((row) => (
              <th key={row.region} scope="col" title={row.name}>
                {row.shortName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.plan}>
              <th scope="row">
                <AppLink href={`/figures/targets/${line.plan}`}>{line.indicatorName}</AppLink>
              </th>
              <Cell line={line} row={line.city} year={year} />
              {line.rows.map((row) => (
                <Cell key={row.region} line={line} row={row} year={year} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One place at a time, in full: for a phone, and for a county that sees but itself. */
function OnePlace({ lines, region, year }: { lines: readonly BoardLine[]; region: string | null; year: number }) {
  const rows = lines.map((line) => ({
    line,
    row: region === null ? line.city : (line.rows.find((one) => one.region === region) ?? line.city),
  }));
  return (
    <div className="kc-scroll">
      <table className="kc-bars">
        <caption>{rows[0]?.row.name}目标进度</caption>
        <thead>
          <tr>
            <AgainstTargetHead />
            <th scope="col" className="kc-num">
              完成率
            </th>
            <th scope="col">进度</th>
            <th scope="col" className="kc-num">
              位次
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, row }) => (
            <tr key={line.plan}>
              <th scope="row">
                <AppLink href={`/figures/targets/${line.plan}`}>{line.indicatorName}</AppLink>
              </th>
              <td className="kc-num">{saidTarget(line.unit, row.target, row.bound)}</td>
              <td className="kc-num">
                <AppLink href={`/figures/${line.indicator}?year=${year}&region=${row.region}`}>{withUnit(line.unit, row.actual)}</AppLink>
              </td>
              <td className="kc-num">{completionText(row.completion)}</td>
              <td>{row.light === null ? (row.why ?? <Light light={null} />) : <Light light={row.light} />}</td>
              <td className="kc-num">{row.rank ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Papers({ year, lines }: { year: number; lines: readonly BoardLine[] }) {
  const counties = lines[0]?.rows ?? [];
  const [region, setRegion] = useState(counties[0]?.region ?? '');
  const [failure, setFailure] = useState<unknown>(null);
  const get = (paper: string) => {
    setFailure(null);
    download(`/figures/${paper}`, { query: { year: String(year), region } }).catch(setFailure);
  };
  if (counties.length === 0) return null;
  return (
    <Section title="县区文书" note="Word 文件，可继续编辑、签章">
      <div className="tg-tools kc-no-print">
        <Labelled label="县区">
          <select className="kc-input" value={region} onChange={(event) => setRegion(event.target.value)}>
            {counties.map((row) => (
              <option key={row.region} value={row.region}>
                {row.name}
              </option>
            ))}
          </select>
        </Labelled>
        <button type="button" className="kc-button" onClick={() => get('responsibility-letter')}>
          下载责任书
        </button>
        <button type="button" className="kc-button" onClick={() => get('target-feedback')}>
          下载进展反馈
        </button>
      </div>
      {failure !== null && <ErrorState error={failure} />}
    </Section>
  );
}

function Plans({ plans }: { plans: readonly PlanView[] }) {
  return (
    <Section title="目标方案" note={`${plans.length} 项`}>
      <div className="kc-scroll">
        <table className="kc-bars">
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">状态</th>
              <th scope="col" className="kc-num">
                全市目标
              </th>
              <th scope="col" className="kc-num">
                分值
              </th>
              <th scope="col">文件</th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => {
              const [city] = plan.lines;
              return (
                <tr key={plan.id}>
                  <th scope="row">
                    <AppLink href={`/figures/targets/${plan.id}`}>{plan.indicatorName}</AppLink>
                  </th>
                  <td>
                    <Status tone={plan.status === 'issued' ? 'good' : 'plain'}>{plan.status === 'issued' ? '已下达' : '草稿'}</Status>
                  </td>
                  <td className="kc-num">
                    {city === undefined
                      ? plan.draft.cityValue === null
                        ? '—'
                        : `${plan.draft.cityValue}${plan.draft.unit}`
                      : saidTarget(plan.unit, city.value, city.bound)}
                  </td>
                  <td className="kc-num">{plan.draft.scoring.weight}</td>
                  <td>
                    {plan.draft.document.name} {plan.draft.document.number}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export default function Targets() {
  const [search, change] = useSearchState();
  const session = useKnownSession();
  const mayManage = useMay('figures/target:manage');
  const year = /^\d{4}$/.test(search.year ?? '') ? Number(search.year) : thisYear();
  const board = useQuery(boardQuery(year, search.asOf ?? '', search.known ?? ''));
  const plans = useQuery(plansQuery(year));
  const failed = [board, plans].find((query) => query.isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (board.data === undefined || plans.data === undefined) return <PageSkeleton />;
  const { lines, asOf } = board.data;
  const own = session?.scope === 'regions' ? (session.regions[0]?.code ?? null) : null;
  const region = own ?? search.region ?? null;
  const passed = lines.find((line) => !line.hasMonths)?.timeProgress ?? lines[0]?.timeProgress;
  return (
    <div className="kc-page kc-print-wide">
      <PageHead
        title="目标"
        parent={{ label: '指标', href: '/figures' }}
        lead={
          passed === undefined
            ? `${year}年`
            : `${year}年，截至 ${asOf}，时间进度 ${formatPercent(passed, 1)}。绿：达到进度；黄：落后不超过5个百分点；红：落后更多。`
        }
        actions={
          <div className="tg-tools">
            <YearChoice year={year} now={thisYear()} onChange={(next) => change({ year: next })} />
            <Labelled label="截至">
              <input
                className="kc-input"
                type="date"
                value={search.asOf ?? asOf}
                onChange={(event) => change({ asOf: event.target.value || undefined })}
              />
            </Labelled>
            <AppLink className="kc-button" href={`/figures/assessments/${year}`}>
              年度考核
            </AppLink>
            {mayManage && (
              <AppLink className="kc-button kc-button-main" href={`/figures/targets/new?year=${year}`}>
                设定目标
              </AppLink>
            )}
          </div>
        }
      />
      {plans.data.rows.length === 0 && (
        <EmptyState
          title={`${year}年还没有目标`}
          how={mayManage ? '点“设定目标”，选定指标，试算分解到县区，再凭文件下达。' : '目标下达后会出现在这里。'}
        />
      )}
      {lines.length > 0 && own === null && (
        <>
          <div className="tg-wide">
            <Matrix lines={lines} year={year} />
          </div>
          <Section
            title="逐项"
            action={
              <PickOne
                label="地区"
                value={region ?? ''}
                options={[['', '全市'], ...(lines[0]?.rows.map((row): [string, string] => [row.region, row.name]) ?? [])]}
                onChange={(chosen) => change({ region: chosen || undefined })}
              />
            }
          >
            <OnePlace lines={lines} region={region} year={year} />
          </Section>
        </>
      )}
      {lines.length > 0 && own !== null && <OnePlace lines={lines} region={own} year={year} />}
      {lines.length > 0 && <Papers key={year} year={year} lines={lines} />}
      {plans.data.rows.length > 0 && <Plans plans={plans.data.rows} />}
    </div>
  );
}
