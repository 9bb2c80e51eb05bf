// Registers of the catalogue: one short file each, and what a register is seen by is a permission that somebody holds.
import { expect, it } from 'vitest';
import { catalogue } from '#catalogue/index.ts';
import { isPermission } from '#modules/accounts/contract.ts';
import { sources } from './source-files.ts';

const fileOf = (domain: string, id: string) =>
  sources.find(({ path }) => path === `catalogue/${domain}/${id}.ts` || path === `catalogue/${domain}/${id}/register.ts`);

it('keeps each register in one file of fewer than eighty lines, under its own name', () => {
  const wrong = catalogue.registers.filter(({ domain, id }) => (fileOf(domain, id)?.lines.length ?? Number.POSITIVE_INFINITY) > 80);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('names as the circle of a register a permission of the table', () => {
  const circles = catalogue.registers.flatMap(({ seenBy }) => (seenBy === undefined ? [] : [seenBy]));
  expect(circles.filter((name) => !isPermission(name))).toEqual([]);
});

it('lets a list be filtered by the state, and by the level where there is one', () => {
  for (const { id, form, level } of catalogue.registers) {
    expect(form.fields.state?.filter, id).toBe(true);
    if (level !== undefined) expect(form.fields[level]?.filter, id).toBe(true);
  }
});
