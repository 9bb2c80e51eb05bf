// The expert's review desk.
import { Outlet } from '@tanstack/react-router';
import { ReviewShell } from '#ui/shell/simple-shells.tsx';
import { SignInAgain } from '#ui/sign-in/sign-in-again.tsx';
import { useShellAccount } from './use-shell-account.ts';

export default function ReviewFace() {
  const { session, accountHref, onSignOut, again } = useShellAccount();
  if (session === null) return null;
  return (
    <>
      <ReviewShell session={session} onSignOut={onSignOut} accountHref={accountHref}>
        <Outlet />
      </ReviewShell>
      <SignInAgain {...again} />
    </>
  );
}
