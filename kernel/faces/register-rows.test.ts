// Registers as declared: mistakes of authors are found at once, validity, postings, marks and match keys follow from the answers of a row.
import { describe, expect, it } from 'vitest';
import { quietRegister, sheds } from '#testing/specimen/register.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { register, standingOf } from '../declare/register.ts';
import { filterMarks, heldOf, matchKeys, postingsOf, titleOf } from './register-rows.ts';

const row = {
  name: '东园花房',
  number: 'HF1',
  level: 'NATIONAL',
  keeper: { name: '花圃甲有限公司', uscc: '91360100MA0A1B2C2P' },
  region: '990104',
  area: '120.5',
  cost: '1200000',
  from: '2024-03-01',
  until: '2026-02-28',
  state: 'open',
};
const today = '2026-01-10';
const held = heldOf(sheds, row, today, null);

describe('a declaration', () => {
  const form = defineForm(page('一', { name: f.text('名称'), contact: f.contact('联系人') }));
  const base = { id: 'x', name: '某台账', domain: 'office', basis: [], counter: '条', form, title: 'name', matchBy: ['name'] } as const;
  const states = [{ code: 'a', name: '甲' }];

  it('adds the state of a row to the form', () => {
    expect(sheds.form.fields.state).toMatchObject({ kind: 'choice', label: '状态', filter: true, list: true });
  });
  it('refuses personal fields in public, strange states, nothing to match by and fields of the wrong kind', () => {
    expect(() => register({ ...base, states, publicFields: ['contact'] })).toThrow('personal');
    expect(() => register({ ...base, states, inForce: ['b'] })).toThrow('no state b');
    expect(() => register({ ...base, states, matchBy: [] })).toThrow('identifies');
    expect(() => register({ ...base, states, region: 'name' })).toThrow('kind region');
    expect(() => register({ ...base, states: [] })).toThrow('needs a state');
  });
  it('knows its fields by type', () => {
    // @ts-expect-error the form has no such field
    expect(() => register({ ...base, states, title: 'title' })).toThrow('no field title');
  });
});

describe('standing', () => {
  it('follows from days and state', () => {
    expect(standingOf(sheds, held, '2025-06-01')).toBe('valid');
    expect(standingOf(sheds, held, '2026-01-10')).toBe('expiring');
    expect(standingOf(sheds, held, '2026-02-28')).toBe('expiring');
    expect(standingOf(sheds, held, '2026-03-01')).toBe('lapsed');
    expect(standingOf(quietRegister, heldOf(quietRegister, { topic: '一' }, today, null), today)).toBe('valid');
  });
  it('ends today when the state goes out of force, keeps that day, and holds again when it returns', () => {
    const closed = heldOf(sheds, { ...row, state: 'closed' }, today, held);
    expect(closed.endedOn).toBe(today);
    expect(standingOf(sheds, closed, today)).toBe('ended');
    expect(heldOf(sheds, { ...row, state: 'closed' }, '2026-01-20', closed).endedOn).toBe(today);
    expect(heldOf(sheds, row, '2026-01-20', closed).endedOn).toBeNull();
  });
});

describe('postings', () => {
  const days = (answers: object, of = held) => postingsOf(sheds, answers as typeof row, of).map((each) => Object.values(each).join(' '));

  it('count a row from its first day until the day after its last, by level, and once when it opens', () => {
    expect(days(row)).toEqual([
      'sheds.in-use 2024-03-01 1',
      'sheds.in-use 2026-03-01 -1',
      'sheds.national 2024-03-01 1',
      'sheds.national 2026-03-01 -1',
      'sheds.opened 2024-03-01 1',
    ]);
  });
  it('end on the day on which the state ended it, and count nothing that never held', () => {
    const closed = { ...row, level: 'MUNICIPAL', state: 'closed' };
    expect(days(closed, heldOf(sheds, closed, today, held))).toEqual(['sheds.in-use 2024-03-01 1', 'sheds.in-use 2026-01-10 -1']);
    expect(days(closed, heldOf(sheds, closed, today, null))).toEqual([]);
    const { from: _from, ...undated } = row;
    expect(days(undated, heldOf(sheds, undated, today, null))).toEqual([]);
  });
});

it('marks what is filtered by and the keys of imports, an organisation by code before name', () => {
  expect(titleOf(sheds, row)).toBe('东园花房');
  const marks = Object.fromEntries(filterMarks(sheds, row).map((mark) => [mark.field, mark.text ?? mark.number ?? mark.day]));
  expect(marks).toEqual({
    name: '东园花房',
    level: 'NATIONAL',
    keeper: '花圃甲有限公司',
    region: '990104',
    area: '120.5',
    cost: '1200000',
    from: '2024-03-01',
    state: 'open',
  });
  expect(matchKeys(sheds, row)).toEqual([
    { field: 'number', text: 'HF1' },
    { field: 'name', text: '东园花房' },
  ]);
  expect(matchKeys({ ...sheds, matchBy: ['keeper'] }, row).map(({ field }) => field)).toEqual(['keeper.uscc', 'keeper.name']);
});
