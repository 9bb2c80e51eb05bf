// Every calculation is listed once under its own name, and everything that a result holds has a Chinese name.
import { expect, test } from 'vitest';
import { isJsonObject } from '../frame/index.ts';
import { calculationIds, examplesOf, findCalculation, listCalculations } from '../index.ts';
import { calculationGroups } from './groups.ts';
import { resultLabel } from './labels.ts';
import { leadingFigures } from './leading-figures.ts';
import { wordOf } from './words.ts';

const listed = calculationGroups.flatMap((group) => group.calculations);

test('every calculation is listed once, under the name it declares', async () => {
  const declared = (await listCalculations()).map(({ id, name }) => `${id} ${name}`);
  expect(listed.map(({ id, name }) => `${id} ${name}`).sort()).toEqual(declared.sort());
});

/** Names and upper-case words of a result, without the findings, which speak Chinese themselves. */
function partsOf(value: unknown): { keys: string[]; words: string[] } {
  if (typeof value === 'string') return { keys: [], words: /^[A-Z][A-Z_]{2,}$/.test(value) ? [value] : [] };
  if (Array.isArray(value)) return together(value.map(partsOf));
  if (!isJsonObject(value)) return { keys: [], words: [] };
  const entries = Object.entries(value).filter(([key]) => key !== 'findings');
  const inner = together(entries.map(([, part]) => partsOf(part)));
  return { keys: [...entries.map(([key]) => key), ...inner.keys], words: inner.words };
}

function together(parts: readonly { keys: string[]; words: string[] }[]) {
  return { keys: parts.flatMap((part) => part.keys), words: parts.flatMap((part) => part.words) };
}

test.each(calculationIds)('the figures and words of %s have Chinese names', async (id) => {
  const calculation = await findCalculation(id);
  if (calculation === undefined) throw new Error(id);
  const { keys, words } = together((await examplesOf(id)).map((example) => partsOf(calculation.evaluate(example.in))));
  const named = (key: string) => resultLabel(id, key) ?? wordOf(calculation, key);
  expect([...new Set(keys)].filter((key) => named(key) === undefined)).toEqual([]);
  expect([...new Set(words)].filter((word) => wordOf(calculation, word) === undefined)).toEqual([]);
});

test('what stands on top of a result is named as figures are', () => {
  const unnamed = calculationIds.flatMap((id) =>
    leadingFigures(id)
      .flatMap((path) => path.split('.'))
      .filter((key) => resultLabel(id, key) === undefined),
  );
  expect(unnamed).toEqual([]);
});
