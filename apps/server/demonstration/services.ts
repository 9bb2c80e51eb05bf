// A year of service items at the counter: three hundred cases, each played through the same machine, with a few that show what can go wrong.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { addDays, addWorkdays } from '#kernel/declare/calendar.ts';
import { type Dossier, isStanding } from '#kernel/declare/dossier.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { FileRef } from '#kernel/fields/field.ts';
import { type CaseEvent, nothingYet } from '#kernel/stages/case-state.ts';
import { kindOf } from '#kernel/stages/kinds.ts';
import { apply, stageOf } from '#kernel/stages/machine.ts';
import {
  casePostings,
  lastSerial,
  listCalls,
  loadCases,
  openStandingCalls,
  type PastCase,
  standingOf,
} from '#modules/casework/contract.ts';
import { loadEntries } from '#modules/figures/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { calendar } from '../settings.ts';
import { eventsOf } from './history.ts';

/** In a year; the seed report of a city counts thirteen times as many. */
const inAYear = 300;
const workdaysOfYear = 248;

type Step = Parameters<typeof eventsOf>[0][number];

export interface ServiceFirm {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly region: string;
}

export const servedFirm = ({ id, name, uscc, region }: { id: string; name: string; uscc: string | null; region: string }): ServiceFirm => ({
  id,
  name,
  uscc: uscc ?? '',
  region,
});

interface Setting {
  readonly root: string;
  readonly today: string;
  readonly firms: readonly ServiceFirm[];
  readonly paper: FileRef;
}

const later = (day: string, count: number): string => addWorkdays(calendar, day, count);

/** The days counted back from today on which the counter is open. */
function workdaysBefore(today: string, count: number): readonly string[] {
  const days: string[] = [];
  for (let day = today; days.length < count; day = addDays(day, -1)) if (calendar.isWorkday(day)) days.push(day);
  return days;
}

const step = (day: string, stage: string | null, verb: string, office: Step['office'], data: Step['data'] = {}): Step => ({
  day,
  stage,
  verb,
  office,
  data,
});

/** Received on the spot, or after what was missing had been told once. */
function receivedSteps(n: number, day: string): Step[] {
  if (n % 12 !== 5) return [step(day, 'receive', 'accept', 'city-office')];
  const mended = later(day, 3);
  return [
    step(later(day, 1), 'receive', 'return', 'city-office', { reasons: '申请材料第 1 项未加盖公章，请补正（演示）', workdays: 5 }),
    step(mended, null, 'resubmit', 'applicant'),
    step(mended, 'receive', 'accept', 'city-office'),
  ];
}

/** Decided well within the promise; every 17th waits for an expert review, every 59th is extended, and one was decided late. */
function decidedSteps(n: number, accepted: string, { service, stages }: Dossier): Step[] {
  const promise = service?.promise ?? 5;
  const isAbove = stages.some(({ kind }) => kind === 'examine');
  const isExtended = n % 59 === 40;
  const isPaused = n % 17 === 3 && promise >= 10;
  const days = isExtended ? promise + 3 : n === 77 ? promise + 2 : Math.max(1, Math.floor((promise * (3 + (n % 6))) / 10));
  const decided = later(accepted, days + (isPaused ? 4 : 0));
  return [
    ...(isPaused
      ? [
          step(later(accepted, 1), null, 'pause', 'city-office', { note: '组织专家评审，所需时间不计入期限' }),
          step(later(accepted, 5), null, 'resume', 'city-office'),
        ]
      : []),
    ...(isExtended
      ? [
          step(later(accepted, promise - 1), null, 'ask-extension', 'city-office', { workdays: 5, note: '需向外地主管部门核实' }),
          step(later(accepted, promise), null, 'extend', 'leadership', { workdays: 5, note: '同意延长，已告知申请单位' }),
        ]
      : []),
    ...(isAbove ? [step(decided, 'examine', 'propose', 'city-office', { verdict: n % 23 === 11 ? 'refuse' : 'grant' })] : []),
    n % 23 === 11
      ? step(decided, 'decide', 'refuse', isAbove ? 'leadership' : 'city-office', { reasons: '不符合办理条件第 1 项（演示）' })
      : step(decided, 'decide', 'approve', isAbove ? 'leadership' : 'city-office'),
    step(later(decided, 1), 'deliver', 'deliver', 'city-office', { way: service?.visits === 1 ? 'counter' : 'online' }),
  ];
}

