// The workbench face: the shell with the lists of navigation, counts and search that the modules have added.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useMemo } from 'react';
import { holds } from '#ui/session.ts';
import { areasFor, type NavigationEntry } from '#ui/shell/navigation.ts';
import { pageSource } from '#ui/shell/search-sources.ts';
import { WorkShell } from '#ui/shell/work-shell.tsx';
import { SignInAgain } from '#ui/sign-in/sign-in-again.tsx';
import { countSources, entries, entrySources, inboxSource, searchSources } from '../navigation.ts';
import { useShellAccount } from './use-shell-account.ts';

const TWO_MINUTES = 120_000;

function useCounts(allowed: readonly (typeof countSources)[number][]): Readonly<Record<string, number>> {
  return useQueries({
    queries: allowed.map(({ key, fetch }) => ({
      queryKey: ['counts', key],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetch(signal),
      refetchInterval: TWO_MINUTES,
    })),
    combine: (results) => Object.assign({}, ...results.map((result) => result.data ?? {})) as Record<string, number>,
  });
}

/** Entries written down, and those that the server tells of once it is asked. */
function useEntries(allowed: readonly (typeof entrySources)[number][]): readonly NavigationEntry[] {
  const told = useQueries({
    queries: allowed.map(({ key, fetch }) => ({
      queryKey: ['entries', key],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetch(signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return useMemo(() => [...entries, ...told], [told]);
}

export default function WorkFace() {
  const { session, accountHref, onSignOut, again } = useShellAccount();
  const counts = useCounts(countSources.filter((source) => holds(session, source.permission)));
  const shownEntries = useEntries(entrySources.filter((source) => holds(session, source.permission)));
  const inbox = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => inboxSource('', signal),
    refetchInterval: TWO_MINUTES,
  });
  const sources = useMemo(() => {
    const shown = areasFor(shownEntries, (permission) => holds(session, permission)).flatMap((group) => group.entries);
    return [...searchSources, pageSource(shown)];
  }, [session, shownEntries]);
  if (session === null) return null;
  return (
    <>
      <WorkShell
        session={session}
        onSignOut={onSignOut}
        accountHref={accountHref}
        entries={shownEntries}
        counts={counts}
        searchSources={sources}
        {...(inbox.data ? { inbox: inbox.data } : {})}
      >
        <Outlet />
      </WorkShell>
      <SignInAgain {...again} />
    </>
  );
}
