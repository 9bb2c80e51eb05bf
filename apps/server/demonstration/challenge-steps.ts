// The events that an open challenge of the demonstration has passed, as offices, issuer, experts and bidders would have made them.
import { addDays } from '#kernel/declare/calendar.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { agreement } from './challenge-texts.ts';
import type { eventsOf } from './history.ts';

export type Step = Parameters<typeof eventsOf>[0][number];
export const step = (day: string, stage: string | null, verb: string, office: Step['office'], data: Step['data'] = {}): Step => ({
  day,
  stage,
  verb,
  office,
  data,
});

/** What the panel of a case puts into it: `convene` when it is drawn, `conclude` when it has judged. */
export interface Judged {
  readonly convened: CaseEvent['data'];
  readonly concluded: CaseEvent['data'];
}

/** A need up to its panel's work, which began on a day. */
export const needSteps = (panelOn: string, answers: unknown): Step[] => [
  step(addDays(panelOn, -12), null, 'draft', 'applicant'),
  step(addDays(panelOn, -11), 'submit', 'submit', 'applicant', { answers }),
  step(addDays(panelOn, -5), 'check', 'pass', 'county-office', { note: '需求真实，已到现场核实' }),
];
export const vetting = (panelOn: string, { convened }: Judged): Step[] => [step(panelOn, 'vetting', 'convene', 'city-office', convened)];
export const vetted = (panelOn: string, judged: Judged): Step[] => [
  ...vetting(panelOn, judged),
  step(addDays(panelOn, 5), 'vetting', 'conclude', 'city-office', judged.concluded),
  step(addDays(panelOn, 8), 'decide', 'approve', 'city-office', { note: '按专家论证意见发榜' }),
];
export const published = (on: string, closes: string): Step[] => [step(on, 'board', 'publish', 'city-office', { closesOn: closes })];
export const closed = (closes: string): Step[] => [step(addDays(closes, 1), 'board', 'close', 'system')];
export const matched = (closes: string): Step[] => [
  ...closed(closes),
  step(addDays(closes, 40), 'board', 'match', 'city-office', { note: '已确定揭榜方' }),
];

export const sentBid = (on: string, answers: unknown): Step[] => [
  step(addDays(on, -2), null, 'draft', 'applicant'),
  step(on, 'submit', 'submit', 'applicant', { answers }),
];
export const openedBid = (closes: string): Step[] => [
  step(addDays(closes, 1), 'sealed', 'unseal', 'system'),
  step(addDays(closes, 3), 'check', 'pass', 'city-office'),
];
export const scoredBid = (closes: string, { convened }: Judged): Step[] => [
  ...openedBid(closes),
  step(addDays(closes, 8), 'appraise', 'score', 'issuer', { score: '91', note: '路线可行，与产线匹配' }),
  step(addDays(closes, 10), 'experts', 'convene', 'city-office', convened),
];
export const awardedBid = (closes: string, judged: Judged): Step[] => [
  ...scoredBid(closes, judged),
  step(addDays(closes, 14), 'experts', 'conclude', 'city-office', judged.concluded),
  step(addDays(closes, 20), 'decide', 'approve', 'leadership', { note: '同意' }),
  step(addDays(closes, 30), 'public-notice', 'close', 'system'),
];
/** `no` is the number of the contract within its year. */
export const signed = (day: string, no: number): Step[] => [
  step(addDays(day, -5), 'agree', 'propose', 'applicant', agreement(day)),
  step(day, 'agree', 'sign', 'city-office', { ...agreement(day), signedOn: day, number: `澜科揭榜〔${day.slice(0, 4)}〕${no}号` }),
];
export const acceptedFirst = (day: string): Step[] => [
  step(addDays(day, 70), 'perform', 'report', 'applicant', { milestone: '1', done: '小试达到指标', ownPaid: '900000' }),
  step(addDays(day, 80), 'perform', 'accept-report', 'city-office', { milestone: '1', part: 1, amount: '450000', name: '方案设计与小试' }),
];
/** The team has dissolved: what was paid for the first milestone and was not spent comes back. */
export const stopped = (day: string): Step =>
  step(day, 'perform', 'stop', 'city-office', { reasons: '揭榜方核心人员离开，中试无法继续，结余经费收回（演示）', recover: '180000' });
