// What the pages of reports ask of the server.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { Audit, Done, IndicatorChoice, OpenDocument } from '../wire.ts';

export const documentKey = (id: string) => ['reports', 'document', id] as const;

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: documentKey(id),
    queryFn: ({ signal }) => call<OpenDocument>('GET', `/reports/documents/${id}`, { signal }),
  });

export const indicatorsQuery = queryOptions({
  queryKey: ['reports', 'indicators'],
  queryFn: ({ signal }) => call<{ rows: IndicatorChoice[] }>('GET', '/reports/indicators', { signal }),
  staleTime: 600_000,
});

export const auditKey = (id: string) => ['reports', 'audit', id] as const;

export const auditQuery = (id: string) =>
  queryOptions({
    queryKey: auditKey(id),
    queryFn: ({ signal }) => call<Audit>('GET', `/reports/documents/${id}/relations`, { signal }),
    staleTime: 600_000,
  });

/** An opened document with the answer of a change put in: the figures concerned are replaced, new ones stand at their place. */
export function merged(open: OpenDocument, done: Done): OpenDocument {
  const changed = new Map(done.figures.map((figure) => [figure.ordinal, figure]));
  const kept = open.figures.map((figure) => changed.get(figure.ordinal) ?? figure);
  const known = new Set(open.figures.map((figure) => figure.ordinal));
  const added = done.figures.filter((figure) => !known.has(figure.ordinal));
  const figures = added.length === 0 ? kept : [...kept, ...added].sort((a, b) => a.rawStart - b.rawStart);
  return { ...open, document: { ...open.document, counts: done.counts }, figures };
}
