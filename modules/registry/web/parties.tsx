// The list of parties: views by title and need, filters each served by an index, a side panel, export, and the ways to add more.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays, dayOf } from '#kernel/declare/calendar.ts';
import { call, download } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { type ListFilter, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { type Session, useMay, useSession } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import type { PartyLine, PartyPage, TitleKinds } from '../wire.ts';
import { type Names, useNames } from './known.tsx';
import { partyColumns } from './party-columns.tsx';
import { exportRequest, partyRequest } from './party-list-request.ts';
import { PartyPanel, PartyTitle } from './party-panel.tsx';
import { titleKindsQuery } from './queries.ts';
import { kindNames, scaleNames, statusNames } from './words.ts';
import './registry.css';

type Kinds = TitleKinds['kinds'];

/** Days ahead in which an expiry wants attention, as the server counts them. */
const SOON = 180;

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const { merged: _merged, ...listedStatuses } = statusNames;

/** Only there when an import led here. */
const batchFilter = (batch: string | undefined): readonly ListFilter[] =>
  batch === undefined ? [] : [{ key: 'batch', label: '批次', kind: 'choice', options: [{ value: batch, label: '这次导入新增的' }] }];

function filtersFor({ known }: Names, session: Session, kinds: Kinds, batch: string | undefined): readonly ListFilter[] {
  const regions = session.scope === 'regions' ? session.regions.map(({ code, name }) => ({ code, short: name })) : known.regions;
  const industries = new Map(known.industries.map((term) => [term.code, term.name]));
  const held = kinds.filter((kind) => kind.held > 0);
  return [
    { key: 'q', label: '名称、信用代码或拼音', kind: 'text', pinned: true },
    {
      key: 'region',
      label: '地区',
      kind: 'region',
      pinned: regions.length > 1,
      options: regions.map(({ code, short }) => ({ value: code, label: short })),
    },
    {
      key: 'title',
      label: '持有资质',
      kind: 'choice',
      pinned: true,
      options: held.map(({ kind, name }) => ({ value: kind, label: name })),
    },
    { key: 'expiring', label: '资质到期日', kind: 'date-range' },
    {
      key: 'field',
      label: '技术领域',
      kind: 'choice',
      options: known.fields.filter((term) => term.parent === undefined).map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      key: 'industry',
      label: '行业',
      kind: 'choice',
      options: known.industries.map(({ code, name, parent }) => ({
        value: code,
        label: parent === undefined ? `${code} ${name}（全部）` : name,
        group: industries.get(parent ?? code) ?? '',
      })),
    },
    { key: 'sales', label: '销售收入', kind: 'number-range', unit: '万元' },
    { key: 'founded', label: '成立日期', kind: 'date-range' },
    { key: 'scale', label: '企业规模', kind: 'choice', options: optionsOf(scaleNames) },
    { key: 'status', label: '登记状态', kind: 'choice', options: optionsOf(listedStatuses) },
    { key: 'kind', label: '类型', kind: 'choice', options: optionsOf(kindNames) },
    { key: 'warned', label: '有提示', kind: 'yes-no' },
    ...batchFilter(batch),
  ];
}

/** Beside the fixed views the kinds of title that are held most. */
function viewsFor(kinds: Kinds): readonly ListView[] {
  const most = kinds.filter((kind) => kind.held > 0).slice(0, 3);
  return [
    { key: 'all', label: '全部', filters: {} },
    ...most.map(({ kind, name }) => ({ key: `title-${kind}`, label: name, filters: { title: [kind] } })),
    { key: 'expiring', label: '资质半年内到期', filters: { expiring: { from: null, to: addDays(dayOf(new Date()), SOON) } } },
    { key: 'warned', label: '有提示', filters: { warned: 'yes' } },
  ];
}

async function countsFor(kinds: Kinds, signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const counts = await call<Readonly<Record<string, number>>>('GET', '/registry/parties/counts', { signal });
  return { ...counts, ...Object.fromEntries(kinds.map(({ kind, held }) => [`title-${kind}`, held])) };
}

function Actions() {
  const mayEdit = useMay('registry/party:edit');
  const mayImport = useMay('registry/party:import');
  const mayMerge = useMay('registry/party:merge');
  return (
    <>
      {mayEdit && (
        <AppLink className="kc-button kc-button-main" href="/registry/new">
          新增主体
        </AppLink>
      )}
      {mayImport && (
        <AppLink className="kc-button" href="/registry/imports">
          批量导入
        </AppLink>
      )}
      {mayMerge && (
        <AppLink className="kc-button" href="/registry/duplicates">
          疑似重复
        </AppLink>
      )}
    </>
  );
}

function Parties({ names, session, kinds }: { names: Names; session: Session; kinds: Kinds }) {
  const columns = useMemo(() => partyColumns(names), [names]);
  const views = useMemo(() => viewsFor(kinds), [kinds]);
  const [{ batch }] = useSearchState();
  const filters = useMemo(() => filtersFor(names, session, kinds, batch), [names, session, kinds, batch]);
  return (
    <ListPage<PartyLine>
      name="registry.parties"
      title="主体"
      counter="家"
      columns={columns}
      filters={filters}
      views={views}
      fetchCounts={(signal) => countsFor(kinds, signal)}
      defaultSort={{ key: 'name', direction: 'asc' }}
      rowKey={(row) => row.id}
      rowHref={(row) => `/registry/parties/${row.id}`}
      fetchPage={({ signal, ...request }) => call<PartyPage>('GET', '/registry/parties', { query: partyRequest(request), signal })}
      panelTitle={(key, row) => row?.name ?? <PartyTitle id={key} />}
      renderPanel={(id) => <PartyPanel key={id} id={id} />}
      onExport={({ filters: shown, sort, columns: chosen }) =>
        download('/registry/parties/export', { query: exportRequest(shown, sort, chosen) })
      }
      actions={<Actions />}
      empty={{ title: '还没有主体', how: '可以逐家新增，或在“批量导入”中下载模板、填好后导入。' }}
    />
  );
}

export default function PartiesPage() {
  const session = useSession();
  const { names, error, retry } = useNames();
  const kinds = useQuery(titleKindsQuery);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (kinds.error) return <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (names === undefined || session === null || kinds.data === undefined) return <PageSkeleton />;
  return <Parties names={names} session={session} kinds={kinds.data} />;
}
