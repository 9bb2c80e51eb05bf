// Reading the guide of the service items, which is open to anyone.
import { Type } from 'typebox';
import { citationText } from '#kernel/declare/citation.ts';
import { officeName } from '#kernel/declare/office.ts';
import { itemTypes, limitOf, materialSources } from '#kernel/declare/service-item.ts';
import { declared, findStandingCall } from '#modules/casework/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { type DeclaredItem, itemsOf } from '../model/items.ts';
import type { ServiceSetting } from '../setting.ts';
import { ItemGuide, ItemSummary } from '../wire.ts';

const summaryOf = ({ programme, item }: DeclaredItem): ItemSummary => ({
  programme,
  id: item.id,
  code: item.code,
  name: item.name,
  typeName: itemTypes[item.type],
  object: [...item.object],
  division: item.division,
  legalLimit: item.legalLimit,
  limitName: limitOf(item).name,
  limitBasis: limitOf(item).basis,
  promise: item.promise,
  promisedBefore: item.promisedBefore ?? null,
  visits: item.visits,
  result: item.result,
});

function stepsOf({ casework }: ServiceSetting, { programme, item }: DeclaredItem): ItemGuide['steps'] {
  const { dossier } = declared(casework, { programme, dossier: item.id });
  return dossier.stages
    .filter(({ within }) => within !== undefined)
    .map(({ name, by, within }) => ({
      name,
      by: by.map(officeName).join('、'),
      // A clock that runs on is told where it began.
      days: within?.runsOn === true ? null : (within?.workdays ?? null),
    }));
}

export const itemActions = (setting: ServiceSetting): Action[] => [
  action({
    id: 'service.list-items',
    method: 'GET',
    path: '/service/items',
    summary: '列出政务服务事项：时限、到场次数、办理结果',
    permission: 'public',
    reply: Type.Object({ rows: Type.Array(ItemSummary) }),
    handle: async () => ({ rows: itemsOf(setting.casework.catalogue).map(summaryOf) }),
  }),
  action({
    id: 'service.get-item',
    method: 'GET',
    path: '/service/items/:programme/:id',
    summary: '查看一个政务服务事项的办事指南',
    permission: 'public',
    params: Type.Object({ programme: Type.String(), id: Type.String() }),
    reply: ItemGuide,
    handle: async ({ db, actor }, { params }) => {
      const found = itemsOf(setting.casework.catalogue).find(
        ({ programme, item }) => programme === params.programme && item.id === params.id,
      );
      if (found === undefined) throw notFound('该事项');
      const { item } = found;
      const call = await findStandingCall(db, actor.root, { programme: found.programme, dossier: item.id });
      return {
        ...summaryOf(found),
        basis: item.basis.map(citationText),
        conditions: [...item.conditions],
        materials: item.materials.map(({ name, source, copies, isShared, isOptional }) => ({
          name,
          sourceName: materialSources[source],
          copies,
          isShared: isShared === true,
          isOptional: isOptional === true,
        })),
        fee: item.fee,
        steps: stepsOf(setting, found),
        call: call?.id ?? null,
      };
    },
  }),
];
