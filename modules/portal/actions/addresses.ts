// Reads what an address says; what cannot be one of ours is simply not there.
import type { PageAsked } from '#platform/http/page.ts';
import { notFound } from '#platform/refusal.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function idOf({ params }: PageAsked, what: string): string {
  const id = params.id ?? '';
  if (!uuid.test(id)) throw notFound(what);
  return id;
}

export const textOf = ({ query }: PageAsked): string | undefined => {
  const text = query.text?.trim().slice(0, 60);
  return text === '' ? undefined : text;
};

export const afterOf = ({ query: { after } }: PageAsked): string | undefined => (after === undefined || after === '' ? undefined : after);

export function yearOf({ query: { year } }: PageAsked): number | undefined {
  return year !== undefined && /^(19|20)\d\d$/.test(year) ? Number(year) : undefined;
}
