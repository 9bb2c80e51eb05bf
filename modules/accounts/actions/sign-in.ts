// `POST /accounts/sign-in`: from a login name and a password to a session.
import { sm3 } from '#platform/crypto/digest.ts';
import { type ActionContext, action } from '#platform/http/action.ts';
import { afterFailure, isLocked, lockedMessage, wrongMessage } from '../model/lock-out.ts';
import { normalLogin } from '../model/login-name.ts';
import type { Settings } from '../model/settings.ts';
import { nameWithoutOffice } from '../model/sight.ts';
import { accountDisabled, lockedOut, wrongPassword } from '../refusals.ts';
import type { AccountsSetting } from '../setting.ts';
import { type AccountRow, demoState, findByLogin, noteSignIn } from '../store/accounts.ts';
import { failuresForUpdate, forgetFailures, recordFailures } from '../store/attempts.ts';
import { widen } from '../store/elevation.ts';
import { currentHash } from '../store/passwords.ts';
import { endSession, endSessionsOf, openSession } from '../store/sessions.ts';
import { readSettings } from '../store/settings.ts';
import { SignedIn, SignIn } from '../wire.ts';

/** People type passwords into the wrong box: a name that nobody has is kept as a digest only. */
const attemptKey = (login: string, account: AccountRow | undefined): string => (account === undefined ? `#${sm3(login)}` : login);

async function fail(context: ActionContext, key: string, account: AccountRow | undefined, settings: Settings) {
  const { db, actor, now, peer } = context;
  const before = await failuresForUpdate(db, actor.root, key, now);
  const failures = afterFailure(before, now, settings);
  await recordFailures(db, actor.root, key, failures);
  const locks = failures.lockedUntil !== null;
  const who = account === undefined ? '未登记的登录名' : `「${account.name}（${account.login}）」`;
  await context.trail(
    `${who}登录失败${locks ? `，锁定 ${settings.lockMinutes} 分钟` : ''}`,
    { kind: 'account', id: account?.id ?? '' },
    { failures: failures.count, address: peer.address },
  );
  return locks ? lockedOut(lockedMessage(failures, settings)) : wrongPassword(wrongMessage(failures, settings));
}

async function open(context: ActionContext, account: AccountRow, settings: Settings) {
  const { db, actor, now, peer } = context;
  const { root } = actor;
  if (peer.token !== null) await endSession(db, root, peer.token, now);
  const isAdministrator = account.line !== 'business';
  const replaced = isAdministrator ? await endSessionsOf(db, root, account.id, { now, why: 'replaced' }) : 0;
  const age = account.passwordAt === null ? 0 : (now.getTime() - account.passwordAt.getTime()) / 86_400_000;
  const { isOfDemo } = await demoState(db, root, account.id);
  const mustChange = account.mustChange || (age > settings.passwordDays && !isOfDemo);
  await noteSignIn(db, root, account.id, { now, mustChange });
  const opened = await openSession(db, { root, account: account.id, now, absoluteHours: settings.absoluteHours, ...peer });
  await context.signTrailAs({
    accountId: account.id,
    name: account.name,
    officeName: account.officeName ?? nameWithoutOffice(account.party),
  });
  context.setSession(opened.token, opened.endsAt);
  await context.trail(
    `「${account.name}（${account.login}）」登录`,
    { kind: 'account', id: account.id },
    { address: peer.address, replaced },
  );
  const notice = replaced > 0 ? '您的账户此前在别处的登录已退出：管理员账户同时只能在一处登录。' : null;
  return { mustChangePassword: mustChange, notice };
}

/**
 * A refusal that is returned, not thrown, is answered after the transaction has committed: a wrong password must be remembered. The row
 * of failures is locked before the password is looked at, so that guesses sent at once are counted one after the other.
 */
export const signIn = ({ passwords }: AccountsSetting) =>
  action({
    id: 'accounts.sign-in',
    method: 'POST',
    path: '/accounts/sign-in',
    summary: '登录',
    permission: 'public',
    rate: 120,
    body: SignIn,
    reply: SignedIn,
    handle: async (context, { body }) => {
      const { db, actor, now } = context;
      await widen(db);
      const { settings } = await readSettings(db, actor.root);
      const login = normalLogin(body.account);
      const account = await findByLogin(db, actor.root, login, now);
      const key = attemptKey(login, account);
      const failures = await failuresForUpdate(db, actor.root, key, now);
      if (failures !== null && isLocked(failures, now)) return lockedOut(lockedMessage(failures, settings));
      const stored = account === undefined ? null : await currentHash(db, actor.root, account.id);
      if (!(await passwords.fits(stored, body.password)) || account === undefined) return fail(context, key, account, settings);
      if (account.disabledAt !== null) return accountDisabled();
      await forgetFailures(db, actor.root, key);
      return open(context, account, settings);
    },
  });
