// What an applicant asks of its own: the facts that the register knows of it, and taking an application back.
import { Type } from 'typebox';
import { knownFacts } from '#modules/registry/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { notApplicant } from '../errors.ts';
import { moveCases } from '../moves.ts';
import type { CaseworkSetting } from '../setting.ts';
import { CaseParams, KnownView } from '../wire.ts';

const apply = 'casework/case:apply';

export const ownPartyActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.known-facts',
    method: 'GET',
    path: '/casework/known',
    summary: '本单位在档的事实和各来源的年度数据，用于预填和比对',
    permission: apply,
    reply: KnownView,
    handle: async (context) => {
      if (context.actor.party === null) throw notApplicant();
      const { facts, finance } = await knownFacts(context.db, context.actor.party, context.today);
      return {
        facts: { ...facts },
        finance: finance.map(({ year, source, values }) => ({
          year,
          source,
          values: Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)),
        })),
      };
    },
  }),
  action({
    id: 'casework.withdraw-case',
    method: 'POST',
    path: '/casework/cases/:id/withdraw',
    summary: '申请单位撤回本单位的申请，本件办结',
    permission: apply,
    params: CaseParams,
    body: Type.Object(
      { version: Type.Integer(), note: Type.Optional(Type.String({ maxLength: 2000 })) },
      { $id: 'WithdrawCase', additionalProperties: false },
    ),
    reply: Type.Object({ withdrawn: Type.Boolean() }),
    handle: async (context, { params, body }) => {
      if (context.actor.scope !== 'party') throw notApplicant();
      const data = body.note === undefined ? {} : { note: body.note };
      await moveCases(context, setting, [{ id: params.id, version: body.version, intent: { verb: 'withdraw', data } }]);
      return { withdrawn: true };
    },
  }),
];
