// Figures from outside by county (GDP, R&D spending): what is known with its document, and a form to record a year.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#ui/api.ts';
import { formatDay } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { catalogueQuery } from './catalogue-query.ts';
import { thisYear } from './period.tsx';
import { typed } from './target-draft.ts';
import { type OutsideValueView, outsideQuery } from './target-queries.ts';
import { Labelled } from './target-words.tsx';
import { valueText } from './value-text.ts';
import '#ui/figures/figures.css';
import './figures-pages.css';
import './targets.css';

function Values({ name, rows }: { name: string; rows: readonly OutsideValueView[] }) {
  const years = [...new Set(rows.map((row) => row.year))].sort();
  const regions = [...new Map(rows.map((row) => [row.region, row.regionName])).entries()];
  const unit = rows[0]?.unit ?? '';
  const newest = rows.reduce((a, b) => (a.recordedAt > b.recordedAt ? a : b));
  return (
    <Section
      title={`${name}${unit === '元' || unit === '%' ? '' : `（${unit}）`}`}
      note={`${newest.documentName}，${formatDay(newest.recordedAt)} ${newest.recordedBy}登记`}
    >
      <div className="kc-scroll">
        <table className="kc-bars" aria-label={name}>
          <thead>
            <tr>
              <th scope="col">地区</th>
              {years.map((year) => (
                <th key={year} scope="col" className="kc-num">
                  {year}年
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regions.map(([region, regionName]) => (
              <tr key={region}>
                <th scope="row">{regionName}</th>
                {years.map((year) => {
                  const row = rows.find((one) => one.region === region && one.year === year);
                  return (
                    <td
                      key={year}
                      className="kc-num"
                      title={row === undefined ? undefined : [row.documentName, row.reason ?? ''].filter((text) => text !== '').join('；')}
                    >
                      {valueText({ unit }, row?.value ?? null)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const units = ['亿元', '万元', '元', '%', '万人', '家', '件', '人', '项', '个'];

function Recording({ names, regions }: { names: readonly string[]; regions: readonly { region: string; name: string }[] }) {
  const client = useQueryClient();
  const catalogue = useQuery(catalogueQuery).data?.rows ?? [];
  const [facts, setFacts] = useState({ name: '', unit: '亿元', year: String(thisYear() - 1), documentName: '', reason: '' });
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const given = Object.entries(values).flatMap(([region, text]) => {
    const value = typed(text);
    return value === null ? [] : [{ region, value }];
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setSaid('');
    try {
      const { recorded } = await call<{ recorded: number }>('POST', '/figures/outside-values', {
        body: { ...facts, year: Number(facts.year), values: given },
      });
      setSaid(`已登记 ${recorded} 个地区${facts.year}年的${facts.name}；同一地区同一年再次登记的，原值保留备查。`);
      setValues({});
      setFacts({ ...facts, reason: '' });
      await client.invalidateQueries({ queryKey: ['figures'] });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Section title="登记外部数据" note="用于目标分解和创新指数">
      <form aria-label="登记外部数据" onSubmit={(event) => void send(event)}>
        <div className="tg-form">
          <Labelled label="数据名称" hint="如 地区生产总值、全社会研发经费">
            <input
              className="kc-input"
              required
              minLength={2}
              list="tg-names"
              value={facts.name}
              onChange={(event) => {
                const unit = catalogue.find(({ name }) => name === event.target.value)?.unit;
                setFacts({ ...facts, name: event.target.value, unit: unit === undefined ? facts.unit : unit === '元' ? '亿元' : unit });
              }}
            />
          </Labelled>
          <datalist id="tg-names">
            {[...new Set([...names, ...catalogue.map(({ name }) => name)])].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Labelled label="单位">
            <select className="kc-input" value={facts.unit} onChange={(event) => setFacts({ ...facts, unit: event.target.value })}>
              {[...new Set([...units, facts.unit])].map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </select>
          </Labelled>
          <Labelled label="年度">
            <input
              className="kc-input"
              type="number"
              required
              min={1990}
              max={2100}
              value={facts.year}
              onChange={(event) => setFacts({ ...facts, year: event.target.value })}
            />
          </Labelled>
          <Labelled label="来源文件">
            <input
              className="kc-input"
              required
              minLength={2}
              value={facts.documentName}
              onChange={(event) => setFacts({ ...facts, documentName: event.target.value })}
            />
          </Labelled>
          <Labelled label="修订原因" hint="与已登记的数值不同时填写，如 最终核实">
            <input
              className="kc-input"
              maxLength={200}
              value={facts.reason}
              onChange={(event) => setFacts({ ...facts, reason: event.target.value })}
            />
          </Labelled>
        </div>
        <div className="tg-form">
          {regions.map(({ region, name }) => (
            <Labelled key={region} label={`${name}（${facts.unit}）`}>
              <input
                className="kc-input kc-num"
                inputMode="decimal"
                placeholder="不登记"
                value={values[region] ?? ''}
                onChange={(event) => setValues({ ...values, [region]: event.target.value })}
              />
            </Labelled>
          ))}
        </div>
        {failure !== null && <ErrorState error={failure} />}
        {said !== '' && <p role="status">{said}</p>}
        <button type="submit" className="kc-button kc-button-main" disabled={given.length === 0}>
          登记
        </button>
      </form>
    </Section>
  );
}

export default function Outside() {
  const mayRecord = useMay('figures/entry:post');
  const query = useQuery(outsideQuery);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows;
  const names = [...new Set((rows ?? []).map((row) => row.name))];
  return (
    <div className="kc-page">
      <PageHead
        title="外部数据"
        parent={{ label: '指标', href: '/figures' }}
        lead="统计公报等外部来源的本市、县区、全省和省内其他市数据，逐年登记，注明出处；修订时原值保留。"
      />
      {rows === undefined && <TableSkeleton />}
      {rows?.length === 0 && <EmptyState title="还没有外部数据" how="在下面登记生产总值、研发经费等，供目标分解和创新指数使用。" />}
      {names.map((name) => (
        <Values key={name} name={name} rows={(rows ?? []).filter((row) => row.name === name)} />
      ))}
      {mayRecord && <Recording names={names} regions={query.data?.places ?? []} />}
    </div>
  );
}
