// The chapter of the guide that a form writes for itself.
import { expect, test } from 'vitest';
import { fieldKinds } from '../fields/field.ts';
import { formGuide, kindNames } from './form-guide.ts';
import { specimen } from './specimen.ts';

const guide = formGuide(specimen);

test('every page is a section and every field a line with unit, duty, remark and example', () => {
  expect(guide.match(/^### .+$/gm)).toEqual(['### 基本情况', '### 经营情况', '### 产品']);
  expect(guide).toContain('| 职工总数 | 整数 | 人 | 必填 | 预填，来自企业档案 | 11 |');
  expect(guide).toContain('| 技术领域 | 单选 |  | 必填 | 选项：电子信息、软件、生物与新医药 | 软件 |');
  expect(guide).toContain('| 科技人员占比 | 系统计算 | ‱ |  |  |');
  expect(guide).toContain('#### 产品（逐行填写）');
  expect(guide).toContain('| 产品收入 | 金额 | 万元 | 必填 |');
});

test('a line stays one line of its table', () => {
  const rows = guide.split('\n').filter((line) => line.startsWith('|'));
  expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length))).toEqual(new Set([8]));
});

test('every kind has a name', () => {
  expect(Object.keys(kindNames)).toEqual([...fieldKinds]);
});
