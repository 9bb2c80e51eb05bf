// The public face: needs no account.
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { PublicShell } from '#ui/shell/simple-shells.tsx';
import { welcomeQuery } from '../welcome.ts';

/** Only what can be opened: a module that brings public pages adds its line. */
const entries = [
  { label: '申报通知', href: '/public' },
  { label: '揭榜', href: '/public/board' },
  { label: '自测', href: '/public/self-check' },
  { label: '政策计算', href: '/public/calculations' },
];

export default function PublicFace() {
  const { data } = useSuspenseQuery(welcomeQuery);
  return (
    <PublicShell entries={entries} bureau={data.bureau} isDemo={data.demo}>
      <Outlet />
    </PublicShell>
  );
}
