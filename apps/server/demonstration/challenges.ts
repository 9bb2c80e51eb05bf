// A handful of open challenges, one in each state that a visitor may look for, from a need that waits for its county to a project that was stopped.
import { sql, type Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import {
  type CallRow,
  casePostings,
  lastSerial,
  loadCalls,
  loadCases,
  type PastCase,
  pastObligations,
} from '#modules/casework/contract.ts';
import { loadEntries } from '#modules/figures/contract.ts';
import type { PastObligations } from '#modules/funds/seeds.ts';
import { byOf, insertRelations, partyOf } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { calendar } from '../settings.ts';
import { type ChallengePanel, judge, reviewStageOf } from './challenge-panels.ts';
import {
  acceptedFirst,
  awardedBid,
  closed,
  matched,
  needSteps,
  openedBid,
  published,
  type Step,
  scoredBid,
  sentBid,
  signed,
  stopped,
  vetted,
  vetting,
} from './challenge-steps.ts';
import { bidAnswers, needAnswers } from './challenge-texts.ts';
import { eventsOf } from './history.ts';

const programmeId = 'open-challenge';
/** The number of the contest's panel comes before those of challenges. */
const panelsBefore = 1;

interface Firm {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly region: string;
}

/** The firms with sign-ins, in their order; and others of the same zone that post needs or bid, none with a case of its own under way. */
async function someFirms(db: Transaction<unknown>, root: string, own: readonly string[], count: number): Promise<readonly Firm[]> {
  const { rows } = await sql<Firm>`
    (select p.id, p.name, p.uscc, p.region from registry.party p where p.root = ${root} and p.id = any(${own}::uuid[])
     order by array_position(${own}::uuid[], p.id))
    union all
    (select p.id, p.name, p.uscc, p.region from registry.party p
     where p.root = ${root} and p.region = '990171' and p.status = 'active' and p.uscc_check = 'ok' and p.legal_person is not null
       and p.id <> all(${own}::uuid[])
       and exists (select 1 from registry.title t where t.root = p.root and t.party = p.id and t.status = 'valid' and t.until_on > current_date + 500)
     order by p.uscc limit ${count})`.execute(db);
  return rows;
}

interface Panelling {
  readonly on: string;
  readonly isConcluded: boolean;
}

class Challenges {
  readonly needs: PastCase[] = [];
  readonly bids: PastCase[] = [];
  readonly panels: ChallengePanel[] = [];
  readonly #root: string;
  readonly #call: CallRow;
  readonly #dossiers: readonly [Dossier, Dossier];
  #serial: number;

  constructor(root: string, call: CallRow, dossiers: readonly [Dossier, Dossier], serial: number) {
    this.#root = root;
    this.#call = call;
    this.#dossiers = dossiers;
    this.#serial = serial;
  }

  #add(dossier: Dossier, firm: Firm, answers: Record<string, unknown>, steps: readonly Step[], about?: PastCase): PastCase {
    const events = eventsOf(steps, regionShortName(firm.region));
    this.#serial += 1;
    const past: PastCase = {
      row: {
        id: uuidv7(),
        root: this.#root,
        region: firm.region,
        programme: programmeId,
        dossier: dossier.id,
        call: this.#call.id,
        party: firm.id,
        party_name: firm.name,
        party_uscc: firm.uscc,
        number: `${this.#call.year}${firm.region}${String(this.#serial).padStart(6, '0')}`,
        answers,
        created_at: new Date(events[0]?.at ?? 0),
        updated_at: new Date(events.at(-1)?.at ?? 0),
        ...(about !== undefined && { about: about.row.id, about_party: about.row.party }),
      },
      events,
    };
    (about === undefined ? this.needs : this.bids).push(past);
    return past;
  }

  #judged(dossier: Dossier, { on, isConcluded }: Panelling, add: (judged: ReturnType<typeof judge>) => PastCase): PastCase {
    const number = `评${on.slice(0, 4)}-${String(panelsBefore + this.panels.length + 1).padStart(4, '0')}`;
    const judged = judge(dossier, number, on);
    const of = add(judged);
    const { points, outcome } = judged;
    this.panels.push({ number, on, isConcluded, dossier, stage: reviewStageOf(dossier), points, outcome, of });
    return of;
  }

  waiting(firm: Firm, topic: number, on: string): void {
    const answers = needAnswers(topic);
    this.#add(this.#dossiers[0], firm, answers, needSteps(addDays(on, 11), answers).slice(0, 2));
  }

  inVetting(firm: Firm, topic: number, panelOn: string): void {
    const answers = needAnswers(topic);
    const [need] = this.#dossiers;
    this.#judged(need, { on: panelOn, isConcluded: false }, (judged) =>
      this.#add(need, firm, answers, [...needSteps(panelOn, answers), ...vetting(panelOn, judged)]),
    );
  }

  /** A need that was published on a day, and what has become of it since. */
  published(firm: Firm, topic: number, on: string, closes: string, since: readonly Step[] = []): PastCase {
    const answers = needAnswers(topic);
    const panelOn = addDays(on, -12);
    const [need] = this.#dossiers;
    return this.#judged(need, { on: panelOn, isConcluded: true }, (judged) =>
      this.#add(need, firm, answers, [...needSteps(panelOn, answers), ...vetted(panelOn, judged), ...published(on, closes), ...since]),
    );
  }

  sealedBid(firm: Firm, topic: number, about: PastCase, on: string): void {
    const answers = bidAnswers(topic);
    this.#add(this.#dossiers[1], firm, answers, sentBid(on, answers), about);
  }

  openedBid(firm: Firm, topic: number, about: PastCase, closes: string): void {
    const answers = bidAnswers(topic);
    this.#add(this.#dossiers[1], firm, answers, [...sentBid(addDays(closes, -3), answers), ...openedBid(closes)], about);
  }

  scoredBid(firm: Firm, topic: number, about: PastCase, closes: string): void {
    const answers = bidAnswers(topic);
    const [, bid] = this.#dossiers;
    this.#judged(bid, { on: addDays(closes, 10), isConcluded: false }, (judged) =>
      this.#add(bid, firm, answers, [...sentBid(addDays(closes, -3), answers), ...scoredBid(closes, judged)], about),
    );
  }

  awardedBid(firm: Firm, topic: number, about: PastCase, closes: string, since: readonly Step[]): PastCase {
    const answers = bidAnswers(topic);
    const [, bid] = this.#dossiers;
    return this.#judged(bid, { on: addDays(closes, 10), isConcluded: true }, (judged) =>
      this.#add(bid, firm, answers, [...sentBid(addDays(closes, -3), answers), ...awardedBid(closes, judged), ...since], about),
    );
  }
}

