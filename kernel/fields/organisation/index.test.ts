// Organisations, people, contacts and addresses written into one cell.
import { describe, expect, test } from 'vitest';
import { address } from '../address/index.ts';
import { contact } from '../contact/index.ts';
import type { Address, Contact, Field, Organisation, Person } from '../field.ts';
import { person } from '../person/index.ts';
import { organisation } from './index.ts';

describe('an organisation', () => {
  const partner: Field<Organisation> = { kind: 'organisation', label: '合作单位' };
  const expected = { value: { name: '演示（集团）有限公司', uscc: '91350100M000100Y43' } };
  test.each([
    '演示（集团）有限公司（91350100M000100Y43）',
    '演示（集团）有限公司(91350100m000100y43)',
    '演示（集团）有限公司 91350100M000100Y43',
    '演示（集团）有限公司，９１３５０１００M000100Y43',
  ])('%s is a name and a code', (raw) => {
    expect(organisation.parse(raw, partner)).toEqual(expected);
  });
  test('the name alone will do, the code alone will not', () => {
    expect(organisation.parse('演示（集团）有限公司', partner)).toEqual({ value: { name: '演示（集团）有限公司', uscc: '' } });
    expect(organisation.parse('91350100M000100Y43', partner)).toEqual({ problem: '合作单位只有统一社会信用代码，请一并填写单位名称' });
  });
  test('a code of the wrong form is refused, a wrong check character is a warning', () => {
    expect(organisation.parse('演示公司（350100M000100Y43）', partner)).toHaveProperty('problem');
    const value = { name: '演示公司', uscc: '91350100M000100Y4X' };
    expect(organisation.parse('演示公司（91350100M000100Y4X）', partner)).toEqual({ value });
    expect(organisation.warning?.(value, partner)).toBe('合作单位的统一社会信用代码第 18 位校验不符，应为 3；请核对营业执照');
    expect(organisation.warning?.({ name: '演示公司', uscc: '' }, partner)).toBeNull();
  });
});

test('a person is a name, a unit and a telephone', () => {
  const leader: Field<Person> = { kind: 'person', label: '负责人' };
  expect(person.parse('张三', leader)).toEqual({ value: { name: '张三' } });
  expect(person.parse('张三 13000000001', leader)).toEqual({ value: { name: '张三', phone: '13000000001' } });
  expect(person.parse('张三，演示大学；0791-12345678', leader)).toEqual({
    value: { name: '张三', unit: '演示大学', phone: '0791-12345678' },
  });
  expect(person.parse('张三，12345678901', leader)).toHaveProperty('problem');
});

test('a contact needs a telephone', () => {
  const whom: Field<Contact> = { kind: 'contact', label: '联系人' };
  expect(contact.parse('张三 a.b@example.com 13000000001', whom)).toEqual({
    value: { name: '张三', phone: '13000000001', email: 'a.b@example.com' },
  });
  expect(contact.parse('张三', whom)).toEqual({ problem: '联系人电话不能为空' });
});

test('an address begins with its region', () => {
  const options = [
    { code: '990102', name: '云岭' },
    { code: '990103', name: '云岭县' },
  ];
  const place: Field<Address> = { kind: 'address', label: '注册地址', options };
  expect(address.parse('云岭县演示路1号', place)).toEqual({ value: { region: '990103', street: '演示路1号' } });
  expect(address.parse('990102 演示路1号', place)).toEqual({ value: { region: '990102', street: '演示路1号' } });
  expect(address.parse('无名县 演示路1号', place)).toHaveProperty('problem');
  expect(address.parse('云岭县', place)).toEqual({ problem: '注册地址详细地址不能为空' });
});
