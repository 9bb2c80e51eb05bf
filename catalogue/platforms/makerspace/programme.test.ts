// The examples of this folder, the score of the yearly assessment, and what its class leads to.
import path from 'node:path';
import { expect, it } from 'vitest';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import { runExamples } from '#testing/examples.ts';
import passes from './examples/passes.json';
import programme from './programme.ts';

const [recognition, assessment] = programme.dossiers;
if (recognition === undefined || assessment === undefined) throw new Error('the programme has two dossiers');

runExamples(path.join(import.meta.dirname, 'examples'), recognition);

it('lets a call ask for less space and more teams', () => {
  const found = (parameters: Record<string, string>, rule: string) =>
    recognition.eligibility
      .assess({ ...passes.answers, area: '300', seats: 10 }, { day: passes.day, parameters })
      .find((one) => one.rule === rule);
  expect(found({}, 'space')).toMatchObject({ status: 'unmet', actual: '面积300平方米，工位10个' });
  expect(found({ area: '300' }, 'space')?.status).toBe('met');
  expect(found({ teams: '60' }, 'teams')).toMatchObject({ status: 'unmet', required: '不低于60家' });
});

const stage = assessment.stages.find(({ kind }) => kind === 'grade');
const points = { service: '90', tenantScore: '80', funding: '70', qualifiedBred: '60', revenue: '50', statisticsSafety: '100' };

it('weighs the six parts by the calculation of the rule', () => {
  if (stage?.kind !== 'grade') throw new Error('the assessment is graded');
  // 22.5 + 20 + 10.5 + 9 + 5 + 10
  expect(stage.total(points)).toBe('77.00');
  expect(stage.total({ service: '90' })).toBeNull();
});

it('promises the subsidy of the class when the publicity is over, and nothing to those that must put things right', () => {
  const [rule] = programme.obligations ?? [];
  const event = (verb: string, of: string, data: CaseEvent['data']): CaseEvent => ({
    seq: 1,
    verb,
    stage: of,
    at: '2026-06-01T01:00:00.000Z',
    day: '2026-06-01',
    actor: { id: '', name: '', officeKind: 'city-office', officeName: '' },
    data,
  });
  const owed = (subsidy: string, className: string) =>
    rule?.of({}, event('uphold', 'uphold', {}), [event('classify', 'grade', { className, subsidy })]);
  expect(owed('100000', '优秀')).toMatchObject([{ kind: 'promise', amount: '100000', parts: [{ no: 1, amount: '100000' }] }]);
  expect(owed('0', '整改')).toEqual([]);
});
