// Imports of parties, figures and titles: choose what, drop the file, look at what will happen, write, and take it back if it was a mistake.
import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { ImportHistory } from '#ui/importing/import-history.tsx';
import { ImportPage } from '#ui/importing/import-page.tsx';
import { useImporting, useStanding } from '#ui/importing/use-importing.ts';
import { AppLink } from '#ui/link.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { useSearchState } from '#ui/use-search.ts';
import { type Names, useNames } from './known.tsx';
import { refreshParties } from './queries.ts';
import './registry.css';

const base = '/registry';

type Options = Readonly<Record<string, string>>;
type Kind = Names['known']['imports'][number];

const thisYear = new Date().getFullYear();

function Choices({
  kind,
  options,
  names,
  onChange,
}: {
  kind: string;
  options: Options;
  names: Names;
  onChange: (options: Options) => void;
}) {
  const pick = (key: string, label: string, choices: readonly { value: string; label: string }[], placeholder: string) => (
    <>
      <label htmlFor={`rg-${key}`}>{label}</label>
      <Select
        id={`rg-${key}`}
        style={{ minWidth: 160 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={placeholder}
        value={options[key]}
        options={[...choices]}
        onChange={(value: string | undefined) => onChange({ ...options, [key]: value ?? '' })}
      />
    </>
  );
  if (kind === 'finance') {
    const years = Array.from({ length: 12 }, (_, back) => String(thisYear - 1 - back)).map((year) => ({
      value: year,
      label: `${year} 年`,
    }));
    const sources = names.known.sources.map(({ code, name }) => ({ value: code, label: name }));
    return (
      <div className="rg-choose">
        {pick('year', '年度', years, '以表中“年度”列为准')}
        {pick('source', '来源', sources, '以表中“来源”列为准')}
      </div>
    );
  }
  if (kind === 'titles') {
    const titles = names.known.titles.map(({ kind: value, name }) => ({ value, label: name }));
    const overlaps = [
      { value: 'refuse', label: '报错，不写入' },
      { value: 'supersede', label: '以新证书替代原有的' },
    ];
    return (
      <div className="rg-choose">
        {pick('title', '资质', titles, '以表中“资质名称”列为准')}
        {pick('overlap', '有效期重叠时', overlaps, '报错，不写入')}
      </div>
    );
  }
  return null;
}

function Importing({ kind, names }: { kind: Kind; names: Names }) {
  const [, change] = useSearchState();
  const [options, setOptions] = useState<Options>({});
  const client = useQueryClient();
  const refresh = () => refreshParties(client);
  const { batch, ...importing } = useImporting({ base, kind: kind.kind, options, refresh });
  const [undoing, setUndoing] = useState<string | undefined>();
  const state = useStanding(base, importing.state, batch);
  const isAtRest = state.step === 'choose' || state.step === 'done';
  const isUndone = state.step === 'done' && state.undo === 'undone';
  return (
    <>
      <ImportPage
        title="批量导入"
        parent={{ label: '主体', href: '/registry/parties' }}
        lead={
          <>
            <Select
              aria-label="导入什么"
              value={kind.kind}
              style={{ width: 140, marginRight: 12 }}
              options={names.known.imports.map(({ kind: value, name }) => ({ value, label: name }))}
              onChange={(value) => change({ kind: value }, { replace: true })}
            />
            {kind.says}
            {isAtRest && <Choices kind={kind.kind} options={options} names={names} onChange={setOptions} />}
          </>
        }
        {...importing}
        state={state}
        {...(undoing === undefined ? { onUndo: () => setUndoing(batch) } : {})}
        doneHref={
          kind.kind === 'parties' && batch !== undefined && !isUndone ? (
            <AppLink href={`/registry/parties?view=custom&batch=${batch}`}>查看导入的主体</AppLink>
          ) : (
            <AppLink href="/registry/parties">查看主体</AppLink>
          )
        }
      />
      {isAtRest && (
        <div className="kc-page">
          <ImportHistory base={base} refresh={refresh} undoing={undoing} onUndo={setUndoing} />
        </div>
      )}
    </>
  );
}

export default function ImportsPage() {
  const { names, error, retry } = useNames();
  const [search] = useSearchState();
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (names === undefined) return <PageSkeleton />;
  const kinds = names.known.imports;
  const kind = kinds.find((each) => each.kind === search.kind) ?? kinds[0];
  return kind === undefined ? <ErrorState error={new Error('没有可用的导入')} /> : <Importing key={kind.kind} kind={kind} names={names} />;
}
