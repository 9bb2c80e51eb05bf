// Payee accounts: entered by one person, confirmed by another, never shown in full.
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { type BulkAction, ListPage } from '#ui/list/list-page.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { accountStatuses } from '../model/words.ts';
import type { AccountPage, AccountView, Done } from '../wire.ts';
import { toneOf } from './words.ts';

const judging = (isConfirmed: boolean): BulkAction<AccountView> => ({
  key: isConfirmed ? 'confirm' : 'refuse',
  label: isConfirmed ? '复核通过' : '退回',
  danger: !isConfirmed,
  consequence: (selection) =>
    isConfirmed
      ? `确认 ${selection.count} 个账户的户名与单位名称一致，启用后用于支付`
      : `将退回 ${selection.count} 个账户，由登记人核实后重新登记`,
  run: async (selection) => {
    const rows = selection.kind === 'rows' ? selection.rows.filter(({ status }) => status === 'entered') : [];
    for (const { id, version } of rows) await call<Done>('POST', `/funds/accounts/${id}/judge`, { body: { version, isConfirmed } });
    return rows.length === 0 ? '所选账户都不在待复核状态。' : `已${isConfirmed ? '启用' : '退回'} ${rows.length} 个账户。`;
  },
});

export default function Accounts() {
  const mayConfirm = useMay('funds/account:confirm');
  const [bulk] = useState(() => [judging(true), judging(false)]);
  return (
    <ListPage<AccountView>
      name="funds.accounts"
      title="收款账户"
      lead="账号加密保存，只在付款文件中完整出现；登记和复核须由两人办理。"
      counter="个"
      columns={[
        { key: 'partyName', title: '单位（户名）', value: (row) => row.partyName, width: 260 },
        { key: 'bank', title: '开户银行', value: (row) => row.bank, width: 240 },
        { key: 'number', title: '账号', value: (row) => row.number },
        {
          key: 'status',
          title: '状态',
          kind: 'status',
          render: (row) => <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>,
        },
        { key: 'enteredBy', title: '登记人', value: (row) => row.enteredBy },
        { key: 'enteredAt', title: '登记日期', kind: 'day', value: (row) => row.enteredOn, sortable: true },
        { key: 'confirmedBy', title: '复核人', value: (row) => row.confirmedBy },
        { key: 'region', title: '县区', value: (row) => row.regionName, hidden: true },
      ]}
      filters={[
        { key: 'text', label: '单位名称', kind: 'text', pinned: true },
        {
          key: 'status',
          label: '状态',
          kind: 'choice',
          options: Object.entries(accountStatuses).map(([value, label]) => ({ value, label })),
        },
      ]}
      views={[
        { key: 'entered', label: '待复核', filters: { status: ['entered'] } },
        { key: 'confirmed', label: '使用中', filters: { status: ['confirmed'] } },
        { key: 'all', label: '全部', filters: {} },
      ]}
      fetchCounts={(signal) => call('GET', '/funds/account-counts', { signal })}
      defaultSort={{ key: 'enteredAt', direction: 'desc' }}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) => call<AccountPage>('GET', '/funds/accounts', { query: listQuery(request), signal })}
      {...(mayConfirm ? { bulkActions: bulk } : {})}
      empty={{ title: '没有收款账户', how: '企业在“我的资金”中登记，或由经办人在“资金承诺”中代为登记。' }}
    />
  );
}
