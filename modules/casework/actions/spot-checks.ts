// Spot checks: draw who is looked at, list them, and record what came of each look; a revocation ends the title at once.
import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import type { Dossier, Known } from '#kernel/declare/dossier.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { type SpotCheck, spotCheckBasis } from '#kernel/declare/spot-check.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { byOf, findTitle, knownOfMany, revokeTitle, type TitleHolder, titleHolders } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { type Candidate, drawDigest, drawSpotCheck, risksOf } from '../model/spot-check.ts';
import { DrawBody, OutcomeBody, SpotCheckables, SpotCheckView, SpotItemQuery, SpotItemView } from '../model/spot-check-wire.ts';
import { spotOutcomes, usualRiskShare } from '../model/spot-check-words.ts';
import type { CaseworkSetting } from '../setting.ts';
import {
  type AnsweredCase,
  answeredCases,
  type CountedSpotCheck,
  insertSpotCheck,
  listSpotChecks,
  listSpotItems,
  lockSpotItem,
  recordOutcome,
  type SpotItemRow,
} from '../store/spot-checks.ts';
import { CaseParams } from '../wire.ts';

const read = 'casework/spot-check:read';

interface Checkable {
  readonly programme: Programme;
  readonly spotCheck: SpotCheck;
  readonly dossier: Dossier;
}

function checkableOf({ catalogue }: CaseworkSetting, id: string): Checkable {
  const programme = catalogue.programmes.find((candidate) => candidate.id === id);
  const { spotCheck } = programme ?? {};
  const dossier = programme?.dossiers.find((candidate) => candidate.id === spotCheck?.dossier);
  if (programme === undefined || spotCheck === undefined || dossier === undefined)
    throw new Refusal('NOT_CHECKABLE', '该事项没有设定抽查，请从列表中选择。', {
      details: [{ where: 'programme', message: '请从列表中选择' }],
    });
  return { programme, spotCheck, dossier };
}

function view(setting: CaseworkSetting, row: CountedSpotCheck): SpotCheckView {
  const { programme, spotCheck } = checkableOf(setting, row.programme);
  const { id, year, share, seed, risky, holders, drawn, waiting, passed, problem, revoked } = row;
  return {
    id,
    programme: programme.id,
    programmeName: programme.name,
    titleName: spotCheck.title.name,
    year,
    share,
    seed,
    riskShare: row.risk_share,
    risky,
    holders,
    drawn,
    byRisk: row.by_risk,
    waiting,
    passed,
    problem,
    revoked,
    drawnAt: row.drawn_at.toISOString(),
    drawnBy: row.drawn_by,
    basis: spotCheckBasis(spotCheck),
    afterRevocation: spotCheck.afterRevocation ?? null,
  };
}

const itemView = (setting: CaseworkSetting, row: SpotItemRow): SpotItemView => ({
  id: row.id,
  party: row.party,
  partyName: row.party_name,
  uscc: row.uscc,
  region: row.region,
  regionName: setting.regionName(row.region),
  number: row.number,
  caseId: row.case_id,
  pickedBy: row.picked_by,
  risks: row.risks,
  outcome: row.outcome,
  note: row.note,
  checkedBy: row.checked_by,
  checkedOn: row.checked_on,
  version: row.version,
});

type Holder = TitleHolder & Candidate & { readonly caseId: string | null };

/** What is known against each holder: its own answers held against what the register knows, on the day on which it handed them in. */
function holdersOf(
  { dossier }: Checkable,
  titles: readonly TitleHolder[],
  cases: ReadonlyMap<string, AnsweredCase>,
  known: ReadonlyMap<string, Known>,
): readonly Holder[] {
  return titles.map((holder) => {
    const answered = cases.get(holder.party);
    const facts = known.get(holder.party);
    const findings =
      answered === undefined || facts === undefined ? [] : (dossier.crossCheck?.(answered.answers, facts, answered.submitted_on) ?? []);
    return { ...holder, key: holder.number ?? holder.title, risks: risksOf(findings), caseId: answered?.id ?? null };
  });
}

async function draw(
  context: ActionContext,
  setting: CaseworkSetting,
  body: { programme: string; year: number; share?: string; riskShare?: string; seed?: string },
) {
  const checkable = checkableOf(setting, body.programme);
  const { spotCheck, programme, dossier } = checkable;
  const { db, actor, today } = context;
  const share = body.share ?? spotCheck.least;
  if (!decimal(share).isAtLeast(decimal(spotCheck.least)))
    throw new Refusal('SHARE_TOO_SMALL', `抽查比例不得低于 ${Number(spotCheck.least) * 100}%（${spotCheckBasis(spotCheck)}）。`, {
      details: [{ where: 'share', message: '低于规定的最低比例' }],
    });
  const year = { from: `${body.year}-01-01`, to: `${body.year}-12-31` };
  const day = today < year.to ? today : year.to;
  const titles = await titleHolders(db, spotCheck.title.id, year, day);
  if (titles.length === 0)
    throw new Refusal('NOBODY_TO_CHECK', `${body.year} 年没有取得且仍持有“${spotCheck.title.name}”的单位，无需抽取。`);
  const answered = await answeredCases(db, { root: actor.root, programme: programme.id, dossier: dossier.id, year: body.year });
  const cases = new Map(answered.map((one) => [one.party, one]));
  const known = await knownOfMany(
    db,
    titles.flatMap(({ party }) => (cases.has(party) ? [party] : [])),
    day,
  );
  const seed = body.seed ?? randomUUID();
  const rule = { seed, share, riskShare: body.riskShare ?? usualRiskShare };
  const candidates = holdersOf(checkable, titles, cases, known);
  const drawn = drawSpotCheck(candidates, rule);
  const risky = candidates.filter(({ risks }) => risks.length > 0).length;
  const digest = drawDigest(candidates, rule, drawn);
  const id = uuidv7();
  const items = drawn.map(({ candidate, by }) => ({
    id: uuidv7(),
    region: candidate.region,
    party: candidate.party,
    party_name: candidate.partyName,
    uscc: candidate.uscc,
    title: candidate.title,
    number: candidate.number,
    case_id: candidate.caseId,
    picked_by: by,
    risks: [...candidate.risks],
  }));
  const by = { drawn_at: context.now, drawn_by: actor.name };
  await insertSpotCheck(
    db,
    actor.root,
    { id, programme: programme.id, year: body.year, share, seed, risk_share: rule.riskShare, risky, digest, holders: titles.length, ...by },
    items,
  );
  await context.trail(
    `抽取“${programme.name}”${body.year}年抽查名单：在册 ${titles.length} 家，抽取 ${items.length} 家`,
    { kind: 'spot-check', id },
    { ...rule, holders: titles.length, risky, digest, drawn: drawn.map(({ candidate, by: how }) => `${candidate.key}:${how}`) },
  );
  const byRisk = items.filter((item) => item.picked_by === 'risk').length;
  return {
    id,
    says: `在册 ${titles.length} 家，抽取 ${items.length} 家，其中按风险线索 ${byRisk} 家（有线索的共 ${risky} 家）、随机 ${items.length - byRisk} 家。`,
  };
}

