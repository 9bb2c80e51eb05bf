// The enterprise's desk.
import { Outlet } from '@tanstack/react-router';
import { DeskShell } from '#ui/shell/simple-shells.tsx';
import { SignInAgain } from '#ui/sign-in/sign-in-again.tsx';
import { useShellAccount } from './use-shell-account.ts';

export default function DeskFace() {
  const { session, onSignOut, again } = useShellAccount();
  if (session === null) return null;
  return (
    <>
      <DeskShell session={session} onSignOut={onSignOut}>
        <Outlet />
      </DeskShell>
      <SignInAgain {...again} />
    </>
  );
}
