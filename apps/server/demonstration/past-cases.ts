// Gathers past cases of one programme for the demonstration and loads them with the calls, entries and money that belong to them.
import type { Transaction } from 'kysely';
import type { Programme } from '#kernel/declare/programme.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import {
  type CallRow,
  type CaseObligations,
  casePostings,
  lastSerial,
  loadCalls,
  loadCases,
  type PastCase,
  pastObligations,
} from '#modules/casework/contract.ts';
import { loadEntries } from '#modules/figures/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { calendar } from '../settings.ts';

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string;
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}+08:00`);

export class PastCases {
  readonly calls: CallRow[] = [];
  readonly #cases = new Map<string, PastCase[]>();
  readonly #serials = new Map<number, number>();
  readonly #root: string;
  readonly #programme: Programme;

  constructor(root: string, programme: Programme) {
    this.#root = root;
    this.#programme = programme;
  }

  /** The year's series goes on behind the numbers that are taken. */
  async startSeries(db: Transaction<unknown>, years: readonly number[]): Promise<void> {
    for (const year of years) this.#serials.set(year, await lastSerial(db, this.#root, year));
  }

  call(dossier: string, year: number, opens: string, closes: string, name: string, budget: string | null): CallRow {
    const call: CallRow = {
      id: uuidv7(),
      root: this.#root,
      programme: this.#programme.id,
      dossier,
      year,
      name,
      opens_at: at(opens, '09:00:00'),
      closes_at: at(closes, '18:00:00'),
      budget,
      quota: null,
      parameters: {},
      guide: `一、网上填报并上传材料，无需提交纸质件。\n二、请在受理期内提交，逾期不予受理。\n三、本批次为演示数据，均为虚构。`,
      status: 'published',
      version: 1,
      created_at: at(opens, '08:00:00'),
      updated_at: at(opens, '08:00:00'),
    };
    this.calls.push(call);
    return call;
  }

  /** Number that the next case of the call will have. */
  nextNumber({ year }: CallRow, { region }: Party): string {
    return `${year}${region}${String((this.#serials.get(year) ?? 0) + 1).padStart(6, '0')}`;
  }

  add(party: Party, call: CallRow, answers: Record<string, unknown>, events: readonly CaseEvent[]): void {
    const number = this.nextNumber(call, party);
    this.#serials.set(call.year, (this.#serials.get(call.year) ?? 0) + 1);
    const [first] = events;
    const last = events.at(-1);
    if (first === undefined || last === undefined) return;
    const cases = this.#cases.get(call.dossier) ?? [];
    this.#cases.set(call.dossier, cases);
    cases.push({
      row: {
        id: uuidv7(),
        root: this.#root,
        region: party.region,
        programme: this.#programme.id,
        dossier: call.dossier,
        call: call.id,
        party: party.id,
        party_name: party.name,
        party_uscc: party.uscc ?? '',
        number,
        answers,
        created_at: new Date(first.at),
        updated_at: new Date(last.at),
      },
      events,
    });
  }

  /** Returns how many cases were loaded. */
  async load(db: Transaction<unknown>, oblige?: (owed: readonly CaseObligations[]) => Promise<void>): Promise<number> {
    await loadCalls(db, this.calls);
    let count = 0;
    for (const dossier of this.#programme.dossiers) {
      const cases = this.#cases.get(dossier.id) ?? [];
      count += await loadCases(db, dossier, cases, calendar);
      const entries = cases.flatMap(({ row, events }) =>
        casePostings(this.#programme, dossier.id, events, row.answers).map((posting) => ({
          ...posting,
          region: row.region,
          party: row.party,
          sourceKind: 'case',
          sourceId: row.id,
          postedAt: new Date(events[posting.seq - 1]?.at ?? 0),
        })),
      );
      await loadEntries(db, { root: this.#root, account: systemActor(this.#root).accountId }, entries);
      const owed = pastObligations(this.#programme, dossier, cases);
      if (owed.length > 0) await oblige?.(owed);
    }
    return count;
  }
}
