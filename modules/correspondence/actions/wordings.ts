// Actions on the fixed texts of templates: read them, word one anew, return to the usual.
import { Type } from 'typebox';
import { type Action, action } from '#platform/http/action.ts';
import { codeMisspelt, codeTaken, unknownWording } from '../errors.ts';
import { agencyCodes } from '../model/agency.ts';
import { type DocumentKind, documentKindIds, documentKinds } from '../model/kinds.ts';
import { closingName, codePrefix, usualClosings, wordingNames } from '../model/wordings.ts';
import type { CorrespondenceSetting } from '../setting.ts';
import { dropWording, keepWording, storedWordings } from '../store/wordings.ts';
import { Done, WordingsView } from '../wire.ts';

const manage = 'correspondence/wording:manage';

interface ShownCode {
  readonly name: string;
  readonly agencyName: string;
  readonly value: string;
  readonly usual: string;
  readonly isOwn: boolean;
}

/** Codes of all agencies as they are used now. */
function codesOf({ countiesOf, regionName }: CorrespondenceSetting, root: string, stored: ReadonlyMap<string, string>): ShownCode[] {
  return agencyCodes([root, ...(countiesOf?.(root) ?? [])], regionName).map(({ key, agencyName, usual }) => {
    const name = `${codePrefix}${key}`;
    const own = stored.get(name);
    return { name, agencyName, value: own ?? usual, usual, isOwn: own !== undefined };
  });
}

/** Two agencies with one code would share a series of numbers. */
function judgeCode(codes: readonly ShownCode[], code: ShownCode, value: string): void {
  if (!/^[\p{Script=Han}A-Za-z]{2,10}$/u.test(value)) throw codeMisspelt();
  const other = codes.find((each) => each.name !== code.name && each.value === value);
  if (other !== undefined) throw codeTaken(value, other.agencyName);
}

export const wordingActions = (setting: CorrespondenceSetting): Action[] => [
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
        codes: codesOf(setting, actor.root, stored),
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
      const { db, actor, now } = context;
      const codes = codesOf(setting, actor.root, await storedWordings(db, actor.root));
      const code = codes.find((each) => each.name === name);
      if (!wordingNames.includes(name) && code === undefined) throw unknownWording();
      const value = body.value.trim();
      if (code !== undefined) judgeCode(codes, code, value === '' ? code.usual : value);
      if (value === '') await dropWording(db, actor.root, name);
      else await keepWording(db, { root: actor.root, name, value, at: now, by: actor.name });
      const kind = documentKindIds.find((each) => closingName(each) === name);
      const what = code === undefined ? `“${documentKinds[kind ?? 'decision'].name}”的固定用语` : `${code.agencyName}的机关代字`;
      await context.trail(`改写${what}：${value === '' ? '恢复通用写法' : value}`, { kind: 'wording', id: name });
      return { says: '已保存，此后编发的文书使用新的写法；已编发的不变。' };
    },
  }),
];
