// The accounts of one enterprise, kept by the bureau of its region.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { usePathParam } from '#ui/use-search.ts';
import { loginRule } from '../model/login-name.ts';
import type { AccountView } from '../wire.ts';
import { AskForm } from './ask-form.tsx';
import { FirstPassword } from './first-password.tsx';
import { partyAccountsQuery } from './queries.ts';
import { standingOf } from './words.ts';

interface Opened {
  readonly login: string;
  readonly password: string;
}

function choices(account: AccountView, onPassword: (opened: Opened) => void): ActionChoice[] {
  const path = `/accounts/enterprise-accounts/${account.id}`;
  return [
    {
      key: 'reset',
      label: '重设初始密码',
      isAllowed: true,
      consequence: `${account.name}现有的登录随即失效并解除锁定，须用新的初始密码登录并更改。请先核实是否本人。`,
      run: async () => {
        onPassword(await call<Opened>('POST', `${path}/reset-password`));
        return '已重设，请将初始密码告知本人';
      },
    },
    {
      key: 'disable',
      label: '停用',
      isAllowed: true,
      isGrave: true,
      consequence: `停用后${account.name}不能登录；该单位的事项不受影响。`,
      fields: [{ key: 'reason', kind: 'text', label: '理由', required: true, maxLength: 200 }],
      run: async ({ reason }) => {
        await call('POST', `${path}/disable`, { body: { version: account.version, reason } });
        return `已停用${account.name}的账户`;
      },
    },
  ];
}

function OneAccount({
  account,
  onChange,
  onPassword,
}: {
  account: AccountView;
  onChange: () => void;
  onPassword: (opened: Opened) => void;
}) {
  const { tone, words } = standingOf(account);
  return (
    <Section title={account.name} note={account.login}>
      <FactList
        facts={[
          {
            label: '状态',
            value: <Status tone={tone}>{words}</Status>,
            ...(account.disabledWhy === null ? {} : { note: account.disabledWhy }),
          },
          { label: '最近登录', value: formatInstant(account.signedInAt) },
        ]}
      />
      {account.disabledAt === null && (
        <div className="ac-one">
          <ActionBar actions={choices(account, onPassword)} onDone={onChange} />
        </div>
      )}
    </Section>
  );
}

export default function PartyAccounts() {
  const party = usePathParam('party');
  const client = useQueryClient();
  const query = useQuery(partyAccountsQuery(party));
  const [opened, setOpened] = useState<Opened | undefined>();
  const refresh = () => void client.invalidateQueries({ queryKey: partyAccountsQuery(party).queryKey });
  return (
    <div className="kc-page">
      <PageHead
        title={query.data === undefined ? '企业账户' : `${query.data.party.name}的账户`}
        lead="一家单位最多五个在用账户，由经办人各用各的。"
        parent={{ label: '主体档案', href: `/registry/parties/${party}` }}
      />
      {opened && <FirstPassword {...opened} onClose={() => setOpened(undefined)} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={4} />}
      {query.data?.rows.length === 0 && <EmptyState title="还没有账户" how="开设后，企业即可登录申报、填报和查看进度。" />}
      {query.data?.rows.map((account) => (
        <OneAccount key={account.id} account={account} onChange={refresh} onPassword={setOpened} />
      ))}
      {query.data && (
        <Section title="开设账户">
          <AskForm
            key={opened?.login ?? ''}
            label="开设账户"
            consequence="开设后得到一次性显示的初始密码；首次登录须更改。"
            fields={() => [
              { key: 'name', kind: 'text', label: '经办人姓名', required: true, maxLength: 40 },
              {
                key: 'login',
                kind: 'text',
                label: '登录名',
                required: false,
                maxLength: 32,
                help: `留空则用统一社会信用代码。${loginRule}`,
              },
            ]}
            run={async (answers) => {
              setOpened(await call<Opened>('POST', '/accounts/enterprise-accounts', { body: { ...answers, party } }));
              refresh();
            }}
          />
        </Section>
      )}
    </div>
  );
}
