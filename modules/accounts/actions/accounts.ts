// What the system administrator does with accounts: list, open, correct, disable, enable, unlock, give a new first password.
import { action } from '#platform/http/action.ts';
import { seatProblem } from '../model/duties.ts';
import { firstPassword } from '../model/first-password.ts';
import { LOGIN_PATTERN, loginRule, normalLogin } from '../model/login-name.ts';
import { lineNames } from '../model/roles.ts';
import { invalid, lastOfLine, ownAccount } from '../refusals.ts';
import type { AccountsSetting } from '../setting.ts';
import { type AccountRow, changeAccount, countAccounts, getAccount, insertAccount, listAccounts, othersOfLine } from '../store/accounts.ts';
import { forgetFailures } from '../store/attempts.ts';
import { getOffice } from '../store/offices.ts';
import { setPassword } from '../store/passwords.ts';
import { endSessionsOf } from '../store/sessions.ts';
import {
  Account,
  AccountCounts,
  AccountEdit,
  AccountPage,
  AccountQuery,
  ById,
  Disabling,
  Enabling,
  NewAccount,
  NewPassword,
} from '../wire.ts';

const subject = (id: string) => ({ kind: 'account', id });
const called = (account: Pick<AccountRow, 'name' | 'login'>): string => `「${account.name}（${account.login}）」`;

export const list = action({
  id: 'accounts.list-accounts',
  method: 'GET',
  path: '/accounts/accounts',
  summary: '账户列表',
  permission: 'accounts/account:read',
  query: AccountQuery,
  reply: AccountPage,
  handle: ({ db, actor, now }, { query }) => listAccounts(db, actor.root, now, query),
});

export const count = action({
  id: 'accounts.count-accounts',
  method: 'GET',
  path: '/accounts/account-counts',
  summary: '各状态的账户数',
  permission: 'accounts/account:read',
  reply: AccountCounts,
  handle: ({ db, actor, now }) => countAccounts(db, actor.root, now),
});

export const read = action({
  id: 'accounts.read-account',
  method: 'GET',
  path: '/accounts/accounts/:id',
  summary: '查看账户',
  permission: 'accounts/account:read',
  params: ById,
  reply: Account,
  handle: ({ db, actor, now }, { params }) => getAccount(db, actor.root, params.id, now),
});

export const openAccount = ({ passwords }: AccountsSetting) =>
  action({
    id: 'accounts.open-account',
    method: 'POST',
    path: '/accounts/accounts',
    summary: '开设账户，得到一次性显示的初始密码',
    permission: 'accounts/account:manage',
    body: NewAccount,
    reply: NewPassword,
    handle: async (context, { body }) => {
      const { db, actor, now } = context;
      const login = normalLogin(body.login);
      if (!LOGIN_PATTERN.test(login)) throw invalid('LOGIN_UNFIT', 'login', loginRule);
      const office = body.office == null ? null : await getOffice(db, actor.root, body.office);
      const seated = { officeKind: office?.kind ?? null, party: body.party ?? null };
      const problem = office?.closedAt ? '该机构已撤销，请另选机构。' : seatProblem(body.line, seated);
      if (problem !== undefined) throw invalid('SEAT_UNFIT', 'office', problem);
      const account = { login, name: body.name.trim(), line: body.line, office: office?.id ?? null, party: seated.party };
      const id = await insertAccount(db, actor.root, account, { account: actor.accountId, now });
      const password = firstPassword();
      await setPassword(db, actor.root, id, { hash: await passwords.hash(password), mustChange: true, now });
      await context.trail(`开设${lineNames[body.line]}账户${called(account)}`, subject(id), {
        office: office?.name ?? null,
        party: account.party,
      });
      return { id, login, password };
    },
  });

