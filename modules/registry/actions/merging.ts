// Duplicates: found, compared, merged or told apart.
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import type { PartyMover, RegistrySetting } from '../setting.ts';
import { byOf } from '../store/by.ts';
import { findDuplicates, type Likeness, markDistinct } from '../store/find-duplicates.ts';
import { holdingsOf, mergeParties, overlapsOf, sharedFigures } from '../store/merge-parties.ts';
import { findParty } from '../store/read-party.ts';
import { partyOf, partySummary } from '../store/resolve.ts';
import { DistinctBody, Done, Duplicates, DuplicatesQuery, MergeBody, MergePreview, MergePreviewQuery } from '../wire.ts';

const merge = 'registry/party:merge';

const reasonWords: Readonly<Record<Likeness, string>> = {
  'same-name': '名称相同',
  'same-core': '字号相同',
  'near-name': '字号相近',
  'same-principal': '法定代表人和地址相同',
};

const duplicates = action({
  id: 'registry.find-duplicates',
  method: 'GET',
  path: '/registry/duplicates',
  summary: '查找疑似重复的主体',
  permission: 'registry/party:read',
  query: DuplicatesQuery,
  reply: Duplicates,
  async handle({ db }, { query }) {
    const pairs = await findDuplicates(db, { limit: query.limit ?? 100, ...(query.party === undefined ? {} : { party: query.party }) });
    const briefs = await partySummary(db, [...new Set(pairs.flatMap((pair) => [pair.one, pair.other]))]);
    const rows = pairs.flatMap(({ one, other, reasons, score }) => {
      const [a, b] = [briefs.get(one), briefs.get(other)];
      return a === undefined || b === undefined ? [] : [{ one: a, other: b, reasons: reasons.map((reason) => reasonWords[reason]), score }];
    });
    return { rows };
  },
});

async function sideOf(context: ActionContext, id: string, movers: readonly PartyMover[]): Promise<MergePreview['absorbed']> {
  const party = await findParty(context.db, id);
  return {
    id: party.id,
    version: party.version,
    name: party.name,
    uscc: party.uscc,
    region: party.region,
    legalPerson: party.legal_person,
    address: party.address,
    foundedOn: party.founded_on,
    status: party.status,
    holds: await holdingsOf(context.db, id, movers),
  };
}

const preview = ({ movers }: RegistrySetting): Action =>
  action({
    id: 'registry.preview-merger',
    method: 'GET',
    path: '/registry/mergers/preview',
    summary: '预览合并两个主体的结果',
    permission: merge,
    query: MergePreviewQuery,
    reply: MergePreview,
    async handle(context, { query }) {
      return {
        absorbed: await sideOf(context, query.absorbed, movers),
        survivor: await sideOf(context, query.survivor, movers),
        overlaps: await overlapsOf(context.db, query.absorbed, query.survivor),
        sameFinance: await sharedFigures(context.db, query.absorbed, query.survivor),
      };
    },
  });

const run = ({ movers }: RegistrySetting): Action =>
  action({
    id: 'registry.merge-parties',
    method: 'POST',
    path: '/registry/mergers',
    summary: '把重复的主体合并到保留的主体',
    permission: merge,
    body: MergeBody,
    reply: Done,
    async handle(context, { body }) {
      const { absorbed, survivor, moved } = await mergeParties(
        context.db,
        byOf(context),
        { absorbed: body.absorbed, survivor: body.survivor, reason: body.reason, keepSurvivorsTitles: body.overlaps === 'keep-survivor' },
        movers,
      );
      const subject = { kind: 'party', id: survivor.id };
      await context.trail(`把“${absorbed.name}”合并到“${survivor.name}”，理由：${body.reason}`, subject, {
        absorbed: absorbed.id,
        uscc: absorbed.uscc,
        moved,
      });
      const parts = Object.entries(moved).filter(([, count]) => count > 0);
      const what = parts.length === 0 ? '' : `，并入${parts.map(([name, count]) => `${name} ${count} 项`).join('、')}`;
      return { id: survivor.id, says: `已把“${absorbed.name}”合并到“${survivor.name}”${what}。原档案的链接会转到保留的主体。` };
    },
  });

const distinct = action({
  id: 'registry.mark-distinct',
  method: 'POST',
  path: '/registry/duplicates/distinct',
  summary: '确认两个相似的主体不是同一个',
  permission: merge,
  body: DistinctBody,
  reply: Done,
  async handle(context, { body }) {
    const [one, other] = [await partyOf(context.db, body.one), await partyOf(context.db, body.other)];
    await markDistinct(context.db, byOf(context), one.id, other.id, body.reason);
    await context.trail(
      `确认“${one.name}”与“${other.name}”不是同一主体，理由：${body.reason}`,
      { kind: 'party', id: one.id },
      { other: other.id },
    );
    return { id: one.id, says: '已记下，以后不再把这两个主体列为疑似重复。' };
  },
});

export const mergingActions = (setting: RegistrySetting): Action[] => [duplicates, preview(setting), run(setting), distinct];
