// What is to be written to people about moves of a case: the occasions of documents, and the messages to the applicant.
import { citationText } from '#kernel/declare/citation.ts';
import { dueOn } from '#kernel/stages/clock.ts';
import { correctionDue } from '#kernel/stages/machine.ts';
import type { CaseMove, Letter, UnmetCondition } from '#modules/correspondence/contract.ts';
import type { Declared } from '../setting.ts';
import type { CaseRow } from '../store/tables.ts';
import type { Advance, Given } from './advance.ts';
import { noticeOf } from './notices.ts';

export interface MadeMove extends Declared {
  /** As it stood before. */
  readonly row: CaseRow;
  readonly made: Advance;
  readonly given: Given;
}

function unmetOf({ row, dossier, given }: MadeMove, day: string): readonly UnmetCondition[] {
  return dossier.eligibility
    .assess(row.answers, { day: row.submitted_on ?? day, ...given })
    .filter(({ status }) => status === 'unmet')
    .map(({ says, required, actual, cites }) => ({ says, required, actual: actual ?? '未填', article: citationText(cites) }));
}

/** The day by which the applicant must answer, or until which the case is laid open. */
function lastDay({ made: { state }, given }: MadeMove, hasEntered: boolean): string | null {
  if (state.correction !== null) return correctionDue(state.correction, given);
  return hasEntered && state.clock !== null ? dueOn(given.calendar, state.clock) : null;
}

/** One for each event; what the case has come to belongs to the last. */
export function caseMovesOf(move: MadeMove): CaseMove[] {
  const { row, programme, dossier, made } = move;
  const hasEntered = made.state.stage !== row.state.stage;
  return made.events.map((event, i) => {
    const isLast = i === made.events.length - 1;
    return {
      caseId: row.id,
      caseNumber: row.number ?? '',
      party: row.party,
      partyName: row.party_name,
      region: row.region,
      submittedOn: made.state.submittedOn,
      programme,
      dossier,
      event,
      entered: isLast && hasEntered ? made.state.stage : null,
      dueOn: isLast ? lastDay(move, hasEntered) : null,
      unmet: () => unmetOf(move, event.day),
    };
  });
}

export const caseHref = (id: string): string => `/desk/cases/${id}`;

export function lettersOf({ row, dossier, made }: MadeMove): Letter[] {
  return made.events.flatMap((event) => {
    const notice = noticeOf(dossier, event, made.state);
    return notice === null ? [] : [{ to: { party: row.party }, region: row.region, href: caseHref(row.id), ...notice }];
  });
}
