// Relations of a party: who holds it and whom it holds, entered with a source and ended on a day.
import type { Static } from 'typebox';
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { type RelationKind, relationKinds } from '../model/affiliation.ts';
import { byOf } from '../store/by.ts';
import { matchParties } from '../store/match.ts';
import { endRelation, insertRelations, type NewRelation, relationsOf } from '../store/relations.ts';
import { type PartyBrief, partyOf } from '../store/resolve.ts';
import { Done, EndRelation, IdParams, NewRelationBody, PartyRelations } from '../wire.ts';

const wrong = (where: string, message: string): Refusal => new Refusal('RELATION_WRONG', `${message}。`, { details: [{ where, message }] });

/** The holder as a party of the register where it is one; by name alone otherwise. */
async function relationFrom(
  db: Parameters<typeof matchParties>[0],
  held: PartyBrief,
  body: Static<typeof NewRelationBody>,
): Promise<NewRelation> {
  const kind = body.kind as RelationKind;
  const share = kind === 'shareholding' ? (body.share ?? null) : null;
  if (kind === 'shareholding' && (share === null || Number(share) === 0)) throw wrong('share', '持股关系须填写大于 0 的持股比例');
  if (body.until != null && body.until < body.from) throw wrong('until', '结束日期不能早于开始日期');
  const name = body.holder.name.trim();
  const [match] = await matchParties(db, [{ name, uscc: body.holder.uscc }]);
  if (match?.kind === 'ambiguous') throw wrong('holder', '有几家单位叫这个名称，请补上统一社会信用代码');
  const holder = match?.kind === 'found' ? match.party : null;
  if (holder === held.id) throw wrong('holder', '持有方不能是本单位自己');
  if (kind === 'namesake' && holder === null) throw wrong('holder', '须选择在档的另一家单位');
  return { held, holder, holderName: name, kind, share, from: body.from, until: body.until ?? null, source: body.source };
}

export const relationActions: readonly Action[] = [
  action({
    id: 'registry.list-relations',
    method: 'GET',
    path: '/registry/parties/:id/relations',
    summary: '查看主体的股权与控制关系',
    permission: 'registry/party:read',
    params: IdParams,
    reply: PartyRelations,
    handle: async ({ db }, { params }) => ({ rows: [...(await relationsOf(db, (await partyOf(db, params.id)).id))] }),
  }),
  action({
    id: 'registry.add-relation',
    method: 'POST',
    path: '/registry/parties/:id/relations',
    summary: '登记持股、控制关系，或核实法定代表人同名',
    permission: 'registry/party:edit',
    params: IdParams,
    body: NewRelationBody,
    reply: Done,
    async handle(context, { params, body }) {
      if (context.actor.scope === 'party')
        throw new Refusal('RELATION_BY_OFFICE', '股权与控制关系由科技部门核对登记，请联系所在县区科技局。', { status: 403 });
      const held = await partyOf(context.db, params.id);
      const relation = await relationFrom(context.db, held, body);
      await insertRelations(context.db, byOf(context), [relation]);
      await context.trail(
        `登记“${relation.holderName}”对“${held.name}”的${relationKinds[relation.kind]}关系`,
        { kind: 'party', id: held.id },
        { share: relation.share, from: relation.from, source: relation.source },
      );
      return { id: held.id, says: `已登记${relationKinds[relation.kind]}关系。` };
    },
  }),
  action({
    id: 'registry.end-relation',
    method: 'POST',
    path: '/registry/relations/:id/end',
    summary: '登记一条关系何日结束',
    permission: 'registry/party:edit',
    params: IdParams,
    body: EndRelation,
    reply: Done,
    async handle(context, { params, body }) {
      const { held, holderName } = await endRelation(context.db, params.id, body.on);
      await context.trail(`登记“${holderName}”的关系于 ${body.on} 结束`, { kind: 'party', id: held });
      return { id: held, says: '已登记结束日期。' };
    },
  }),
];
