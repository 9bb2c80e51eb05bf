// Figures of a party: each year with its sources side by side, what disagrees in colour and words, corrections in place.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { EntryForm } from '#ui/form/entry-form.tsx';
import { formatInstant, formatNumber, formatYuanIn } from '#ui/format.ts';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import type { Done, FinanceYear, Known, PartyProfile } from '../wire.ts';
import type { Names } from './known.tsx';
import { financeFields } from './party-fields.ts';
import { refreshParties, revisionsQuery } from './queries.ts';

type Item = Known['items'][number];
type Values = Readonly<Record<string, string | null>>;

const shown = (item: Item, value: string | null | undefined): string =>
  value === null || value === undefined ? '' : item.unit === '元' ? formatYuanIn('万元', value) : formatNumber(value);

function YearTable({ year, items, names }: { year: FinanceYear; items: readonly Item[]; names: Names }) {
  const apart = new Map(year.disagreements.map((each) => [each.key, each]));
  const used = items.filter((item) => year.sources.some((source) => (source.values as Values)[item.key] !== null));
  return (
    <div className="rg-scroll">
      <table className="rg-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {year.sources.map((source) => (
              <th key={source.source} scope="col" className="rg-num">
                {names.source(source.source)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((item) => {
            const found = apart.get(item.key as never);
            const mark = found === undefined ? '' : found.level === 'conflict' ? 'rg-apart' : 'rg-far';
            return (
              <tr key={item.key}>
                <th scope="row">
                  {item.name}（{item.unit === '元' ? '万元' : item.unit}）
                </th>
                {year.sources.map((source) => {
                  const text = shown(item, (source.values as Values)[item.key]);
                  return (
                    <td key={source.source} className={`rg-num ${text === '' ? '' : mark}`}>
                      {text === '' ? <span className="kc-unknown">—</span> : text}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {year.disagreements.length > 0 && (
        <ul className="rg-apart-words">
          {year.disagreements.map((each) => (
            <li key={each.key} className={each.level === 'conflict' ? '' : 'rg-calibre'}>
              {each.says}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Revisions({ party, which, items }: { party: string; which: Which; items: readonly Item[] }) {
  const query = useQuery(revisionsQuery(party, which.year, which.source));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={2} />;
  if (query.data.length === 0) return <p className="kc-none">没有更正过</p>;
  const words = (before: Values | null, after: Values | null): string =>
    items
      .flatMap((item) => {
        const [old, now] = [before?.[item.key] ?? null, after?.[item.key] ?? null];
        return old === now ? [] : [`${item.name} ${shown(item, old) || '—'} → ${shown(item, now) || '—'}`];
      })
      .join('；');
  return (
    <ul className="kc-related">
      {query.data.map((revision) => (
        <li key={revision.id}>
          <span className="kc-related-title">
            {revision.before === null ? '首次登记' : words(revision.before, revision.after)}
            {revision.reason && `。理由：${revision.reason}`}
          </span>
          <span className="kc-related-hint">
            {formatInstant(revision.at)} {revision.by}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Which {
  readonly year: number;
  readonly source: string;
}

function Recording({ party, names, which, onClose }: { party: PartyProfile; names: Names; which: Which; onClose: () => void }) {
  const client = useQueryClient();
  const line = party.finance.find((year) => year.year === which.year)?.sources.find((source) => source.source === which.source);
  const { items } = names.known;
  const known = (line?.values ?? {}) as Values;
  const initial = Object.fromEntries(
    items.flatMap((item) => {
      const value = known[item.key];
      if (value === null || value === undefined) return [];
      return [[item.key, item.unit === '人' ? Number(value) : value.replace(/\.0+$/, '')]];
    }),
  );
  return (
    <EntryForm
      label={`${which.year} 年${names.source(which.source)}`}
      columns={3}
      fields={financeFields(names.known, line !== undefined)}
      initial={initial}
      consequence={`${line === undefined ? '登记' : '更正'} ${which.year} 年${names.source(which.source)}数据。没有的项目留空，空格表示不知道，不是零。${line === undefined ? '' : '原来的数据会保留在更正记录中。'}`}
      send={line === undefined ? '登记' : '保存更正'}
      run={async (entries) => {
        const values = Object.fromEntries(
          items.map((item) => [item.key, entries[item.key] === undefined ? null : String(entries[item.key])]),
        );
        const body = { version: line?.version ?? 0, values, ...(entries.reason ? { reason: entries.reason } : {}) };
        const done = await call<Done>('PUT', `/registry/parties/${party.id}/finance/${which.year}/${which.source}`, { body });
        await refreshParties(client);
        return done.says;
      }}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

function Chooser({ names, onChoose }: { names: Names; onChoose: (which: Which) => void }) {
  const last = new Date().getFullYear() - 1;
  const [year, setYear] = useState(last);
  const [source, setSource] = useState(names.known.sources[0]?.code ?? '');
  return (
    <div className="rg-choose">
      <label htmlFor="rg-year">年度</label>
      <Select
        id="rg-year"
        value={year}
        style={{ width: 110 }}
        options={Array.from({ length: 12 }, (_, back) => ({ value: last - back, label: `${last - back} 年` }))}
        onChange={setYear}
      />
      <label htmlFor="rg-source">来源</label>
      <Select
        id="rg-source"
        value={source}
        style={{ width: 150 }}
        options={names.known.sources.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setSource}
      />
      <button type="button" className="kc-button" onClick={() => onChoose({ year, source })}>
        登记或更正
      </button>
    </div>
  );
}

/** Years that stand open; older ones unfold. */
const OPEN = 2;

function Year({ party, year, names, isOpen }: { party: PartyProfile; year: FinanceYear; names: Names; isOpen: boolean }) {
  const [past, setPast] = useState<string | undefined>();
  const conflicts = year.disagreements.filter((each) => each.level === 'conflict').length;
  return (
    <details className="rg-year" open={isOpen}>
      <summary>
        <h3>{year.year} 年</h3>
        <span className="kc-unknown">{year.sources.map((source) => names.source(source.source)).join('、')}</span>
        {conflicts > 0 && (
          <span>
            <Status tone="bad">{conflicts} 项不一致</Status>
          </span>
        )}
      </summary>
      <YearTable year={year} items={names.known.items} names={names} />
      <div className="rg-choose">
        <span className="kc-unknown">更正记录</span>
        {year.sources.map((source) => (
          <button
            key={source.source}
            type="button"
            className="rg-link"
            aria-expanded={past === source.source}
            onClick={() => setPast((open) => (open === source.source ? undefined : source.source))}
          >
            {names.source(source.source)}
          </button>
        ))}
      </div>
      {past !== undefined && <Revisions party={party.id} which={{ year: year.year, source: past }} items={names.known.items} />}
    </details>
  );
}

export function PartyFinance({ party, names }: { party: PartyProfile; names: Names }) {
  const mayRecord = useMay('registry/finance:record');
  const [editing, setEditing] = useState<Which | undefined>();
  return (
    <Section title="历年财务数据" note="金额单位：万元；同一行颜色标出的各来源不一致">
      {mayRecord && !editing && <Chooser names={names} onChoose={setEditing} />}
      {editing && (
        <Recording
          key={`${editing.year}${editing.source}`}
          party={party}
          names={names}
          which={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {party.finance.length === 0 && <p className="kc-none">没有登记财务数据。可以在这里逐年登记，或在“批量导入”中按年度和来源导入。</p>}
      {party.finance.map((year, index) => (
        <Year key={year.year} party={party} year={year} names={names} isOpen={index < OPEN} />
      ))}
    </Section>
  );
}
