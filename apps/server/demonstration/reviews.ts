// Loads the demonstration's review: the pool of experts, the contest's entries, and one open panel of seven with three sheets handed in.
import type { Transaction } from 'kysely';
import { addDays } from '#kernel/declare/calendar.ts';
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { ReviewStage } from '#kernel/stages/review.ts';
import { expertAccounts } from '#modules/accounts/contract.ts';
import { loadCalls, loadCases, loadCounter, type PastCase } from '#modules/casework/contract.ts';
import { loadEntries } from '#modules/figures/contract.ts';
import {
  defaultRules,
  draw,
  frozenView,
  loadExperts,
  loadPanel,
  type PastExpert,
  type PastPanel,
  type ReviewSetting,
} from '#modules/review/contract.ts';
import { NIL_UUID, systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { calendar } from '../settings.ts';
import { contest, contestOf } from './contest.ts';
import { demonstrationExperts, PANEL_POOL } from './experts.ts';

const SIZE = 7;
const ENTRIES = 8;

export interface ReviewSeeding {
  readonly root: string;
  readonly now: Date;
  readonly today: string;
  readonly firms: readonly Enterprise[];
  readonly partyIds: ReadonlyMap<number, string>;
  readonly seal: ReviewSetting['seal'];
  /** Cases that these experts have judged beside the contest. */
  readonly alsoJudged?: (experts: readonly PastExpert[]) => readonly PastPanel[];
}

const poolOf = (experts: readonly PastExpert[]) =>
  experts.slice(0, PANEL_POOL).map(({ id, uscc, region, isFinance }) => ({ id, uscc, region, isFinance }));

/** A seed under which the four who can sign in are drawn: what a visitor of the demonstration should find. */
function drawnWith(experts: readonly PastExpert[], county: string) {
  const pool = poolOf(experts);
  const need = { size: SIZE, reserve: SIZE, needsFinance: true, counties: [county], unitShareOneIn: 3, countyShareOneIn: 3 };
  const wanted = new Set(experts.slice(0, 4).map(({ id }) => id));
  for (let i = 0; ; i++) {
    const seed = `demonstration-${i}`;
    const drawn = draw(pool, need, seed);
    if (i > 5000 || drawn.seats.filter(({ id }) => wanted.has(id)).length === wanted.size) return { seed, pool, need, drawn };
  }
}

const opinions = [
  '项目技术路线清晰，核心部件自主研发，样机指标较好；建议补充长期稳定性试验数据，并进一步明确与现有产品相比的成本优势和推广路径。',
  '团队结构完整，具备较好的工程化能力，市场定位准确；财务预测偏乐观，建议细化前两年的销售计划，并做好知识产权布局和风险预案。',
  '产品面向真实需求，商业模式可行，已有意向用户；检测准确率仍需第三方验证，建议加强与医疗机构合作，加快取得相应的注册证书。',
];
const marks = [
  ['27', '25.5', '12.5', '13', '8'],
  ['25.5', '26', '13', '12.5', '7.5'],
  ['26', '24', '12', '13.5', '8.5'],
] as const;

interface Parts {
  readonly seeding: ReviewSeeding;
  readonly dossier: Dossier;
  readonly stage: ReviewStage;
  readonly experts: readonly PastExpert[];
  readonly chosen: ReturnType<typeof drawnWith>;
  readonly number: string;
}

function panelOf({ seeding, dossier, stage, experts, chosen, number }: Parts, { row }: PastCase): PastPanel {
  const { root, now, today } = seeding;
  const id = uuidv7();
  const byId = new Map(experts.map((expert) => [expert.id, expert]));
  const sheet = {
    title: stage.sheet.title,
    cites: citationText(stage.sheet.cites),
    criteria: stage.sheet.criteria,
    commentAtLeast: stage.sheet.commentAtLeast,
    aggregate: stage.sheet.aggregate,
  };
  const { drawn } = chosen;
  const due = new Date(`${addDays(today, 3)}T18:00:00+08:00`);
  const panel: PastPanel['panel'] = {
    id,
    root,
    number,
    name: '创新创业大赛先进制造组',
    programme: 'innovation-contest',
    dossier: dossier.id,
    stage: stage.id,
    review_day: today,
    due_at: due,
    status: 'open',
    size: SIZE,
    reserve: SIZE,
    needs_finance: true,
    seed: chosen.seed,
    filters: { disciplines: [], levels: [] },
    rules: defaultRules,
    draw_log: {
      considered: PANEL_POOL + 2,
      admitted: PANEL_POOL,
      recused: experts.slice(PANEL_POOL, PANEL_POOL + 2).map(({ id: expert, name }, i) => ({
        expert,
        name,
        verdict: '回避',
        says: i === 0 ? `曾任职：${row.party_name}（${addDays(today, -400)}）` : `任顾问：${row.party_name}（日期未知）`,
      })),
      shortfalls: [],
      pool: chosen.pool,
      counties: chosen.need.counties,
    },
    sheet,
    drawn_by: NIL_UUID,
    drawn_by_name: '经办人甲',
    notified_by: NIL_UUID,
    notified_by_name: '经办人乙',
    concluded_by: null,
    concluded_by_name: null,
    version: 2,
    drawn_at: new Date(now.getTime() - 86_400_000),
    opened_at: new Date(now.getTime() - 80_000_000),
    concluded_at: null,
  };
  const seats = [...drawn.seats, ...drawn.reserves].map((one, i): PastPanel['seats'][number] => ({
    id: uuidv7(),
    root,
    panel: id,
    expert: one.id,
    seat: i < SIZE ? i + 1 : null,
    lot: i + 1,
    is_finance: one.isFinance,
    status: i < SIZE ? 'seated' : 'reserve',
    declares: true,
    left_why: null,
    left_at: null,
    seated_at: null,
  }));
  let handedIn = 0;
  const sheets = seats.slice(0, SIZE).map((seat): PastPanel['sheets'][number] => {
    const account = byId.get(seat.expert)?.account ?? null;
    const mark = account === null ? marks[handedIn] : undefined;
    const comment = opinions[handedIn] ?? '';
    if (mark !== undefined) handedIn += 1;
    return {
      id: uuidv7(),
      root,
      panel: id,
      case_id: row.id,
      seat: seat.id,
      seat_number: seat.seat ?? 0,
      account,
      panel_name: panel.name,
      due_at: due,
      view: frozenView(dossier, row, 1, false),
      sheet,
      declared_at: mark === undefined ? null : now,
      points: mark === undefined ? {} : Object.fromEntries(sheet.criteria.map(({ id: key }, i) => [key, mark[i] ?? '0'])),
      comment: mark === undefined ? '' : comment,
      recommend: mark === undefined ? null : true,
      status: mark === undefined ? 'open' : 'submitted',
      withdrawn_why: null,
      submitted_at: mark === undefined ? null : now,
      saved_at: null,
      asked_at: null,
      asked_why: null,
      justification: null,
      version: 1,
    };
  });
  const cases = [
    {
      root,
      panel: id,
      case_id: row.id,
      region: row.region,
      party: row.party,
      party_name: row.party_name,
      number: row.number,
      position: 1,
      result: null,
      concluded_at: null,
      is_dropped: false,
    },
  ];
  return { panel, seats, cases, sheets };
}

/** After the accounts, some of which belong to experts; returns how many experts there are. */
export async function seedReviews(db: Transaction<unknown>, seeding: ReviewSeeding): Promise<number> {
  const dossier = contest?.dossiers[0];
  const stage = dossier?.stages.find((one): one is ReviewStage => one.kind === 'review');
  if (dossier === undefined || stage === undefined) return 0;
  const { root, today, now, firms, partyIds, seal } = seeding;
  const entrants = firms
    .filter((firm) => firm.status === 'active' && firm.uscc !== null && firm.flaw === null && firm.serial % 7 === 3)
    .slice(0, ENTRIES)
    .flatMap((firm) => {
      const party = partyIds.get(firm.serial);
      return party === undefined ? [] : [{ firm, party }];
    });
  const [first] = entrants;
  if (first === undefined) return 0;
  const experts = demonstrationExperts(
    root,
    today,
    await expertAccounts(db, root),
    entrants.map(({ firm }) => firm),
  );
  const chosen = drawnWith(experts, first.firm.region);
  const number = `评${today.slice(0, 4)}-0001`;
  const convened = { panel: number, size: SIZE, reserve: SIZE, seed: chosen.seed, dueOn: addDays(today, 3) };
  const { call, cases, entries, series } = contestOf(root, dossier, today, entrants, convened);
  await loadCalls(db, [call]);
  await loadCases(db, dossier, cases, calendar);
  await loadCounter(db, root, series[0], series[1]);
  await loadEntries(db, { root, account: systemActor(root).accountId }, entries);
  const loaded = await loadExperts(db, root, experts, seal, now);
  const [reviewed] = cases;
  if (reviewed !== undefined) await loadPanel(db, panelOf({ seeding, dossier, stage, experts, chosen, number }, reviewed));
  for (const panel of seeding.alsoJudged?.(experts) ?? []) await loadPanel(db, panel);
  return loaded;
}
