// The pool of experts: by field, title, place and standing, with how often each has sat this year.
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { ListPage } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { childrenOf, regionShortName } from '#vocabularies/regions/regions.ts';
import { standings, titleLevels } from '../model/expert.ts';
import type { ExpertSummary } from '../wire.ts';
import { disciplineName, disciplineOptions, levelName, placeName, standingName } from './words.ts';

const named = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function Standing({ row }: { row: ExpertSummary }) {
  if (row.isDishonest) return <Status tone="bad">失信</Status>;
  if (row.suspendedUntil !== null) return <Status tone="warn">暂停至 {row.suspendedUntil}</Status>;
  return <Status tone={row.standing === 'active' ? 'good' : 'off'}>{standingName(row.standing)}</Status>;
}

export default function Experts() {
  const mayEdit = useMay('review/expert:edit');
  const root = useSession()?.root.code ?? '';
  const places = [
    ...childrenOf(root).map(({ code }) => ({ value: code, label: regionShortName(code) })),
    { value: '000000', label: '外地' },
  ];
  const add = (
    <>
      <AppLink className="kc-button kc-button-main" href="/experts/new">
        登记专家
      </AppLink>
      <AppLink className="kc-button" href="/experts/import">
        批量导入
      </AppLink>
    </>
  );
  return (
    <ListPage<ExpertSummary>
      name="review.experts"
      title="评审专家"
      counter="人"
      actions={mayEdit ? add : undefined}
      columns={[
        { key: 'name', title: '姓名', value: (row) => row.name, sortable: true, width: 90 },
        { key: 'unit', title: '工作单位', value: (row) => row.unit, sortable: true, width: 240 },
        { key: 'level', title: '职称', render: (row) => `${levelName(row.level)}${row.title === '' ? '' : `（${row.title}）`}` },
        { key: 'disciplines', title: '学科', render: (row) => row.disciplines.map(disciplineName).join('、') },
        { key: 'region', title: '所在地', render: (row) => placeName(row.region) },
        { key: 'finance', title: '财务专家', render: (row) => (row.isFinance ? '是' : '') },
        { key: 'panels', title: '本年参加', unit: '次', kind: 'number', value: (row) => row.panelsThisYear },
        { key: 'credit', title: '信用分', kind: 'number', value: (row) => row.credit, sortable: true },
        { key: 'standing', title: '状态', kind: 'status', render: (row) => <Standing row={row} /> },
        { key: 'account', title: '评审账户', render: (row) => (row.hasAccount ? '有' : '无'), hidden: true },
        { key: 'updatedAt', title: '更新时间', kind: 'instant', value: (row) => row.updatedAt, sortable: true, hidden: true },
      ]}
      filters={[
        { key: 'q', label: '姓名或工作单位', kind: 'text', pinned: true },
        { key: 'discipline', label: '学科', kind: 'choice', pinned: true, options: disciplineOptions },
        { key: 'level', label: '职称', kind: 'choice', options: named(titleLevels) },
        { key: 'region', label: '所在地', kind: 'region', options: places },
        { key: 'standing', label: '状态', kind: 'choice', options: named(standings) },
        { key: 'finance', label: '财务专家', kind: 'yes-no' },
        { key: 'account', label: '有评审账户', kind: 'yes-no' },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/experts/${row.id}`}
      fetchPage={({ signal, ...request }) =>
        call<{ rows: ExpertSummary[]; next: string | null; total: number }>('GET', '/review/experts', { query: listQuery(request), signal })
      }
      empty={{ title: '没有评审专家', how: mayEdit ? <>逐人登记，或下载模板后导入。{add}</> : '业务处室登记后会出现在这里。' }}
    />
  );
}
