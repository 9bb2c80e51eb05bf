// `GET /accounts/session` and `/accounts/welcome`: who one is, and what anyone may know before signing in.

import { partySummary } from '#modules/registry/contract.ts';
import { NIL_UUID } from '#platform/actor.ts';
import { type ActionContext, action } from '#platform/http/action.ts';
import { regionName } from '#vocabularies/regions/regions.ts';
import { demoSignIns, demoState, findAccount } from '../store/accounts.ts';
import { bureauName } from '../store/offices.ts';
import { SessionReply, Welcome } from '../wire.ts';

const named = (code: string) => ({ code, name: regionName(code) });

const bureauOf = async ({ db, actor }: ActionContext): Promise<string> =>
  (await bureauName(db, actor.root)) ?? `${regionName(actor.root)}科学技术局`;

export const session = action({
  id: 'accounts.session',
  method: 'GET',
  path: '/accounts/session',
  summary: '当前登录的账户、机构、视野和权限',
  permission: 'public',
  reply: SessionReply,
  handle: async (context) => {
    const { db, actor, now } = context;
    const { isDemo } = await demoState(db, actor.root, null);
    const known = { root: named(actor.root), bureau: await bureauOf(context), demo: isDemo };
    if (actor.accountId === NIL_UUID) return known;
    const account = await findAccount(db, actor.root, actor.accountId, now);
    const party = actor.party === null ? undefined : (await partySummary(db, [actor.party])).get(actor.party);
    return {
      ...known,
      account: { id: actor.accountId, name: actor.name },
      office: { kind: actor.officeKind, name: actor.officeName },
      scope: actor.scope,
      regions: actor.regions.map(named),
      party: actor.party === null ? null : { id: actor.party, name: party?.name ?? actor.name },
      permissions: [...actor.permissions].sort(),
      mustChangePassword: account?.mustChange ?? false,
    };
  },
});

export const welcome = action({
  id: 'accounts.welcome',
  method: 'GET',
  path: '/accounts/welcome',
  summary: '登录页所需：单位名称、是否演示、演示账户',
  permission: 'public',
  reply: Welcome,
  handle: async (context) => {
    const demoAccounts = await demoSignIns(context.db, context.actor.root);
    return { bureau: await bureauOf(context), demo: demoAccounts.length > 0, demoAccounts };
  },
});
