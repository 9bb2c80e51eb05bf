// The workbench around every office page: navigation by work at the left, one search box, the inbox and the account on top.
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { AppLink } from '../link.tsx';
import { WorkChip } from '../long-work/work-chip.tsx';
import { useIsNarrow } from '../media.ts';
import { holds, sightOf } from '../session.ts';
import { CommandSearch } from './command-search.tsx';
import { type AreaEntries, areaCount, areasFor, badge, entryAt, type NavigationEntry } from './navigation.ts';
import { PhoneBar } from './phone-bar.tsx';
import { PopupMenu } from './popup-menu.tsx';
import type { SearchSource } from './search-sources.ts';
import { AccountMenu, Brand, DemoBanner, type Inbox, InboxBell, Main, type ShellAccount, SkipLink } from './shell-parts.tsx';
import './navigation.css';

export interface WorkShellProps extends ShellAccount {
  readonly entries: readonly NavigationEntry[];
  /** Counts by the entries' count names; a name that is absent shows nothing. */
  readonly counts: Readonly<Record<string, number>>;
  readonly inbox?: Inbox;
  readonly searchSources: readonly SearchSource[];
  readonly children: ReactNode;
}

interface NavProps {
  readonly areas: readonly AreaEntries[];
  readonly counts: Readonly<Record<string, number>>;
  readonly current: NavigationEntry | undefined;
}

function Badge({ count }: { count: number | undefined }) {
  const text = badge(count);
  return text === '' ? null : <span className="kc-nav-count">{text}</span>;
}

function AreaList({ group, counts, current, onGo }: { group: AreaEntries; onGo?: () => void } & Omit<NavProps, 'areas'>) {
  return (
    <ul className="kc-nav-entries">
      {group.entries.map((entry) => (
        <li key={entry.href}>
          <AppLink
            href={entry.href}
            className={entry === current ? 'kc-nav-entry kc-nav-on' : 'kc-nav-entry'}
            aria-current={entry === current ? 'page' : undefined}
            {...(onGo ? { onClick: onGo } : {})}
          >
            {entry.label}
            <Badge count={entry.count === undefined ? undefined : counts[entry.count]} />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** An area with one entry of its own name is that entry; others fold, and the one in use is open. */
function WideArea({ group, counts, current }: { group: AreaEntries } & Omit<NavProps, 'areas'>) {
  const isCurrent = current?.area === group.area;
  const [isOpen, setOpen] = useState<boolean | undefined>();
  const [only] = group.entries;
  if (group.entries.length === 1 && only?.label === group.area) {
    return (
      <AppLink
        href={only.href}
        className={isCurrent ? 'kc-nav-area kc-nav-on' : 'kc-nav-area'}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {group.area}
        <Badge count={areaCount(group, counts)} />
      </AppLink>
    );
  }
  const shown = isOpen ?? isCurrent;
  return (
    <>
      <button
        type="button"
        className={isCurrent ? 'kc-nav-area kc-nav-here' : 'kc-nav-area'}
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
      >
        {group.area}
        {!shown && <Badge count={areaCount(group, counts)} />}
      </button>
      {shown && <AreaList group={group} counts={counts} current={current} />}
    </>
  );
}

function RailArea({ group, counts, current }: { group: AreaEntries } & Omit<NavProps, 'areas'>) {
  const isCurrent = current?.area === group.area;
  const className = isCurrent ? 'kc-rail-area kc-nav-on' : 'kc-rail-area';
  const [only] = group.entries;
  const face = (
    <>
      {group.area}
      <Badge count={areaCount(group, counts)} />
    </>
  );
  if (group.entries.length === 1 && only) {
    return (
      <AppLink href={only.href} className={className} title={only.label} aria-current={isCurrent ? 'page' : undefined}>
        {face}
      </AppLink>
    );
  }
  return (
    <PopupMenu label={group.area} className={className} align="start" button={face}>
      {(close) => <AreaList group={group} counts={counts} current={current} onGo={close} />}
    </PopupMenu>
  );
}

const KEY = 'kechuang.navigation';

/** Folded by choice, or because the screen is narrow; the choice is remembered on this computer. */
function useFolded(): readonly [boolean, () => void] {
  const isNarrow = useIsNarrow();
  const [choice, setChoice] = useState(() => localStorage.getItem(KEY));
  const isFolded = choice === null ? isNarrow : choice === 'folded';
  const toggle = () => {
    const next = isFolded ? 'open' : 'folded';
    localStorage.setItem(KEY, next);
    setChoice(next);
  };
  return [isFolded, toggle];
}

export function WorkShell({ entries, counts, inbox, searchSources, children, ...account }: WorkShellProps) {
  const { session } = account;
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [isFolded, toggle] = useFolded();
  const areas = areasFor(entries, (permission) => holds(session, permission));
  const current = entryAt(
    areas.flatMap((group) => group.entries),
    path,
  );
  const Area = isFolded ? RailArea : WideArea;
  return (
    <div className={isFolded ? 'kc-work kc-work-folded' : 'kc-work'}>
      <SkipLink />
      <DemoBanner isDemo={session.demo} />
      <header className="kc-top kc-no-print">
        <Brand bureau={session.bureau} sight={sightOf(session)} href="/" />
        <CommandSearch sources={searchSources} />
        <div className="kc-top-end">
          <WorkChip />
          {inbox && <InboxBell inbox={inbox} />}
          <AccountMenu {...account} />
        </div>
      </header>
      <nav className="kc-nav kc-no-print" aria-label="主导航">
        <div className="kc-nav-areas">
          {areas.map((group) => (
            <Area key={group.area} group={group} counts={counts} current={current} />
          ))}
        </div>
        <button type="button" className="kc-nav-fold" aria-pressed={isFolded} onClick={toggle}>
          {isFolded ? '展开' : '收起导航'}
        </button>
      </nav>
      <Main>{children}</Main>
      <PhoneBar areas={areas} counts={counts} current={current} />
    </div>
  );
}
