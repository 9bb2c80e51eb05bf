// The register of offices, and the way to open, rename and close them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { type ListColumn, ListPage } from '#ui/list/list-page.tsx';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { Notice } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { type OfficeKind, officeKinds } from '../model/roles.ts';
import type { OfficeListView, OfficeView } from '../wire.ts';
import { AskForm } from './ask-form.tsx';
import { officesQuery } from './queries.ts';

const LIST = 'accounts.offices';

const columns: readonly ListColumn<OfficeView>[] = [
  { key: 'name', title: '机构', value: (row) => row.name, width: 300 },
  { key: 'kind', title: '类别', value: (row) => officeKinds[row.kind], phone: true },
  { key: 'region', title: '区划', value: (row) => row.regionName, phone: true },
  {
    key: 'state',
    title: '状态',
    kind: 'status',
    phone: true,
    render: (row) => (row.closedAt === null ? <Status tone="good">在用</Status> : <Status tone="off">已撤销</Status>),
  },
];

const kindOptions = Object.entries(officeKinds).map(([value, label]) => ({ value, label }));

function choices(office: OfficeView): ActionChoice[] {
  const { id, name, version } = office;
  const isClosed = office.closedAt !== null;
  const put = (body: { name: string; isClosed: boolean }) => call('PUT', `/accounts/offices/${id}`, { body: { ...body, version } });
  return [
    {
      key: 'rename',
      label: '更正名称',
      isAllowed: true,
      consequence: '已形成的文书和审计记录保留当时的名称。',
      fields: [{ key: 'name', kind: 'text', label: '机构名称', required: true, maxLength: 60 }],
      run: async (answers) => {
        await put({ name: String(answers.name), isClosed });
        return '已更正';
      },
    },
    {
      key: 'close',
      label: isClosed ? '恢复' : '撤销',
      isAllowed: true,
      isGrave: !isClosed,
      consequence: isClosed ? '恢复后可再向该机构开设账户。' : '撤销后不能再向该机构开设账户；机构中还有在用账户时不能撤销。',
      run: async () => {
        await put({ name, isClosed: !isClosed });
        return isClosed ? '已恢复' : '已撤销';
      },
    },
  ];
}

function useRefresh() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: officesQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['list', LIST] });
  };
}

function OfficePanel({ office }: { office: OfficeView | undefined }) {
  const mayManage = useMay('accounts/office:manage');
  const refresh = useRefresh();
  if (office === undefined) return <Notice title="该机构不在当前列表中">请清空筛选后再查看。</Notice>;
  return (
    <>
      <FactList
        columns={1}
        facts={[
          { label: '类别', value: officeKinds[office.kind] },
          { label: '区划', value: office.regionName, note: office.region },
        ]}
      />
      {mayManage && <ActionBar actions={choices(office)} onDone={refresh} />}
    </>
  );
}

function OpenOffice({ onClose }: { onClose: () => void }) {
  const root = useSession()?.root;
  const offices = useQuery(officesQuery);
  const refresh = useRefresh();
  return (
    <SidePanel title="设立机构" onClose={onClose}>
      <AskForm
        label="设立"
        onCancel={onClose}
        fields={({ kind }) => [
          {
            key: 'kind',
            kind: 'choice',
            label: '类别',
            required: true,
            options: kindOptions.map(({ value, label }) => ({ code: value, name: label })),
          },
          ...(String(kind ?? '').startsWith('county-')
            ? [
                {
                  key: 'region',
                  kind: 'choice',
                  label: '县（市、区）或功能区',
                  required: true,
                  options: offices.data?.counties ?? [],
                } as const,
              ]
            : []),
          { key: 'name', kind: 'text', label: '机构名称', required: true, maxLength: 60, help: '用全称。' },
        ]}
        run={async ({ kind, region, name }) => {
          await call('POST', '/accounts/offices', { body: { kind: kind as OfficeKind, region: region ?? root?.code, name } });
          refresh();
          onClose();
        }}
      />
    </SidePanel>
  );
}

const listOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? (value as string[]) : undefined;

export default function Offices() {
  const mayManage = useMay('accounts/office:manage');
  const [isOpening, setOpening] = useState(false);
  return (
    <>
      <ListPage<OfficeView>
        name={LIST}
        title="机构"
        counter="个"
        columns={columns}
        filters={[
          { key: 'text', label: '名称或区划', kind: 'text', pinned: true },
          { key: 'kind', label: '类别', kind: 'choice', pinned: true, options: kindOptions },
        ]}
        rowKey={(row) => row.id}
        fetchPage={async ({ filters, signal }) => {
          // A few dozen offices: the server gives all, and they are chosen here.
          const { rows } = await call<OfficeListView>('GET', '/accounts/offices', { query: { withClosed: true }, signal });
          const kinds = listOf(filters.kind);
          const text = typeof filters.text === 'string' ? filters.text : '';
          const shown = rows.filter(
            (row) => (kinds?.includes(row.kind) ?? true) && (row.name.includes(text) || row.regionName.includes(text)),
          );
          return { rows: shown, next: null, total: shown.length };
        }}
        renderPanel={(_, row) => <OfficePanel office={row} />}
        panelTitle={(_, row) => row?.name ?? '机构'}
        actions={
          mayManage && (
            <button type="button" className="kc-button kc-button-main" onClick={() => setOpening(true)}>
              设立机构
            </button>
          )
        }
        empty={{ title: '还没有机构', how: '先设立本局，再设立处室和各县（市、区）机构。' }}
      />
      {isOpening && <OpenOffice onClose={() => setOpening(false)} />}
    </>
  );
}
