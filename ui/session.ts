// Who is signed in, as the browser knows it: what decides which entries and buttons are shown. The server decides what is allowed.
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { ApiError, call } from './api.ts';

export interface SessionRegion {
  readonly code: string;
  readonly name: string;
}

export interface Session {
  readonly account: { readonly id: string; readonly name: string };
  readonly office: { readonly kind: string; readonly name: string };
  readonly root: SessionRegion;
  readonly scope: 'root' | 'regions' | 'party' | 'expert' | 'public' | 'system' | 'none';
  /** Regions within sight when scope is `regions`. */
  readonly regions: readonly SessionRegion[];
  readonly party: { readonly id: string; readonly name: string } | null;
  readonly permissions: readonly string[];
  /** Name on the top bar, e.g. 澜江市科学技术局. */
  readonly bureau: string;
  /** A password that someone else chose, or that is too old: nothing else can be done before it is changed. */
  readonly mustChangePassword?: boolean;
  /** True while the data are fictional: the banner is shown. */
  readonly demo: boolean;
}

export const SESSION_KEY = ['accounts', 'session'] as const;

async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    const reply = await call<Session | null | undefined>('GET', '/accounts/session', { signal });
    return reply?.account === undefined ? null : reply;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 5 * 60_000,
});

/** The session or null when nobody is signed in. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Suspends until the session is known. */
export function useKnownSession(): Session | null {
  return useSuspenseQuery(sessionQuery).data;
}

export function holds(session: Session | null, permission: string | undefined): boolean {
  if (permission === undefined || permission === 'public') return true;
  if (session === null) return false;
  return permission === 'signed-in' || session.permissions.includes(permission);
}

/** True when the signed-in person holds the permission; for hiding what would be refused. */
export function useMay(permission: string | undefined): boolean {
  return holds(useSession(), permission);
}

export function sightOf(session: Session): string {
  if (session.scope === 'root' || session.scope === 'system') return session.root.name;
  if (session.scope === 'regions') {
    const names = session.regions.map((region) => region.name);
    return names.length <= 2 ? names.join('、') : `${names[0]}等${names.length}个区域`;
  }
  return session.party?.name ?? session.office.name;
}