export const edit = action({
  id: 'accounts.edit-account',
  method: 'PUT',
  path: '/accounts/accounts/:id',
  summary: '更正账户的姓名，或调到同类别的其他机构',
  permission: 'accounts/account:manage',
  params: ById,
  body: AccountEdit,
  handle: async (context, { params, body }) => {
    const { db, actor, now } = context;
    const before = await getAccount(db, actor.root, params.id, now);
    const moves = body.office !== undefined && body.office !== before.office;
    const office = moves && body.office !== undefined ? await getOffice(db, actor.root, body.office) : null;
    // To another kind of office is another duty: that needs the security administrator, who takes the old roles first.
    if (office !== null && (office.closedAt !== null || (before.roles.length > 0 && office.kind !== before.officeKind))) {
      throw invalid('SEAT_UNFIT', 'office', '该机构已撤销，或与现有角色不相称。请先由安全管理员收回角色，再调整机构。');
    }
    const problem = office === null ? undefined : seatProblem(before.line, { officeKind: office.kind, party: before.party });
    if (problem !== undefined) throw invalid('SEAT_UNFIT', 'office', problem);
    const name = body.name.trim();
    await changeAccount(db, actor.root, params.id, body.version, { name, ...(office === null ? {} : { office: office.id }) });
    await context.trail(`更正账户${called(before)}`, subject(params.id), {
      name: { before: before.name, after: name },
      ...(office === null ? {} : { office: { before: before.officeName, after: office.name } }),
    });
  },
});

export const disable = action({
  id: 'accounts.disable-account',
  method: 'POST',
  path: '/accounts/accounts/:id/disable',
  summary: '停用账户，其登录随即失效',
  permission: 'accounts/account:manage',
  params: ById,
  body: Disabling,
  handle: async (context, { params, body }) => {
    const { db, actor, now } = context;
    if (params.id === actor.accountId) throw ownAccount();
    const account = await getAccount(db, actor.root, params.id, now);
    if (account.line !== 'business' && account.roles.length > 0 && !(await othersOfLine(db, actor.root, account.id, account.line))) {
      throw lastOfLine(lineNames[account.line]);
    }
    await changeAccount(db, actor.root, params.id, body.version, { disabled_at: now, disabled_why: body.reason });
    const ended = await endSessionsOf(db, actor.root, params.id, { now, why: 'disabled' });
    await context.trail(`停用账户${called(account)}`, subject(params.id), { reason: body.reason, ended });
  },
});

export const enable = action({
  id: 'accounts.enable-account',
  method: 'POST',
  path: '/accounts/accounts/:id/enable',
  summary: '恢复已停用的账户',
  permission: 'accounts/account:manage',
  params: ById,
  body: Enabling,
  handle: async (context, { params, body }) => {
    const { db, actor, now } = context;
    const account = await getAccount(db, actor.root, params.id, now);
    await changeAccount(db, actor.root, params.id, body.version, { disabled_at: null, disabled_why: null });
    await context.trail(`恢复账户${called(account)}`, subject(params.id), { wasDisabledFor: account.disabledWhy });
  },
});

export const unlock = action({
  id: 'accounts.unlock-account',
  method: 'POST',
  path: '/accounts/accounts/:id/unlock',
  summary: '解除密码错误造成的锁定',
  permission: 'accounts/account:manage',
  params: ById,
  handle: async (context, { params }) => {
    const { db, actor, now } = context;
    const account = await getAccount(db, actor.root, params.id, now);
    const hadFailures = await forgetFailures(db, actor.root, account.login);
    await context.trail(`解除账户${called(account)}的锁定`, subject(params.id), { hadFailures });
  },
});

export const resetPassword = ({ passwords }: AccountsSetting) =>
  action({
    id: 'accounts.reset-password',
    method: 'POST',
    path: '/accounts/accounts/:id/reset-password',
    summary: '重设初始密码，其登录随即失效，下次登录须更改',
    permission: 'accounts/account:manage',
    params: ById,
    reply: NewPassword,
    handle: async (context, { params }) => {
      const { db, actor, now } = context;
      const account = await getAccount(db, actor.root, params.id, now);
      const password = firstPassword();
      await setPassword(db, actor.root, account.id, { hash: await passwords.hash(password), mustChange: true, now });
      const ended = await endSessionsOf(db, actor.root, account.id, { now, why: 'password-changed' });
      await forgetFailures(db, actor.root, account.login);
      await context.trail(`重设账户${called(account)}的初始密码`, subject(account.id), { ended });
      return { id: account.id, login: account.login, password };
    },
  });
