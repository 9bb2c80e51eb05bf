// A task that is stated before what came of it is aimed at, until the text tells what came of it.
import { describe, test } from 'vitest';
import { expectFigures } from './reading-cases.ts';

const aim = { status: 'target' as const, kind: 'target' as const, period: '2022' };
const done = { status: 'actual' as const, kind: 'level' as const, period: '2022' };

describe('a stated task', () => {
  test('ends where the same sentence tells what came of it', () =>
    expectFigures('2022年工作总结\n(1)专利受理量。任务是80件，截至9月底，受理专利71件。全市授权专利40件。', [
      { raw: '80件', ...aim },
      { raw: '71件', status: 'actual', kind: 'level' },
      { raw: '40件', status: 'actual' },
    ]));

  test('holds for all points of its list, and not for the point after it', () =>
    expectFigures('2022年工作总结\n(1)成果推广。任务为:①征集技术成果5项；②举办推介活动3场以上。(2)平台建设。建成实验室4家。', [
      { raw: '5项', ...aim, indicator: '征集技术成果' },
      { raw: '3场', ...aim },
      { raw: '4家', ...done },
    ]));

  test('what a number should come to is an aim', () =>
    expectFigures('按照考核要求，专利拥有量应达到50件。', [{ raw: '50件', ...aim, indicator: '专利拥有量' }]));
});
