// Score sheets: weights, points with one decimal, comments that say something, and what they tell the aggregate.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showSheet } from '#testing/specimen/garden-show.ts';
import { reviewAggregate } from '../calculations/review-aggregate/calculation.ts';
import { cite } from './citation.ts';
import { aggregateParameters, commentLength, criterion, pointsProblem, scoreSheet, sheetProblems, totalOf } from './score-sheet.ts';

const comment = '花'.repeat(50);
const points = { innovation: '28', feasibility: '20.5', team: '18', benefit: '12', budget: '9' };

describe('a score sheet', () => {
  it('refuses weights that do not sum to 100 and criteria that stand twice', () => {
    const of =
      (...weights: readonly string[]) =>
      () =>
        scoreSheet({ title: '表', cites: cite('文'), criteria: weights.map((weight, i) => criterion(`c${i}`, '项', weight)) });
    expect(of('60', '40')).not.toThrow();
    expect(of('33.3', '33.3', '33.4')).not.toThrow();
    expect(of('60', '39.9')).toThrow('must sum to 100');
    expect(of('100', '0')).toThrow('needs a weight');
    const twice = [criterion('same', '一', '50'), criterion('same', '二', '50')];
    expect(() => scoreSheet({ title: '表', cites: cite('文'), criteria: twice })).toThrow('two criteria same');
  });

  it('says of each entry what is wrong and how to mend it', () => {
    const [first] = showSheet.criteria;
    if (first === undefined) throw new Error('no criterion');
    expect(pointsProblem(first, '30')).toBeNull();
    expect(pointsProblem(first, '30.1')).toBe('创新性：不能超过 30 分');
    expect(pointsProblem(first, '29.55')).toBe('创新性：最多一位小数');
    expect(pointsProblem(first, '-1')).toBe('创新性：最多一位小数');
    expect(pointsProblem(first, '好')).toBe('创新性：请填写数字，例如 30');
    expect(sheetProblems(showSheet, { points, comment, recommend: true })).toEqual([]);
    expect(sheetProblems(showSheet, { points: { innovation: '31' }, comment: `${comment.slice(1)}  \n`, recommend: null })).toEqual([
      { path: 'points.innovation', message: '创新性：不能超过 30 分' },
      ...['可行性', '团队与条件', '效益', '预算合理性'].map((name, i) => ({
        path: `points.${['feasibility', 'team', 'benefit', 'budget'][i]}`,
        message: `${name}：尚未打分`,
      })),
      { path: 'comment', message: '评审意见不少于 50 字，还差 1 字' },
      { path: 'recommend', message: '请选择是否推荐' },
    ]);
  });

  it('counts characters, not blanks, and adds tenths exactly', () => {
    expect(commentLength(' 花 圃\n好𠀀 ')).toBe(4);
    expect(totalOf(showSheet, points)).toBe('87.5');
    expect(totalOf(showSheet, {})).toBe('0.0');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }), (tenths) => {
        const given = Object.fromEntries(showSheet.criteria.map(({ id }, i) => [id, `${(tenths[i] ?? 0) / 10}`]));
        expect(Math.round(Number(totalOf(showSheet, given)) * 10)).toBe(tenths.reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  it('gives the aggregate its criteria', () => {
    const sheets = [92, 88, 85, 84, 70].map((total, i) => ({
      expertId: `E${i}`,
      status: 'SUBMITTED',
      total: String(total),
      recommend: true,
    }));
    const result = reviewAggregate.evaluate({ projects: [{ projectId: 'a', sheets }], parameters: aggregateParameters(showSheet) });
    expect(result).toMatchObject({ projects: [{ score: '85.67', outliers: ['E4'], recommended: true }] });
  });
});
