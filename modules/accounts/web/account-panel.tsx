// One account in the side panel: what is known of it, and what an administrator may do with it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { ActionBar, type ActionChoice } from '#ui/record/action-bar.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { lineNames, lineOf, type RoleId, roleIds, roles } from '../model/roles.ts';
import type { AccountView } from '../wire.ts';
import { FirstPassword } from './first-password.tsx';
import { accountQuery, officesQuery } from './queries.ts';
import { roleNames, seatOf, standingOf } from './words.ts';

type Send = (verb: string, body?: unknown) => Promise<unknown>;

const reason = { key: 'reason', kind: 'text', label: '理由', required: true, maxLength: 200 } as const;

const unlocking = ({ name }: AccountView, send: Send): ActionChoice => ({
  key: 'unlock',
  label: '解除锁定',
  isAllowed: true,
  isMain: true,
  consequence: `解除后${name}可立即再次登录。请先核实是否本人操作。`,
  run: async () => {
    await send('unlock');
    return `已解除${name}的锁定，可以登录`;
  },
});

function keeping(account: AccountView, isOwn: boolean, send: Send, onPassword: (password: string) => void): ActionChoice[] {
  const { name, version } = account;
  const off = account.disabledAt !== null;
  return [
    ...(account.lockedUntil === null ? [] : [unlocking(account, send)]),
    {
      key: 'reset-password',
      label: '重设初始密码',
      isAllowed: !off,
      consequence: `${name}现有的登录随即失效，须用新的初始密码登录并更改。`,
      run: async () => {
        const { password } = (await send('reset-password')) as { password: string };
        onPassword(password);
        return '已重设，请将初始密码告知本人';
      },
    },
    off
      ? {
          key: 'enable',
          label: '恢复',
          isAllowed: true,
          consequence: `恢复后${name}可以用原密码和原角色登录。`,
          run: async () => {
            await send('enable', { version });
            return `已恢复${name}的账户`;
          },
        }
      : {
          key: 'disable',
          label: '停用',
          isAllowed: !isOwn,
          ...(isOwn ? { whyNot: '这是您本人的账户，请由另一名系统管理员办理。' } : {}),
          isGrave: true,
          consequence: `停用后${name}不能登录，现有的登录随即失效；其借出的委托一并失效。办理过的事项不受影响。`,
          fields: [reason],
          run: async (answers) => {
            await send('disable', { version, reason: answers.reason });
            return `已停用${name}的账户`;
          },
        },
  ];
}

function moving(
  account: AccountView,
  offices: readonly { id: string; name: string; kind: string; closedAt: string | null }[],
  edit: (body: unknown) => Promise<unknown>,
): ActionChoice {
  const here = offices.filter((office) => office.closedAt === null && (office.kind === account.officeKind || account.roles.length === 0));
  return {
    key: 'edit',
    label: '更正姓名或调整机构',
    isAllowed: account.disabledAt === null,
    consequence:
      account.roles.length === 0 ? '更正后随即生效。' : '有角色的账户只能调到同类机构；调到其他类别前，请先由安全管理员收回角色。',
    fields: [
      { key: 'name', kind: 'text', label: '姓名', required: false, maxLength: 40, help: `现在是：${account.name}` },
      ...(account.office === null
        ? []
        : [
            {
              key: 'office',
              kind: 'choice',
              label: '机构',
              required: false,
              options: here.map((o) => ({ code: o.id, name: o.name })),
              help: `现在是：${account.officeName}`,
            } as const,
          ]),
    ],
    run: async ({ name, office }) => {
      await edit({ version: account.version, name: name ?? account.name, ...(office === undefined ? {} : { office }) });
      return '已更正';
    },
  };
}

const fits =
  (account: AccountView) =>
  (role: RoleId): boolean => {
    const { seat } = roles[role];
    if (lineOf(role) !== account.line) return false;
    if (seat === 'party') return account.party !== null;
    if (seat === 'alone') return account.party === null && account.office === null;
    return account.officeKind !== null && seat.includes(account.officeKind);
  };

function granting(account: AccountView, isOwn: boolean, propose: (body: unknown) => Promise<unknown>): ActionChoice {
  const may = roleIds.filter(fits(account)).filter((role) => !account.roles.includes(role));
  const options = (of: readonly RoleId[]) => of.map((code) => ({ code, name: roles[code].name }));
  return {
    key: 'propose',
    label: '授予或收回角色',
    isAllowed: !isOwn,
    ...(isOwn ? { whyNot: '这是您本人的账户，请由另一名安全管理员办理。' } : {}),
    isMain: account.roles.length === 0,
    consequence: '提出后由另一名管理员复核，复核同意后随即生效。',
    fields: [
      ...(may.length === 0 ? [] : [{ key: 'add', kind: 'choices', label: '授予', required: false, options: options(may) } as const]),
      ...(account.roles.length === 0
        ? []
        : [{ key: 'remove', kind: 'choices', label: '收回', required: false, options: options(account.roles) } as const]),
      reason,
    ],
    run: async ({ add = [], remove = [], reason: why }) => {
      await propose({ account: account.id, add, remove, reason: why });
      return '已提出，待另一名管理员复核';
    },
  };
}

function Facts({ account }: { account: AccountView }) {
  const { tone, words } = standingOf(account);
  return (
    <FactList
      columns={1}
      facts={[
        {
          label: '状态',
          value: <Status tone={tone}>{words}</Status>,
          ...(account.disabledWhy === null ? {} : { note: account.disabledWhy }),
        },
        { label: '登录名', value: account.login },
        { label: '机构', value: seatOf(account) },
        { label: '职责', value: lineNames[account.line] },
        { label: '角色', value: roleNames(account.roles) || '尚未授予' },
        { label: '最近登录', value: formatInstant(account.signedInAt) },
        { label: '密码更改于', value: formatInstant(account.passwordAt) },
        ...(account.lockedUntil === null ? [] : [{ label: '锁定至', value: formatInstant(account.lockedUntil) }]),
        { label: '开设于', value: formatInstant(account.createdAt) },
      ]}
    />
  );
}

export function AccountPanel({ id }: { id: string }) {
  const client = useQueryClient();
  const query = useQuery(accountQuery(id));
  const mayManage = useMay('accounts/account:manage');
  const mayPropose = useMay('accounts/role:propose');
  const offices = useQuery({ ...officesQuery, enabled: mayManage });
  const own = useSession()?.account.id === id;
  const [password, setPassword] = useState<string | undefined>();
  const account = query.data;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (account === undefined) return <TableSkeleton rows={6} />;
  const send: Send = (verb, body) => call('POST', `/accounts/accounts/${id}/${verb}`, body === undefined ? {} : { body });
  const actions = [
    ...(mayManage ? keeping(account, own, send, setPassword) : []),
    ...(mayManage ? [moving(account, offices.data?.rows ?? [], (body) => call('PUT', `/accounts/accounts/${id}`, { body }))] : []),
    ...(mayPropose ? [granting(account, own, (body) => call('POST', '/accounts/role-changes', { body }))] : []),
  ];
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['accounts'] });
    void client.invalidateQueries({ queryKey: ['list', 'accounts.accounts'] });
  };
  return (
    <>
      {password !== undefined && <FirstPassword login={account.login} password={password} onClose={() => setPassword(undefined)} />}
      <Facts account={account} />
      {actions.length > 0 && <ActionBar actions={actions} onDone={refresh} />}
    </>
  );
}
