// Roles: the table of what each may do, and changes of who holds them, each with a second look.
import { type ActionContext, action } from '#platform/http/action.ts';
import { dutyProblem, lineOfRoles } from '../model/duties.ts';
import { permissionNames, permissions } from '../model/permissions.ts';
import { lineNames, permissionsOfRole, type RoleId, roleIds, roles } from '../model/roles.ts';
import { alreadyDecided, invalid } from '../refusals.ts';
import { type AccountRow, getAccount } from '../store/accounts.ts';
import {
  countOpenFor,
  decideRoleChange,
  grantRoles,
  holdersByRole,
  insertRoleChange,
  listRoleChanges,
  type RoleChangeRow,
  revokeRoles,
  roleChangeForUpdate,
} from '../store/roles.ts';
import { ById, Made, RoleChangeCounts, RoleChangePage, RoleChangeQuery, RoleProposal, RoleTable } from '../wire.ts';

const nameOf = (of: readonly RoleId[]): string => of.map((role) => `「${roles[role].name}」`).join('');

function changeSentence(add: readonly RoleId[], remove: readonly RoleId[]): string {
  const parts = [add.length === 0 ? '' : `授予${nameOf(add)}`, remove.length === 0 ? '' : `收回${nameOf(remove)}`];
  return parts.filter((part) => part !== '').join('、');
}

/** Why the account may not come to hold what the change would leave it with. */
function changeProblem(account: AccountRow, add: readonly RoleId[], remove: readonly RoleId[]): string | undefined {
  if (add.length + remove.length === 0) return '没有要授予或收回的角色。';
  const both = add.find((role) => remove.includes(role));
  if (both !== undefined) return `「${roles[both].name}」不能既授予又收回。`;
  const twice = add.find((role) => account.roles.includes(role));
  if (twice !== undefined) return `该账户已有「${roles[twice].name}」。`;
  const absent = remove.find((role) => !account.roles.includes(role));
  if (absent !== undefined) return `该账户没有「${roles[absent].name}」，无需收回。`;
  const after = [...account.roles.filter((role) => !remove.includes(role)), ...add];
  const line = lineOfRoles(after);
  const problem = dutyProblem(after, account);
  if (problem !== undefined) return problem;
  if (line === null || line === account.line) return undefined;
  return `该账户是${lineNames[account.line]}账户，不能承担${lineNames[line]}职责；职责在开设时确定，请另开账户并由不同的人担任。`;
}

export const table = action({
  id: 'accounts.role-table',
  method: 'GET',
  path: '/accounts/roles',
  summary: '角色与权限表',
  permission: 'accounts/role:read',
  reply: RoleTable,
  handle: async ({ db, actor }) => {
    const holders = await holdersByRole(db, actor.root);
    return {
      roles: roleIds.map((id) => ({ id, ...roles[id], holders: holders.get(id) ?? 0, permissions: permissionsOfRole(id) })),
      permissions: permissionNames.map((name) => ({ name, says: permissions[name].says })),
    };
  },
});

export const changes = action({
  id: 'accounts.list-role-changes',
  method: 'GET',
  path: '/accounts/role-changes',
  summary: '角色变更列表',
  permission: 'accounts/role:read',
  query: RoleChangeQuery,
  reply: RoleChangePage,
  handle: ({ db, actor }, { query }) => listRoleChanges(db, actor.root, query),
});

export const count = action({
  id: 'accounts.count-role-changes',
  method: 'GET',
  path: '/accounts/role-change-counts',
  summary: '待本人复核的角色变更数',
  permission: 'accounts/role:confirm',
  reply: RoleChangeCounts,
  handle: async ({ db, actor }) => ({ open: await countOpenFor(db, actor.root, actor.accountId) }),
});

