// The enterprise's desk, with the bell for its messages.
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { DeskShell } from '#ui/shell/simple-shells.tsx';
import { SignInAgain } from '#ui/sign-in/sign-in-again.tsx';
import { inboxSource } from '../navigation.ts';
import { useShellAccount } from './use-shell-account.ts';

const TWO_MINUTES = 120_000;

export default function DeskFace() {
  const { session, accountHref, onSignOut, again } = useShellAccount();
  const inbox = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => inboxSource('/desk', signal),
    refetchInterval: TWO_MINUTES,
  });
  if (session === null) return null;
  return (
    <>
      <DeskShell session={session} onSignOut={onSignOut} accountHref={accountHref} {...(inbox.data ? { inbox: inbox.data } : {})}>
        <Outlet />
      </DeskShell>
      <SignInAgain {...again} />
    </>
  );
}
