// Actions on the fixed texts of templates: read them, word one anew, return to the usual.
import { Type } from 'typebox';
import { type Action, action } from '#platform/http/action.ts';
import { unknownWording } from '../errors.ts';
import { type DocumentKind, documentKindIds, documentKinds } from '../model/kinds.ts';
import { closingName, usualClosings, wordingNames } from '../model/wordings.ts';
import { dropWording, keepWording, storedWordings } from '../store/wordings.ts';
import { Done, WordingsView } from '../wire.ts';

const manage = 'correspondence/wording:manage';

/** Agency codes: `code.990100科`. */
const codeName = /^code\.\d{6}[科税财]$/u;

export const wordingActions = (): Action[] => [
  action({
    id: 'correspondence.get-wordings',
    method: 'GET',
    path: '/correspondence/wordings',
    summary: '各文种的固定用语',
    permission: 'correspondence/document:read',
    reply: WordingsView,
    handle: async ({ db, actor }) => {
      const stored = await storedWordings(db, actor.root);
      return {
        closings: documentKindIds.map((kind: DocumentKind) => {
          const name = closingName(kind);
          const own = stored.get(name);
          return {
            name,
            kindName: documentKinds[kind].name,
            value: own ?? usualClosings[kind],
            usual: usualClosings[kind],
            isOwn: own !== undefined,
          };
        }),
      };
    },
  }),
  action({
    id: 'correspondence.set-wording',
    method: 'PUT',
    path: '/correspondence/wordings/:name',
    summary: '改写一个文种的固定用语或一个机关代字；留空恢复通用写法。只影响此后编发的文书',
    permission: manage,
    params: Type.Object({ name: Type.String({ maxLength: 40 }) }),
    body: Type.Object({ value: Type.String({ maxLength: 1000 }) }, { $id: 'SetWording', additionalProperties: false }),
    reply: Done,
    handle: async (context, { params: { name }, body }) => {
      if (!wordingNames.includes(name) && !codeName.test(name)) throw unknownWording();
      const { db, actor, now } = context;
      const value = body.value.trim();
      if (value === '') await dropWording(db, actor.root, name);
      else await keepWording(db, { root: actor.root, name, value, at: now, by: actor.name });
      const what = documentKindIds.find((kind) => closingName(kind) === name);
      await context.trail(
        what === undefined
          ? `将机关代字改为“${value}”`
          : `改写“${documentKinds[what].name}”的固定用语：${value === '' ? '恢复通用写法' : value}`,
        { kind: 'wording', id: name },
      );
      return { says: '已保存，此后编发的文书使用新的写法；已编发的不变。' };
    },
  }),
];