export const propose = action({
  id: 'accounts.propose-role-change',
  method: 'POST',
  path: '/accounts/role-changes',
  summary: '提出授予或收回角色，待复核后生效',
  permission: 'accounts/role:propose',
  body: RoleProposal,
  reply: Made,
  handle: async (context, { body }) => {
    const { db, actor, now } = context;
    if (body.account === actor.accountId) throw invalid('OWN_ROLES', 'account', '不能提出本人的角色变更，请由另一名安全管理员办理。');
    const account = await getAccount(db, actor.root, body.account, now);
    const problem = changeProblem(account, body.add, body.remove);
    if (problem !== undefined) throw invalid('ROLES_UNFIT', 'add', problem);
    const id = await insertRoleChange(db, actor.root, { ...body, by: actor.accountId, now });
    const { add, remove, reason } = body;
    await context.trail(
      `提出对「${account.name}（${account.login}）」${changeSentence(add, remove)}`,
      { kind: 'account', id: account.id },
      { id, add, remove, reason },
    );
    return { id };
  },
});

async function openChange(context: ActionContext, id: string): Promise<RoleChangeRow> {
  const change = await roleChangeForUpdate(context.db, context.actor.root, id);
  if (change.outcome !== null) throw alreadyDecided();
  return change;
}

async function record(
  context: ActionContext,
  change: RoleChangeRow,
  outcome: 'confirmed' | 'declined' | 'withdrawn',
  says: string,
): Promise<void> {
  const { db, actor, now } = context;
  await decideRoleChange(db, actor.root, change.id, { outcome, by: actor.accountId, now });
  const { id, add, remove, account } = change;
  await context.trail(
    `${says}对「${change.accountName}（${change.login}）」${changeSentence(add, remove)}`,
    { kind: 'account', id: account },
    { id, add, remove },
  );
}

function mustBeSecond(context: ActionContext, change: RoleChangeRow): void {
  const { accountId } = context.actor;
  if (accountId === change.proposedBy) throw invalid('SECOND_LOOK', 'id', '复核人不能是提出人，请由另一名管理员复核。');
  if (accountId === change.account) throw invalid('OWN_ROLES', 'id', '不能复核本人的角色变更，请由另一名管理员办理。');
}

export const confirm = action({
  id: 'accounts.confirm-role-change',
  method: 'POST',
  path: '/accounts/role-changes/:id/confirm',
  summary: '复核同意，角色变更随即生效',
  permission: 'accounts/role:confirm',
  params: ById,
  handle: async (context, { params }) => {
    const { db, actor, now } = context;
    const change = await openChange(context, params.id);
    mustBeSecond(context, change);
    const account = await getAccount(db, actor.root, change.account, now);
    const problem = changeProblem(account, change.add, change.remove);
    if (problem !== undefined) throw invalid('ROLES_UNFIT', 'id', `提出之后情况有变：${problem}请退回后重新提出。`);
    await revokeRoles(db, actor.root, account.id, change.remove);
    await grantRoles(db, actor.root, account.id, change.add, { account: actor.accountId, now });
    await record(context, change, 'confirmed', '复核同意');
  },
});

export const decline = action({
  id: 'accounts.decline-role-change',
  method: 'POST',
  path: '/accounts/role-changes/:id/decline',
  summary: '复核退回，角色不变',
  permission: 'accounts/role:confirm',
  params: ById,
  handle: async (context, { params }) => {
    const change = await openChange(context, params.id);
    mustBeSecond(context, change);
    await record(context, change, 'declined', '复核退回');
  },
});

export const withdraw = action({
  id: 'accounts.withdraw-role-change',
  method: 'POST',
  path: '/accounts/role-changes/:id/withdraw',
  summary: '提出人撤回待复核的角色变更',
  permission: 'accounts/role:propose',
  params: ById,
  handle: async (context, { params }) => {
    const change = await openChange(context, params.id);
    if (change.proposedBy !== context.actor.accountId) throw invalid('NOT_YOURS', 'id', '只能由提出人撤回；复核人请选择退回。');
    await record(context, change, 'withdrawn', '撤回');
  },
});
