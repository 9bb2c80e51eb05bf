// Schemas as routes get them: shared by name, closed to unknown keys at every depth, explained in Chinese.
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { bare, closed, SharedSchemas } from './schemas.ts';
import { mustFit, type Part, Validators } from './validation.ts';

const Region = Type.Object({ code: Type.String({ title: '区划代码' }) }, { $id: 'Region' });

function problems(schema: Parameters<SharedSchemas['hoist']>[0], value: unknown, part: Part = 'body'): Record<string, string> {
  const shared = new SharedSchemas();
  const hoisted = shared.hoist(schema);
  const check = new Validators(shared.all()).compile(hoisted, part);
  try {
    mustFit(check, value);
    return {};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Object.fromEntries(error.details.map(({ where, message }) => [where, message]));
  }
}

describe('unknown keys', () => {
  const schema = Type.Object({
    name: Type.String(),
    region: Region,
    rows: Type.Array(Type.Object({ amount: Type.String() })),
    either: Type.Optional(
      Type.Union([Type.Object({ kind: Type.Literal('a'), a: Type.String() }), Type.Object({ kind: Type.Literal('b'), b: Type.String() })]),
    ),
  });
  const good = { name: 'x', region: { code: '1' }, rows: [{ amount: '1' }] };

  it('are refused at every depth, within shared schemas and choices too', () => {
    expect(problems(schema, good)).toEqual({});
    expect(Object.keys(problems(schema, { ...good, extra: 1 }))).toEqual(['extra']);
    expect(Object.keys(problems(schema, { ...good, region: { code: '1', name: 'x' } }))).toEqual(['region.name']);
    expect(Object.keys(problems(schema, { ...good, rows: [{ amount: '1' }, { amount: '1', note: '' }] }))).toEqual(['rows.1.note']);
    expect(problems(schema, { ...good, either: { kind: 'a', a: '1' } })).toEqual({});
    expect(problems(schema, { ...good, either: { kind: 'a', a: '1', b: '2' } })).not.toEqual({});
  });

  it('are refused in joined schemas without refusing their parts', () => {
    const joined = Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.String() }), Region]);
    expect(problems(joined, { a: '1', b: '2', code: '3' })).toEqual({});
    expect(Object.keys(problems(joined, { a: '1', b: '2', code: '3', c: '4' }))).toEqual(['c']);
  });

  it('pass where a schema says so', () => {
    expect(problems(Type.Object({ answers: Type.Record(Type.String(), Type.Unknown()) }), { answers: { any: { thing: 1 } } })).toEqual({});
    expect(problems(Type.Object({ a: Type.String() }, { additionalProperties: true }), { a: '1', b: 2 })).toEqual({});
  });
});

describe('explanations', () => {
  it('use titles, say what is allowed, and fold a choice of shapes into one', () => {
    const schema = Type.Object({
      day: Type.String({ title: '日期', format: 'date' }),
      count: Type.Integer({ title: '数量', minimum: 1, maximum: 9 }),
      level: Type.Union([Type.Literal('甲'), Type.Literal('乙')], { title: '等级' }),
      note: Type.Union([Type.String({ maxLength: 2 }), Type.Null()], { title: '备注' }),
      list: Type.Array(Type.String(), { title: '清单', minItems: 1, uniqueItems: true }),
    });
    expect(problems(schema, { day: '2026-02-30', count: 0, level: '丙', note: '太长了', list: [] })).toEqual({
      day: '「日期」不是正确的日期（如2026-03-01）',
      count: '「数量」不能小于 1',
      level: '「等级」只能是：甲、乙',
      note: '「备注」最多 2 个字',
      list: '「清单」至少要有 1 项',
    });
    expect(problems(schema, {})).toMatchObject({ day: '缺少「日期」，请填写', list: '缺少「清单」，请填写' });
    expect(problems(schema, null)).toEqual({ '': '「内容」须为一组内容' });
  });

  it('check the formats that we use', () => {
    const fits = (format: string, text: string): boolean =>
      Object.keys(problems(Type.Object({ x: Type.String({ format }) }), { x: text })).length === 0;
    expect(['2024-02-29', '2026-12-31'].every((text) => fits('date', text))).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', ''].some((text) => fits('date', text))).toBe(false);
    expect([
      fits('date-time', '2026-03-01T09:00:00+08:00'),
      fits('date-time', '2026-02-30T09:00:00Z'),
      fits('date-time', '2026-03-01'),
    ]).toEqual([true, false, false]);
    expect([fits('decimal', '-12.345678'), fits('decimal', '1e5'), fits('decimal', '1.')]).toEqual([true, false, false]);
    expect([fits('uuid', '01890a5d-ac96-774b-bcce-b302099a8057'), fits('uuid', 'x')]).toEqual([true, false]);
    expect([fits('email', 'a@b.cn'), fits('email', 'a b@c')]).toEqual([true, false]);
  });
});

it('turns text into numbers in addresses only', () => {
  const schema = Type.Object({
    limit: Type.Integer(),
    regions: Type.Optional(Type.Array(Type.String())),
    all: Type.Optional(Type.Boolean()),
  });
  const value = { limit: '5', regions: '990102', all: 'true' };
  expect(problems(schema, value, 'query')).toEqual({});
  expect(value).toEqual({ limit: 5, regions: ['990102'], all: true });
  expect(Object.keys(problems(schema, { limit: '5' }, 'body'))).toEqual(['limit']);
});

it('refuses two different schemas of one name when the server starts', () => {
  const shared = new SharedSchemas();
  shared.hoist(Type.Array(Region));
  expect(() => shared.hoist(Type.Object({ code: Type.String({ title: '区划代码' }) }, { $id: 'Region' }))).not.toThrow();
  expect(() => shared.hoist(Type.Object({ code: Type.Number() }, { $id: 'Region' }))).toThrow('two different schemas are named Region');
  expect(shared.hoist(Type.Array(Region))).toEqual({ type: 'array', items: { $ref: 'Region#' } });
});

it('leaves a serialiser only what it knows', () => {
  expect(bare({ type: 'object', title: '题', 'x-unit': '元', properties: { title: { type: 'string', unit: '元' } } })).toEqual({
    type: 'object',
    properties: { title: { type: 'string' } },
  });
  expect(closed({ type: 'object', properties: {} })).toMatchObject({ additionalProperties: false });
});
