// One's own delegations: what one has lent and borrowed, and lending a role to a colleague.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { roles } from '../model/roles.ts';
import { AskForm } from './ask-form.tsx';
import { DelegationsList } from './delegations-list.tsx';
import { colleaguesQuery, myAccountQuery } from './queries.ts';
import { roleNames } from './words.ts';

const LIST = 'accounts.my-delegations';

function Lend({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const colleagues = useQuery(colleaguesQuery);
  const own = useQuery(myAccountQuery);
  const failed = colleagues.error ?? own.error;
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([colleagues.refetch(), own.refetch()])} />;
  if (!colleagues.data || !own.data) return <TableSkeleton rows={4} />;
  const { rows, mostDays } = colleagues.data;
  if (rows.length === 0)
    return <EmptyState title="本机构没有可受托的同事" how="委托只能在同一机构内进行；如需增加账户，请联系系统管理员。" />;
  const free = (role: unknown) => rows.filter((each) => !each.roles.some((held) => held === role));
  const [only, ...others] = own.data.roles;
  return (
    <AskForm
      label="委托"
      onCancel={onClose}
      initial={others.length === 0 && only !== undefined ? { role: only } : {}}
      consequence="委托期间您本人仍可办理；到期自动收回，也可随时终止。双方的操作分别记名。"
      fields={({ role }) => [
        {
          key: 'role',
          kind: 'choice',
          label: '委托的角色',
          required: true,
          options: own.data.roles.map((code) => ({ code, name: roles[code].name })),
        },
        {
          key: 'borrower',
          kind: 'choice',
          label: '受托人',
          required: true,
          options: free(role).map((each) => ({
            code: each.id,
            name: each.roles.length === 0 ? each.name : `${each.name}（${roleNames(each.roles)}）`,
          })),
          help: free(role).length === 0 ? '本机构的同事都已有该角色，无需委托。' : '本机构尚无该角色的同事。',
        },
        { key: 'from', kind: 'date', label: '自', required: true },
        { key: 'until', kind: 'date', label: '至', required: true, help: `含当日，一次最长 ${mostDays} 天。` },
        { key: 'reason', kind: 'text', label: '理由', required: true, maxLength: 200 },
      ]}
      run={async (answers) => {
        await call('POST', '/accounts/my-delegations', { body: answers });
        await client.invalidateQueries({ queryKey: ['list', LIST] });
        onClose();
      }}
    />
  );
}

export default function MyDelegations() {
  const [isLending, setLending] = useState(false);
  return (
    <>
      <DelegationsList
        name={LIST}
        title="我的委托"
        lead="外出或休假时，将本人的角色临时委托给同机构的同事；受托得来的角色不能再委托。"
        path="/accounts/my-delegations"
        actions={
          <button type="button" className="kc-button kc-button-main" onClick={() => setLending(true)}>
            委托角色
          </button>
        }
      />
      {isLending && (
        <SidePanel title="委托角色" onClose={() => setLending(false)}>
          <Lend onClose={() => setLending(false)} />
        </SidePanel>
      )}
    </>
  );
}
