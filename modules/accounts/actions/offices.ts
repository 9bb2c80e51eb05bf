// The register of offices.
import { action } from '#platform/http/action.ts';
import { childrenOf, isWithin, regionName } from '#vocabularies/regions/regions.ts';
import { type OfficeKind, officeKinds } from '../model/roles.ts';
import { invalid, officeInUse } from '../refusals.ts';
import { changeOffice, getOffice, hasActiveAccounts, insertOffice, offices } from '../store/offices.ts';
import { ById, Made, NewOffice, OfficeEdit, OfficeList, OfficeQuery } from '../wire.ts';

export const list = action({
  id: 'accounts.list-offices',
  method: 'GET',
  path: '/accounts/offices',
  summary: '机构名册',
  permission: 'accounts/office:read',
  query: OfficeQuery,
  reply: OfficeList,
  handle: async ({ db, actor }, { query }) => {
    const rows = (await offices(db, actor.root, query)).map((row) => ({ ...row, regionName: regionName(row.region) }));
    const counties = childrenOf(actor.root).map(({ code, name }) => ({ code, name }));
    return { rows, next: null, total: rows.length, counties };
  },
});

/** County offices sit in a region below the root, all others in the root itself: their sight follows from it. */
function regionProblem(root: string, kind: OfficeKind, region: string): string | undefined {
  const isOfCounty = kind.startsWith('county-');
  if (isOfCounty && (region === root || !isWithin(region, root))) return `${officeKinds[kind]}须选本市下辖的县（市、区）或功能区。`;
  if (!isOfCounty && region !== root) return `${officeKinds[kind]}的区划须为本市（${root}）。`;
  return undefined;
}

export const openOffice = action({
  id: 'accounts.open-office',
  method: 'POST',
  path: '/accounts/offices',
  summary: '设立机构',
  permission: 'accounts/office:manage',
  body: NewOffice,
  reply: Made,
  handle: async (context, { body }) => {
    const { db, actor } = context;
    const problem = regionProblem(actor.root, body.kind, body.region);
    if (problem !== undefined) throw invalid('REGION_UNFIT', 'region', problem);
    if (body.parent != null) await getOffice(db, actor.root, body.parent);
    const name = body.name.trim();
    const id = await insertOffice(db, actor.root, { kind: body.kind, region: body.region, name, parent: body.parent ?? null });
    await context.trail(`设立机构「${name}」`, { kind: 'office', id }, { kind: body.kind, region: body.region });
    return { id };
  },
});

export const editOffice = action({
  id: 'accounts.edit-office',
  method: 'PUT',
  path: '/accounts/offices/:id',
  summary: '更正机构名称，撤销或恢复机构',
  permission: 'accounts/office:manage',
  params: ById,
  body: OfficeEdit,
  handle: async (context, { params, body }) => {
    const { db, actor, now } = context;
    const before = await getOffice(db, actor.root, params.id);
    if (body.isClosed && before.closedAt === null && (await hasActiveAccounts(db, actor.root, params.id))) throw officeInUse();
    const name = body.name.trim();
    await changeOffice(db, actor.root, params.id, body.version, { name, closed_at: body.isClosed ? (before.closedAt ?? now) : null });
    const verb = body.isClosed === (before.closedAt !== null) ? '更正' : body.isClosed ? '撤销' : '恢复';
    await context.trail(`${verb}机构「${before.name}」`, { kind: 'office', id: params.id }, { before: before.name, after: name });
  },
});
