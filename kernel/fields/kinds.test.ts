// What holds for every kind of field: samples are right, what is written can be read back, wrong values get a reason in Chinese.
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { creditCodeCheck } from '../calculations/check-characters.ts';
import { canonicalDecimal } from './decimal-text.ts';
import { type Field, type FieldKind, fieldKinds } from './field.ts';
import type { FieldKindFaces } from './kind.ts';
import { facesOf, kinds, schemaOf } from './kinds.ts';
import { patterns } from './patterns.ts';
import { tidyLine, tidyLines } from './tidy.ts';

const options = [
  { code: '01', name: '电子信息' },
  { code: '0101', name: '软件、算法', parent: '01' },
  { code: '0102', name: '其他', parent: '01' },
  { code: '02', name: '生物与新医药' },
  { code: '0201', name: '其他', parent: '02' },
  { code: '03', name: '先进制造；自动化' },
];
const regions = [
  { code: '990102', name: '云岭县' },
  { code: '990103', name: '云岭' },
  { code: '990104', name: '高新技术产业开发区' },
];

const fields: Record<FieldKind, Field> = {
  text: { kind: 'text', label: '项目名称' },
  'long-text': { kind: 'long-text', label: '项目简介' },
  integer: { kind: 'integer', label: '职工总数', unit: '人' },
  decimal: { kind: 'decimal', label: '建筑面积', unit: '平方米' },
  percent: { kind: 'percent', label: '研发投入占比' },
  money: { kind: 'money', label: '总收入', unit: '万元' },
  date: { kind: 'date', label: '注册日期' },
  month: { kind: 'month', label: '开始年月' },
  year: { kind: 'year', label: '年度' },
  'yes-no': { kind: 'yes-no', label: '是否上市' },
  choice: { kind: 'choice', label: '技术领域', options },
  choices: { kind: 'choices', label: '技术领域', options },
  region: { kind: 'region', label: '所在地区', options: regions },
  organisation: { kind: 'organisation', label: '合作单位' },
  person: { kind: 'person', label: '负责人' },
  file: { kind: 'file', label: '审计报告' },
  table: {
    kind: 'table',
    label: '产品',
    columns: { name: { kind: 'text', label: '产品名称' }, income: { kind: 'money', label: '产品收入' } },
  },
  address: { kind: 'address', label: '注册地址', options: regions },
  contact: { kind: 'contact', label: '联系人' },
  derived: { kind: 'derived', label: '占比', optional: true },
};

