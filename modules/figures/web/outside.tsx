// Figures from outside by place (GDP, R&D spending): what is known with its document, every version of it, and the ways to record more.
import { useQuery } from '@tanstack/react-query';
import { useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { useMay } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import { Recording } from './outside-record.tsx';
import { Revisions } from './outside-revisions.tsx';
import { Values } from './outside-values.tsx';
import { outsideQuery } from './target-queries.ts';
import { Labelled } from './target-words.tsx';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './outside.css';
import './targets.css';

/** Series shown at once; more are found by name. */
const mostSeries = 12;

export default function Outside() {
  const mayRecord = useMay('figures/entry:post');
  const go = useGo();
  const [search, change] = useSearchState();
  const query = useQuery(outsideQuery);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows;
  const names = [...new Set((rows ?? []).map((row) => row.name))];
  const asked = (search.text ?? '').trim();
  const found = names.filter((name) => name.includes(asked));
  const opened = search.name !== undefined && search.region !== undefined && /^\d{4}$/.test(search.year ?? '') ? search : undefined;
  const isRecording = search.record === '1';
  return (
    <div className="kc-page">
      <PageHead
        title="外部数据"
        parent={{ label: '指标', href: '/figures' }}
        lead="统计公报等外部来源的本市、县区、全省和省内其他市数据，逐年登记，注明出处；修订时原值保留，点开任一个数可看历次登记。"
        actions={
          mayRecord && (
            <>
              <button type="button" className="kc-button" onClick={() => go('/figures/outside/import')}>
                批量导入
              </button>
              <button type="button" className="kc-button kc-button-main" onClick={() => change({ record: '1' })}>
                登记一年的数
              </button>
            </>
          )
        }
      />
      {isRecording && mayRecord && query.data !== undefined && (
        <Recording
          key={`${search.name}${search.year}`}
          names={names}
          regions={query.data.places}
          begin={{ name: search.name, year: search.year }}
          onClose={() => change({ record: undefined, name: undefined, year: undefined })}
        />
      )}
      {names.length > 3 && (
        <div className="tg-form">
          <Labelled label="查找">
            <input
              className="kc-input"
              type="search"
              placeholder="数据名称"
              value={search.text ?? ''}
              onChange={(event) => change({ text: event.target.value || undefined }, { replace: true })}
            />
          </Labelled>
        </div>
      )}
      {rows === undefined && <TableSkeleton />}
      {rows?.length === 0 && (
        <EmptyState title="还没有外部数据" how="登记生产总值、研发经费等，或用模板批量导入，供目标分解、创新指数和工作报告使用。" />
      )}
      {names.length > 0 && found.length === 0 && <EmptyState title={`没有名称含“${asked}”的外部数据`} how="换一个说法，或清除查找。" />}
      {found.slice(0, mostSeries).map((name) => (
        <Values
          key={name}
          name={name}
          places={query.data?.places ?? []}
          rows={(rows ?? []).filter((row) => row.name === name)}
          onOpen={(row) => change({ name: row.name, region: row.region, year: String(row.year), record: undefined })}
        />
      ))}
      {found.length > mostSeries && <p className="kc-figures-note">另有 {found.length - mostSeries} 组数据，请输入名称查找。</p>}
      {opened !== undefined && !isRecording && (
        <Revisions
          name={opened.name ?? ''}
          region={opened.region ?? ''}
          year={Number(opened.year)}
          {...(mayRecord ? { onRevise: () => change({ record: '1', region: undefined }) } : {})}
          onClose={() => change({ name: undefined, region: undefined, year: undefined })}
        />
      )}
    </div>
  );
}
