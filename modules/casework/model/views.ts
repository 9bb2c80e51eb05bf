// Views of a case for people: summary, findings, timeline and possible moves as plain data.

import type { Calendar } from '#kernel/declare/calendar.ts';
import { citationText } from '#kernel/declare/citation.ts';
import type { CrossFinding, Dossier } from '#kernel/declare/dossier.ts';
import type { AssessmentContext, Finding } from '#kernel/declare/eligibility.ts';
import { nearestChanges } from '#kernel/declare/nearest-change.ts';
import { printAnswers } from '#kernel/faces/answers.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { facesOf } from '#kernel/fields/kinds.ts';
import { type CaseEvent, type CaseState, caseStatusNames } from '#kernel/stages/case-state.ts';
import { readClock, readUntil } from '#kernel/stages/clock.ts';
import { kindOf } from '#kernel/stages/kinds.ts';
import { moveLabel, moveOf, type PossibleMove, possibleMoves, stageOf } from '#kernel/stages/machine.ts';
import type { Today } from '#kernel/stages/stage.ts';
import type { Declared } from '../setting.ts';
import type { CaseRow } from '../store/tables.ts';
import type { CaseSummary, EventView, FindingView, MoveView } from '../wire.ts';

export function summaryOf(declared: Declared, row: CaseRow & { call_name: string }, today: string, calendar: Calendar): CaseSummary {
  const { programme, dossier } = declared;
  const isOpen = row.state.status === 'open';
  const ofStage = isOpen && row.due_on !== null ? readUntil(calendar, row.due_on, today) : null;
  const clock = isOpen && row.state.clock !== null ? readClock(calendar, row.state.clock, today) : ofStage;
  // Its day would tell the office how the applicant has rated.
  const isSealed = stageOf(dossier, row.stage)?.kind === 'rate' && isOpen;
  const listed = Object.entries(dossier.form.fields).filter(([, field]) => field.list === true);
  return {
    id: row.id,
    number: row.number,
    programme: programme.id,
    programmeName: programme.name,
    dossier: dossier.id,
    dossierName: dossier.name,
    call: row.call,
    callName: row.call_name,
    aboutCase: row.about,
    party: row.party,
    partyName: row.party_name,
    partyUscc: row.party_uscc,
    region: row.region,
    status: row.status,
    statusName: caseStatusNames[row.status],
    stage: row.stage,
    stageName: stageOf(dossier, row.stage)?.name ?? null,
    waitsFor: row.waits_for,
    submittedOn: row.submitted_on,
    dueOn: isSealed ? null : row.due_on,
    left: isSealed ? null : (clock?.left ?? null),
    colour: isSealed ? null : (clock?.colour ?? null),
    reasons: row.reasons,
    listName: row.list_name,
    version: row.version,
    listed: Object.fromEntries(listed.map(([key]) => [key, row.answers[key] ?? null])),
  };
}

function printed(dossier: Dossier, path: string, value: number | string | boolean): string {
  const [key = '', column] = path.split('.');
  const field = column === undefined ? dossier.form.fields[key] : dossier.form.fields[key]?.columns?.[column];
  if (field === undefined) return String(value);
  const unit = field.unit === undefined || field.kind === 'money' ? '' : field.unit;
  return facesOf(field).format(value, field) + (field.kind === 'money' ? '万元' : unit);
}

/** Findings with the nearest changes for those that are not met. */
export function findingViews(dossier: Dossier, answers: Readonly<Record<string, unknown>>, context: AssessmentContext): FindingView[] {
  return dossier.eligibility.assess(answers, context).map((finding) => ({
    ...plain(finding),
    changes:
      finding.status === 'unmet'
        ? nearestChanges(dossier.form, dossier.eligibility, finding.rule, answers, context).map((change) => ({
            label: change.label,
            from: printed(dossier, change.key, change.from),
            to: printed(dossier, change.key, change.to),
          }))
        : [],
  }));
}

export const crossFindingView = (finding: CrossFinding): FindingView => ({
  ...plain(finding),
  level: finding.level,
  years: [...finding.years],
  changes: [],
});

function plain(finding: Finding): Omit<FindingView, 'changes'> {
  const { rule, says, status, actual, required, cites, missing, why } = finding;
  return {
    rule,
    says,
    status,
    actual,
    required,
    article: citationText(cites),
    missing: [...missing],
    ...(why === undefined ? {} : { why }),
  };
}

/** To an applicant, persons whom others have named stay unnamed: who has objected is nobody's business but the office's. */
export function eventView(dossier: Dossier, event: CaseEvent, forApplicant = false): EventView {
  const hidesPersons = forApplicant && !['applicant', 'issuer'].includes(event.actor.officeKind);
  const records = moveOf(dossier, event)?.records;
  const said =
    records === undefined
      ? []
      : printAnswers(records, event.data).flatMap((page) =>
          page.lines
            .filter((line) => line.text !== '' && !(hidesPersons && records.fields[line.key]?.personal === true))
            .map(({ label, text, unit }) => ({ label, text: unit === null || text.endsWith(unit) ? text : `${text} ${unit}` })),
        );
  return {
    seq: event.seq,
    verb: event.verb,
    label: moveLabel(dossier, event),
    stage: event.stage,
    stageName: stageOf(dossier, event.stage)?.name ?? null,
    at: event.at,
    actorName: event.actor.name,
    officeName: event.actor.officeName,
    said,
  };
}

function suggested(dossier: Dossier, state: CaseState, move: PossibleMove, today: Today): Readonly<Record<string, unknown>> {
  const stage = stageOf(dossier, move.stage);
  return stage === undefined ? {} : (kindOf(stage).suggests?.(stage, move, state, today) ?? {});
}

/** Moves that this actor's office could ever make here; what others must do is said by the head line of the case. */
export function moveViews(dossier: Dossier, state: CaseState, officeKind: string, today: Today): MoveView[] {
  return possibleMoves(dossier, state, { officeKind }, today)
    .filter((move) => move.by.some((office) => office === officeKind) && move.verb !== 'submit' && move.gathered === undefined)
    .map((move) => ({
      verb: move.verb,
      label: move.label,
      stage: move.stage,
      allowed: move.allowed,
      whyNot: move.whyNot,
      consequence: move.consequence,
      grave: move.grave === true,
      batch: move.batch === true,
      suggested: move.allowed ? suggested(dossier, state, move, today) : {},
      form: formView(move.records),
    }));
}
