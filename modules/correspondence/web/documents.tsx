// The list of issued documents: by kind, number and party, for staff and for the party itself.
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { type ListColumn, type ListFilter, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { documentKindIds, documentKinds } from '../model/kinds.ts';
import type { DocumentView } from '../wire.ts';
import { baseOf } from './queries.ts';

interface Page {
  readonly rows: readonly DocumentView[];
  readonly next: string | null;
  readonly total: number;
}

const columns: readonly ListColumn<DocumentView>[] = [
  { key: 'number', title: '字号', value: (row) => row.number, sortable: true, width: 200 },
  { key: 'title', title: '标题', value: (row) => row.title },
  { key: 'partyName', title: '致', value: (row) => row.partyName, sortable: true },
  { key: 'issuedAt', title: '编发日期', kind: 'day', value: (row) => row.issuedOn, sortable: true, width: 120 },
  {
    key: 'state',
    title: '状态',
    kind: 'status',
    render: (row) => (row.voided ? <Status tone="off">已作废</Status> : <Status tone="good">有效</Status>),
  },
  { key: 'issuedBy', title: '经办', value: (row) => row.issuedBy, phone: false, hidden: true },
];

const views: readonly ListView[] = [
  { key: 'valid', label: '有效', filters: { state: ['valid'] } },
  { key: 'void', label: '已作废', filters: { state: ['void'] } },
  { key: 'all', label: '全部', filters: {} },
];

const filters: readonly ListFilter[] = [
  { key: 'text', label: '字号、标题或单位', kind: 'text', pinned: true },
  {
    key: 'kind',
    label: '文种',
    kind: 'choice',
    pinned: true,
    options: documentKindIds.map((value) => ({ value, label: documentKinds[value].name })),
  },
  { key: 'day', label: '编发日期', kind: 'date-range' },
  {
    key: 'state',
    label: '状态',
    kind: 'choice',
    options: [
      { value: 'valid', label: '有效' },
      { value: 'void', label: '已作废' },
    ],
  },
];

export default function Documents() {
  const base = baseOf(useSession());
  const mayWord = useMay('correspondence/wording:manage');
  const place = base === '' ? '/correspondence/documents' : `${base}/documents`;
  return (
    <ListPage<DocumentView>
      name="correspondence.documents"
      title={base === '' ? '文书' : '我的文书'}
      counter="份"
      columns={columns}
      views={views}
      filters={filters}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) => call<Page>('GET', '/correspondence/documents', { query: listQuery(request), signal })}
      rowHref={(row) => `${place}/${row.id}`}
      actions={
        mayWord && (
          <AppLink className="kc-button" href="/correspondence/wordings">
            固定用语
          </AppLink>
        )
      }
      empty={{ title: '还没有文书', how: '办理中退回补正、受理、不予通过、公示和签订合同时，系统自动编号并生成文书。' }}
    />
  );
}
