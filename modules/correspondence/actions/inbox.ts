// Actions on one's own messages: read them, mark them, have them sent by mail.
import { createHash, randomInt } from 'node:crypto';
import { Type } from 'typebox';
import { maskEmail } from '#platform/crypto/mask.ts';
import { type Action, action } from '#platform/http/action.ts';
import { mailIsOn } from '#platform/mail/mailer.ts';
import { mailNotOffered, wrongCode } from '../errors.ts';
import type { CorrespondenceSetting } from '../setting.ts';
import { confirmAddress, countTry, dropAddress, findAddress, keepAddress } from '../store/addresses.ts';
import { countUnread, listInbox, markRead } from '../store/messages.ts';
import { Done, InboxView, MyMailView } from '../wire.ts';

const codeMinutes = 30;
const mostTries = 5;

const hashOf = (root: string, account: string, code: string): string =>
  createHash('sha256').update(`${root}:${account}:${code}`).digest('hex');
export const addressPlace = 'correspondence.address';

export const inboxActions = (): Action[] => [
  action({
    id: 'correspondence.list-messages',
    method: 'GET',
    path: '/correspondence/messages',
    summary: '本人、本机构或本单位收到的消息，最新在前',
    permission: 'signed-in',
    query: Type.Object({
      /** Id of the last message seen. */
      before: Type.Optional(Type.String({ format: 'uuid' })),
      unread: Type.Optional(Type.Literal('yes')),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: InboxView,
    handle: async ({ db, actor, now }, { query }) => {
      const limit = query.limit ?? 50;
      const rows = await listInbox(db, actor, { before: query.before, unreadOnly: query.unread === 'yes', limit: limit + 1, now });
      return {
        rows: rows.slice(0, limit).map(({ id, title, body, href, at, read_at: readAt }) => ({
          id,
          title,
          body,
          href,
          at: at.toISOString(),
          readAt: readAt?.toISOString() ?? null,
        })),
        unread: await countUnread(db, actor, now),
        more: rows.length > limit,
      };
    },
  }),
  action({
    id: 'correspondence.read-messages',
    method: 'POST',
    path: '/correspondence/messages/read',
    summary: '把消息标为已读；不指明时为全部',
    permission: 'signed-in',
    body: Type.Object(
      { ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 200 })) },
      { $id: 'ReadMessages', additionalProperties: false },
    ),
    reply: Type.Object({ unread: Type.Integer() }),
    handle: async ({ db, actor, now }, { body }) => {
      await markRead(db, actor, now, body.ids ?? null);
      return { unread: await countUnread(db, actor, now) };
    },
  }),
];

export const mailActions = ({ seal }: CorrespondenceSetting): Action[] => [
  action({
    id: 'correspondence.my-mail',
    method: 'GET',
    path: '/correspondence/my-mail',
    summary: '本人的邮件提醒：是否开通、发往哪里',
    permission: 'signed-in',
    reply: MyMailView,
    handle: async ({ db, actor }) => {
      const row = await findAddress(db, actor.root, actor.accountId);
      return { isOffered: mailIsOn(), address: row?.masked ?? null, isConfirmed: row !== undefined && row.verified_at !== null };
    },
  }),
  action({
    id: 'correspondence.ask-mail',
    method: 'PUT',
    path: '/correspondence/my-mail',
    summary: '填写接收提醒的邮箱，验证码随即发往该邮箱',
    permission: 'signed-in',
    body: Type.Object({ address: Type.String({ format: 'email', maxLength: 120 }) }, { $id: 'AskMail', additionalProperties: false }),
    reply: Done,
    rate: 6,
    handle: async (context, { body }) => {
      const { db, actor, now } = context;
      if (!mailIsOn()) throw mailNotOffered();
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      const masked = maskEmail(body.address);
      const sealed = seal.seal(body.address, addressPlace);
      await keepAddress(db, {
        root: actor.root,
        account: actor.accountId,
        sealed,
        masked,
        verified_at: null,
        code_hash: hashOf(actor.root, actor.accountId, code),
        code_until: new Date(now.getTime() + codeMinutes * 60_000),
        tries: 0,
      });
      await context.enqueue('correspondence.confirm', { sealed, code: seal.seal(code, addressPlace) });
      await context.trail(`${actor.name}填写了接收提醒的邮箱 ${masked}`, { kind: 'account', id: actor.accountId });
      return { says: `验证码已发往 ${masked}，${codeMinutes} 分钟内有效。` };
    },
  }),
  action({
    id: 'correspondence.confirm-mail',
    method: 'POST',
    path: '/correspondence/my-mail/confirm',
    summary: '以验证码确认邮箱，此后新消息同时发送邮件提醒',
    permission: 'signed-in',
    body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }, { $id: 'ConfirmMail', additionalProperties: false }),
    reply: Type.Object({ isConfirmed: Type.Boolean(), says: Type.String() }),
    rate: 10,
    handle: async (context, { body }) => {
      const { db, actor, now } = context;
      const row = await findAddress(db, actor.root, actor.accountId);
      if (row === undefined || row.code_hash === null || row.code_until === null || row.code_until < now || row.tries >= mostTries)
        throw wrongCode();
      if (row.code_hash !== hashOf(actor.root, actor.accountId, body.code)) {
        // Counted, so it must not be rolled back with a refusal.
        await countTry(db, actor.root, actor.accountId);
        return { isConfirmed: false, says: wrongCode().message };
      }
      await confirmAddress(db, actor.root, actor.accountId, now);
      await context.trail(`${actor.name}确认了接收提醒的邮箱 ${row.masked}`, { kind: 'account', id: actor.accountId });
      return { isConfirmed: true, says: `已开通：新消息会同时发往 ${row.masked}。` };
    },
  }),
  action({
    id: 'correspondence.stop-mail',
    method: 'DELETE',
    path: '/correspondence/my-mail',
    summary: '关闭邮件提醒并删除所留邮箱',
    permission: 'signed-in',
    reply: Done,
    handle: async (context) => {
      await dropAddress(context.db, context.actor.root, context.actor.accountId);
      await context.trail(`${context.actor.name}关闭了邮件提醒`, { kind: 'account', id: context.actor.accountId });
      return { says: '已关闭邮件提醒，所留邮箱已删除。' };
    },
  }),
];
