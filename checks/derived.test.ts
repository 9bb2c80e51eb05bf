// What is derived into docs/generated/ is what the sources say today.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { derivedPages } from '#apps/cli/derived.ts';

it.each(derivedPages.map((page) => [page.file, page] as const))('docs/generated/%s is fresh: else run `npm run derive`', (file, page) => {
  expect(readFileSync(`docs/generated/${file}`, 'utf8') === page.make(), file).toBe(true);
});
