// One party: read, created, changed; its credit code checked before anyone types the rest.
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notOwnParty, staffOnly } from '../errors.ts';
import { judgeCode } from '../model/credit-code.ts';
import { fieldLabel } from '../model/party-fields.ts';
import { timelineKind, timelineKinds, timelineWords } from '../model/timeline-words.ts';
import type { RegistrySetting } from '../setting.ts';
import { byOf } from '../store/by.ts';
import { timelineOf } from '../store/read-party.ts';
import { partyOf } from '../store/resolve.ts';
import { type Changed, changeParty, createParty, partyWithCode } from '../store/write-party.ts';
import {
  CodeQuery,
  CodeReply,
  Done,
  EditOwn,
  EditParty,
  IdParams,
  NewParty,
  PartyProfile,
  type Timeline,
  TimelineQuery,
  Timeline as TimelineReply,
} from '../wire.ts';
import { profileOf } from './profile.ts';

const read = 'registry/party:read';
const edit = 'registry/party:edit';

/** Registration facts are the office's to keep; an enterprise has its own page with what it may change. */
function requireStaff({ actor }: ActionContext): void {
  if (actor.scope === 'party') throw staffOnly();
}

function ownParty({ actor }: ActionContext): string {
  if (actor.scope !== 'party' || actor.party === null) throw notOwnParty();
  return actor.party;
}

const get = action({
  id: 'registry.get-party',
  method: 'GET',
  path: '/registry/parties/:id',
  summary: '查看主体档案',
  permission: read,
  params: IdParams,
  reply: PartyProfile,
  handle: (context, { params }) => profileOf(context, params.id),
});

const getOwn = action({
  id: 'registry.get-own-party',
  method: 'GET',
  path: '/registry/own',
  summary: '查看本单位档案',
  permission: read,
  reply: PartyProfile,
  handle: (context) => profileOf(context, ownParty(context)),
});

async function linesOf(context: ActionContext, setting: RegistrySetting, asked: string, limit: number): Promise<Timeline> {
  const { id } = await partyOf(context.db, asked);
  const own = (await timelineOf(context.db, id, limit + 1)).map((line) => ({
    day: line.day,
    at: line.at.toISOString(),
    kind: timelineKind(line.kind) as string,
    says: timelineWords(line.kind, line.facts),
    by: typeof line.facts.by === 'string' ? line.facts.by : null,
    href: null as string | null,
  }));
  const others: typeof own = [];
  for (const source of setting.timelineSources) {
    const lines = await source.lines(context, id, limit + 1);
    others.push(
      ...lines.map((line) => ({ day: line.day, at: line.at, kind: source.id, says: line.says, by: null, href: line.href ?? null })),
    );
  }
  const all = [...own, ...others].sort((a, b) => (a.day === b.day ? (a.at < b.at ? 1 : -1) : a.day < b.day ? 1 : -1));
  const kinds = [
    ...Object.entries(timelineKinds).map(([kind, name]) => ({ kind, name: name as string })),
    ...setting.timelineSources.map(({ id: kind, name }) => ({ kind, name })),
  ];
  return { kinds, lines: all.slice(0, limit), hasMore: all.length > limit };
}

const timeline = (setting: RegistrySetting): Action =>
  action({
    id: 'registry.get-timeline',
    method: 'GET',
    path: '/registry/parties/:id/timeline',
    summary: '查看主体的全部经历',
    permission: read,
    params: IdParams,
    query: TimelineQuery,
    reply: TimelineReply,
    handle: (context, { params, query }) => linesOf(context, setting, params.id, query.limit ?? 200),
  });

const checkCode = action({
  id: 'registry.check-code',
  method: 'GET',
  path: '/registry/credit-code',
  summary: '校验统一社会信用代码，并查是否已有档案',
  permission: edit,
  query: CodeQuery,
  reply: CodeReply,
  async handle({ db }, { query }) {
    const judgement = judgeCode(query.uscc);
    const taken = judgement.verdict === 'INVALID' ? undefined : await partyWithCode(db, judgement.code);
    return { ...judgement, taken: taken === undefined || taken.id === query.except ? null : taken };
  },
});

const create = action({
  id: 'registry.create-party',
  method: 'POST',
  path: '/registry/parties',
  summary: '新增主体',
  permission: edit,
  body: NewParty,
  reply: Done,
  async handle(context, { body }) {
    requireStaff(context);
    const { codeConfirmation, ...facts } = body;
    const id = await createParty(context.db, byOf(context), facts, codeConfirmation);
    await context.trail(
      `新增主体“${facts.name}”`,
      { kind: 'party', id },
      { uscc: facts.uscc, region: facts.region, confirmed: codeConfirmation?.reason ?? null },
    );
    return { id, says: `已建立“${facts.name}”的档案。接下来可以登记资质、财务数据和联系人。` };
  },
});

const changedWords = (changes: readonly Changed[]): string =>
  changes.length === 0
    ? '内容没有变化，未作修改。'
    : `已更新${changes.map((change) => (change.key === 'usccCheck' ? '信用代码核对情况' : fieldLabel(change.key))).join('、')}。`;

async function change(
  context: ActionContext,
  id: string,
  body: Pick<EditParty, 'version' | 'facts' | 'reason' | 'codeConfirmation'>,
): Promise<{ id: string; says: string }> {
  const changes = await changeParty(context.db, byOf(context), {
    id,
    version: body.version,
    facts: body.facts,
    confirmation: body.codeConfirmation,
    reason: body.reason,
  });
  if (changes.length > 0) {
    const { name } = await partyOf(context.db, id);
    await context.trail(
      `修改“${name}”的${changes.map((each) => fieldLabel(each.key)).join('、')}`,
      { kind: 'party', id },
      { changes: changes.map((each) => ({ ...each })), reason: body.reason ?? body.codeConfirmation?.reason ?? null },
    );
  }
  return { id, says: changedWords(changes) };
}

const editParty = action({
  id: 'registry.edit-party',
  method: 'PUT',
  path: '/registry/parties/:id',
  summary: '修改主体的登记事项',
  permission: edit,
  params: IdParams,
  body: EditParty,
  reply: Done,
  handle(context, { params, body }) {
    requireStaff(context);
    return change(context, params.id, body);
  },
});

const editOwn = action({
  id: 'registry.edit-own-party',
  method: 'PUT',
  path: '/registry/own',
  summary: '修改本单位可自行维护的资料',
  permission: edit,
  body: EditOwn,
  reply: Done,
  handle: (context, { body }) => change(context, ownParty(context), body),
});

export const partyActions = (setting: RegistrySetting): Action[] => [get, getOwn, timeline(setting), checkCode, create, editParty, editOwn];
