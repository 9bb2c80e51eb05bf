// Asks for the whole catalogue of indicators once; it changes with a release.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { CatalogueRow } from '../model/catalogue-shapes.ts';

export const catalogueQuery = queryOptions({
  queryKey: ['figures', 'catalogue'],
  queryFn: ({ signal }) => call<{ rows: CatalogueRow[] }>('GET', '/figures/catalogue', { signal }),
  staleTime: 60_000,
});