/** Two in three rate by themselves; every 43rd is dissatisfied, is called, answered and rates again. */
function ratedSteps(n: number, delivered: string): Step[] {
  if (n % 43 === 8) {
    const rated = later(delivered, 1);
    return [
      step(rated, 'rate', 'rate', 'applicant', { level: '2', reasons: ['guidance'], comment: '材料要求前后说法不一致（演示）' }),
      step(later(rated, 1), 'rate', 'contact', 'city-office', { way: 'phone', facts: '窗口与承办处室口径不一致，已核实', isFounded: true }),
      step(later(rated, 6), 'rate', 'rectify', 'city-office', {
        measures: '统一办事指南并重新培训',
        reply: '已统一口径，为您带来不便深表歉意。',
      }),
      step(later(rated, 7), 'rate', 'rerate', 'applicant', { level: '4' }),
    ];
  }
  if (n % 3 === 0) return [step(addDays(delivered, 6), 'rate', 'rate-by-default', 'system', { level: '5' })];
  const level = n % 19 === 4 ? '3' : n % 5 === 1 ? '4' : '5';
  return [
    step(addDays(delivered, 1 + (n % 3)), 'rate', 'rate', 'applicant', {
      level,
      ...(n % 10 === 1 && { comment: '办得很快，网上就办好了（演示）' }),
    }),
  ];
}

const dayOfVerb = (steps: readonly Step[], verb: string): string => steps.findLast((each) => each.verb === verb)?.day ?? '';

function lifeOf(n: number, day: string, dossier: Dossier, answers: unknown): Step[] {
  const sent = [step(day, null, 'draft', 'applicant'), step(day, 'submit', 'submit', 'applicant', { answers })];
  const received = receivedSteps(n, day);
  const decided = decidedSteps(n, dayOfVerb(received, 'accept'), dossier);
  return [...sent, ...received, ...decided, ...ratedSteps(n, dayOfVerb(decided, 'deliver'))];
}

/** What the machine itself keeps with a move, such as whether a decision came in time. */
function withAttached(dossier: Dossier, events: readonly CaseEvent[]): CaseEvent[] {
  let state = nothingYet;
  return events.map((event) => {
    const stage = stageOf(dossier, event.stage);
    const kind = stage === undefined ? undefined : kindOf(stage);
    const move = stage && kind?.moves(stage, state).find(({ verb }) => verb === event.verb);
    const kept = stage && move ? (kind?.attach?.(stage, move, state, event.data, { day: event.day, calendar }) ?? {}) : {};
    const whole = { ...event, data: { ...event.data, ...kept } };
    state = apply(dossier, state, whole);
    return whole;
  });
}

const answersOf = (n: number, { name, form }: Dossier, firm: ServiceFirm, paper: FileRef): Record<string, unknown> => ({
  matter: `${firm.name.slice(0, 12)}${name}（演示 ${n + 1}）`,
  contact: { name: '演示联系人', phone: '13800000002' },
  ...Object.fromEntries(
    Object.entries(form.fields).flatMap(([key, field]) =>
      field.kind === 'file' && field.optional !== true ? [[key, { sha256: paper.sha256, fileName: paper.fileName, size: paper.size }]] : [],
    ),
  ),
});

interface Made {
  readonly programme: Programme;
  readonly dossier: Dossier;
  readonly past: PastCase;
}

class Counter {
  readonly made: Made[] = [];
  readonly #setting: Setting;
  readonly #calls: ReadonlyMap<string, string>;
  readonly #serials: Map<string, number>;

  constructor(setting: Setting, calls: ReadonlyMap<string, string>, serials: Map<string, number>) {
    this.#setting = setting;
    this.#calls = calls;
    this.#serials = serials;
  }

