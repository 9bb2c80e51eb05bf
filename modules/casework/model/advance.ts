// Advancing a case: checks one intended move against the kernel's machine and says which events follow and where the case then stands.
import { type Calendar, dayOf } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { type Title, validUntil } from '#kernel/declare/title.ts';
import { checkAnswers } from '#kernel/faces/answers.ts';
import type { CaseEvent, CaseState } from '#kernel/stages/case-state.ts';
import { type IssueStage, titleToIssue } from '#kernel/stages/issue.ts';
import { kindOf } from '#kernel/stages/kinds.ts';
import { apply, labelOfVerb, possibleMoves, stageOf } from '#kernel/stages/machine.ts';
import type { Today } from '#kernel/stages/stage.ts';
import { upheld } from '#kernel/stages/uphold.ts';
import { Refusal } from '#platform/refusal.ts';

export interface Intent {
  readonly verb: string;
  /** What the mover records; checked against the move's own form. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What the system keeps beside it: the answers as they were sent. */
  readonly attached?: Readonly<Record<string, unknown>>;
  /** Place where the record was gathered; a move that names one is made from there alone. */
  readonly gathered?: string;
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly officeKind: string;
  readonly officeName: string;
}

export const systemMover: Mover = { id: '00000000-0000-0000-0000-000000000000', name: '系统', officeKind: 'system', officeName: '系统' };

export interface Issued {
  readonly title: Title;
  readonly number: string;
  readonly from: string;
  readonly until: string | null;
}

export interface Ended {
  readonly title: Title;
  readonly on: string;
  readonly reason: string;
}

export interface Advance {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  /** A title won by one of the events. */
  readonly issued: Issued | null;
  /** A title lost by one of them. */
  readonly ended: Ended | null;
}

/** What moves are judged by beside the case itself. */
export interface Given extends Pick<Today, 'parameters' | 'answers' | 'classBefore' | 'takesAnswersUntil'> {
  readonly calendar: Calendar;
  /** Number of the case, for certificates that the bureau numbers itself. */
  readonly number?: string | null;
}

/** Throws a Refusal that says why not, or which part of the record is wrong; changes nothing itself. */
export function advance(dossier: Dossier, state: CaseState, intent: Intent, mover: Mover, now: Date, given: Given): Advance {
  const today = { day: dayOf(now), ...given };
  const move = possibleMoves(dossier, state, mover, today).find((candidate) => candidate.verb === intent.verb);
  if (move === undefined) {
    const label = labelOfVerb(dossier, intent.verb);
    throw new Refusal('NO_SUCH_MOVE', `本件目前不能${label === undefined ? '进行此项办理' : `“${label}”`}，请刷新查看最新状态。`, {
      status: 409,
    });
  }
  if (!move.allowed) throw new Refusal('MOVE_NOT_ALLOWED', `不能${move.label}：${move.whyNot ?? ''}。`, { status: 409 });
  if (move.gathered !== intent.gathered)
    throw new Refusal('GATHERED_ELSEWHERE', `“${move.label}”请在“${move.gathered ?? '办件'}”页面办理。`);
  const problems = checkAnswers(move.records, intent.data, { complete: true });
  if (problems.length > 0) {
    throw new Refusal('RECORD_INCOMPLETE', `${move.label}的内容还有 ${problems.length} 处需要改正。`, {
      details: problems.map(({ path, message }) => ({ where: path, message })),
    });
  }
  const stage = stageOf(dossier, move.stage);
  const refused = stage === undefined ? null : (kindOf(stage).refuses?.(stage, move, state, intent.data, today) ?? null);
  if (refused !== null) throw new Refusal('MOVE_NOT_ALLOWED', `不能${move.label}：${refused}。`, { status: 409 });
  const kept = stage === undefined ? {} : (kindOf(stage).attach?.(stage, move, state, intent.data, today) ?? {});
  const first = eventOf(state, move.stage, intent.verb, { ...intent.data, ...kept, ...intent.attached }, mover, now);
  return follow(dossier, apply(dossier, state, first), [first], now, given);
}

function eventOf(state: CaseState, stage: string | null, verb: string, data: Intent['data'], mover: Mover, now: Date): CaseEvent {
  return { seq: state.version + 1, verb, stage, at: now.toISOString(), day: dayOf(now), actor: mover, data };
}

/** The event that opens a case. */
export function opening(dossier: Dossier, mover: Mover, now: Date, empty: CaseState): Advance {
  const event = eventOf(empty, null, 'draft', {}, mover, now);
  return { events: [event], state: apply(dossier, empty, event), issued: null, ended: null };
}

/** Makes the moves that the system owes as soon as a stage is entered. */
function follow(dossier: Dossier, state: CaseState, events: readonly CaseEvent[], now: Date, given: Given): Advance {
  const stage = stageOf(dossier, state.stage);
  const nothing = { events, state, issued: null, ended: null };
  if (state.status !== 'open' || stage === undefined) return nothing;
  const made = (verb: string, data: Intent['data']) => {
    const event = eventOf(state, stage.id, verb, data, systemMover, now);
    return { events: [...events, event], state: apply(dossier, state, event) };
  };
  if (stage.kind === 'uphold') {
    const result = upheld(stage, state, { ...given, day: dayOf(now) });
    const ended = result.outcome === 'end' ? { title: stage.title, on: dayOf(now), reason: result.reasons ?? '' } : null;
    return { ...made('uphold', { ...result }), issued: null, ended };
  }
  if (stage.kind !== 'issue') return nothing;
  const issued = titleWon(stage, state, now, given);
  const { number, from, until } = issued;
  return { ...made('issue', { number, from, ...(until !== null && { until }) }), issued, ended: null };
}

/** Number and validity from the authority's result where one came before; else the bureau's own number, from the day itself. */
function titleWon(stage: IssueStage, state: CaseState, now: Date, given: Given): Issued {
  const title = titleToIssue(stage, given.answers);
  const result = Object.values(state.records)
    .flat()
    .findLast((event) => event.verb === 'receive-result');
  const own = stage.numbered === undefined || given.number == null ? undefined : `${stage.numbered}${given.number}`;
  const number = result?.data.number ?? own;
  const from = result?.data.issuedOn ?? dayOf(now);
  if (typeof number !== 'string' || typeof from !== 'string')
    throw new Refusal('RESULT_INCOMPLETE', '通过的结果必须写明证书编号和发证日期。');
  if (title.numberPattern !== undefined && !title.numberPattern.test(number)) {
    throw new Refusal('CERTIFICATE_NUMBER', `证书编号 ${number} 不符合${title.name}编号的格式，请核对名单。`);
  }
  return { title, number, from, until: validUntil(title, from) };
}
