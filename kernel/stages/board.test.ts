// A published case: its window, who moves when, and how the scores of those who answer are weighed.
import { describe, expect, it } from 'vitest';
import { contest, offer, wish } from '#testing/specimen/contest.ts';
import { dossier } from '../declare/dossier.ts';
import { programme } from '../declare/programme.ts';
import { weigh } from '../declare/weighing.ts';
import { board, boardKind, isBoardOpen } from './board.ts';
import type { CaseEvent, CaseState } from './case-state.ts';
import { fold, possibleMoves, stageUntil, waitingOffices, waitsFor } from './machine.ts';

const calendar = { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };
type Line = readonly [day: string, stage: string | null, verb: string, data?: Record<string, unknown>];
const play = (declared: typeof wish, ...lines: readonly Line[]): CaseState =>
  fold(
    declared,
    lines.map(
      ([day, stage, verb, data = {}], i): CaseEvent => ({
        seq: i + 1,
        stage,
        verb,
        at: `${day}T02:00:00Z`,
        day,
        actor: { id: 'x', name: '某某', officeKind: 'city-office', officeName: '市局' },
        data,
      }),
    ),
  );
const sent = [['2025-03-03', null, 'draft'] as const, ['2025-03-03', 'submit', 'submit'] as const];
const opened = [...sent, ['2025-03-03', 'sealed', 'unseal'] as const];
const published = (closesOn = '2025-03-20') => play(wish, ...sent, ['2025-03-05', 'board', 'publish', { closesOn }]);
const stage = wish.stages[1];
if (stage?.kind !== 'board') throw new Error('a wish has a board');
const allowed = (declared: typeof wish, state: CaseState, officeKind: string, day: string): string[] =>
  possibleMoves(declared, state, { officeKind }, { day, calendar })
    .filter((move) => move.allowed)
    .map((move) => move.verb);
const refusal = (state: CaseState, verb: string, closesOn: string, parameters?: Record<string, string>) => {
  const move = boardKind.moves(stage).find((one) => one.verb === verb);
  return move && boardKind.refuses?.(stage, move, state, { closesOn }, { day: '2025-03-05', calendar, ...(parameters && { parameters }) });
};

describe('a board', () => {
  it('asks for a window of so many days, which the call may set', () => {
    const before = play(wish, ...sent);
    expect(refusal(before, 'publish', '2025-03-14')).toBe('揭榜期不少于 10 天，截止日应不早于 2025-03-15');
    expect(refusal(before, 'publish', '2025-03-15')).toBeNull();
    expect(refusal(before, 'publish', '2025-03-15', { boardDays: '30' })).toContain('截止日应不早于 2025-04-04');
    expect(refusal(published(), 'prolong', '2025-03-20')).toBe('新的截止日须晚于 2025-03-20');
  });

  it('is open to the end of its last day and is then closed by the system', () => {
    const state = published();
    expect(isBoardOpen(stage, state, '2025-03-20')).toBe(true);
    expect(isBoardOpen(stage, state, '2025-03-21')).toBe(false);
    expect(stageUntil(wish, state)).toBe('2025-03-20');
    expect(allowed(wish, state, 'system', '2025-03-20')).toEqual([]);
    expect(allowed(wish, state, 'system', '2025-03-21')).toEqual(['close']);
    expect(waitingOffices(wish, state)).toEqual([]);
    expect(waitsFor(wish, state)).toBe('揭榜中，2025-03-20 24:00 截止');
  });

  it('can no longer be taken back by its applicant, but be called off by the office', () => {
    expect(allowed(wish, play(wish, ...sent), 'applicant', '2025-03-05')).toEqual(['withdraw']);
    expect(allowed(wish, published(), 'applicant', '2025-03-06')).toEqual([]);
    expect(allowed(wish, published(), 'city-office', '2025-03-06')).toEqual(['prolong', 'call-off']);
  });

  it('ends matched or without a taker once it is closed', () => {
    const closed = play(wish, ...sent, ['2025-03-05', 'board', 'publish', { closesOn: '2025-03-20' }], ['2025-03-21', 'board', 'close']);
    expect(allowed(wish, closed, 'city-office', '2025-03-21')).toEqual(['match', 'fail', 'call-off']);
    expect(stageUntil(wish, closed)).toBeNull();
  });

  it('is declared with fields that its form asks, and answered only where there is one', () => {
    const plain = { by: ['enterprise'] as const, form: wish.form, eligibility: wish.eligibility };
    const { minDays } = stage;
    expect(() =>
      dossier('x', 'x', { ...plain, stages: [wish.stages[0] ?? stage, board({ by: 'city-office', minDays, shows: ['nothing'] })] }),
    ).toThrow('its board shows nothing');
    expect(() => dossier('y', 'y', { ...plain, stages: [...offer.stages] })).toThrow('is about no other dossier');
    expect(() => programme({ ...contest, dossiers: [{ ...wish, stages: wish.stages.slice(0, 1) }, offer] })).toThrow('give it a board()');
    expect(() => programme({ ...contest, obligations: [{ dossier: 'offer', verb: 'pay', of: () => [] }] })).toThrow(
      'which no stage of it makes',
    );
  });
});

describe('what is sealed', () => {
  it('is opened by the system or the office once the board takes no more answers, and by nobody before', () => {
    const waiting = play(offer, ...sent);
    const asked = (takesAnswersUntil: string | null, officeKind: string) =>
      possibleMoves(offer, waiting, { officeKind }, { day: '2025-03-20', calendar, takesAnswersUntil }).find(
        ({ verb }) => verb === 'unseal',
      );
    expect(asked('2025-03-20', 'system')?.whyNot).toBe('揭榜期至 2025-03-20 24:00，截止后统一拆封');
    expect(asked(null, 'system')?.allowed).toBe(true);
    expect(asked(null, 'city-office')?.allowed).toBe(true);
    expect(asked(null, 'issuer')?.allowed).toBe(false);
    expect(waitingOffices(offer, waiting)).toEqual([]);
    expect(waitsFor(offer, waiting)).toBe('密封保存，揭榜截止后统一拆封');
  });
});

describe('scores', () => {
  const scored = [
    ...opened,
    ['2025-03-06', 'appraise', 'score', { score: '90.5' }] as const,
    ['2025-03-07', 'experts', 'score', { score: '81' }] as const,
  ];
  const { weighs } = offer;
  if (weighs === undefined) throw new Error('offers are weighed');

  it('are weighed sixty to forty, half up, or as the call says', () => {
    const state = play(offer, ...scored);
    expect(weigh(weighs, state, { day: '2025-03-08' }).total).toBe('84.80');
    expect(weigh(weighs, state, { day: '2025-03-08', parameters: { issuerWeight: '0.5' } }).total).toBe('85.75');
    expect(weigh(weighs, play(offer, ...sent), { day: '2025-03-08' })).toEqual({ first: null, second: null, total: null });
  });

  it('go on without the issuer only when its time has run out', () => {
    const waiting = play(offer, ...opened);
    expect(allowed(offer, waiting, 'issuer', '2025-03-04')).toEqual(['score']);
    expect(allowed(offer, waiting, 'city-office', '2025-03-10')).not.toContain('waive');
    expect(allowed(offer, waiting, 'city-office', '2025-03-11')).toContain('waive');
    const state = play(offer, ...opened, ['2025-03-11', 'appraise', 'waive'], ['2025-03-12', 'experts', 'score', { score: '80' }]);
    expect(weigh(weighs, state, { day: '2025-03-12' }).total).toBe('80.00');
  });
});
