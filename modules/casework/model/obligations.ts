// What the events of a case oblige the bureau to in money, as the programme declares it.
import type { Obligation } from '#kernel/declare/obligation.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';

/** Whether any rule follows from these events: only then is the history before them read. */
export function mayOblige({ obligations = [] }: Programme, dossier: string, events: readonly CaseEvent[]): boolean {
  return events.some((event) => obligations.some((rule) => follows(rule, dossier, event)));
}

const follows = (rule: { dossier: string; verb: string; stage?: string }, dossier: string, event: CaseEvent): boolean =>
  rule.dossier === dossier && rule.verb === event.verb && (rule.stage ?? event.stage) === event.stage;

/** Obligations of new events in their order; `before` is the history that they follow. */
export function obligationsOf(
  programme: Programme,
  dossier: string,
  events: readonly CaseEvent[],
  answers: Readonly<Record<string, unknown>>,
  before: readonly CaseEvent[] = [],
): readonly Obligation[] {
  return events.flatMap((event, i) =>
    (programme.obligations ?? [])
      .filter((rule) => follows(rule, dossier, event))
      .flatMap((rule) => rule.of(answers, event, [...before, ...events.slice(0, i)])),
  );
}