const split = (text: string | undefined): readonly string[] | undefined =>
  text === undefined || text === '' ? undefined : text.split(',');
const Done = Type.Object({ id: Type.String(), says: Type.String() });

export const spotCheckActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.list-checkable',
    method: 'GET',
    path: '/casework/spot-checkable',
    summary: '列出设定了抽查的事项',
    permission: read,
    reply: SpotCheckables,
    handle: async () => ({
      rows: setting.catalogue.programmes.flatMap(({ id, name, spotCheck }) =>
        spotCheck === undefined ? [] : [{ programme: id, name, least: spotCheck.least, basis: spotCheckBasis(spotCheck) }],
      ),
    }),
  }),
  action({
    id: 'casework.list-spot-checks',
    method: 'GET',
    path: '/casework/spot-checks',
    summary: '列出抽查及其进展',
    permission: read,
    reply: Type.Object({ rows: Type.Array(SpotCheckView) }),
    handle: async (context) => ({ rows: (await listSpotChecks(context.db, context.actor.root)).map((row) => view(setting, row)) }),
  }),
  action({
    id: 'casework.spot-check',
    method: 'GET',
    path: '/casework/spot-checks/:id',
    summary: '查看一次抽查',
    permission: read,
    params: CaseParams,
    reply: SpotCheckView,
    handle: async (context, { params }) => {
      const [row] = await listSpotChecks(context.db, context.actor.root, params.id);
      if (row === undefined) throw notFound('这次抽查');
      return view(setting, row);
    },
  }),
  action({
    id: 'casework.spot-items',
    method: 'GET',
    path: '/casework/spot-checks/:id/items',
    summary: '列出抽中的单位和检查结果',
    permission: read,
    params: CaseParams,
    query: SpotItemQuery,
    reply: Type.Object({ rows: Type.Array(SpotItemView), next: Type.Union([Type.String(), Type.Null()]), total: Type.Integer() }),
    handle: async (context, { params, query }) => {
      const { sort, after, limit, text } = query;
      const filters = { outcome: split(query.outcome), pickedBy: split(query.pickedBy), region: split(query.region), text };
      const page = await listSpotItems(context.db, context.actor.root, params.id, filters, { sort, after, limit });
      return { ...page, rows: page.rows.map((row) => itemView(setting, row)) };
    },
  }),
  action({
    id: 'casework.draw-spot-check',
    method: 'POST',
    path: '/casework/spot-checks',
    summary: '按比例和种子抽取名单：按风险线索的不超过设定的份额，其余随机',
    permission: 'casework/spot-check:draw',
    body: DrawBody,
    reply: Done,
    handle: async (context, { body }) => draw(context, setting, body),
  }),
  action({
    id: 'casework.record-spot-check',
    method: 'POST',
    path: '/casework/spot-items/:id/outcome',
    summary: '登记抽查结果；撤销的，资格当日起失效',
    permission: 'casework/spot-check:record',
    params: CaseParams,
    body: OutcomeBody,
    reply: Done,
    handle: async (context, { params, body }) => {
      const row = await lockSpotItem(context.db, params.id, body.version);
      if (row.outcome === 'revoked') throw new Refusal('ALREADY_REVOKED', '该单位的资格已经撤销，不能再改结果。', { status: 409 });
      if (body.outcome === 'revoked') await revoke(context, row, body.note);
      await recordOutcome(context.db, row, { outcome: body.outcome, note: body.note, by: context.actor.name, on: context.today });
      await context.trail(
        `登记“${row.party_name}”抽查结果：${spotOutcomes[body.outcome]}`,
        { kind: 'party', id: row.party },
        { item: row.id, note: body.note },
      );
      return { id: row.id, says: `已登记“${row.party_name}”：${spotOutcomes[body.outcome]}。` };
    },
  }),
];

/** Counties find, the city revokes. */
async function revoke(context: ActionContext, row: SpotItemRow, note: string): Promise<void> {
  if (context.actor.scope !== 'root')
    throw new Refusal('CITY_REVOKES', '撤销资格由市科技局决定，请登记“发现问题”并写明情况。', { status: 403 });
  const title = await findTitle(context.db, row.title);
  if (title === undefined) throw notFound('该资质');
  await revokeTitle(context.db, byOf(context), title, { on: context.today, reason: `抽查撤销：${note}`, version: title.version });
}
