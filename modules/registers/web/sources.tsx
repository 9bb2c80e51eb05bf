// Where the fields of a row look organisations up: among the parties of the registry.
import type { ReactNode } from 'react';
import type { Organisation } from '#kernel/fields/field.ts';
import { call } from '#ui/api.ts';
import { type FieldSources, FieldSourcesProvider } from '#ui/fields/field-sources.tsx';

async function searchOrganisations(text: string, signal: AbortSignal): Promise<readonly Organisation[]> {
  const reply = await call<{ rows: { name: string; uscc: string | null }[] }>('GET', '/registry/search', {
    query: { q: text, limit: 8 },
    signal,
  });
  return reply.rows.map(({ name, uscc }) => ({ name, uscc: uscc ?? '' }));
}

const sources: FieldSources = { regions: [], searchOrganisations };

export const RowSources = ({ children }: { children: ReactNode }) => (
  <FieldSourcesProvider value={sources}>{children}</FieldSourcesProvider>
);
