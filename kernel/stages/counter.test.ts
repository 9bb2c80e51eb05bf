// Service at the counter: acceptance by silence, one limit over two stages, extension by two persons, delivery, ratings good and bad.
import { describe, expect, it } from 'vitest';
import { grafting, watering } from '#testing/specimen/counter.ts';
import { publishedCalendar } from '#vocabularies/holidays/calendar.ts';
import type { Dossier } from '../declare/dossier.ts';
import { compressionOf } from '../declare/service-item.ts';
import type { CaseEvent, CaseState } from './case-state.ts';
import { dueOn, readClock } from './clock.ts';
import { kindOf } from './kinds.ts';
import { fold, possibleMoves, stageOf, stageUntil, waitingOffices, waitsFor } from './machine.ts';
import { ratingOf } from './rate.ts';

const calendar = publishedCalendar([]);
type Step = readonly [day: string, stage: string | null, verb: string, office: string, data?: Record<string, unknown>, who?: string];

const play = (dossier: Dossier, ...steps: readonly Step[]): CaseState =>
  fold(
    dossier,
    steps.map(
      ([day, stage, verb, officeKind, data = {}, id = officeKind], i): CaseEvent => ({
        seq: i + 1,
        verb,
        stage,
        at: `${day}T02:00:00Z`,
        day,
        actor: { id, name: '某某', officeKind, officeName: officeKind },
        data,
      }),
    ),
  );
const may = (dossier: Dossier, state: CaseState, officeKind: string, day: string, id: string = officeKind): readonly string[] =>
  possibleMoves(dossier, state, { officeKind, id }, { day, calendar })
    .filter((move) => move.allowed)
    .map((move) => move.verb);
const due = (state: CaseState) => (state.clock === null ? null : dueOn(calendar, state.clock));
const sent = (day: string): readonly Step[] => [
  [day, null, 'draft', 'applicant'],
  [day, 'submit', 'submit', 'applicant'],
];

describe('a case at the counter', () => {
  it('is due on 9 October when it was accepted on the last Thursday before a week of holidays with a make-up Sunday', () => {
    const accepted = play(watering, ...sent('2025-09-25'), ['2025-09-25', 'receive', 'accept', 'city-office']);
    expect(due(accepted)).toBe('2025-10-09');
    expect(readClock(calendar, accepted.clock ?? never(), '2025-09-28')).toMatchObject({ left: 3, colour: 'green' });
    expect(readClock(calendar, accepted.clock ?? never(), '2025-09-29')).toMatchObject({ left: 2, colour: 'amber' });
    expect(readClock(calendar, accepted.clock ?? never(), '2025-10-10').colour).toBe('red');
  });

  it('is accepted from the day of receipt when the office was silent for five working days', () => {
    const waiting = play(watering, ...sent('2025-03-03'));
    expect(may(watering, waiting, 'system', '2025-03-10')).toEqual([]);
    expect(may(watering, waiting, 'system', '2025-03-11')).toEqual(['deem']);
    expect(may(watering, waiting, 'city-office', '2025-03-11')).not.toContain('return');
    const deemed = play(watering, ...sent('2025-03-03'), ['2025-03-11', 'receive', 'deem', 'system']);
    expect(deemed).toMatchObject({ stage: 'decide', enteredOn: '2025-03-11', clock: { startedOn: '2025-03-03' } });
    const mended = play(
      watering,
      ...sent('2025-03-03'),
      ['2025-03-04', 'receive', 'return', 'city-office', { reasons: '缺计划', workdays: 5 }],
      ['2025-03-06', null, 'resubmit', 'applicant'],
      ['2025-03-20', 'receive', 'deem', 'system'],
    );
    expect(mended.clock?.startedOn).toBe('2025-03-06');
  });

  it('tells what is missing once only', () => {
    const mended = play(
      watering,
      ...sent('2025-03-03'),
      ['2025-03-04', 'receive', 'return', 'city-office', { reasons: '缺计划', workdays: 5 }],
      ['2025-03-06', null, 'resubmit', 'applicant'],
    );
    expect(may(watering, mended, 'city-office', '2025-03-06')).toEqual(['accept', 'refuse', 'ask-extension', 'pause']);
  });

  it('runs one limit over examination and decision, with the pause of an expert review', () => {
    const proposed = play(
      grafting,
      ...sent('2025-03-03'),
      ['2025-03-03', 'receive', 'accept', 'city-office'],
      ['2025-03-04', null, 'pause', 'city-office', { note: '专家评审' }],
      ['2025-03-06', null, 'resume', 'city-office'],
      ['2025-03-07', 'examine', 'propose', 'city-office', { verdict: 'grant' }],
    );
    expect(proposed).toMatchObject({ stage: 'decide', clock: { startedOn: '2025-03-03', workdays: 5 } });
    expect(due(proposed)).toBe('2025-03-12');
    expect(waitingOffices(grafting, proposed)).toEqual(['leadership']);
  });

  it('extends the limit by two persons, once', () => {
    const accepted: readonly Step[] = [...sent('2025-03-03'), ['2025-03-03', 'receive', 'accept', 'city-office']];
    const before = play(watering, ...accepted);
    expect(may(watering, before, 'leadership', '2025-03-04')).toEqual([]);
    const asked = play(watering, ...accepted, ['2025-03-04', null, 'ask-extension', 'city-office', { workdays: 10, note: '需核实' }, 'a']);
    expect(due(asked)).toBe('2025-03-10');
    expect(waitsFor(watering, asked)).toContain('延长期限待局领导审批');
    expect(waitingOffices(watering, asked)).toEqual(['city-office', 'leadership']);
    expect(may(watering, asked, 'city-office', '2025-03-04')).not.toContain('ask-extension');
    expect(may(watering, asked, 'leadership', '2025-03-04', 'b')).toEqual(['extend', 'deny-extension']);
    expect(may(watering, asked, 'leadership', '2025-03-04', 'a')).toEqual([]);
    const allowed = play(
      watering,
      ...accepted,
      ['2025-03-04', null, 'ask-extension', 'city-office', { workdays: 10 }],
      ['2025-03-05', null, 'extend', 'leadership', { workdays: 8 }],
    );
    expect(due(allowed)).toBe('2025-03-20');
    expect(may(watering, allowed, 'city-office', '2025-03-05')).not.toContain('ask-extension');
    const denied = play(
      watering,
      ...accepted,
      ['2025-03-04', null, 'ask-extension', 'city-office', { workdays: 10 }],
      ['2025-03-05', null, 'deny-extension', 'leadership', { reasons: '可以按期' }],
    );
    expect(due(denied)).toBe('2025-03-10');
  });

  it('keeps with the decision whether it came in time', () => {
    const accepted = play(watering, ...sent('2025-03-03'), ['2025-03-03', 'receive', 'accept', 'city-office']);
    const stage = stageOf(watering, 'decide') ?? never();
    const move = kindOf(stage).moves(stage, accepted)[0] ?? never();
    const kept = (day: string) => kindOf(stage).attach?.(stage, move, accepted, {}, { day, calendar });
    expect(kept('2025-03-10')).toEqual({ dueOn: '2025-03-10', isInTime: true });
    expect(kept('2025-03-11')).toMatchObject({ isInTime: false });
  });
});

