// The machine of a case: what each office may do next, what a correction undoes, and how the clock stands.
import { describe, expect, it } from 'vitest';
import { specimenApplication } from '#testing/specimen/programme.ts';
import { addDays } from '../declare/calendar.ts';
import type { CaseEvent, CaseState } from './case-state.ts';
import { readClock } from './clock.ts';
import { apply, fold, possibleMoves, waitingOffices, waitsFor } from './machine.ts';

const weekdays = { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };

/** Plays moves on consecutive days from Monday 2025-03-03. */
function play(
  moves: readonly (readonly [stage: string | null, verb: string, office: string, data?: Record<string, unknown>, day?: string])[],
): CaseEvent[] {
  return moves.map(([stage, verb, officeKind, data = {}, day], i) => {
    const on = day ?? addDays('2025-03-03', i);
    return {
      seq: i + 1,
      stage,
      verb,
      at: `${on}T02:00:00Z`,
      day: on,
      actor: { id: officeKind, name: '某某', officeKind, officeName: officeKind },
      data,
    };
  });
}

const submitted = [
  [null, 'draft', 'applicant'],
  ['submit', 'submit', 'applicant'],
] as const;
const state = (...moves: Parameters<typeof play>[0]): CaseState => fold(specimenApplication, play(moves));
const allowed = (current: CaseState, officeKind: string, day = '2025-03-10'): string[] =>
  possibleMoves(specimenApplication, current, { officeKind }, { day, calendar: weekdays })
    .filter((move) => move.allowed)
    .map((move) => move.verb);

describe('a case', () => {
  it('waits for the office of its stage once it is submitted', () => {
    const current = state(...submitted);
    expect(current).toMatchObject({ status: 'open', stage: 'check', submittedOn: '2025-03-04', enteredOn: '2025-03-04' });
    expect(waitsFor(specimenApplication, current)).toBe('等待县区科技局审查');
    expect(allowed(current, 'county-office')).toEqual(['pass', 'return', 'refuse', 'ask-extension', 'pause']);
    expect(allowed(current, 'county-tax')).toEqual([]);
    expect(allowed(current, 'applicant')).toEqual(['withdraw']);
  });

  it('tells an office that is not in charge who is', () => {
    const [first] = possibleMoves(
      specimenApplication,
      state(...submitted),
      { officeKind: 'city-tax' },
      { day: '2025-03-10', calendar: weekdays },
    );
    expect(first?.whyNot).toBe('由县区科技局办理');
  });

  it('goes on only when both offices have given their opinion, in either order', () => {
    const one = state(...submitted, ['check', 'pass', 'county-office'], ['opinions', 'opine', 'county-tax', { verdict: 'agree' }]);
    expect(one.stage).toBe('opinions');
    expect(waitingOffices(specimenApplication, one)).toEqual(['county-office']);
    expect(allowed(one, 'county-tax')).not.toContain('opine');
    const both = state(
      ...submitted,
      ['check', 'pass', 'county-office'],
      ['opinions', 'opine', 'county-tax', { verdict: 'agree' }],
      ['opinions', 'opine', 'county-office', { verdict: 'disagree' }],
    );
    expect(both.stage).toBe('decide');
  });

  it('pauses the clock while the applicant mends it and forgets opinions on the old papers', () => {
    const asked = state(
      ...submitted,
      ['check', 'pass', 'county-office'],
      ['opinions', 'opine', 'county-tax', { verdict: 'agree' }],
      ['opinions', 'return', 'county-office', { reasons: '缺报告', workdays: 5 }],
    );
    expect(asked).toMatchObject({ status: 'correction', corrections: 1, correction: { reasons: '缺报告', stage: 'opinions' } });
    expect(allowed(asked, 'county-office')).toEqual([]);
    expect(allowed(asked, 'applicant')).toEqual(['resubmit', 'withdraw']);
    expect(readClock(weekdays, asked.clock ?? never(), '2025-03-10').dueOn).toBeNull();
    const mended = apply(specimenApplication, asked, {
      ...play([[null, 'resubmit', 'applicant', {}, '2025-03-12']])[0],
      seq: asked.version + 1,
    } as CaseEvent);
    expect(mended).toMatchObject({ status: 'open', stage: 'opinions', records: { opinions: [] } });
    // entered Wed 03-05 with 10 days; paused Fri 03-07 to Wed 03-12, three working days
    expect(readClock(weekdays, mended.clock ?? never(), '2025-03-12').dueOn).toBe('2025-03-24');
  });

  it('lets the system close a correction only after its time', () => {
    const asked = state(...submitted, ['check', 'return', 'county-office', { reasons: '缺报告', workdays: 2 }]);
    expect(allowed(asked, 'system', '2025-03-07')).toEqual([]);
    expect(allowed(asked, 'system', '2025-03-10')).toEqual(['lapse']);
  });

  it('keeps a public notice open until its time is over and objections are settled', () => {
    const decided = [
      ...submitted,
      ['check', 'pass', 'county-office'],
      ['opinions', 'opine', 'county-tax', {}],
      ['opinions', 'opine', 'county-office', {}],
      ['decide', 'approve', 'city-office'],
    ] as const;
    const notice = state(...decided);
    expect(notice.stage).toBe('public-notice');
    expect(allowed(notice, 'city-office', '2025-03-14')).not.toContain('close');
    expect(allowed(notice, 'city-office', '2025-03-18')).toContain('close');
    const objected = state(...decided, ['public-notice', 'object', 'public', { facts: '不实' }]);
    expect(allowed(objected, 'city-office', '2025-03-18')).not.toContain('close');
    const settled = state(
      ...decided,
      ['public-notice', 'object', 'public', {}],
      ['public-notice', 'settle', 'city-office', { objection: 7, verdict: 'rejected' }],
    );
    expect(allowed(settled, 'city-office', '2025-03-18')).toContain('close');
  });

  it('ends with the title when the authority grants it, and without when it refuses', () => {
    const waiting = [
      ...submitted,
      ['check', 'pass', 'county-office'],
      ['opinions', 'opine', 'county-tax', {}],
      ['opinions', 'opine', 'county-office', {}],
      ['decide', 'approve', 'city-office'],
      ['public-notice', 'close', 'system'],
      ['recommend', 'recommend', 'city-office', { list: '一' }],
    ] as const;
    expect(waitsFor(specimenApplication, state(...waiting))).toContain('等待省花卉协会公布结果');
    expect(state(...waiting, ['external', 'receive-result', 'city-office', { outcome: 'refused', reasons: ['R01'] }]).status).toBe(
      'refused',
    );
    const won = state(
      ...waiting,
      ['external', 'receive-result', 'city-office', { outcome: 'granted' }],
      ['issue', 'issue', 'system', { number: 'HP000001' }],
    );
    expect(won).toMatchObject({ status: 'granted', clock: null });
    expect(
      possibleMoves(specimenApplication, won, { officeKind: 'city-office' }, { day: '2025-04-01', calendar: weekdays }).some(
        (move) => move.allowed,
      ),
    ).toBe(false);
  });

  it('refuses a history whose events do not follow each other', () => {
    const [first, second] = play(submitted.map((move) => [...move]) as never);
    expect(() => fold(specimenApplication, [second as CaseEvent])).toThrow();
    expect(() => fold(specimenApplication, [first as CaseEvent, { ...(second as CaseEvent), stage: 'decide' }])).toThrow();
  });
});

function never(): never {
  throw new Error('the case has a clock');
}
