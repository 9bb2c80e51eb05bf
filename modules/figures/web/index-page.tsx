// One version of an index as a white paper has it: the city's course, the counties by year, pillars, and how it was made.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, download } from '#ui/api.ts';
import { TrendChart } from '#ui/figures/trend-chart.tsx';
import { formatPercent } from '#ui/format.ts';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, Notice, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar } from '#ui/record/action-bar.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { usePathParam } from '#ui/use-search.ts';
import { indexNotes } from '../model/index-notes.ts';
import type { IndexArea, IndexSpec, IndexView } from '../model/index-shapes.ts';
import { IndexEditor, newSpec } from './index-editor.tsx';
import { Contributions, Pillars } from './index-pillars.tsx';
import { Values } from './index-values.tsx';
import { thisYear } from './period.tsx';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';

const parent = { label: '创新指数', href: '/figures/indices' };
type Change = { name: string; spec: IndexSpec; revision: string };

function Counties({ areas, years }: { areas: readonly IndexArea[]; years: readonly number[] }) {
  return (
    <Section title="各县区指数">
      <div className="kc-scroll">
        <table className="kc-bars" aria-label="各县区指数">
          <thead>
            <tr>
              <th scope="col">地区</th>
              {years.map((year) => (
                <th key={year} scope="col" className="kc-num">
                  {year}年
                </th>
              ))}
              <th scope="col" className="kc-num">
                比上年
              </th>
              <th scope="col" className="kc-num">
                位次
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => {
              const last = area.points.at(-1);
              return (
                <tr key={area.region}>
                  <th scope="row">{area.name}</th>
                  {area.points.map((point) => (
                    <td key={point.year} className="kc-num" title={point.why ?? undefined}>
                      {point.index ?? '未知'}
                    </td>
                  ))}
                  <td className="kc-num">{last?.growth == null ? '—' : formatPercent(last.growth)}</td>
                  <td className="kc-num">{last?.rank ?? '—'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Weights({ index }: { index: IndexView }) {
  return (
    <Section title="指标与权重">
      <div className="kc-scroll">
        <table className="kc-bars" aria-label="指标与权重">
          <thead>
            <tr>
              <th scope="col">领域</th>
              <th scope="col">指标</th>
              <th scope="col" className="kc-num">
                权重
              </th>
            </tr>
          </thead>
          <tbody>
            {index.spec.items.map((item) => (
              <tr key={item.id}>
                <td>{item.pillar}</td>
                <th scope="row">{item.name}</th>
                <td className="kc-num">{formatPercent(index.result?.weights.find((one) => one.item === item.id)?.weight ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Course({ index, first }: { index: IndexView; first: IndexArea }) {
  return (
    <TrendChart
      title={`${first.name}${index.name.includes(first.name) ? '指数' : index.name}`}
      data={{
        labels: first.points.map(({ year }) => `${year}年`),
        unit: '点',
        places: 2,
        series: [
          { name: '总指数', kind: 'line', values: first.points.map((point) => point.index) },
          ...(first.points[0]?.pillars ?? []).map(({ pillar }, at) => ({
            name: pillar,
            kind: 'line' as const,
            values: first.points.map((point) => point.pillars[at]?.index ?? null),
          })),
        ],
      }}
    />
  );
}

function Existing({ id }: { id: string }) {
  const client = useQueryClient();
  const go = useGo();
  const mayManage = useMay('figures/target:manage');
  const mayPublish = useMay('figures/index:publish');
  const [isEditing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['figures', 'index', id],
    queryFn: ({ signal }) => call<IndexView>('GET', `/figures/indices/${id}`, { signal }),
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const index = query.data;
  const areas = index.result?.areas ?? [];
  const problems = index.result?.problems ?? [];
  const fresh = () => client.invalidateQueries({ queryKey: ['figures'] });
  const save = async ({ spec, revision }: Change) => {
    await call('PUT', `/figures/indices/${id}`, { body: { spec, revision } });
    await fresh();
    setEditing(false);
  };
  const publish = async () => {
    await call('POST', `/figures/indices/${id}/publish`);
    await fresh();
    return `已发布“${index.name}”第${index.version}版，数值固定；改定义请另建新版本。`;
  };
  const next = async ({ reason }: Readonly<Record<string, unknown>>) => {
    const made = await call<IndexView>('POST', '/figures/indices', {
      body: { name: index.name, spec: index.spec, revision: typeof reason === 'string' ? reason : '' },
    });
    await fresh();
    go(`/figures/indices/${made.id}`);
    return `已新建第${made.version}版，修改后保存，往年按新定义重算。`;
  };
  return (
    <div className="kc-page kc-print-wide">
      <PageHead
        title={index.name}
        parent={parent}
        mark={
          <Status
            tone={index.status === 'published' ? 'good' : 'plain'}
          >{`第${index.version}版 ${index.status === 'published' ? '已发布' : '编制中'}`}</Status>
        }
        actions={
          <div className="tg-tools">
            <button type="button" className="kc-button" onClick={() => void download(`/figures/indices/${id}/export`)}>
              导出 Excel
            </button>
            <button type="button" className="kc-button" onClick={() => window.print()}>
              打印
            </button>
            {mayManage && index.status === 'draft' && (
              <button type="button" className="kc-button" onClick={() => setEditing(!isEditing)}>
                {isEditing ? '收起定义' : '修改定义'}
              </button>
            )}
          </div>
        }
      />
      {problems.length > 0 && <Notice tone="bad" title={problems.join('；')} />}
      {isEditing && <IndexEditor spec={index.spec} name={index.name} revision={index.revision} onSave={save} />}
      {areas[0] !== undefined && (
        <>
          <Course index={index} first={areas[0]} />
          <Counties areas={areas} years={index.result?.years ?? []} />
          <Contributions areas={areas} />
          <Pillars areas={areas} />
        </>
      )}
      <Weights index={index} />
      <Values index={index} />
      <Section title="编制说明">
        <ul className="tg-list">
          {indexNotes(index).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
      {(index.status === 'draft' ? mayPublish : mayManage) && (
        <ActionBar
          actions={
            index.status === 'draft'
              ? [
                  {
                    key: 'publish',
                    label: '发布本版',
                    isMain: true,
                    isAllowed: problems.length === 0,
                    whyNot: problems.join('；'),
                    consequence: '发布后数值固定，县区可以看到；改定义须另建新版本。',
                    run: publish,
                  },
                ]
              : [
                  {
                    key: 'next',
                    label: '另建新版本',
                    isAllowed: true,
                    consequence: '以本版定义为底稿新建一版，已发布的数值不变。',
                    run: next,
                  },
                ]
          }
        />
      )}
    </div>
  );
}

export default function IndexPage() {
  const id = usePathParam('id');
  const go = useGo();
  if (id !== 'new') return <Existing key={id} id={id} />;
  const create = async (change: Change) => {
    const made = await call<IndexView>('POST', '/figures/indices', { body: change });
    go(`/figures/indices/${made.id}`, { replace: true });
  };
  return (
    <div className="kc-page">
      <PageHead title="新建指数" parent={parent} lead="权重合计应为 1；数值由台账和外部数据算出，缺数的写明未知。" />
      <IndexEditor spec={newSpec(thisYear())} name={null} revision="" onSave={create} />
    </div>
  );
}
