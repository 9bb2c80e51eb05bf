// Stage `rate` (好差评): the applicant rates the service in five levels; a bad rating is followed up, answered and may be changed once (国办发〔2019〕51号).
import { addDays, addWorkdays, type Calendar } from '../declare/calendar.ts';
import { cite } from '../declare/citation.ts';
import { defineForm, f, page } from '../declare/form.ts';
import type { OfficeKind } from '../declare/office.ts';
import { type CallParameter, parameter, parameterValue } from '../declare/parameter.ts';
import { type CaseEvent, type CaseState, lastMove } from './case-state.ts';
import { endAsDecided } from './deliver.ts';
import type { StageBase, StageKind, Today } from './stage.ts';

export interface RateStage extends StageBase {
  readonly kind: 'rate';
  readonly decision: string;
  /** Office kind that follows up bad ratings, by a person other than those who handled the case. */
  readonly followUp: OfficeKind;
}

export const ratingLevels = [
  { code: '5', name: '非常满意' },
  { code: '4', name: '满意' },
  { code: '3', name: '基本满意' },
  { code: '2', name: '不满意' },
  { code: '1', name: '非常不满意' },
] as const;

export const isBadRating = (level: unknown): boolean => level === '1' || level === '2';

/** Place where the follow-up is recorded. */
export const ratingDesk = '差评回访';

const basis = cite('国办发〔2019〕51号');
const silentDays = parameter({
  name: 'silentDays',
  label: '未评价视为好评',
  kind: 'integer',
  unit: '天',
  min: '1',
  max: '90',
  value: '5',
  cites: basis,
});
const contactWorkdays = parameter({
  name: 'contactWorkdays',
  label: '差评回访时限',
  kind: 'integer',
  unit: '个工作日',
  min: '1',
  max: '5',
  value: '1',
  cites: basis,
});
const rectifyWorkdays = parameter({
  name: 'rectifyWorkdays',
  label: '差评整改答复时限',
  kind: 'integer',
  unit: '个工作日',
  min: '1',
  max: '15',
  value: '15',
  cites: basis,
});

const ratingRecord = defineForm(
  page('评价', {
    level: f.choice('总体评价', ratingLevels),
    reasons: f.choices(
      '具体方面',
      [
        { code: 'time', name: '办理时限' },
        { code: 'material', name: '材料要求' },
        { code: 'attitude', name: '服务态度' },
        { code: 'online', name: '网上办理' },
        { code: 'guidance', name: '告知是否清楚' },
      ] as const,
      { optional: true },
    ),
    comment: f.longText('意见建议', { optional: true, maxLength: 500, help: '经办窗口看不到评价人' }),
  }),
);
const contactRecord = defineForm(
  page('回访', {
    way: f.choice('回访方式', [
      { code: 'phone', name: '电话' },
      { code: 'visit', name: '上门' },
    ] as const),
    facts: f.longText('核实情况'),
    isFounded: f.yesNo('评价属实'),
  }),
);
const rectifyRecord = defineForm(
  page('整改答复', {
    measures: f.longText('整改措施'),
    reply: f.longText('对评价人的答复', { help: '将原文告知评价人' }),
  }),
);

export function rate(options: { id?: string; name?: string; decision?: string; followUp: OfficeKind }): RateStage {
  const { id = 'rate', name = '评价', decision = 'decide', followUp } = options;
  return { kind: 'rate', id, name, by: ['applicant'], decision, followUp };
}

export interface RatingStanding {
  readonly level: string;
  readonly ratedOn: string;
  readonly contactedOn: string | null;
  readonly repliedOn: string | null;
  readonly again: string | null;
  /** Last day of what the follow-up owes; null when it owes nothing. */
  readonly contactDue: string;
  readonly replyDue: string;
}

type Set = Pick<Today, 'parameters'>;
const number = (one: CallParameter, day: string, set: Set): number => Number(parameterValue(one, { day, ...set }));

