// Ids made in the application: valid, ordered, unique.
import { expect, it } from 'vitest';
import { isUuid, uuidv7 } from './uuid.ts';

it('makes valid version 7 ids that sort by their making, even within a millisecond and when the clock steps back', () => {
  const made = Array.from({ length: 20_000 }, (_, at) => uuidv7(at < 10_000 ? 1_800_000_000_000 : 1_700_000_000_000));
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id) && isUuid(id))).toBe(true);
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
});

it('carries its time', () => {
  const at = Date.UTC(2036, 0, 1);
  expect(Number.parseInt(uuidv7(at).replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  expect(isUuid('nonsense')).toBe(false);
});
