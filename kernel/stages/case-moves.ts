// Moves of the case as a whole: correction answered, withdrawal, and the clock that is paused, resumed and extended by approval.
import type { Calendar } from '../declare/calendar.ts';
import { defineForm, f, page } from '../declare/form.ts';
import type { OfficeKind } from '../declare/office.ts';
import type { CaseEvent, CaseState, Clock } from './case-state.ts';
import { dueOn } from './clock.ts';
import { kindOf, type Stage } from './kinds.ts';
import { noteRecord, refusalRecord } from './records.ts';
import type { Move, Today } from './stage.ts';

/** Working days that one extension adds at most, where the stage says nothing else (行政许可法 第四十二条 has ten for a licence). */
const usualExtension = 30;

const pauseRecord = defineForm(
  page('暂停计时', { note: f.longText('暂停理由', { help: '专家评审、检验检测、实地核查等所需时间不计入期限，应当书面告知申请单位' }) }),
);

const extensionRecord = (most: number, help: string) =>
  defineForm(
    page('延长期限', {
      workdays: f.integer('延长', { unit: '个工作日', min: '1', max: String(most) }),
      note: f.longText('理由', { help }),
    }),
  );

/** Last day on which a correction is in time. */
export const correctionDue = (correction: NonNullable<CaseState['correction']>, today: { readonly calendar: Calendar }): string =>
  dueOn(today.calendar, { startedOn: correction.askedOn, workdays: correction.workdays, extended: 0, pauses: [], pausedOn: null }) ??
  correction.askedOn;

function clockMoves(stage: Stage, state: CaseState | undefined): readonly Move[] {
  const office: readonly OfficeKind[] = stage.by.filter((kind) => kind !== 'applicant' && kind !== 'issuer' && kind !== 'system');
  if (stage.within === undefined || office.length === 0) return [];
  const most = stage.within.extension ?? usualExtension;
  const asked = state?.clock?.asked;
  return [
    {
      verb: 'ask-extension',
      label: '申请延长期限',
      by: office,
      records: extensionRecord(most, '期限内不能办结的原因；经本机关负责人批准后生效'),
    },
    {
      verb: 'extend',
      label: '批准延长期限',
      by: ['leadership'],
      records: extensionRecord(asked?.workdays ?? most, '将延长期限的理由告知申请单位'),
    },
    { verb: 'deny-extension', label: '不同意延长期限', by: ['leadership'], records: refusalRecord },
    { verb: 'pause', label: '暂停计时', by: office, records: pauseRecord },
    { verb: 'resume', label: '恢复计时', by: office, records: noteRecord },
  ];
}

/** Verbs of the case as a whole, possible in more than one stage. */
export function caseMoves(stage: Stage | undefined, state?: CaseState): readonly Move[] {
  return [
    { verb: 'resubmit', label: '提交补正', by: ['applicant'], records: noteRecord },
    { verb: 'withdraw', label: '撤回申请', by: ['applicant'], records: noteRecord, grave: true },
    { verb: 'lapse', label: '补正逾期', by: ['system'], records: defineForm(), grave: true },
    ...(stage === undefined ? [] : clockMoves(stage, state)),
  ];
}

export const caseConsequences: Readonly<Record<string, string>> = {
  resubmit: '提交后回到退回的环节，办理时限继续计算。',
  withdraw: '撤回后本件办结，如需申请须重新填报。',
  'ask-extension': '送局领导审批，批准前仍按原期限计算。',
  extend: '延长后重新计算到期日，并将理由告知申请单位。',
  'deny-extension': '仍按原期限办理。',
  pause: '暂停期间不计入办理时限，并告知申请单位。',
  resume: '从今日起继续计算办理时限。',
};

type Actor = { readonly officeKind: string; readonly id?: string };

/** Why the clock of the stage cannot be touched in this way now (行政许可法 第四十二条、第四十五条). */
function whyNotClockVerb(verb: string, clock: Clock | null, state: CaseState, actor: Actor): string | null {
  const isPaused = clock?.pausedOn !== null;
  switch (verb) {
    case 'pause':
      return isPaused ? '计时已暂停' : null;
    case 'resume':
      return !isPaused || state.status === 'correction' ? '计时没有暂停，或正在等待补正' : null;
    case 'ask-extension':
      if (isPaused) return '计时暂停期间不能延长';
      if (clock.asked !== undefined) return '已经申请延长，等待局领导审批';
      return clock.extended > 0 ? '期限已经延长过一次' : null;
    default:
      if (clock?.asked === undefined) return '经办单位没有申请延长期限';
      return clock.asked.id === actor.id ? '申请人不能审批自己的申请' : null;
  }
}

export function whyNotCaseVerb(state: CaseState, stage: Stage | undefined, move: Move, actor: Actor, today: Today): string | null {
  switch (move.verb) {
    case 'resubmit':
      return state.status === 'correction' ? null : '没有待补正的要求';
    case 'lapse':
      return state.status === 'correction' && state.correction !== null && today.day > correctionDue(state.correction, today)
        ? null
        : '补正期限未届满';
    case 'withdraw':
      if (state.status === 'draft') return '草稿不需要撤回';
      return stage === undefined ? null : (kindOf(stage).binds?.(stage, state) ?? null);
    default:
      return whyNotClockVerb(move.verb, state.clock, state, actor);
  }
}

/** The clock after an extension was asked, allowed or denied. */
export function extendedClock(clock: Clock, event: CaseEvent): Clock {
  const { asked: _asked, ...rest } = clock;
  if (event.verb === 'deny-extension') return rest;
  const workdays = Number(event.data.workdays);
  if (event.verb === 'extend') return { ...rest, extended: clock.extended + workdays };
  return { ...rest, asked: { workdays, id: event.actor.id, by: event.actor.officeName } };
}
