// The assessment of a year: counties ranked by class, each with a sheet whose figures open, and its issue.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { ApiError } from '#ui/api-error.ts';
import { formatDayText, formatInstant } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status, type Tone } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useKnownSession, useMay } from '#ui/session.ts';
import { usePathParam, useSearchState } from '#ui/use-search.ts';
import { type AssessmentView, adjustmentKinds, type CountyScore, countyClasses } from '../model/assessment-shapes.ts';
import { scoringModes } from '../model/target-shapes.ts';
import { Settings } from './assessment-settings.tsx';
import { assessmentQuery } from './target-queries.ts';
import { AgainstTargetHead, completionText, saidTarget, withUnit } from './target-words.tsx';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';

const tones: Readonly<Record<string, Tone>> = { 优秀: 'good', 良好: 'good', 合格: 'plain', 不合格: 'bad' };

const byTotal = (a: CountyScore, b: CountyScore): number =>
  (a.rank ?? 999) - (b.rank ?? 999) || Number(b.total ?? -1) - Number(a.total ?? -1);

function Ranking({ rows, name, onOpen }: { rows: readonly CountyScore[]; name: string; onOpen: (region: string) => void }) {
  if (rows.length === 0) return null;
  return (
    <div className="kc-scroll">
      <table className="kc-bars">
        <caption>{name}县区</caption>
        <thead>
          <tr>
            <th scope="col">位次</th>
            <th scope="col">县区</th>
            <th scope="col" className="kc-num">
              指标得分
            </th>
            <th scope="col" className="kc-num">
              加分
            </th>
            <th scope="col" className="kc-num">
              扣分
            </th>
            <th scope="col" className="kc-num">
              总分
            </th>
            <th scope="col">等次</th>
            <th scope="col">考核表</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.region}>
              <td className="kc-bar-place">{row.rank ?? '—'}</td>
              <th scope="row">{row.name}</th>
              <td className="kc-num">{row.base ?? '—'}</td>
              <td className="kc-num">{row.bonus}</td>
              <td className="kc-num">{row.deduction}</td>
              <td className="kc-num">
                <b>{row.total ?? '—'}</b>
              </td>
              <td>
                {row.grade === null ? (
                  (row.why ?? '—')
                ) : (
                  <Status tone={tones[row.grade] ?? 'plain'}>{row.isVetoed ? `${row.grade}（否决）` : row.grade}</Status>
                )}
              </td>
              <td>
                {row.items.length > 0 && (
                  <button
                    type="button"
                    className="kc-button kc-button-bare"
                    aria-label={`打开${row.name}的考核表`}
                    onClick={() => onOpen(row.region)}
                  >
                    打开
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sheet({ county, view }: { county: CountyScore; view: AssessmentView }) {
  const grounds = view.settings.adjustments.filter(({ region }) => region === county.region);
  return (
    <Section title={`${county.name}${view.year}年目标考核表`} note={`${county.countyClass}县区，数据截至${formatDayText(view.asOf)}`}>
      <div className="kc-scroll">
        <table className="kc-bars" aria-label="考核表">
          <thead>
            <tr>
              <AgainstTargetHead />
              <th scope="col" className="kc-num">
                上年
              </th>
              <th scope="col" className="kc-num">
                完成率
              </th>
              <th scope="col">计分方式</th>
              <th scope="col" className="kc-num">
                分值
              </th>
              <th scope="col" className="kc-num">
                得分
              </th>
            </tr>
          </thead>
          <tbody>
            {county.items.map((item) => (
              <tr key={item.plan}>
                <th scope="row">
                  <AppLink href={`/figures/${item.indicator}?year=${view.year}&region=${county.region}`}>{item.indicatorName}</AppLink>
                </th>
                <td className="kc-num">{saidTarget(item.unit, item.target, item.bound)}</td>
                <td className="kc-num">{withUnit(item.unit, item.actual)}</td>
                <td className="kc-num">{withUnit(item.unit, item.lastYear)}</td>
                <td className="kc-num">{completionText(item.completion)}</td>
                <td>{scoringModes[item.mode as keyof typeof scoringModes]}</td>
                <td className="kc-num">{item.weight}</td>
                <td className="kc-num">
                  <b>{item.score ?? '—'}</b>
                  {(item.flag ?? item.why) !== null && <small className="tg-why">{item.flag ?? item.why}</small>}
                </td>
              </tr>
            ))}
            <tr className="tg-sum">
              <th scope="row">总分</th>
              <td colSpan={6}>
                指标 {county.base ?? '—'}，加分 {county.bonus}，扣分 {county.deduction}
                {county.isVetoed ? '，一票否决' : ''}
              </td>
              <td className="kc-num">{county.total ?? '—'}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {grounds.length > 0 && (
        <ul className="tg-list" aria-label="加分扣分依据">
          {grounds.map(({ kind, points, reason, document }) => (
            <li key={`${kind}${reason}`}>
              {adjustmentKinds[kind as keyof typeof adjustmentKinds]}
              {kind === 'veto' ? '' : ` ${points} 分`}：{reason}
              {document === '' ? '' : `（${document}）`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Issue({ view, onSaved }: { view: AssessmentView; onSaved: (view: AssessmentView) => Promise<void> }) {
  return (
    <ActionBar
      actions={[
        {
          key: 'issue',
          label: '公布考核结果',
          isMain: true,
          isAllowed: view.version > 0 && view.problems.length === 0,
          whyNot: view.version === 0 ? '请先保存考核方案。' : `还有 ${view.problems.length} 处要处理，见上方说明。`,
          consequence: '公布后得分和等次固定，县区可以看到排名和本地区的考核表。',
          run: async () => {
            await onSaved(
              await call<AssessmentView>('POST', `/figures/assessments/${view.year}/issue`, { body: { version: view.version } }),
            );
            return `已公布${view.year}年目标考核结果。`;
          },
        },
      ]}
    />
  );
}

export default function Assessment() {
  const year = Number(usePathParam('year'));
  const client = useQueryClient();
  const mayManage = useMay('figures/target:manage');
  const session = useKnownSession();
  const [search, change] = useSearchState();
  const query = useQuery(assessmentQuery(year));
  const head = { title: `${year}年目标考核`, parent: { label: '目标', href: `/figures/targets?year=${year}` } };
  if (query.error instanceof ApiError && query.error.status === 404)
    return (
      <div className="kc-page">
        <PageHead {...head} />
        <EmptyState title="考核结果还没有公布" how="市科技局公布后，这里显示各县区排名和本地区的考核表。" />
      </div>
    );
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const view = query.data;
  const own = session?.scope === 'regions' ? session.regions[0]?.code : undefined;
  const open = view.counties.find((county) => county.region === (search.region ?? own));
  const onSaved = async (saved: AssessmentView) => {
    client.setQueryData(assessmentQuery(year).queryKey, saved);
    await client.invalidateQueries({ queryKey: ['figures', 'assessment', year] });
  };
  return (
    <div className="kc-page kc-print-wide">
      <PageHead
        {...head}
        mark={<Status tone={view.status === 'issued' ? 'good' : 'plain'}>{view.status === 'issued' ? '已公布' : '试算'}</Status>}
        lead={`数据截至${formatDayText(view.asOf)}，满分 ${view.weightSum} 分${view.issuedAt === null ? '' : `；${formatInstant(view.issuedAt)} 由${view.issuedBy}公布`}`}
      />
      {view.problems.length > 0 && mayManage && (
        <Notice tone="warn" title={`公布前还有 ${view.problems.length} 处要处理`}>
          <ul className="tg-list">
            {view.problems.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {countyClasses.map((name) => (
        <Ranking
          key={name}
          name={name}
          rows={view.counties.filter((county) => county.countyClass === name).sort(byTotal)}
          onOpen={(region) => change({ region })}
        />
      ))}
      {open !== undefined && open.items.length > 0 && <Sheet county={open} view={view} />}
      {view.status === 'draft' && mayManage && (
        <>
          <Settings key={view.version} view={view} onSaved={onSaved} />
          <Issue view={view} onSaved={onSaved} />
        </>
      )}
    </div>
  );
}
