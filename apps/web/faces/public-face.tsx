// The public face: needs no account.
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { PublicShell } from '#ui/shell/simple-shells.tsx';
import { welcomeQuery } from '../welcome.ts';

export default function PublicFace() {
  const { data } = useSuspenseQuery(welcomeQuery);
  return (
    <PublicShell bureau={data.bureau} isDemo={data.demo}>
      <Outlet />
    </PublicShell>
  );
}
