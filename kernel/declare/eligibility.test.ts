// Eligibility: met, unmet and unknown with the numbers, dated limits, and the nearest change that passes.
import { describe, expect, it } from 'vitest';
import { specimenEligibility, specimenForm } from '#testing/specimen/programme.ts';
import { nrdiWarning } from '../calculations/nrdi-warning.ts';
import { cite } from './citation.ts';
import { allOf, byCalculation, noConditions } from './eligibility.ts';
import { defineForm, f, page } from './form.ts';
import { defineLimits, since } from './limits.ts';
import { nearestChanges } from './nearest-change.ts';
import { rulesFor } from './rule.ts';

const on = (answers: Record<string, unknown>, day = '2025-06-01') => specimenEligibility.assess(answers, { day });
const first = (answers: Record<string, unknown>, day?: string) => on(answers, day)[0];

describe('a rule', () => {
  it('says the actual and the required number', () => {
    expect(first({ gardeners: 1, staff: 12 })).toMatchObject({ status: 'unmet', actual: '8.33%', required: '不低于15%' });
    expect(first({ gardeners: 15, staff: 100 })).toMatchObject({ status: 'met', actual: '15%' });
  });

  it('is unknown, not unmet, while an answer is missing or the whole is zero', () => {
    expect(first({ gardeners: 3 })).toMatchObject({ status: 'unknown', missing: ['职工总数'] });
    expect(first({ gardeners: 0, staff: 0 })).toMatchObject({ status: 'unknown', why: '分母为零，无法计算' });
  });

  it('holds an application to the limit of its day', () => {
    expect(first({ gardeners: 12, staff: 100 }, '2023-12-31')?.status).toBe('met');
    expect(first({ gardeners: 12, staff: 100 }, '2024-01-01')?.status).toBe('unmet');
  });

  it('names the smallest change of each answer that would pass', () => {
    const answers = { gardeners: 7, staff: 100 };
    expect(nearestChanges(specimenForm, specimenEligibility, 'gardener-share', answers, { day: '2025-06-01' })).toEqual([
      { key: 'gardeners', label: '园丁人数', from: 7, to: 15 },
      { key: 'staff', label: '职工总数', from: 100, to: 46 },
    ]);
  });

  it('does not compile when it needs a fact that the form does not ask', () => {
    const form = defineForm(page('一', { staff: f.integer('人数') }));
    const rule = rulesFor(form, defineLimits({ least: [since('2020-01-01', '1', cite('某号'))] }));
    // @ts-expect-error the form asks staff, not stuff
    rule('misspelt', { says: () => '', cites: cite('某号'), needs: ['stuff'], check: () => ({ status: 'met', actual: null }) });
    rule('wrong-type', {
      says: () => '',
      cites: cite('某号'),
      needs: ['staff'],
      // @ts-expect-error staff is a number, not a text
      check: ({ staff }) => ({ status: 'met', actual: staff.concat('人') }),
    });
    // @ts-expect-error there is no limit called most
    rule('no-limit', { says: ({ most }) => most, cites: cite('某号'), needs: ['staff'], check: () => ({ status: 'met', actual: null }) });
    expect(
      rule('right', { says: ({ least }) => least, cites: cite('某号'), needs: ['staff'], check: () => ({ status: 'met', actual: null }) })
        .needs,
    ).toEqual(['staff']);
  });
});

it('names the calculation behind its findings with the input that it was given', () => {
  const form = defineForm(page('一', { staff: f.integer('常驻人员') }));
  const eligibility = byCalculation(form, nrdiWarning, [{ id: 'NW-3', needs: ['staff'] }], ({ staff }, { day }) => ({
    asOf: day,
    residents: staff,
  }));
  const [basis] = allOf(eligibility, noConditions).bases ?? [];
  expect(basis?.calculation).toBe('nrdi-warning');
  const input = basis?.input({ staff: 9 }, { day: '2025-06-01' });
  expect(nrdiWarning.evaluate(input).light).toBe('YELLOW');
  expect(eligibility.assess({ staff: 9 }, { day: '2025-06-01' })[0]?.status).toBe('unmet');
});
