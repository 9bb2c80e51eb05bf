// After signing in one stays in the house.
import { expect, test } from 'vitest';
import { safeNext } from './next-address.ts';

test('only an address inside the application is followed', () => {
  expect(safeNext('/registry/parties?status=open')).toBe('/registry/parties?status=open');
  for (const foreign of ['https://example.com', '//example.com', '/\\example.com', 'javascript:alert(1)', '', undefined, 7]) {
    expect(safeNext(foreign)).toBeUndefined();
  }
});
