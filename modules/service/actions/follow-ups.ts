// Following up bad ratings: contact within a working day, an answer within fifteen, each a move of the case that the window does not see.
import { Type } from 'typebox';
import { workdaysBetween } from '#kernel/declare/calendar.ts';
import { lastMove } from '#kernel/stages/case-state.ts';
import { isBadRating, type RatingStanding, ratingDesk, ratingLevels, ratingOf } from '#kernel/stages/rate.ts';
import { declared, moveCases, parametersOfCalls, type StandingCase, standingUnderWay } from '#modules/casework/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import type { ServiceSetting } from '../setting.ts';
import { ContactBody, FollowUp, RectifyBody } from '../wire.ts';

const follow = 'service/rating:follow';
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Done = Type.Object({ says: Type.String() });

const standingOf = ({ contactedOn, repliedOn }: RatingStanding): string =>
  contactedOn === null ? '待回访' : repliedOn === null ? '待整改答复' : '待再次评价';

const owedBy = ({ contactedOn, contactDue, repliedOn, replyDue }: RatingStanding): string | null =>
  contactedOn === null ? contactDue : repliedOn === null ? replyDue : null;

const reasonNames: Readonly<Record<string, string>> = {
  time: '办理时限',
  material: '材料要求',
  attitude: '服务态度',
  online: '网上办理',
  guidance: '告知是否清楚',
};

function followUpOf(
  { casework }: ServiceSetting,
  row: StandingCase,
  today: string,
  parameters: Readonly<Record<string, string>>,
): FollowUp | null {
  const { dossier } = declared(casework, row);
  const stage = dossier.stages.find(({ id }) => id === row.stage);
  if (stage?.kind !== 'rate') return null;
  const rating = ratingOf(stage, row.state, casework.calendar, { parameters });
  if (rating === null || !isBadRating(rating.level)) return null;
  const said = lastMove(row.state, stage.id, 'rate')?.data ?? {};
  const owed = owedBy(rating);
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    item: dossier.name,
    division: dossier.service?.division ?? '',
    partyName: row.party_name,
    level: rating.level,
    levelName: ratingLevels.find(({ code }) => code === rating.level)?.name ?? rating.level,
    reasons: Array.isArray(said.reasons) ? said.reasons.map((reason) => reasonNames[String(reason)] ?? String(reason)) : [],
    comment: typeof said.comment === 'string' && said.comment !== '' ? said.comment : null,
    ratedOn: rating.ratedOn,
    contactDue: rating.contactDue,
    contactedOn: rating.contactedOn,
    replyDue: rating.replyDue,
    repliedOn: rating.repliedOn,
    standing: standingOf(rating),
    left: owed === null ? null : workdaysBetween(casework.calendar, today, owed),
  };
}

async function move(context: ActionContext, setting: ServiceSetting, id: string, verb: string, body: { version: number }): Promise<void> {
  const { version, ...data } = body;
  await moveCases(context, setting.casework, [{ id, version, intent: { verb, data, gathered: ratingDesk } }]);
}

export const followUpActions = (setting: ServiceSetting): Action[] => [
  action({
    id: 'service.list-follow-ups',
    method: 'GET',
    path: '/service/follow-ups',
    summary: '列出待回访、待整改答复和待再次评价的差评',
    permission: follow,
    reply: Type.Object({ rows: Type.Array(FollowUp) }),
    handle: async ({ db, actor, today }) => {
      const rows = await standingUnderWay(db, actor.root);
      const parameters = await parametersOfCalls(db, rows);
      const found = rows.flatMap((row) => followUpOf(setting, row, today, parameters.get(row.call) ?? {}) ?? []);
      return { rows: found.sort((a, b) => (a.left ?? 99) - (b.left ?? 99)) };
    },
  }),
  action({
    id: 'service.contact-rater',
    method: 'POST',
    path: '/service/follow-ups/:id/contact',
    summary: '登记差评回访核实情况',
    permission: follow,
    params: Params,
    body: ContactBody,
    reply: Done,
    handle: async (context, { params, body }) => {
      await move(context, setting, params.id, 'contact', body);
      return { says: '已登记回访，请在整改时限内答复评价人。' };
    },
  }),
  action({
    id: 'service.rectify-rating',
    method: 'POST',
    path: '/service/follow-ups/:id/reply',
    summary: '登记整改措施并答复评价人',
    permission: follow,
    params: Params,
    body: RectifyBody,
    reply: Done,
    handle: async (context, { params, body }) => {
      await move(context, setting, params.id, 'rectify', body);
      return { says: '已答复评价人，对方可以再评价一次。' };
    },
  }),
];