/** How the rating of a case stands; null before the applicant has rated. */
export function ratingOf(stage: RateStage, state: CaseState, calendar: Calendar, set: Set = {}): RatingStanding | null {
  const first = lastMove(state, stage.id, 'rate');
  if (first === undefined) return null;
  return {
    level: String(first.data.level),
    ratedOn: first.day,
    contactedOn: lastMove(state, stage.id, 'contact')?.day ?? null,
    repliedOn: lastMove(state, stage.id, 'rectify')?.day ?? null,
    again: (lastMove(state, stage.id, 'rerate')?.data.level as string | undefined) ?? null,
    contactDue: addWorkdays(calendar, first.day, number(contactWorkdays, first.day, set)),
    replyDue: addWorkdays(calendar, first.day, number(rectifyWorkdays, first.day, set)),
  };
}

/** The last day on which the applicant may rate, or rate again. */
function lastDay(stage: RateStage, state: CaseState, set: Set): string | null {
  const replied = lastMove(state, stage.id, 'rectify');
  if (lastMove(state, stage.id, 'rate') !== undefined && replied === undefined) return null;
  const from = replied?.day ?? state.enteredOn;
  return from === null ? null : addDays(from, number(silentDays, from, set));
}

function whyNotNow(stage: RateStage, verb: string, state: CaseState, today: Today): string | null {
  const has = (made: string): boolean => lastMove(state, stage.id, made) !== undefined;
  const last = lastDay(stage, state, today);
  const isOver = last !== null && today.day > last;
  switch (verb) {
    case 'rate':
      return has('rate') ? '已经评价' : null;
    case 'rate-by-default':
      return !has('rate') && isOver ? null : '评价期限未届满';
    case 'contact':
      return !has('rate') ? '没有待回访的评价' : has('contact') ? '已经回访' : null;
    case 'rectify':
      return !has('contact') ? '请先回访核实' : has('rectify') ? '已经答复' : null;
    case 'rerate':
      return has('rectify') ? null : '整改答复后可以再评价一次';
    default:
      return has('rectify') && isOver ? null : '再次评价的期限未届满';
  }
}

export const rateKind: StageKind<RateStage> = {
  moves(stage, state) {
    const isAnswered = state !== undefined && lastMove(state, stage.id, 'rectify') !== undefined;
    const hasRated = state !== undefined && lastMove(state, stage.id, 'rate') !== undefined;
    const sealed = { sealed: true } as const;
    const desk = { by: [stage.followUp], gathered: ratingDesk, ...sealed };
    return [
      ...(hasRated
        ? []
        : [
            {
              verb: 'rate',
              label: '评价',
              by: ['applicant'] as const,
              records: ratingRecord,
              consequence: '评价只用于改进服务，经办窗口看不到是谁评价；不满意的会有专人回访。',
              ...sealed,
            },
          ]),
      ...(state !== undefined && !isAnswered
        ? []
        : [
            {
              verb: 'rerate',
              label: '再次评价',
              by: ['applicant'] as const,
              records: ratingRecord,
              consequence: '整改后可以再评价一次，以本次为准，本件归档。',
              ...sealed,
            },
          ]),
      { verb: 'contact', label: '登记回访', records: contactRecord, ...desk },
      { verb: 'rectify', label: '整改答复', records: rectifyRecord, ...desk },
      { verb: 'rate-by-default', label: '逾期未评价，视为满意', by: ['system'], records: defineForm(), ...sealed },
      { verb: 'close-rating', label: '评价办结', by: ['system'], records: defineForm(), ...sealed },
    ];
  },
  waitsFor: () => '已送达，等待申请单位评价',
  pending: () => ['applicant'],
  binds: () => '已经作出决定，不能撤回',
  whyNot: (stage, move, state, _actor, today) => whyNotNow(stage, move.verb, state, today),
  until: (stage, state, given) => lastDay(stage, state, given),
  parameters: () => [silentDays, contactWorkdays, rectifyWorkdays],
  /** A second rating says what it changes, so that sums can be put right by the difference. */
  attach: (stage, move, state) =>
    move.verb === 'rerate'
      ? { before: lastMove(state, stage.id, 'rate')?.data.level }
      : move.verb === 'rate-by-default'
        ? { level: '5' }
        : {},
  outcome(stage, state, event: CaseEvent) {
    const isOver =
      event.verb === 'rate-by-default' ||
      event.verb === 'rerate' ||
      event.verb === 'close-rating' ||
      (event.verb === 'rate' && !isBadRating(event.data.level));
    return isOver ? endAsDecided(stage.decision, state) : { to: 'stay' };
  },
};
