// A task that is stated before what came of it is aimed at, until the text tells what came of it.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

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

test('a numbered point that states a task heads nothing', () =>
  expect(
    read(
      '一、目标任务：新增高新技术企业8家。完成情况：已认定11家，其中青岚县4家。\n二、目标任务：登记额6000万元。完成情况：登记34项、金额5418万元。',
    ).map(({ status }) => status),
  ).toEqual(['target', 'actual', 'actual', 'target', 'actual', 'actual']));
