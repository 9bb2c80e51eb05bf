// Reads and changes the address's search part from any page.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './url-state.ts';

export type ChangeSearch = (patch: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void;

/** `const [search, change] = useSearchState()`; `change({ tab: 'money' })` sets, `undefined` removes, the rest stays. */
export function useSearchState(): readonly [Search, ChangeSearch] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback<ChangeSearch>(
    (patch, options) => {
      const next = (before: Record<string, unknown>) => ({ ...before, ...patch });
      // The routes are a plain list, so the router knows no search types; our own reading is `Search`.
      void navigate({ to: '.', search: next as never, replace: options?.replace ?? false, resetScroll: false });
    },
    [navigate],
  );
  return [search, change];
}

/** A parameter of the page's path, e.g. `id` of `/registry/parties/$id`. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? '';
}
