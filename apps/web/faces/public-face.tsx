// The public face: needs no account.
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { PublicShell } from '#ui/shell/simple-shells.tsx';
import { welcomeQuery } from '../welcome.ts';

/** The pages of the portal, which the server makes, and the two tools that need a browser. */
const entries = [
  { label: '首页', href: '/public' },
  { label: '申报通知', href: '/public/calls' },
  { label: '揭榜挂帅', href: '/public/board' },
  { label: '公示', href: '/public/notices' },
  { label: '资质名录', href: '/public/titles' },
  { label: '条件自测', href: '/public/self-check' },
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
