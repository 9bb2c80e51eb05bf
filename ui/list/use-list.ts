// Joins a list's address, its remembered choices and the server's rows into what the parts of the page show.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { type Filters, type Sort, writeFilters, writeSort } from '../url-state.ts';
import { useSearchState } from '../use-search.ts';
import { ownViews, useListPreferences } from './list-preferences.ts';
import { type ListState, patchForFilters, patchForSort, patchForView, readListState } from './list-state.ts';
import type { ListColumn, ListPageProps, ListView, PageOf } from './list-types.ts';

export interface ListModel<Row> {
  readonly state: ListState;
  readonly views: readonly ListView[];
  readonly counts: Readonly<Record<string, number>>;
  readonly columns: readonly ListColumn<Row>[];
  readonly limit: number;
  readonly page: PageOf<Row> | undefined;
  readonly error: unknown;
  readonly isBusy: boolean;
  retry(): void;
  setView(view: ListView): void;
  setFilters(filters: Filters): void;
  setSort(sort: Sort | undefined): void;
  setLimit(limit: number): void;
  setColumns(keys: readonly string[] | undefined): void;
  next(): void;
  previous(): void;
  open(key: string | undefined): void;
}

/** Remembers the cursors walked through, so that one can go back a page; an address opened in the middle goes back to the first. */
function useTrail(signature: string, state: ListState) {
  const trail = useRef<{ signature: string; cursors: (string | undefined)[] }>({ signature, cursors: [] });
  if (trail.current.signature !== signature) trail.current = { signature, cursors: [] };
  trail.current.cursors[state.page] = state.after;
  return trail.current.cursors;
}

/** The first column and those marked always are never off. */
function columnsOn<Row>(columns: readonly ListColumn<Row>[], chosen: readonly string[] | undefined): readonly ListColumn<Row>[] {
  return columns.filter((column, index) => {
    if (index === 0 || column.always) return true;
    return chosen ? chosen.includes(column.key) : !column.hidden;
  });
}

export function useList<Row>(props: ListPageProps<Row>): ListModel<Row> {
  const { name, filters = [], defaultSort } = props;
  const [search, change] = useSearchState();
  const [preferences, remember] = useListPreferences(name);
  const views = useMemo(() => [...(props.views ?? []), ...ownViews(preferences, filters)], [props.views, preferences, filters]);
  const sortable = props.columns.filter((column) => column.sortable).map((column) => column.key);
  const setting = { filters, views, sortable, defaultSort };
  const state = readListState(setting, search);
  const limit = preferences.limit ?? 50;
  const signature = JSON.stringify([writeFilters(state.filters), state.sort ? writeSort(state.sort) : '', limit]);
  const cursors = useTrail(signature, state);
  const rows = useQuery({
    queryKey: ['list', name, signature, state.after ?? ''],
    queryFn: ({ signal }) => props.fetchPage({ filters: state.filters, sort: state.sort, after: state.after, limit, signal }),
    placeholderData: keepPreviousData,
  });
  const counts = useQuery({
    queryKey: ['list', name, 'counts'],
    queryFn: ({ signal }) => (props.fetchCounts ? props.fetchCounts(signal) : {}),
    enabled: props.fetchCounts !== undefined,
  });
  const columns = columnsOn(props.columns, preferences.columns);
  const move = (page: number, after: string | undefined) => change({ page: page > 1 ? String(page) : undefined, after, open: undefined });
  return {
    state,
    views,
    counts: counts.data ?? {},
    columns,
    limit,
    page: rows.data,
    error: rows.error,
    isBusy: rows.isFetching,
    retry: () => void rows.refetch(),
    setView: (view) => change(patchForView(setting, view)),
    setFilters: (next) => change(patchForFilters(setting, next)),
    setSort: (sort) => change(patchForSort(sort), { replace: true }),
    setLimit: (next) => {
      remember({ limit: next });
      move(1, undefined);
    },
    setColumns: (keys) => remember({ columns: keys }),
    next: () => move(state.page + 1, rows.data?.next ?? undefined),
    previous: () => {
      const known = state.page - 1 in cursors;
      move(known ? state.page - 1 : 1, known ? cursors[state.page - 1] : undefined);
    },
    open: (key) => change({ open: key }, { replace: state.open !== undefined }),
  };
}
