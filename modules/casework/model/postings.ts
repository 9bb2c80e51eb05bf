// What the events of a case post to the ledger of figures, as the programme declares it.
import type { Programme } from '#kernel/declare/programme.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';

export interface CasePosting {
  readonly measure: string;
  readonly day: string;
  readonly value: string;
  /** Case and sequence number of the event that made it. */
  readonly seq: number;
}

/** Entries for new events; an unknown value posts nothing, because unknown is not zero. */
export function postingsOf(
  programme: Programme,
  dossier: string,
  events: readonly CaseEvent[],
  answers: Readonly<Record<string, unknown>>,
): CasePosting[] {
  return events.flatMap((event) =>
    (programme.postings ?? [])
      .filter((posting) => posting.dossier === dossier && posting.verb === event.verb && (posting.stage ?? event.stage) === event.stage)
      .filter((posting) => posting.when === undefined || posting.when(event))
      .flatMap((posting) => {
        const value = posting.value === undefined ? '1' : posting.value(answers, event);
        return value === null ? [] : [{ measure: posting.measure.id, day: event.day, value, seq: event.seq }];
      }),
  );
}
