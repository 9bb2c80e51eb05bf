// Lending a role to a colleague for a time, and ending it; the security administrator sees all and may end any.
import { type ActionContext, action } from '#platform/http/action.ts';
import { isInForce, lendingProblem } from '../model/delegation.ts';
import { roles } from '../model/roles.ts';
import { alreadyRevoked, invalid, overlappingLoan } from '../refusals.ts';
import { colleaguesIn, getAccount } from '../store/accounts.ts';
import {
  type DelegationRow,
  delegationForUpdate,
  hasOverlap,
  insertDelegation,
  listDelegations,
  markRevoked,
} from '../store/delegations.ts';
import { readSettings } from '../store/settings.ts';
import { ById, Colleagues, DelegationPage, DelegationQuery, Lending, Made } from '../wire.ts';

const withForce = (row: DelegationRow, today: string) => ({ ...row, isInForce: row.revokedAt === null && isInForce(row, today) });

async function listed({ db, actor, today }: ActionContext, query: { inForce?: boolean; after?: string; limit?: number }, of?: string) {
  const inForceOn = query.inForce === true ? today : undefined;
  const found = await listDelegations(db, actor.root, { ...query, inForceOn, ...(of === undefined ? {} : { of }) });
  return { ...found, rows: found.rows.map((row) => withForce(row, today)) };
}

export const all = action({
  id: 'accounts.list-delegations',
  method: 'GET',
  path: '/accounts/delegations',
  summary: '全部委托',
  permission: 'accounts/delegation:oversee',
  query: DelegationQuery,
  reply: DelegationPage,
  handle: (context, { query }) => listed(context, query),
});

export const mine = action({
  id: 'accounts.my-delegations',
  method: 'GET',
  path: '/accounts/my-delegations',
  summary: '本人委托他人和受托的角色',
  permission: 'accounts/delegation:lend',
  query: DelegationQuery,
  reply: DelegationPage,
  handle: (context, { query }) => listed(context, query, context.actor.accountId),
});

export const colleagues = action({
  id: 'accounts.colleagues',
  method: 'GET',
  path: '/accounts/colleagues',
  summary: '同机构可受托的同事',
  permission: 'accounts/delegation:lend',
  reply: Colleagues,
  handle: async ({ db, actor }) => {
    const found = actor.officeId === null ? [] : await colleaguesIn(db, actor.root, actor.officeId);
    const { settings } = await readSettings(db, actor.root);
    return { rows: found.filter((each) => each.id !== actor.accountId), mostDays: settings.delegationDays };
  },
});

export const lend = action({
  id: 'accounts.lend-role',
  method: 'POST',
  path: '/accounts/my-delegations',
  summary: '将本人的角色委托给同机构同事一段时间',
  permission: 'accounts/delegation:lend',
  body: Lending,
  reply: Made,
  handle: async (context, { body }) => {
    const { db, actor, now, today } = context;
    const { root } = actor;
    const lender = await getAccount(db, root, actor.accountId, now);
    const borrower = await getAccount(db, root, body.borrower, now);
    const { settings } = await readSettings(db, root);
    const of = (account: typeof lender) => ({ ...account, active: account.disabledAt === null });
    const problem = lendingProblem(of(lender), of(borrower), body, { today, mostDays: settings.delegationDays });
    if (problem !== undefined) throw invalid('LOAN_UNFIT', 'role', problem);
    const lending = { ...body, lender: lender.id, now };
    if (await hasOverlap(db, root, lending)) throw overlappingLoan();
    const id = await insertDelegation(db, root, lending);
    const sentence = `将「${roles[body.role].name}」委托给「${borrower.name}（${borrower.login}）」，${body.from} 至 ${body.until}`;
    await context.trail(
      sentence,
      { kind: 'delegation', id },
      { lender: lender.id, borrower: borrower.id, role: body.role, reason: body.reason },
    );
    return { id };
  },
});

async function revoke(context: ActionContext, row: DelegationRow): Promise<void> {
  if (row.revokedAt !== null) throw alreadyRevoked();
  await markRevoked(context.db, context.actor.root, row.id, { account: context.actor.accountId, now: context.now });
  const sentence = `终止「${row.lenderName}」委托给「${row.borrowerName}」的「${roles[row.role].name}」`;
  await context.trail(sentence, { kind: 'delegation', id: row.id }, { lender: row.lender, borrower: row.borrower, role: row.role });
}

export const takeBack = action({
  id: 'accounts.take-back-role',
  method: 'POST',
  path: '/accounts/my-delegations/:id/revoke',
  summary: '终止本人的委托',
  permission: 'accounts/delegation:lend',
  params: ById,
  handle: async (context, { params }) => {
    const row = await delegationForUpdate(context.db, context.actor.root, params.id);
    if (row.lender !== context.actor.accountId) throw invalid('NOT_YOURS', 'id', '只有委托人能终止委托；受托人如不再承担，请告知委托人。');
    await revoke(context, row);
  },
});

export const endDelegation = action({
  id: 'accounts.end-delegation',
  method: 'POST',
  path: '/accounts/delegations/:id/revoke',
  summary: '安全管理员终止任一委托',
  permission: 'accounts/delegation:oversee',
  params: ById,
  handle: async (context, { params }) => revoke(context, await delegationForUpdate(context.db, context.actor.root, params.id)),
});
