// The workbench face: the shell with the lists of navigation, counts and search that the modules have added.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useMemo } from 'react';
import { holds } from '#ui/session.ts';
import { areasFor } from '#ui/shell/navigation.ts';
import { pageSource } from '#ui/shell/search-sources.ts';
import { WorkShell } from '#ui/shell/work-shell.tsx';
import { SignInAgain } from '#ui/sign-in/sign-in-again.tsx';
import { countSources, entries, inboxSource, searchSources } from '../navigation.ts';
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

export default function WorkFace() {
  const { session, accountHref, onSignOut, again } = useShellAccount();
  const counts = useCounts(countSources.filter((source) => holds(session, source.permission)));
  const inbox = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => inboxSource('', signal),
    refetchInterval: TWO_MINUTES,
  });
  const sources = useMemo(() => {
    const shown = areasFor(entries, (permission) => holds(session, permission)).flatMap((group) => group.entries);
    return [...searchSources, pageSource(shown)];
  }, [session]);
  if (session === null) return null;
  return (
    <>
      <WorkShell
        session={session}
        onSignOut={onSignOut}
        accountHref={accountHref}
        entries={entries}
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
