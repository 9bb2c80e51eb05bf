// What a list shows, derived from its address and its views: pure, so that it can be tested without a browser.
import { type Filters, readFilters, readSort, type Search, type Sort, sameFilters, writeFilters, writeSort } from '../url-state.ts';
import type { ListFilter, ListView } from './list-types.ts';

/** Stands in the address when the filters are nobody's saved view. */
export const CUSTOM = 'custom';

export interface ListState {
  readonly view: string;
  readonly filters: Filters;
  readonly sort: Sort | undefined;
  readonly after: string | undefined;
  /** One-based, only to tell a person where they are; the cursor decides. */
  readonly page: number;
  readonly open: string | undefined;
}

interface Setting {
  readonly filters: readonly ListFilter[];
  readonly views: readonly ListView[];
  readonly sortable: readonly string[];
  readonly defaultSort: Sort | undefined;
}

export function readListState(setting: Setting, search: Search): ListState {
  const written = readFilters(setting.filters, search);
  const named = setting.views.find((view) => view.key === search.view);
  const hasOwn = Object.keys(written).length > 0;
  const base = named ?? (search.view === undefined && !hasOwn ? setting.views[0] : undefined);
  const filters = hasOwn || search.view === CUSTOM ? written : (base?.filters ?? {});
  const view = named?.key ?? setting.views.find((each) => sameFilters(each.filters, filters))?.key ?? CUSTOM;
  const page = Number(search.page);
  return {
    view,
    filters,
    sort: readSort(search.sort, setting.sortable) ?? base?.sort ?? setting.defaultSort,
    after: search.after,
    page: search.after !== undefined && Number.isInteger(page) && page > 1 ? page : 1,
    open: search.open,
  };
}

type Patch = Record<string, string | undefined>;

/** Removes every filter from the address and goes back to the first page. */
function cleared(filters: readonly ListFilter[]): Patch {
  const patch: Patch = { view: undefined, after: undefined, page: undefined, open: undefined };
  for (const { key } of filters) patch[key] = undefined;
  return patch;
}

export function patchForView(setting: Setting, view: ListView): Patch {
  return { ...cleared(setting.filters), sort: undefined, ...writeFilters(view.filters), view: view.key };
}

export function patchForFilters(setting: Setting, filters: Filters): Patch {
  const view = setting.views.find((each) => sameFilters(each.filters, filters))?.key ?? CUSTOM;
  return { ...cleared(setting.filters), ...writeFilters(filters), view };
}

export function patchForSort(sort: Sort | undefined): Patch {
  return { sort: sort ? writeSort(sort) : undefined, after: undefined, page: undefined };
}

/** `第 51—100 条`: where the rows on screen stand. */
export function rangeWords(page: number, limit: number, shown: number): string {
  const first = (page - 1) * limit + 1;
  return shown === 0 ? '' : `第 ${first.toLocaleString('en')}–${(first + shown - 1).toLocaleString('en')}`;
}
