// Faces of a programme: permissions of each stage, lineage of each indicator, and the guide that people read.
import { expect, it } from 'vitest';
import { specimen } from '#testing/specimen/programme.ts';
import { lineageOf } from './lineage.ts';
import { officeGuide } from './office-guide.ts';
import { stagePermissions } from './permissions.ts';
import { programmeGuide } from './programme-guide.ts';

it('derives a permission for each move of each stage', () => {
  const permissions = stagePermissions(specimen);
  expect(permissions.map((permission) => permission.id)).toContain('specimen/application:opinions.opine');
  expect(permissions.find((permission) => permission.verb === 'opine')?.officeNames).toEqual(['县区科技局', '县区税务局']);
  expect(new Set(permissions.map((permission) => permission.id)).size).toBe(permissions.length);
});

it('follows an indicator down to the moves and titles that post it', () => {
  const lines = lineageOf(specimen);
  expect(lines.find((line) => line.measure === 'specimen.gardens')?.sources).toEqual(['title:model-garden']);
  expect(lines.filter((line) => line.indicator === 'specimen.pass-rate').map((line) => line.sources)).toEqual([
    ['move:application.receive-result'],
    ['move:application.submit'],
  ]);
});

it('writes a guide with conditions, articles, stages, questions and indicators', () => {
  const guide = programmeGuide(specimen, '2025-06-01');
  for (const part of [
    '园丁占职工总数不低于15%',
    '花发〔2023〕9号第三条',
    '联合审查',
    '10 个工作日',
    '园丁人数',
    '示范花圃 | 3 年',
    '花圃通过率',
  ])
    expect(guide).toContain(part);
});

it('writes a guide for officers: who acts at each stage and by when, what a move records, and what follows by itself', () => {
  const guide = officeGuide(specimen, '2025-06-01');
  for (const part of [
    '办理指南',
    '联合审查',
    '县区税务局',
    '10 个工作日',
    '逐个环节',
    '可以批量办理',
    '办理后自动计入的指标',
    '花圃通过率',
  ])
    expect(guide).toContain(part);
});
