// Opening an account: who it is for and where that person sits; the first password is shown once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { loginRule } from '../model/login-name.ts';
import { lineNames } from '../model/roles.ts';
import type { OfficeView } from '../wire.ts';
import { AskForm } from './ask-form.tsx';
import { FirstPassword } from './first-password.tsx';
import { officesQuery } from './queries.ts';

const lines = ['business', 'system', 'security', 'audit'] as const;

/** Administrators sit where the system is run, business accounts anywhere else, experts in no office. */
const fieldsWith = (offices: readonly OfficeView[]) => (answers: Readonly<Record<string, unknown>>) => {
  const isBusiness = (answers.line ?? 'business') === 'business';
  const fit = offices.filter((office) => office.closedAt === null && (office.kind === 'administration') !== isBusiness);
  return [
    { key: 'name', kind: 'text', label: '姓名', required: true, maxLength: 40 },
    { key: 'login', kind: 'text', label: '登录名', required: true, maxLength: 32, help: loginRule },
    {
      key: 'line',
      kind: 'choice',
      label: '职责',
      required: true,
      options: lines.map((code) => ({ code, name: lineNames[code] })),
      help: '开设后不能更改。系统、安全、审计三类管理员与业务人员须由不同的人担任。',
    },
    {
      key: 'office',
      kind: 'choice',
      label: '机构',
      required: !isBusiness,
      options: fit.map((office) => ({ code: office.id, name: office.name })),
      ...(isBusiness ? { help: '评审专家不隶属机构，留空即可。企业账户由业务处室或县区科技局开设。' } : {}),
    },
  ] as const;
};

interface Opened {
  readonly login: string;
  readonly password: string;
}

export default function OpenAccount() {
  const client = useQueryClient();
  const offices = useQuery(officesQuery);
  const [opened, setOpened] = useState<Opened | undefined>();
  return (
    <div className="kc-page">
      <PageHead title="开设账户" parent={{ label: '账户', href: '/accounts/accounts' }} />
      {offices.error && <ErrorState error={offices.error} onRetry={() => void offices.refetch()} />}
      {offices.isPending && <TableSkeleton rows={4} />}
      {opened && (
        <>
          <FirstPassword {...opened} />
          <p className="ac-section-gap">
            账户尚无角色，由安全管理员授予、另一名管理员复核后即可办理业务。{' '}
            <button type="button" className="kc-button" onClick={() => setOpened(undefined)}>
              再开设一个
            </button>{' '}
            <AppLink href="/accounts/accounts">回到账户列表</AppLink>
          </p>
        </>
      )}
      {offices.data && !opened && (
        <AskForm
          fields={fieldsWith(offices.data.rows)}
          initial={{ line: 'business' }}
          label="开设账户"
          consequence="开设后得到一次性显示的初始密码；首次登录须更改。"
          run={async (answers) => {
            setOpened(await call<Opened>('POST', '/accounts/accounts', { body: answers }));
            void client.invalidateQueries({ queryKey: ['list', 'accounts.accounts'] });
          }}
        />
      )}
    </div>
  );
}