  add(
    n: number,
    programme: Programme,
    dossier: Dossier,
    firm: ServiceFirm,
    day: string,
    steps: (life: Step[]) => Step[] = (life) => life,
  ): void {
    const { root, today, paper } = this.#setting;
    const answers = answersOf(n, dossier, firm, paper);
    const happened = steps(lifeOf(n, day, dossier, answers)).filter((each) => each.day <= today);
    const events = withAttached(dossier, eventsOf(happened, regionShortName(firm.region)));
    const year = day.slice(0, 4);
    const serial = (this.#serials.get(year) ?? 0) + 1;
    this.#serials.set(year, serial);
    const row: PastCase['row'] = {
      id: uuidv7(),
      root,
      region: firm.region,
      programme: programme.id,
      dossier: dossier.id,
      call: this.#calls.get(`${programme.id}/${dossier.id}`) ?? '',
      party: firm.id,
      party_name: firm.name,
      party_uscc: firm.uscc,
      number: `${year}${firm.region}${String(serial).padStart(6, '0')}`,
      answers,
      created_at: new Date(events[0]?.at ?? 0),
      updated_at: new Date(events.at(-1)?.at ?? 0),
    };
    this.made.push({ programme, dossier, past: { row, events } });
  }
}

const until =
  (verb: string) =>
  (life: Step[]): Step[] =>
    life.slice(0, life.findIndex((each) => each.verb === verb) + 1);

/** A bad rating of yesterday that nobody has called about, and one that was called about and waits for its answer. */
const dissatisfied =
  (rated: string, contacted?: string) =>
  (life: Step[]): Step[] => [
    ...until('deliver')(life),
    step(rated, 'rate', 'rate', 'applicant', { level: '1', reasons: ['time', 'online'], comment: '网上反复退出，材料上传了三次（演示）' }),
    ...(contacted === undefined
      ? []
      : [step(contacted, 'rate', 'contact', 'city-office', { way: 'phone', facts: '上传组件不支持大文件，情况属实', isFounded: true })]),
  ];

function build(counter: Counter, { today, firms }: Setting, own: readonly ServiceFirm[]): void {
  const all = catalogue.programmes.flatMap((programme) =>
    programme.dossiers
      .filter((dossier) => isStanding(dossier) && dossier.by.includes('enterprise'))
      .map((dossier) => ({ programme, dossier })),
  );
  const days = workdaysBefore(today, workdaysOfYear);
  const at = (n: number) => all[n % all.length];
  for (let n = 0; n < inAYear; n += 1) {
    const chosen = at(n * 7);
    const firm = firms[(n * 37) % firms.length];
    const day = days[workdaysOfYear - 1 - Math.floor((n * workdaysOfYear) / inAYear)];
    if (chosen !== undefined && firm !== undefined && day !== undefined) counter.add(n, chosen.programme, chosen.dossier, firm, day);
  }
  const [first, second, third] = own;
  const short = all.filter(({ dossier }) => (dossier.service?.promise ?? 0) === 5);
  const [a, b, c] = short;
  const [back12, back9, back20] = [days[12], days[9], days[20]];
  if (!first || !second || !third || !a || !b || !c || !back12 || !back9 || !back20) return;
  // The three sign-ins of firms: one to rate, one to mend, one whose day has passed; and bad ratings for the follow-up.
  counter.add(inAYear, a.programme, a.dossier, first, back9, until('deliver'));
  counter.add(inAYear + 1, b.programme, b.dossier, second, back12, (life) => until('accept')(life));
  counter.add(inAYear + 2, a.programme, a.dossier, third, back20, dissatisfied(days[1] ?? today));
  counter.add(inAYear + 3, c.programme, c.dossier, second, back20, dissatisfied(days[3] ?? today, days[2] ?? today));
}

/** Everything in the caller's transaction. Returns how many cases there are. */
export async function seedServices(db: Transaction<unknown>, setting: Setting, own: readonly ServiceFirm[], now: Date): Promise<number> {
  const { root, today } = setting;
  await openStandingCalls(db, root, standingOf(catalogue), now);
  const calls = new Map(
    (await listCalls(db, root, { standing: true })).map(({ id, programme, dossier }) => [`${programme}/${dossier}`, id]),
  );
  const years = [String(Number(today.slice(0, 4)) - 1), today.slice(0, 4)];
  const serials = new Map<string, number>();
  for (const year of years) serials.set(year, await lastSerial(db, root, Number(year)));
  const counter = new Counter(setting, calls, serials);
  build(counter, setting, own);
  const by = { root, account: systemActor(root).accountId };
  const dossiers = new Map(counter.made.map(({ programme, dossier }) => [dossier, programme]));
  for (const [dossier] of dossiers) {
    const cases = counter.made.filter((each) => each.dossier === dossier).map(({ past }) => past);
    await loadCases(db, dossier, cases, calendar);
  }
  const entries = counter.made.flatMap(({ programme, dossier, past: { row, events } }) =>
    casePostings(programme, dossier.id, events, row.answers).map((posting) => ({
      ...posting,
      region: row.region,
      party: row.party,
      sourceKind: 'case',
      sourceId: row.id,
      postedAt: new Date(events[posting.seq - 1]?.at ?? 0),
    })),
  );
  await loadEntries(db, by, entries);
  return counter.made.length;
}
