// Options by code or by name, yes or no, regions, files, tables.
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { choices } from '../choices/index.ts';
import type { Field, FileRef } from '../field.ts';
import { file } from '../file/index.ts';
import { facesOf, schemaOf } from '../kinds.ts';
import { region } from '../region/index.ts';
import { yesNo } from '../yes-no/index.ts';
import { choice } from './index.ts';

const options = [
  { code: '01', name: '电子信息' },
  { code: '0101', name: '软件、算法', parent: '01' },
  { code: '0109', name: '其他', parent: '01' },
  { code: '0209', name: '其他' },
];
const techField: Field<string> = { kind: 'choice', label: '技术领域', options };

describe('a choice', () => {
  test.each([
    ['01', '01'],
    ['电子信息', '01'],
    [' 电子信息 ', '01'],
    ['０１', '01'],
    ['0109 其他', '0109'],
  ])('%s is option %s', (text, code) => {
    expect(choice.parse(text, techField)).toEqual({ value: code });
  });
  test('a name that several options share is asked for its code', () => {
    expect(choice.parse('其他', techField)).toEqual({ problem: '技术领域“其他”对应多个选项，请改填代码：0109、0209' });
    expect(choice.format('0109', techField)).toBe('0109 其他');
  });
  test('an unknown name is answered with the options', () => {
    expect(choice.parse('航天', techField)).toEqual({ problem: '技术领域没有“航天”这个选项，可选：电子信息、软件、算法、其他、其他' });
    expect(Value.Check(schemaOf(techField), '航天')).toBe(false);
  });
  test('a tree may be searched by branch', () => {
    expect(choice.filter(techField)).toEqual(['in', 'below']);
    expect(choice.filter({ ...techField, options: [{ code: 'a', name: '甲' }] })).toEqual(['in']);
  });
  test('a choice without options is a mistake of its author', () => {
    expect(() => choice.schema({ kind: 'choice', label: '空' })).toThrow('has no options');
  });
});

test('several options may be parted by any usual sign, even when a name has one', () => {
  const field: Field<readonly string[]> = { kind: 'choices', label: '技术领域', options };
  expect(choices.parse('电子信息；软件、算法', field)).toEqual({ value: ['01', '0101'] });
  expect(choices.parse('软件、算法', field)).toEqual({ value: ['0101'] });
  expect(choices.parse('01、0109，01', field)).toEqual({ value: ['01', '0109'] });
  expect(choices.parse('电子信息、航天', field)).toHaveProperty('problem');
  expect(Value.Check(schemaOf(field), ['01', '01'])).toBe(false);
  expect(Value.Check(schemaOf(field), [])).toBe(true);
});

test('yes and no have many spellings and nothing between', () => {
  const listed: Field<boolean> = { kind: 'yes-no', label: '是否上市' };
  for (const yes of ['是', '有', '√', 'Y', 'yes', 'TRUE']) expect(yesNo.parse(yes, listed)).toEqual({ value: true });
  for (const no of ['否', '无', '×', 'n', 'No', 'FALSE']) expect(yesNo.parse(no, listed)).toEqual({ value: false });
  expect(yesNo.parse('不详', listed)).toEqual({ problem: '是否上市应填“是”或“否”，现为“不详”' });
});

test('a region without a list is held to the form of its code', () => {
  const where: Field<string> = { kind: 'region', label: '所在地区' };
  expect(region.parse('990102', where)).toEqual({ value: '990102' });
  expect(region.parse('云岭县', where)).toEqual({ problem: '所在地区应为 6、9 或 12 位的行政区划代码，现为“云岭县”' });
});

test('a file is known by its fingerprint, its ending and its size', () => {
  const report: Field<FileRef> = { kind: 'file', label: '审计报告', extensions: ['pdf'], maxBytes: 1024 * 1024 };
  const handed = { sha256: 'a'.repeat(64), fileName: '报告.PDF', size: 1000 };
  expect(Value.Check(schemaOf(report), handed)).toBe(true);
  expect(file.problem?.(handed, report)).toBeNull();
  expect(file.problem?.({ ...handed, fileName: '报告.doc' }, report)).toBe('审计报告只接受 pdf 格式的文件，“报告.doc”不是，请另存后上传');
  expect(file.problem?.({ ...handed, size: 3 * 1024 * 1024 }, report)).toBe('审计报告不能大于 1 MB，“报告.PDF”为 3 MB');
  expect(Value.Check(schemaOf(report), { ...handed, fileName: '../报告.pdf' })).toBe(false);
});

test('a table holds typed rows and nothing else', () => {
  const products: Field = {
    kind: 'table',
    label: '产品',
    maxRows: 2,
    columns: { name: { kind: 'text', label: '产品名称' }, income: { kind: 'money', label: '产品收入' } },
  };
  const schema = schemaOf(products);
  expect(Value.Check(schema, [{ name: '甲', income: '100.5' }, { name: '乙' }])).toBe(true);
  expect(Value.Check(schema, [{ name: '甲', price: '1' }])).toBe(false);
  expect(Value.Check(schema, [{ income: 100.5 }])).toBe(false);
  expect(Value.Check(schema, [{}, {}, {}])).toBe(false);
  expect(facesOf(products).format([{}, {}], products)).toBe('共 2 行');
});
