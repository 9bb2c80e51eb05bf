// Changes of roles: what waits for a second look, and what came of the others.
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { type ListColumn, ListPage, type ListView } from '#ui/list/list-page.tsx';
import { Notice } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { useSearchState } from '#ui/use-search.ts';
import type { PageView, RoleChangeView } from '../wire.ts';
import { changeWords, roleNames, standingOfChange } from './words.ts';

const LIST = 'accounts.role-changes';

const columns: readonly ListColumn<RoleChangeView>[] = [
  { key: 'account', title: '账户', value: (row) => `${row.accountName}（${row.login}）`, width: 200 },
  {
    key: 'outcome',
    title: '状态',
    kind: 'status',
    phone: true,
    render: (row) => {
      const { tone, words } = standingOfChange(row);
      return <Status tone={tone}>{words}</Status>;
    },
  },
  { key: 'office', title: '机构', value: (row) => row.officeName },
  { key: 'change', title: '变更', value: changeWords, phone: true },
  { key: 'reason', title: '理由', value: (row) => row.reason, phone: true },
  { key: 'proposedBy', title: '提出人', value: (row) => row.proposedByName },
  { key: 'proposedAt', title: '提出于', kind: 'instant', value: (row) => row.proposedAt },
  { key: 'decidedBy', title: '复核人', value: (row) => row.decidedByName },
  { key: 'decidedAt', title: '办结于', kind: 'instant', value: (row) => row.decidedAt, hidden: true },
];

const views: readonly ListView[] = [
  { key: 'open', label: '待复核', filters: { waiting: 'yes' } },
  { key: 'done', label: '已办结', filters: { waiting: 'no' } },
  { key: 'all', label: '全部', filters: {} },
];

function choices(change: RoleChangeView, me: string | undefined, mayConfirm: boolean): ActionChoice[] {
  const decide = (verb: string, done: string) => async () => {
    await call('POST', `/accounts/role-changes/${change.id}/${verb}`);
    return done;
  };
  const isMine = change.proposedBy === me;
  if (isMine) {
    return [
      {
        key: 'withdraw',
        label: '撤回',
        isAllowed: true,
        consequence: '撤回后角色不变，可重新提出。',
        run: decide('withdraw', `已撤回，${change.accountName}的角色不变`),
      },
    ];
  }
  if (!mayConfirm) return [];
  const whyNot = change.account === me ? { whyNot: '这是您本人的角色，请由另一名管理员复核。' } : {};
  const isAllowed = change.account !== me;
  return [
    {
      key: 'confirm',
      label: '复核同意',
      isMain: true,
      isAllowed,
      ...whyNot,
      consequence: `同意后随即${changeWords(change)}，${change.accountName}正在进行的登录也按新的角色办理。`,
      run: decide('confirm', `已生效：${change.accountName}${changeWords(change)}`),
    },
    {
      key: 'decline',
      label: '退回',
      isAllowed,
      isGrave: true,
      consequence: '退回后角色不变，由提出人重新提出。',
      run: decide('decline', `已退回，${change.accountName}的角色不变`),
    },
  ];
}

function ChangePanel({ change }: { change: RoleChangeView | undefined }) {
  const client = useQueryClient();
  const me = useSession()?.account.id;
  const [, changeSearch] = useSearchState();
  const mayConfirm = useMay('accounts/role:confirm');
  if (change === undefined) return <Notice title="这项变更不在当前列表中">请切换到“全部”查看。</Notice>;
  const { tone, words } = standingOfChange(change);
  return (
    <>
      <FactList
        columns={1}
        facts={[
          { label: '状态', value: <Status tone={tone}>{words}</Status> },
          { label: '账户', value: `${change.accountName}（${change.login}）` },
          { label: '机构', value: change.officeName },
          { label: '授予', value: roleNames(change.add) || '无' },
          { label: '收回', value: roleNames(change.remove) || '无' },
          { label: '理由', value: change.reason },
          { label: '提出', value: change.proposedByName, note: formatInstant(change.proposedAt) },
          ...(change.decidedAt === null ? [] : [{ label: '办结', value: change.decidedByName, note: formatInstant(change.decidedAt) }]),
        ]}
      />
      {change.outcome === null && (
        <ActionBar
          actions={choices(change, me, mayConfirm)}
          idle="待系统管理员或另一名安全管理员复核"
          onDone={() => {
            for (const queryKey of [['list', LIST], ['accounts'], ['counts', 'accounts']]) void client.invalidateQueries({ queryKey });
            // Decided, it leaves the list of what waits.
            changeSearch({ open: undefined });
          }}
        />
      )}
    </>
  );
}

const asked = (waiting: unknown): boolean | undefined => (waiting === 'yes' ? true : waiting === 'no' ? false : undefined);

export default function RoleChanges() {
  return (
    <ListPage<RoleChangeView>
      name={LIST}
      title="角色变更"
      counter="项"
      lead="授予和收回角色由安全管理员在账户上提出，另一名管理员复核后生效。"
      columns={columns}
      views={views}
      filters={[{ key: 'waiting', label: '待复核', kind: 'yes-no' }]}
      rowKey={(row) => row.id}
      fetchPage={({ filters, after, limit, signal }) =>
        call<PageView<RoleChangeView>>('GET', '/accounts/role-changes', { query: { open: asked(filters.waiting), after, limit }, signal })
      }
      renderPanel={(_, row) => <ChangePanel change={row} />}
      panelTitle={(_, row) => (row === undefined ? '角色变更' : changeWords(row))}
      empty={{ title: '没有角色变更', how: '在“账户”中打开一个账户，选择“授予或收回角色”。' }}
    />
  );
}
