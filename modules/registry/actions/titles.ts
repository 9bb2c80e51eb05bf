// Titles entered and revoked by hand; most come from programmes and from imported lists.
import { validUntil } from '#kernel/declare/title.ts';
import { type Action, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { KnownTitle, RegistrySetting } from '../setting.ts';
import { byOf } from '../store/by.ts';
import { partyOf } from '../store/resolve.ts';
import { findTitle, grantTitles, revokeTitle } from '../store/titles.ts';
import { Done, IdParams, NewTitle, RevokeTitle } from '../wire.ts';

const grant = 'registry/title:grant';

export function titleOf(titles: readonly KnownTitle[], kind: string): KnownTitle {
  const known = titles.find(({ title }) => title.id === kind);
  if (known === undefined)
    throw new Refusal('TITLE_UNKNOWN', `没有“${kind}”这种资质。请从列表中选择。`, {
      details: [{ where: 'kind', message: '请从列表中选择' }],
    });
  return known;
}

export function requireNumber({ title }: KnownTitle, number: string | null): void {
  if (number === null || title.numberPattern === undefined || title.numberPattern.test(number)) return;
  throw new Refusal('CERTIFICATE_NUMBER', `证书编号“${number}”不符合${title.name}编号的格式，请核对证书。`, {
    details: [{ where: 'number', message: '编号格式不符' }],
  });
}

const add = ({ titles }: RegistrySetting): Action =>
  action({
    id: 'registry.add-title',
    method: 'POST',
    path: '/registry/parties/:id/titles',
    summary: '登记主体取得的资质',
    permission: grant,
    params: IdParams,
    body: NewTitle,
    reply: Done,
    async handle(context, { params, body }) {
      const party = await partyOf(context.db, params.id);
      const known = titleOf(titles, body.kind);
      requireNumber(known, body.number);
      const until = body.until === undefined ? validUntil(known.title, body.from) : body.until;
      if (until !== null && until < body.from) {
        throw new Refusal('PERIOD_REVERSED', `有效期至 ${until} 早于发证日期 ${body.from}，请核对证书。`, {
          details: [{ where: 'until', message: '早于发证日期' }],
        });
      }
      const title = { ...known.title, level: body.level ?? known.title.level };
      const [id = ''] = await grantTitles(context.db, byOf(context), [
        {
          party: party.id,
          title,
          label: body.label ?? '',
          number: body.number,
          from: body.from,
          until,
          measures: known.measures,
          sourceKind: 'document',
          sourceId: body.basis,
        },
      ]);
      await context.trail(
        `登记“${party.name}”取得${title.name}`,
        { kind: 'party', id: party.id },
        { title: id, number: body.number, from: body.from, until, basis: body.basis },
      );
      return { id, says: `已登记${title.name}，有效期${until === null ? '长期' : `至 ${until}`}，相关指标同步更新。` };
    },
  });

const revoke = action({
  id: 'registry.revoke-title',
  method: 'POST',
  path: '/registry/titles/:id/revoke',
  summary: '撤销主体的资质',
  permission: grant,
  params: IdParams,
  body: RevokeTitle,
  reply: Done,
  async handle(context, { params, body }) {
    const title = await findTitle(context.db, params.id);
    if (title === undefined) throw notFound('该资质');
    if (body.on > context.today)
      throw new Refusal('DAY_IN_FUTURE', '撤销日期不能晚于今天。', { details: [{ where: 'on', message: '不能晚于今天' }] });
    await revokeTitle(context.db, byOf(context), title, body);
    const { name } = await partyOf(context.db, title.party);
    await context.trail(
      `撤销“${name}”的${title.name}，理由：${body.reason}`,
      { kind: 'party', id: title.party },
      { title: title.id, on: body.on, reason: body.reason },
    );
    return { id: title.id, says: `已撤销“${name}”的${title.name}，自 ${body.on} 起不再计入有效资质。` };
  },
});

export const titleActions = (setting: RegistrySetting): Action[] => [add(setting), revoke];
