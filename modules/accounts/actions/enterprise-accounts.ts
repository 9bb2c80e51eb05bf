// Accounts of enterprises and institutes, opened by the bureau whose region they lie in: administrators see no enterprise.
import { Type } from 'typebox';
import { partyOf, partySummary } from '#modules/registry/contract.ts';
import { type ActionContext, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { firstPassword } from '../model/first-password.ts';
import { LOGIN_PATTERN, loginRule, normalLogin } from '../model/login-name.ts';
import { invalid, tooManyOfParty } from '../refusals.ts';
import type { AccountsSetting, Passwords } from '../setting.ts';
import { type AccountRow, accountsOfParty, changeAccount, getAccount, insertAccount } from '../store/accounts.ts';
import { forgetFailures } from '../store/attempts.ts';
import { widen } from '../store/elevation.ts';
import { setPassword } from '../store/passwords.ts';
import { grantRoles } from '../store/roles.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { ById, Disabling, Id, NewEnterpriseAccount, NewPassword, PartyAccounts } from '../wire.ts';

/** Enough for the departments of a large firm; more would be shared or forgotten. */
const MOST_OF_PARTY = 5;

const permission = 'accounts/enterprise:open';
const subject = (id: string) => ({ kind: 'account', id });
const called = (account: Pick<AccountRow, 'name' | 'login'>): string => `「${account.name}（${account.login}）」`;

/** An account of a party within one's own sight; the transaction is widened afterwards, because officers do not write accounts. */
async function within({ db, actor, now }: ActionContext, id: string): Promise<{ account: AccountRow; party: string }> {
  const account = await getAccount(db, actor.root, id, now);
  const party = account.party === null ? undefined : (await partySummary(db, [account.party])).get(account.party);
  if (party === undefined) throw notFound('该账户');
  await widen(db);
  return { account, party: party.name };
}

async function giveFirstPassword({ db, actor, now }: ActionContext, passwords: Passwords, id: string): Promise<string> {
  const password = firstPassword();
  await setPassword(db, actor.root, id, { hash: await passwords.hash(password), mustChange: true, now });
  return password;
}

export const listOfParty = action({
  id: 'accounts.list-enterprise-accounts',
  method: 'GET',
  path: '/accounts/enterprise-accounts',
  summary: '一家企业或单位的账户',
  permission,
  query: Type.Object({ party: Id }),
  reply: PartyAccounts,
  handle: async ({ db, actor, now }, { query }) => {
    const party = await partyOf(db, query.party);
    const rows = await accountsOfParty(db, actor.root, party.id, now);
    return { party: { id: party.id, name: party.name }, rows, next: null, total: rows.length };
  },
});

export const openForParty = ({ passwords }: AccountsSetting) =>
  action({
    id: 'accounts.open-enterprise-account',
    method: 'POST',
    path: '/accounts/enterprise-accounts',
    summary: '为企业或单位开设账户，登录名默认为统一社会信用代码',
    permission,
    body: NewEnterpriseAccount,
    reply: NewPassword,
    handle: async (context, { body }) => {
      const { db, actor, now } = context;
      const party = await partyOf(db, body.party);
      const login = normalLogin(body.login ?? party.uscc ?? '');
      if (!LOGIN_PATTERN.test(login)) throw invalid('LOGIN_UNFIT', 'login', loginRule);
      const others = await accountsOfParty(db, actor.root, party.id, now);
      if (others.filter((each) => each.disabledAt === null).length >= MOST_OF_PARTY) throw tooManyOfParty(MOST_OF_PARTY);
      await widen(db);
      const by = { account: actor.accountId, now };
      const name = body.name.trim();
      const id = await insertAccount(db, actor.root, { login, name, line: 'business', office: null, party: party.id }, by);
      await grantRoles(db, actor.root, id, ['enterprise'], by);
      const password = await giveFirstPassword(context, passwords, id);
      await context.trail(`为「${party.name}」开设账户${called({ name, login })}`, subject(id), { party: party.id });
      return { id, login, password };
    },
  });

export const resetOfParty = ({ passwords }: AccountsSetting) =>
  action({
    id: 'accounts.reset-enterprise-password',
    method: 'POST',
    path: '/accounts/enterprise-accounts/:id/reset-password',
    summary: '为企业账户重设初始密码并解除锁定',
    permission,
    params: ById,
    reply: NewPassword,
    handle: async (context, { params }) => {
      const { db, actor, now } = context;
      const { account, party } = await within(context, params.id);
      const password = await giveFirstPassword(context, passwords, account.id);
      const ended = await endSessionsOf(db, actor.root, account.id, { now, why: 'password-changed' });
      await forgetFailures(db, actor.root, account.login);
      await context.trail(`重设「${party}」账户${called(account)}的初始密码`, subject(account.id), { ended });
      return { id: account.id, login: account.login, password };
    },
  });

export const disableOfParty = action({
  id: 'accounts.disable-enterprise-account',
  method: 'POST',
  path: '/accounts/enterprise-accounts/:id/disable',
  summary: '停用企业账户，其登录随即失效',
  permission,
  params: ById,
  body: Disabling,
  handle: async (context, { params, body }) => {
    const { db, actor, now } = context;
    const { account, party } = await within(context, params.id);
    await changeAccount(db, actor.root, account.id, body.version, { disabled_at: now, disabled_why: body.reason });
    const ended = await endSessionsOf(db, actor.root, account.id, { now, why: 'disabled' });
    await context.trail(`停用「${party}」账户${called(account)}`, subject(account.id), { reason: body.reason, ended });
  },
});