const digits = (max: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(max) - 1n });
function decimals(whole: number, places: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.boolean(), digits(whole), digits(places))
    .map(([minus, left, right]) => canonicalDecimal(`${minus ? '-' : ''}${left}.${String(right).padStart(places, '0')}`));
}
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const line = words.map(tidyLine).filter((text) => text !== '');
const name = line.filter((text) => !/[，,;；\s@＠]/.test(text) && !/^[-\d０-９+()（）—–]/.test(text));
const days = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const creditCodes = fc
  .tuple(fc.stringMatching(/^[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{9}$/))
  .map(([first17]) => first17 + creditCodeCheck(first17));
const phones = fc.oneof(fc.stringMatching(/^1[3-9][0-9]{9}$/), fc.stringMatching(/^0[3-9][0-9]{2}-[0-9]{7,8}$/));
const emails = fc.stringMatching(/^[a-z0-9]{1,10}@[a-z0-9]{1,10}\.cn$/);

const values: Partial<Record<FieldKind, fc.Arbitrary<unknown>>> = {
  text: line,
  'long-text': words.map(tidyLines).filter((text) => text.trim() !== ''),
  integer: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  decimal: decimals(16, 6),
  percent: decimals(12, 6),
  money: decimals(16, 2),
  date: days,
  month: days.map((day) => day.slice(0, 7)),
  year: fc.integer({ min: 1800, max: 2199 }),
  'yes-no': fc.boolean(),
  choice: fc.constantFrom(...options.map((option) => option.code)),
  choices: fc.uniqueArray(fc.constantFrom(...options.map((option) => option.code)), { minLength: 1 }),
  region: fc.constantFrom(...regions.map((option) => option.code)),
  organisation: fc.record({ name, uscc: fc.oneof(fc.constant(''), creditCodes) }),
  person: fc.record({ name, unit: name, phone: phones }, { requiredKeys: ['name'] }),
  contact: fc.record({ name, phone: phones, email: emails }, { requiredKeys: ['name', 'phone'] }),
  address: fc.record({ region: fc.constantFrom(...regions.map((option) => option.code)), street: name }),
};

test('a kind without its faces, or a face without its function, does not compile', () => {
  const { contact: _contact, ...rest } = kinds;
  // @ts-expect-error The faces of contact are missing.
  const incomplete: Record<FieldKind, FieldKindFaces> = rest;
  const { sample: _sample, ...five } = kinds.text;
  // @ts-expect-error The sample is missing.
  const faceless: FieldKindFaces = five;
  expect(Object.keys(incomplete)).toHaveLength(fieldKinds.length - 1);
  expect('sample' in faceless).toBe(false);
});

describe('each kind of field', () => {
  test.each(fieldKinds)('%s: its samples fit its schema, are the same each time and have nothing wrong', (kind) => {
    const field = fields[kind];
    for (const n of [0, 1, 7, 40]) {
      const sample = kinds[kind].sample(field, n);
      expect(Value.Check(schemaOf(field), sample), JSON.stringify(sample)).toBe(true);
      expect(kinds[kind].sample(field, n)).toEqual(sample);
      expect(kinds[kind].problem?.(sample, field) ?? null).toBeNull();
      expect(kinds[kind].warning?.(sample, field) ?? null).toBeNull();
    }
  });

  test.each(Object.keys(values) as FieldKind[])('%s: what is written is read back equal and fits the schema', (kind) => {
    const field = fields[kind];
    const faces = facesOf(field);
    const arbitrary = values[kind] ?? fc.constant(null);
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(Value.Check(schemaOf(field), value)).toBe(true);
        expect(faces.parse(faces.format(value, field), field)).toEqual({ value });
      }),
      { numRuns: 150 },
    );
  });

  test.each(fieldKinds)(
    '%s: whatever is read fits the schema and has nothing wrong; the rest gets a reason that names the field',
    (kind) => {
      const field = fields[kind];
      const faces = facesOf(field);
      const texts = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.stringMatching(/^[0-9.,年月日 %元万()/-]{0,14}$/),
        fc.stringMatching(/^[0-9A-Z（）张 ,@.-]{0,40}$/),
      );
      fc.assert(
        fc.property(texts, fc.boolean(), (raw, serialDays) => {
          const read = faces.parse(raw, field, { serialDays });
          if ('problem' in read) {
            expect(read.problem).toContain(field.label);
            expect(read.problem).not.toMatch(/undefined|null|NaN/);
          } else {
            expect(Value.Check(schemaOf(field), read.value), JSON.stringify([raw, read.value])).toBe(true);
            expect(faces.problem?.(read.value, field) ?? null).toBeNull();
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each(fieldKinds)('%s: an empty text is never a value', (kind) => {
    for (const blank of ['', '  ', '　', '\n']) expect(facesOf(fields[kind]).parse(blank, fields[kind])).toHaveProperty('problem');
  });

  test.each(fieldKinds)('%s: only safe names get into SQL', (kind) => {
    const faces = facesOf(fields[kind]);
    expect(faces.sql('techField', fields[kind], 'c.answers').expression).toContain('c.answers -');
    expect(() => faces.sql("x' or '1'='1", fields[kind])).toThrow(/not safe/);
    expect(() => faces.sql('Key', fields[kind])).toThrow(/not safe/);
    expect(() => faces.sql('key', fields[kind], 'answers; drop table x')).toThrow(/not safe/);
  });

  test('samples respect bounds and lengths', () => {
    const bounded: Field[] = [
      { kind: 'integer', label: '人数', min: '200', max: '300' },
      { kind: 'money', label: '金额', max: '0' },
      { kind: 'percent', label: '比例', max: '0.01' },
      { kind: 'decimal', label: '数量', places: 0, min: '5000' },
      { kind: 'date', label: '日期', min: '2025-06-01' },
      { kind: 'year', label: '年度', max: '2010' },
      { kind: 'text', label: '很长的一个名称', maxLength: 3 },
      ...Object.keys(patterns).map((pattern) => ({ kind: 'text', label: '号码', pattern }) as Field),
    ];
    for (const field of bounded) {
      const sample = facesOf(field).sample(field, 3);
      expect(Value.Check(schemaOf(field), sample), JSON.stringify([field, sample])).toBe(true);
      expect(facesOf(field).problem?.(sample, field) ?? null).toBeNull();
      expect(facesOf(field).warning?.(sample, field) ?? null).toBeNull();
    }
  });
});