const delivered = (verb = 'approve'): readonly Step[] => [
  ...sent('2025-03-03'),
  ['2025-03-03', 'receive', 'accept', 'city-office'],
  ['2025-03-04', 'decide', verb, 'city-office'],
  ['2025-03-05', 'deliver', 'deliver', 'city-office', { way: 'online' }],
];

describe('a rating', () => {
  it('ends the case as it was decided', () => {
    expect(play(watering, ...delivered(), ['2025-03-06', 'rate', 'rate', 'applicant', { level: '4' }]).status).toBe('granted');
    expect(play(watering, ...delivered('refuse'), ['2025-03-06', 'rate', 'rate', 'applicant', { level: '5' }]).status).toBe('refused');
  });

  it('counts as good after five days, which a call may set', () => {
    const waiting = play(watering, ...delivered());
    expect(stageUntil(watering, waiting)).toBe('2025-03-10');
    expect(stageUntil(watering, waiting, { parameters: { silentDays: '10' } })).toBe('2025-03-15');
    expect(may(watering, waiting, 'system', '2025-03-10')).toEqual([]);
    expect(may(watering, waiting, 'system', '2025-03-11')).toEqual(['rate-by-default']);
  });

  it('that is bad is followed up, answered and changed once, and the window is told nothing', () => {
    const bad: readonly Step[] = [...delivered(), ['2025-03-06', 'rate', 'rate', 'applicant', { level: '2', comment: '慢' }]];
    const state = play(watering, ...bad);
    expect(state).toMatchObject({ status: 'open', stage: 'rate' });
    expect(waitsFor(watering, state)).toBe(waitsFor(watering, play(watering, ...delivered())));
    expect(stageUntil(watering, state)).toBeNull();
    const stage = stageOf(watering, 'rate');
    if (stage?.kind !== 'rate') throw new Error('the case is rated');
    expect(ratingOf(stage, state, calendar)).toMatchObject({
      level: '2',
      contactDue: '2025-03-07',
      replyDue: '2025-03-27',
      contactedOn: null,
    });
    expect(may(watering, state, 'city-office', '2025-03-06')).toEqual(['contact']);
    expect(may(watering, state, 'applicant', '2025-03-06')).toEqual([]);
    const answered: readonly Step[] = [
      ...bad,
      ['2025-03-07', 'rate', 'contact', 'city-office', { way: 'phone', facts: '属实', isFounded: true }],
      ['2025-03-12', 'rate', 'rectify', 'city-office', { measures: '加派人手', reply: '已整改' }],
    ];
    expect(may(watering, play(watering, ...answered), 'applicant', '2025-03-12')).toEqual(['rerate']);
    expect(play(watering, ...answered, ['2025-03-13', 'rate', 'rerate', 'applicant', { level: '5' }]).status).toBe('granted');
    expect(may(watering, play(watering, ...answered), 'system', '2025-03-18')).toEqual(['close-rating']);
  });

  it('is sealed in every move that tells of it', () => {
    const stage = stageOf(watering, 'rate') ?? never();
    expect(
      kindOf(stage)
        .moves(stage)
        .every((move) => move.sealed === true),
    ).toBe(true);
  });
});

it('measures how far promises compress the limits of the law', () => {
  expect(
    compressionOf([
      { legalLimit: 20, promise: 5 },
      { legalLimit: 10, promise: 10 },
    ]),
  ).toEqual([15, 30]);
});

function never(): never {
  throw new Error('that stands there');
}
