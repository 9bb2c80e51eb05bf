// What every signed-in face needs: the session, a way out, and a way back in when the session has ended.
import { useQueryClient } from '@tanstack/react-query';
import { useKnownSession } from '#ui/session.ts';
import type { Credentials } from '#ui/sign-in/sign-in-page.tsx';
import { signIn, signOut } from '../sign-in.ts';

export function useShellAccount() {
  const client = useQueryClient();
  const session = useKnownSession();
  const accountHref = session?.scope === 'party' ? '/desk/my-account' : session?.scope === 'expert' ? '/review/my-account' : '/my-account';
  return {
    session,
    accountHref,
    onSignOut: () => void signOut(client),
    again: {
      onSignIn: async (credentials: Credentials) => {
        await signIn(client, credentials);
        // Pages that failed while nobody was signed in ask again; forms keep what was typed.
        await client.invalidateQueries();
      },
      onLeave: () => window.location.assign('/sign-in'),
    },
  };
}
