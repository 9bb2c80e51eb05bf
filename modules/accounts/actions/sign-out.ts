// `POST /accounts/sign-out` and `/sign-out-everywhere`: ends this session, or all of one's own.
import { Type } from 'typebox';
import { action } from '#platform/http/action.ts';
import { endSession, endSessionsOf } from '../store/sessions.ts';

export const signOut = action({
  id: 'accounts.sign-out',
  method: 'POST',
  path: '/accounts/sign-out',
  summary: '退出登录',
  // Whoever has no session any more has signed out already.
  permission: 'public',
  handle: async (context) => {
    const { db, actor, now, peer } = context;
    context.setSession(null);
    if (actor.scope === 'public' || peer.token === null) return;
    await endSession(db, actor.root, peer.token, now);
    await context.trail(`「${actor.name}」退出登录`, { kind: 'account', id: actor.accountId });
  },
});

export const signOutEverywhere = action({
  id: 'accounts.sign-out-everywhere',
  method: 'POST',
  path: '/accounts/sign-out-everywhere',
  summary: '退出本人在其他地方的登录',
  permission: 'signed-in',
  reply: Type.Object({ ended: Type.Integer() }),
  handle: async (context) => {
    const { db, actor, now, peer } = context;
    const ended = await endSessionsOf(db, actor.root, actor.accountId, { now, why: 'signed-out-everywhere', except: peer.token });
    await context.trail(`「${actor.name}」退出在其他地方的登录`, { kind: 'account', id: actor.accountId }, { ended });
    return { ended };
  },
});
