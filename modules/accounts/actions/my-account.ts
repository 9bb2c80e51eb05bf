// One's own account: what it holds, where it is signed in, and its password.
import { action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { passwordProblems, passwordRule } from '../model/password-policy.ts';
import { digestOfToken } from '../model/session-token.ts';
import { invalid, passwordUnfit, printedPassword } from '../refusals.ts';
import type { AccountsSetting } from '../setting.ts';
import { demoState, getAccount } from '../store/accounts.ts';
import { borrowedRoles } from '../store/delegations.ts';
import { currentHash, setPassword, wasUsedBefore } from '../store/passwords.ts';
import { endSessionsOf, openSessionsOf } from '../store/sessions.ts';
import { readSettings } from '../store/settings.ts';
import { MyAccount, PasswordChange } from '../wire.ts';

export const myAccount = action({
  id: 'accounts.my-account',
  method: 'GET',
  path: '/accounts/my-account',
  summary: '本人的账户、角色与登录情况',
  permission: 'signed-in',
  reply: MyAccount,
  handle: async ({ db, actor, now, today, peer }) => {
    const { root, accountId } = actor;
    const account = await getAccount(db, root, accountId, now);
    const { settings } = await readSettings(db, root);
    const { isOfDemo } = await demoState(db, root, accountId);
    const here = peer.token === null ? null : digestOfToken(peer.token);
    const sessions = await openSessionsOf(db, root, accountId, now);
    return {
      ...account,
      borrowed: await borrowedRoles(db, root, accountId, today),
      passwordDays: settings.passwordDays,
      isOfDemo,
      passwordRule,
      sessions: sessions.map(({ tokenHash, ...session }) => ({ ...session, isThis: here?.equals(tokenHash) ?? false })),
    };
  },
});

export const changePassword = ({ passwords }: AccountsSetting) =>
  action({
    id: 'accounts.change-password',
    method: 'POST',
    path: '/accounts/password',
    summary: '更改本人的密码',
    permission: 'signed-in',
    rate: 10,
    body: PasswordChange,
    handle: async (context, { body }) => {
      const { db, actor, now, peer } = context;
      const { root, accountId } = actor;
      const account = await getAccount(db, root, accountId, now);
      if ((await demoState(db, root, accountId)).isOfDemo) throw printedPassword();
      const stored = await currentHash(db, root, accountId);
      if (stored === null) throw notFound('该账户的密码');
      if (!(await passwords.fits(stored, body.current))) throw invalid('WRONG_PASSWORD', 'current', '现在的密码不正确，请重新输入。');
      const problems = passwordProblems(body.next, account.login);
      if (problems.length === 0 && (await wasUsedBefore(db, root, accountId, (earlier) => passwords.fits(earlier, body.next))))
        problems.push('新密码与最近5次用过的相同，请换一个。');
      if (problems.length > 0) throw passwordUnfit(problems);
      await setPassword(db, root, accountId, { hash: await passwords.hash(body.next), mustChange: false, now });
      const ended = await endSessionsOf(db, root, accountId, { now, why: 'password-changed', except: peer.token });
      await context.trail(`「${account.name}」更改密码`, { kind: 'account', id: accountId }, { ended });
    },
  });
