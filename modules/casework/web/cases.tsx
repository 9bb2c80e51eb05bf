// The office's list of cases: saved views with counts, filters, the answers of the form as columns, moves for many, export.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays, addWorkdays } from '#kernel/declare/calendar.ts';
import { officeKinds } from '#kernel/declare/office.ts';
import { caseStatusNames } from '#kernel/stages/case-state.ts';
import { call, download } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { type BulkAction, type ListFilter, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { type Session, useMay, useSession } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import type { CallView, CaseSummary } from '../wire.ts';
import { batchMovesOf } from './batch-moves.ts';
import { BatchPanel } from './batch-panel.tsx';
import { caseColumns } from './case-columns.tsx';
import { caseRequest, exportRequest } from './case-list-request.ts';
import { CasePanel, CaseTitle } from './case-panel.tsx';
import { type Knowledge, today, useKnowledge } from './knowledge.tsx';
import { type CasePageView, callsQuery } from './queries.ts';
import './casework.css';

const sent = Object.entries(caseStatusNames).filter(([status]) => status !== 'draft');

function viewsFor({ calendar }: Knowledge): readonly ListView[] {
  const soon = addWorkdays(calendar, today(), 2);
  return [
    { key: 'mine', label: '待我办理', filters: { waiting: ['mine'] }, sort: { key: 'dueOn', direction: 'asc' } },
    {
      key: 'soon',
      label: '即将到期',
      filters: { waiting: ['mine'], due: { from: today(), to: soon } },
      sort: { key: 'dueOn', direction: 'asc' },
    },
    {
      key: 'overdue',
      label: '已超期',
      filters: { status: ['open'], due: { from: null, to: addDays(today(), -1) } },
      sort: { key: 'dueOn', direction: 'asc' },
    },
    { key: 'open', label: '办理中', filters: { status: ['open', 'correction'] } },
    { key: 'correction', label: '待补正', filters: { status: ['correction'] } },
    { key: 'granted', label: '已通过', filters: { status: ['granted'] } },
    { key: 'refused', label: '未通过', filters: { status: ['refused'] } },
    { key: 'all', label: '全部', filters: {} },
  ];
}

function filtersFor({ catalogue, countiesOf }: Knowledge, session: Session, calls: readonly CallView[]): readonly ListFilter[] {
  const regions = session.scope === 'regions' ? session.regions : countiesOf(session.root.code);
  // The items of a counter pass the same stages, so that those are listed once for all of them.
  const stages = catalogue.programmes.flatMap((programme) => {
    const listed = programme.dossiers.flatMap(({ stages: passed, service, name }) =>
      passed.slice(1).map((stage) => ({ value: stage.id, label: stage.name, group: service === undefined ? name : programme.name })),
    );
    return [...new Map(listed.map((one) => [`${one.group}/${one.value}`, one])).values()];
  });
  const dossiers = catalogue.programmes
    .filter((programme) => programme.dossiers.length > 1)
    .flatMap((programme) => programme.dossiers.map(({ id, name }) => ({ value: id, label: name, group: programme.name })));
  const offices = Object.entries(officeKinds).filter(([kind]) => !['expert', 'public', 'system'].includes(kind));
  return [
    { key: 'text', label: '企业名称、信用代码、受理编号', kind: 'text', pinned: true },
    {
      key: 'programme',
      label: '事项',
      kind: 'choice',
      pinned: catalogue.programmes.length > 1,
      options: catalogue.programmes.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'status', label: '状态', kind: 'choice', options: sent.map(([value, label]) => ({ value, label })) },
    {
      key: 'region',
      label: '县区',
      kind: 'region',
      pinned: regions.length > 1,
      options: regions.map(({ code, name }) => ({ value: code, label: name })),
    },
    { key: 'dossier', label: '具体事项', kind: 'choice', options: dossiers },
    { key: 'stage', label: '环节', kind: 'choice', options: stages },
    {
      key: 'waiting',
      label: '等待',
      kind: 'choice',
      options: [{ value: 'mine', label: '本单位' }, ...offices.map(([value, label]) => ({ value, label }))],
    },
    { key: 'submitted', label: '提交日期', kind: 'date-range' },
    { key: 'due', label: '办理期限', kind: 'date-range' },
    { key: 'call', label: '批次', kind: 'choice', options: calls.map(({ id, name }) => ({ value: id, label: name })) },
    { key: 'list', label: '推荐批次', kind: 'text' },
    { key: 'reason', label: '未通过原因代码', kind: 'text' },
  ];
}

function bulkFor({ catalogue }: Knowledge, officeKind: string): readonly BulkAction<CaseSummary>[] {
  return batchMovesOf(catalogue, officeKind).map((move) => ({
    key: move.verb,
    label: move.label,
    danger: move.isGrave,
    onAll: true,
    consequence: (selection) => `将对 ${selection.count} 件${move.label}`,
    run: () => Promise.reject(new Error('A batch move is made in its panel')),
    ask: (selection, close) => <BatchPanel move={move} selection={selection} onClose={close} />,
  }));
}

/** The one programme on screen, whose listed answers become columns. */
function useShownProgramme(knowledge: Knowledge) {
  const [search] = useSearchState();
  const { programmes } = knowledge.catalogue;
  const asked = search.programme?.split(',') ?? [];
  if (asked.length === 1) return programmes.find((programme) => programme.id === asked[0]);
  return asked.length === 0 && programmes.length === 1 ? programmes[0] : undefined;
}

export default function Cases() {
  const knowledge = useKnowledge();
  const session = useSession();
  const mayAct = useMay('casework/case:act');
  const mayImport = useMay('casework/result-list:import');
  const calls = useQuery(callsQuery).data;
  const shown = useShownProgramme(knowledge);
  const officeKind = session?.office.kind ?? '';
  const [search] = useSearchState();
  const columns = useMemo(() => {
    const asked = search.dossier?.split(',');
    const dossiers = (shown?.dossiers ?? []).filter(({ id }) => asked?.includes(id) ?? true);
    return caseColumns(knowledge.regionName, dossiers, shown === undefined);
  }, [knowledge, shown, search.dossier]);
  const views = useMemo(() => viewsFor(knowledge), [knowledge]);
  const bulk = useMemo(() => (mayAct ? bulkFor(knowledge, officeKind) : []), [knowledge, mayAct, officeKind]);
  if (session === null) return null;
  return (
    <ListPage<CaseSummary>
      name="casework.cases"
      title="办件"
      counter="件"
      columns={columns}
      filters={filtersFor(knowledge, session, calls ?? [])}
      views={views}
      fetchCounts={(signal) => call('GET', '/casework/case-counts', { signal })}
      defaultSort={{ key: 'submittedOn', direction: 'desc' }}
      rowKey={(row) => row.id}
      rowHref={(row) => `/casework/cases/${row.id}`}
      fetchPage={({ signal, ...request }) => call<CasePageView>('GET', '/casework/cases', { query: caseRequest(request), signal })}
      panelTitle={(key, row) => row?.partyName ?? <CaseTitle id={key} />}
      renderPanel={(id) => <CasePanel key={id} id={id} />}
      {...(bulk.length > 0 ? { bulkActions: bulk } : {})}
      onExport={({ filters, sort }) =>
        download('/casework/case-export', {
          query: { ...exportRequest(filters, sort), ...(shown === undefined ? {} : { programme: shown.id }) },
        })
      }
      actions={
        <span className="cw-buttons">
          {shown !== undefined && (
            <AppLink className="kc-button" href={`/casework/guides/${shown.id}`}>
              办理指南
            </AppLink>
          )}
          {mayImport && (
            <AppLink className="kc-button" href="/casework/results">
              导入结果名单
            </AppLink>
          )}
        </span>
      }
      empty={{ title: '没有办件', how: '企业提交申请后会按县区和环节分到这里；批次在“申报批次”中发布。' }}
    />
  );
}
