// The stage of expert review: what panel a case asks for, when it may be convened, and what it takes to conclude.
import { describe, expect, it } from 'vitest';
import { showEntry, showReview, showSheet } from '#testing/specimen/garden-show.ts';
import { addDays } from '../declare/calendar.ts';
import { type CaseEvent, lastMove } from './case-state.ts';
import { fold, possibleMoves, waitsFor } from './machine.ts';
import { panelFor, panelSizeProblem, review, reviewKind } from './review.ts';

const calendar = { isWorkday: () => true };
const actor = { id: 'a', name: '某某', officeKind: 'city-office', officeName: '市科技局' };

function play(...moves: readonly (readonly [stage: string | null, verb: string, data?: Record<string, unknown>])[]) {
  const events: CaseEvent[] = moves.map(([stage, verb, data = {}], i) => {
    const day = addDays('2025-03-03', i);
    return { seq: i + 1, stage, verb, at: `${day}T02:00:00Z`, day, actor, data };
  });
  return fold(showEntry, events);
}

const submitted = [
  [null, 'draft'],
  ['submit', 'submit'],
] as const;
const convene = ['review', 'convene', { panel: 'P1', size: 5, reserve: 5, seed: 's' }] as const;
const movesOf = (state: ReturnType<typeof play>) =>
  possibleMoves(showEntry, state, { officeKind: 'city-office' }, { day: '2025-03-10', calendar });
const conclude = reviewKind.moves(showReview).find((move) => move.verb === 'conclude');
const refusal = (data: Record<string, unknown>) =>
  conclude &&
  reviewKind.refuses?.(
    showReview,
    conclude,
    play(...submitted, convene),
    { openSheets: 0, validSheets: 5, ...data },
    { day: '2025-03-10', calendar },
  );

describe('a panel', () => {
  it('has five seats, seven for a major case, and one for finance from a million yuan or where the budget is unknown', () => {
    expect(panelFor(showReview, { budget: '999999.99' })).toEqual({ size: 5, reserve: 5, isMajor: false, needsFinance: false });
    expect(panelFor(showReview, { budget: '1000000' })).toMatchObject({ size: 5, needsFinance: true });
    expect(panelFor(showReview, { budget: '5000000' })).toEqual({ size: 7, reserve: 7, isMajor: true, needsFinance: true });
    expect(panelFor(showReview, {}).needsFinance).toBe(true);
  });

  it('is odd and never smaller than the rule, in the declaration too', () => {
    expect(panelSizeProblem(4)).toBe('评审组不少于 5 人，现为 4 人');
    expect(panelSizeProblem(6)).toBe('评审组人数应为单数，现为 6 人');
    expect(panelSizeProblem(7)).toBeNull();
    expect(() => review({ by: 'city-office', sheet: showSheet, panel: { size: 3 } })).toThrow('不少于 5 人');
    expect(() => review({ by: 'city-office', sheet: showSheet, panel: { majorSize: 5 } })).toThrow('不少于 7 人');
  });
});

describe('the stage', () => {
  it('waits to be convened, then for the sheets, and goes on with the aggregate', () => {
    const before = play(...submitted);
    expect(waitsFor(showEntry, before)).toBe('等待市科技局业务处室组建评审组');
    const allowed = (state: typeof before) => movesOf(state).flatMap((move) => (move.stage === 'review' && move.allowed ? move.verb : []));
    expect(allowed(before)).toEqual(['convene']);
    const judged = play(...submitted, convene);
    expect(judged.stage).toBe('review');
    expect(waitsFor(showEntry, judged)).toBe('等待专家评分和评审汇总');
    expect(allowed(judged)).toEqual(['replace', 'conclude']);
    const done = play(...submitted, convene, ['review', 'conclude', { score: '85.67', recommended: true }]);
    expect(done.stage).toBe('decide');
    expect(lastMove(done, 'review', 'conclude')?.data).toMatchObject({ score: '85.67', recommended: true });
  });

  it('says what each move leads to, and that its record is gathered elsewhere', () => {
    const moves = movesOf(play(...submitted)).filter((move) => move.stage === 'review');
    expect(moves.every((move) => move.gathered === '评审')).toBe(true);
    expect(moves[0]?.consequence).toBe('评审组组建后专家开始评分，本件仍在本环节。');
    expect(moves[2]?.consequence).toContain('转入「审定」');
  });

  it('does not conclude while a sheet is open, nor with fewer than five valid ones', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ openSheets: 2 })).toBe('还有 2 份评分表没有提交');
    expect(refusal({ validSheets: 4 })).toBe('有效评分表只有 4 份，不足 5 份，评审组无效');
  });
});
