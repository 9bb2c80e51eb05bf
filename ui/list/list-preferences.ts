// Remembers on this computer which columns a person chose and which views they saved.
import { useSyncExternalStore } from 'react';
import { type Filters, parseSearch, readFilters, type Search, stringifySearch, writeFilters } from '../url-state.ts';
import type { ListFilter, ListView } from './list-types.ts';

export interface ListPreferences {
  /** Columns on, in the order of the declaration; absent while nothing was chosen. */
  readonly columns?: readonly string[];
  readonly limit?: number;
  readonly views?: readonly { readonly key: string; readonly label: string; readonly search: string }[];
}

const EMPTY: ListPreferences = {};
const cache = new Map<string, { text: string | null; value: ListPreferences }>();
const listeners = new Set<() => void>();

function read(name: string): ListPreferences {
  const text = localStorage.getItem(`kechuang.list.${name}`);
  const known = cache.get(name);
  if (known && known.text === text) return known.value;
  let value = EMPTY;
  try {
    const parsed: unknown = text === null ? null : JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) value = parsed as ListPreferences;
  } catch {
    // A damaged note about columns is not worth a word to anyone.
  }
  cache.set(name, { text, value });
  return value;
}

export function useListPreferences(name: string): readonly [ListPreferences, (patch: Partial<ListPreferences>) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
    () => read(name),
    () => EMPTY,
  );
  const change = (patch: Partial<ListPreferences>) => {
    localStorage.setItem(`kechuang.list.${name}`, JSON.stringify({ ...read(name), ...patch }));
    for (const listener of listeners) listener();
  };
  return [value, change];
}

/** Own views are kept as addresses, so that a filter which no longer exists is simply not read. */
export function ownViews(preferences: ListPreferences, filters: readonly ListFilter[]): ListView[] {
  return (preferences.views ?? []).map(({ key, label, search }) => ({
    key,
    label,
    filters: readFilters(filters, parseSearch(search) as Search),
  }));
}

export function withOwnView(preferences: ListPreferences, label: string, filters: Filters): Partial<ListPreferences> {
  const views = (preferences.views ?? []).filter((view) => view.label !== label);
  return { views: [...views, { key: `own-${label}`, label, search: stringifySearch(writeFilters(filters)) }] };
}

export function withoutOwnView(preferences: ListPreferences, key: string): Partial<ListPreferences> {
  return { views: (preferences.views ?? []).filter((view) => view.key !== key) };
}
