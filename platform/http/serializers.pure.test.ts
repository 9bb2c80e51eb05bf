// Writers of replies: declared parts only, shared schemas followed through one another, equal schemas written by one writer.
import { expect, it } from 'vitest';
import { Serializers } from './schemas.ts';

const leaf = { $id: 'Leaf', type: 'object', properties: { name: { type: 'string' } } };
const branch = {
  $id: 'Branch',
  type: 'object',
  properties: { leaf: { $ref: 'Leaf#' }, twigs: { type: 'array', items: { $ref: 'Branch#' } } },
};
const broken = { $id: 'Broken', type: 'object', properties: { lost: { $ref: 'Nowhere#' } } };
const serializers = new Serializers([leaf, branch, broken]);
const reply = { type: 'object', properties: { branch: { $ref: 'Branch#' } } };

it('follows shared schemas through one another, also back to themselves', () => {
  const write = serializers.of(reply);
  const value = { branch: { leaf: { name: '叶', hidden: 1 }, twigs: [{ leaf: { name: '芽' }, secret: 2 }] }, other: 3 };
  expect(JSON.parse(write(value))).toEqual({ branch: { leaf: { name: '叶' }, twigs: [{ leaf: { name: '芽' } }] } });
});

it('gives equal schemas one writer, whatever their descriptions say', () => {
  expect(serializers.of({ ...reply, description: '树枝' })).toBe(serializers.of(reply));
});

it('finds a reference that leads nowhere when the server starts', () => {
  expect(() => serializers.of({ type: 'object', properties: { broken: { $ref: 'Broken#' } } })).toThrow();
});