function callOf(root: string, today: string): CallRow {
  const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
  return {
    id: uuidv7(),
    root,
    programme: programmeId,
    dossier: 'need',
    year: Number(today.slice(0, 4)),
    name: `${today.slice(0, 4)}年揭榜挂帅技术需求征集`,
    opens_at: at(addDays(today, -400)),
    closes_at: at(addDays(today, 60)),
    budget: '10000000',
    quota: null,
    parameters: { lumpSum: 'true' },
    guide:
      '一、面向在本市注册的企业征集真实技术需求。\n二、需求经县区核实、专家论证后向全国张榜。\n三、揭榜申请密封保存，截止后统一拆封。\n四、本批次实行经费包干制。\n五、本批次为演示数据，均为虚构。',
    status: 'published',
    version: 1,
    created_at: at(addDays(today, -410)),
    updated_at: at(addDays(today, -405)),
  };
}

interface Playing {
  readonly made: Challenges;
  readonly today: string;
  readonly firms: readonly Firm[];
}

/** Returns the bid that was stopped, with the days of its money. */
function play({ made, today, firms }: Playing): { of: PastCase; paidOn: string; endedOn: string } | undefined {
  const [, second, third, a, b, c, d, e, f] = firms;
  if (second === undefined || third === undefined || !a || !b || !c || !d || !e || !f) return undefined;
  const back = (days: number) => addDays(today, -days);
  const open = made.published(a, 0, back(10), addDays(today, 25));
  made.sealedBid(f, 0, open, back(2));
  made.inVetting(e, 4, back(6));
  const own = made.published(third, 2, back(55), back(20), closed(back(20)));
  made.openedBid(d, 2, own, back(20));
  made.scoredBid(c, 2, own, back(20));
  made.awardedBid(second, 1, made.published(b, 1, back(90), back(45), matched(back(45))), back(45), []);
  const running = back(150);
  const under = made.published(c, 2, back(250), back(200), matched(back(200)));
  made.awardedBid(d, 2, under, back(200), [...signed(running, 2), ...acceptedFirst(running)]);
  const begun = back(220);
  const ended = [...signed(begun, 1), ...acceptedFirst(begun), stopped(back(40))];
  const of = made.awardedBid(a, 3, made.published(d, 3, back(320), back(270), matched(back(270))), back(270), ended);
  made.waiting(b, 3, back(2));
  return { of, paidOn: addDays(begun, 100), endedOn: back(40) };
}

export interface SeededChallenges {
  readonly cases: number;
  readonly panels: readonly ChallengePanel[];
}

/** Everything in the caller's transaction; `oblige` takes in the money that the agreements made. `own` are the firms with sign-ins. */
export async function seedChallenges(
  db: Transaction<unknown>,
  { root, today, own }: { root: string; today: string; own: readonly string[] },
  oblige: (programme: string, owed: readonly PastObligations[]) => Promise<void>,
): Promise<SeededChallenges> {
  const programme = catalogue.programmes.find((candidate) => candidate.id === programmeId);
  const [need, bid] = programme?.dossiers ?? [];
  if (programme === undefined || need === undefined || bid === undefined) return { cases: 0, panels: [] };
  const call = callOf(root, today);
  const firms = await someFirms(db, root, own, 6);
  const made = new Challenges(root, call, [need, bid], await lastSerial(db, root, call.year));
  const money = play({ made, today, firms });
  await loadCalls(db, [call]);
  await relate(db, { root, today, held: firms[2], holder: firms[3] });
  const by = { root, account: systemActor(root).accountId };
  for (const [dossier, cases] of [[need, made.needs] as const, [bid, made.bids] as const]) {
    await loadCases(db, dossier, cases, calendar);
    const entries = cases.flatMap(({ row, events }) =>
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
    const owed = pastObligations(programme, dossier, cases).map((of) => ({
      ...of,
      ...(of.caseId === money?.of.row.id && { paidOn: money.paidOn, endedOn: money.endedOn }),
    }));
    if (owed.length > 0) await oblige(programmeId, owed);
  }
  return { cases: made.needs.length + made.bids.length, panels: made.panels };
}

/** The issuer of what is on the board holds thirty per cent of the third firm with a sign-in, which therefore may not bid for it. */
async function relate(
  db: Transaction<unknown>,
  { root, today, held, holder }: { root: string; today: string; held: Firm | undefined; holder: Firm | undefined },
): Promise<void> {
  if (held === undefined || holder === undefined) return;
  const by = byOf({ actor: systemActor(root), now: new Date(`${today}T00:00:00Z`), today });
  const ties = { kind: 'shareholding', share: '0.3', from: addDays(today, -900), until: null, source: '工商登记（演示）' } as const;
  await insertRelations(db, by, [{ held: await partyOf(db, held.id), holder: holder.id, holderName: holder.name, ...ties }]);
}
