// The three lighter faces: the enterprise's desk, the expert's review desk and the public pages.
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AppLink } from '../link.tsx';
import { entryAt } from './navigation.ts';
import { AccountMenu, Brand, DemoBanner, type Inbox, InboxBell, Main, type ShellAccount, SkipLink, ThemeSwitch } from './shell-parts.tsx';

export interface SimpleEntry {
  readonly label: string;
  readonly href: string;
}

export const DESK_ENTRIES: readonly SimpleEntry[] = [
  { label: '首页', href: '/desk' },
  { label: '我的资料', href: '/desk/profile' },
  { label: '自测', href: '/desk/self-check' },
  { label: '申报', href: '/desk/calls' },
  { label: '办事', href: '/desk/services' },
  { label: '揭榜', href: '/desk/board' },
  { label: '我的办件', href: '/desk/cases' },
  { label: '我的资金', href: '/desk/funds' },
  { label: '政策', href: '/desk/policies' },
];

export const PUBLIC_ENTRIES: readonly SimpleEntry[] = [
  { label: '首页', href: '/public' },
  { label: '申报通知', href: '/public/calls' },
  { label: '公示公告', href: '/public/notices' },
  { label: '揭榜挂帅', href: '/public/board' },
  { label: '技术市场', href: '/public/market' },
];

function TopEntries({ entries, home }: { entries: readonly SimpleEntry[]; home: string }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = path === home ? entries.find((entry) => entry.href === home) : entryAt(entries, path);
  return (
    <nav className="kc-tops kc-no-print" aria-label="主导航">
      {entries.map((entry) => (
        <AppLink
          key={entry.href}
          href={entry.href}
          className={entry === current ? 'kc-top-on' : ''}
          aria-current={entry === current ? 'page' : undefined}
        >
          {entry.label}
        </AppLink>
      ))}
    </nav>
  );
}

export interface DeskShellProps extends ShellAccount {
  readonly entries?: readonly SimpleEntry[];
  readonly inbox?: Inbox;
  readonly children: ReactNode;
}

/** For enterprises, institutes, teams and commissioners: who one is, six entries, one column. */
export function DeskShell({ entries = DESK_ENTRIES, inbox, children, ...account }: DeskShellProps) {
  const { session } = account;
  const home = entries[0]?.href ?? '/desk';
  return (
    <div className="kc-simple">
      <SkipLink />
      <DemoBanner isDemo={session.demo} />
      <header className="kc-top kc-no-print">
        <Brand bureau={session.bureau} sight="企业服务" href={home} />
        <div className="kc-top-end">
          {inbox && <InboxBell inbox={inbox} />}
          <AccountMenu {...account} />
        </div>
      </header>
      <TopEntries entries={entries} home={home} />
      <Main className="kc-main-narrow">{children}</Main>
    </div>
  );
}

/** For experts: the sheets and nothing else. */
export function ReviewShell({ inbox, children, ...account }: ShellAccount & { readonly inbox?: Inbox; children: ReactNode }) {
  const { session } = account;
  return (
    <div className="kc-simple">
      <SkipLink />
      <DemoBanner isDemo={session.demo} />
      <header className="kc-top kc-no-print">
        <Brand bureau={session.bureau} sight="专家评审" href="/review" />
        <div className="kc-top-end">
          {inbox && <InboxBell inbox={inbox} />}
          <AccountMenu {...account} />
        </div>
      </header>
      <Main className="kc-main-narrow">{children}</Main>
    </div>
  );
}

export interface PublicShellProps {
  readonly bureau: string;
  readonly isDemo: boolean;
  readonly entries?: readonly SimpleEntry[];
  /** Line at the foot: office in charge, address, telephone. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** For anyone: no account needed, loads little, prints clean. */
export function PublicShell({ bureau, isDemo, entries = PUBLIC_ENTRIES, foot, children }: PublicShellProps) {
  const home = entries[0]?.href ?? '/public';
  return (
    <div className="kc-simple kc-public">
      <SkipLink />
      <DemoBanner isDemo={isDemo} />
      <header className="kc-top">
        <Brand bureau={bureau} href={home} />
        <div className="kc-top-end kc-no-print">
          <AppLink className="kc-button" href="/sign-in">
            登录
          </AppLink>
        </div>
      </header>
      <TopEntries entries={entries} home={home} />
      <Main className="kc-main-narrow">{children}</Main>
      <footer className="kc-foot">
        <div>{foot ?? bureau}</div>
        {isDemo && <div>演示数据，均为虚构</div>}
        <div className="kc-no-print">
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
