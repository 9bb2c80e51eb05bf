// Loads the demonstration's recognitions: calls of each year, finished cases, cases under way this year, and the entries that all of them made.
import type { Transaction } from 'kysely';
import { catalogue } from '#catalogue/index.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { FileRef } from '#kernel/fields/field.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { type CallRow, casePostings, loadCalls, loadCases, loadCounter, type PastCase } from '#modules/casework/contract.ts';
import { loadEntries, type PastEntry } from '#modules/figures/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { calendar } from '../settings.ts';
import { recognitionAnswers } from './answers.ts';
import { type Applicant, stepsOf } from './current-round.ts';
import { eventsOf, finished } from './history.ts';

const programmeId = 'high-tech-enterprise';

export interface Seeding {
  readonly root: string;
  readonly today: string;
  readonly firms: readonly Enterprise[];
  readonly round: readonly Applicant[];
  /** Party id by serial number; a merged duplicate has none. */
  readonly partyIds: ReadonlyMap<number, string>;
  /** The one synthetic paper that stands for every document. */
  readonly paper: FileRef;
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}+08:00`);

function callOf(root: string, dossier: Dossier, year: number, opens: string, closes: string): CallRow {
  return {
    id: uuidv7(),
    root,
    programme: programmeId,
    dossier: dossier.id,
    year,
    name: `${year}年${dossier.name.replace('申请', '')}`,
    opens_at: at(opens, '09:00:00'),
    closes_at: at(closes, '18:00:00'),
    budget: null,
    quota: null,
    parameters: {},
    guide: `一、申报对象：在本市注册满一年的居民企业。\n二、申报方式：网上填报并上传材料，无需提交纸质件。\n三、办理流程：县区科技、税务部门联合初审，市科技、税务部门联合复核，推荐至省认定机构。\n四、说明：本批次为演示数据，均为虚构。`,
    status: 'published',
    version: 1,
    created_at: at(addDays(opens, -20), '10:00:00'),
    updated_at: at(addDays(opens, -10), '10:00:00'),
  };
}

class Cases {
  readonly past: PastCase[] = [];
  readonly #serials = new Map<number, number>();
  readonly #seeding: Seeding;
  readonly #dossier: Dossier;

  constructor(seeding: Seeding, dossier: Dossier) {
    this.#seeding = seeding;
    this.#dossier = dossier;
  }

  add(firm: Enterprise, call: CallRow, answers: Record<string, unknown>, events: readonly CaseEvent[]): void {
    const party = this.#seeding.partyIds.get(firm.serial);
    const first = events[0];
    const last = events.at(-1);
    if (party === undefined || first === undefined || last === undefined) return;
    const serial = (this.#serials.get(call.year) ?? 0) + 1;
    this.#serials.set(call.year, serial);
    const { root } = this.#seeding;
    this.past.push({
      row: {
        id: uuidv7(),
        root,
        region: firm.region,
        programme: programmeId,
        dossier: this.#dossier.id,
        call: call.id,
        party,
        party_name: firm.name,
        party_uscc: firm.uscc ?? '',
        number: `${call.year}${firm.region}${String(serial).padStart(6, '0')}`,
        answers,
        created_at: new Date(first.at),
        updated_at: new Date(last.at),
      },
      events,
    });
  }

  series(): [name: string, last: number][] {
    return [...this.#serials].map(([year, last]) => [`case:${programmeId}:${this.#dossier.id}:${year}`, last]);
  }
}

function build(seeding: Seeding, dossier: Dossier): { calls: CallRow[]; cases: Cases } {
  const { root, today, firms, paper } = seeding;
  const cases = new Cases(seeding, dossier);
  const thisYear = Number(today.slice(0, 4));
  const years = [...new Set(firms.flatMap((firm) => firm.applications.map((application) => application.year)))].sort();
  const calls = new Map(years.map((year) => [year, callOf(root, dossier, year, `${year}-03-01`, `${year}-09-30`)]));
  for (const firm of firms) {
    for (const application of firm.applications) {
      const call = calls.get(application.year);
      if (call === undefined) continue;
      const answers = recognitionAnswers(firm, application, paper);
      cases.add(firm, call, answers, eventsOf(finished(application, firm, answers), regionShortName(firm.region)));
    }
  }
  const current = callOf(root, dossier, thisYear, addDays(today, -150), addDays(today, 45));
  calls.set(thisYear, current);
  for (const applicant of seeding.round) {
    const { firm } = applicant;
    const score = firm.applications.at(-1)?.score ?? 72;
    const rights = firm.ipRights.filter((right) => right.validTo > today).map((right) => right.number);
    const answers = recognitionAnswers(firm, { year: thisYear, submittedOn: today, score, ipRights: rights }, paper);
    cases.add(firm, current, answers, eventsOf(stepsOf(applicant, today, answers), regionShortName(firm.region)));
  }
  return { calls: [...calls.values()], cases };
}

function* caseEntries(programme: Programme, dossier: Dossier, cases: Cases): Generator<PastEntry> {
  for (const { row, events } of cases.past) {
    for (const posting of casePostings(programme, dossier.id, events, row.answers)) {
      const event = events[posting.seq - 1];
      if (event !== undefined)
        yield { ...posting, region: row.region, party: row.party, sourceKind: 'case', sourceId: row.id, postedAt: new Date(event.at) };
    }
  }
}

/** Everything in the caller's transaction; returns how many cases there are. */
export async function seedRecognitions(db: Transaction<unknown>, seeding: Seeding): Promise<number> {
  const programme = catalogue.programmes.find((candidate) => candidate.id === programmeId);
  const dossier = programme?.dossiers[0];
  if (programme === undefined || dossier === undefined) return 0;
  const { calls, cases } = build(seeding, dossier);
  await loadCalls(db, calls);
  const loaded = await loadCases(db, dossier, cases.past, calendar);
  for (const [series, last] of cases.series()) await loadCounter(db, seeding.root, series, last);
  await loadEntries(db, { root: seeding.root, account: systemActor(seeding.root).accountId }, caseEntries(programme, dossier, cases));
  return loaded;
}
