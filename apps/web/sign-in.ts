// Signing in and out, and where a person's own first page is.
import type { QueryClient } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { SESSION_KEY, type Session } from '#ui/session.ts';
import type { Credentials } from '#ui/sign-in/sign-in-page.tsx';

export async function signIn(client: QueryClient, credentials: Credentials): Promise<void> {
  await call('POST', '/accounts/sign-in', { body: credentials });
  await client.invalidateQueries({ queryKey: SESSION_KEY });
}

export async function signOut(client: QueryClient): Promise<void> {
  try {
    await call('POST', '/accounts/sign-out');
  } finally {
    // Whatever the server said, nothing of this person stays in the browser's memory.
    client.clear();
    window.location.assign('/sign-in');
  }
}

/** The administrators' first page: they have no work list, because they see no business. */
function administrationOf({ permissions }: Session): string {
  if (permissions.includes('accounts/trail:read')) return '/accounts/trail';
  return permissions.includes('accounts/account:read') ? '/accounts/accounts' : '/my-account';
}

/** Staff who see no cases begin where their own work is. */
const otherHome = ({ permissions }: Session): string => (permissions.includes('registers/row:read') ? '/registers' : '/my-account');

export function homeOf(session: Session): string {
  if (session.mustChangePassword === true) return '/my-account';
  if (session.scope === 'none') return administrationOf(session);
  if (session.scope === 'party') return '/desk';
  if (session.scope === 'expert') return '/review';
  return session.permissions.includes('casework/case:read') ? '/' : otherHome(session);
}
