// Names of places, industries, fields and figures for the pages of the registry.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Known } from '../wire.ts';
import { knownQuery } from './queries.ts';

export interface Names {
  readonly known: Known;
  region(code: string): string;
  industry(code: string | null): string | null;
  field(code: string | null): string | null;
  source(code: string): string;
}

function namesOf(known: Known): Names {
  const regions = new Map(known.regions.map((region) => [region.code, region.short]));
  const industries = new Map(known.industries.map((term) => [term.code, term.name]));
  const fields = new Map(known.fields.map((term) => [term.code, term.name]));
  const sources = new Map(known.sources.map((term) => [term.code, term.name]));
  return {
    known,
    region: (code) => regions.get(code) ?? code,
    industry: (code) => (code === null ? null : (industries.get(code) ?? code)),
    field: (code) => (code === null ? null : (fields.get(code) ?? code)),
    source: (code) => sources.get(code) ?? code,
  };
}

/** Undefined until the names are here. */
export function useNames(): { readonly names: Names | undefined; readonly error: unknown; readonly retry: () => void } {
  const query = useQuery(knownQuery);
  const names = useMemo(() => (query.data === undefined ? undefined : namesOf(query.data)), [query.data]);
  return { names, error: query.error, retry: () => void query.refetch() };
}
