// An import says with numbers what it will do before it does it.
import { expect, test } from 'vitest';
import { canWrite, consequenceOf, type ImportReport, stepOf, understoodWords } from './import-state.ts';

const report: ImportReport = {
  fileName: '企业.xlsx',
  sheet: 'Sheet1',
  rows: 120,
  columns: [
    { header: '企业名称', field: '企业名称', examples: [] },
    { header: '备注', field: null, examples: [] },
  ],
  faults: [],
  faultCount: 3,
  faultyRows: 2,
  changes: [],
  counts: { new: 40, changed: 60, same: 18 },
};

test('what will happen is told with every number', () => {
  expect(consequenceOf(report)).toBe('将新增 40 条，更新 60 条，18 条与现有内容一致，不改动，2 行有误，不写入。');
  expect(understoodWords(report)).toBe('“企业.xlsx”的工作表“Sheet1”，共 120 行；识别 1 列，1 列未使用。');
});

test('a file that changes nothing cannot be written', () => {
  expect(canWrite(report)).toBe(true);
  expect(canWrite({ ...report, counts: { new: 0, changed: 0, same: 18 } })).toBe(false);
});

test('each state belongs to a step', () => {
  expect(stepOf({ step: 'choose' })).toBe(0);
  expect(stepOf({ step: 'report', report })).toBe(1);
  expect(stepOf({ step: 'done', report, summary: '', undo: 'offered' })).toBe(3);
});
