// What a page shows, written in its address and read back: filters, sort, place in the list, open row.

export type FilterKind = 'text' | 'choice' | 'region' | 'date-range' | 'number-range' | 'yes-no';

export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** Text and yes-no are strings, choices and regions are lists, dates (`YYYY-MM-DD`) and numbers (decimal strings) are ranges. */
export type FilterValue = string | readonly string[] | Range;
export type Filters = Readonly<Record<string, FilterValue>>;

export interface Sort {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
}

export interface FilterKinds {
  readonly key: string;
  readonly kind: FilterKind;
}

export type Search = Readonly<Record<string, string>>;

/** Keys that a page keeps for itself; a filter may not be called so. */
export const RESERVED = ['view', 'sort', 'after', 'page', 'limit', 'open', 'tab'] as const;

export function isRange(value: FilterValue): value is Range {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isEmptyFilter(value: FilterValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (isRange(value)) return value.from === null && value.to === null;
  return value.length === 0;
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['%', '%25'],
  [',', '%2C'],
];

function escapeItem(item: string): string {
  return ESCAPES.reduce((text, [from, to]) => text.split(from).join(to), item);
}

function unescapeItem(item: string): string {
  return [...ESCAPES].reverse().reduce((text, [to, from]) => text.split(from).join(to), item);
}

/** One filter as text: `a,b` for lists, `2026-01-01..2026-03-31` for ranges, either end may be absent. */
export function writeFilter(value: FilterValue): string {
  if (typeof value === 'string') return value.trim();
  if (isRange(value)) return `${value.from ?? ''}..${value.to ?? ''}`;
  return value.map(escapeItem).join(',');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function readRange(text: string, form: RegExp): Range | undefined {
  const cut = text.indexOf('..');
  if (cut < 0) return undefined;
  const end = (part: string) => (form.test(part) ? part : null);
  const range = { from: end(text.slice(0, cut)), to: end(text.slice(cut + 2)) };
  return range.from === null && range.to === null ? undefined : range;
}

/** Reads what `writeFilter` wrote; nonsense typed into the address reads as no filter. */
export function readFilter(kind: FilterKind, text: string | undefined): FilterValue | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  switch (kind) {
    case 'text':
      return text.trim();
    case 'yes-no':
      return text === 'yes' || text === 'no' ? text : undefined;
    case 'date-range':
      return readRange(text, DAY);
    case 'number-range':
      return readRange(text, NUMBER);
    case 'choice':
    case 'region': {
      const items = text.split(',').filter(Boolean).map(unescapeItem);
      return items.length === 0 ? undefined : items;
    }
  }
}

export function readFilters(kinds: readonly FilterKinds[], search: Search): Filters {
  const filters: Record<string, FilterValue> = {};
  for (const { key, kind } of kinds) {
    const value = readFilter(kind, search[key]);
    if (value !== undefined) filters[key] = value;
  }
  return filters;
}

export function writeFilters(filters: Filters): Record<string, string> {
  const search: Record<string, string> = {};
  for (const [key, value] of Object.entries(filters)) if (!isEmptyFilter(value)) search[key] = writeFilter(value);
  return search;
}

/** `name` ascending, `-name` descending. */
export function readSort(text: string | undefined, allowed: readonly string[]): Sort | undefined {
  if (text === undefined || text === '') return undefined;
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  return allowed.includes(key) ? { key, direction: descending ? 'desc' : 'asc' } : undefined;
}

export function writeSort(sort: Sort): string {
  return sort.direction === 'desc' ? `-${sort.key}` : sort.key;
}

/** What the server is asked: filters under their own names as in the address, `sort`, `after`, `limit`. */
export function listQuery(request: {
  filters: Filters;
  sort: Sort | undefined;
  after: string | undefined;
  limit: number;
}): Record<string, string> {
  const query = writeFilters(request.filters);
  if (request.sort) query.sort = writeSort(request.sort);
  if (request.after !== undefined) query.after = request.after;
  query.limit = String(request.limit);
  return query;
}

/** True when two sets of filters show the same rows: used to mark the view that is on. */
export function sameFilters(a: Filters, b: Filters): boolean {
  const left = writeFilters(a);
  const right = writeFilters(b);
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

/** The router's reading of `?a=1&b=`: plain strings, no JSON, so that an address stays readable. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue;
    const text = encodeURIComponent(String(value)).split('%2C').join(',').split('%3A').join(':');
    pairs.push(`${encodeURIComponent(key)}=${text}`);
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
