// Parts that the four faces share: skip link, demo banner, bureau's name, inbox bell, account menu, main region.
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatInstant } from '../format.ts';
import { AppLink } from '../link.tsx';
import { type Session, sightOf } from '../session.ts';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../theme-mode.ts';
import { badge } from './navigation.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { PopupMenu } from './popup-menu.tsx';
import './shell.css';
import './menus.css';

export interface InboxItem {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly href: string;
  readonly isRead: boolean;
}

export interface Inbox {
  /** Undefined while not known. */
  readonly unread: number | undefined;
  readonly items: readonly InboxItem[];
  readonly href: string;
}

export interface ShellAccount {
  readonly session: Session;
  readonly onSignOut: () => void;
  /** Own account: password, notices. */
  readonly accountHref?: string;
}

export function SkipLink() {
  return (
    <a className="kc-skip" href="#main">
      跳到正文
    </a>
  );
}

export function DemoBanner({ isDemo }: { isDemo: boolean }) {
  return isDemo ? <div className="kc-demo kc-no-print">演示数据，均为虚构</div> : null;
}

export function Brand({ bureau, sight, href }: { bureau: string; sight?: string; href: string }) {
  return (
    <AppLink className="kc-brand" href={href}>
      <b>{bureau}</b>
      {sight && <span title="您能看到的地区范围">{sight}</span>}
    </AppLink>
  );
}

/** Moves the reader to the new page's beginning when the address's path changes, as a full load would. */
export function Main({ children, className = '' }: { children: ReactNode; className?: string }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the occasion, not an ingredient
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={`kc-main ${className}`}>
      <OfflineNotice />
      {children}
    </main>
  );
}

export function InboxBell({ inbox }: { inbox: Inbox }) {
  const count = badge(inbox.unread);
  return (
    <PopupMenu
      label={count === '' ? '消息' : `消息，${count} 条未读`}
      className="kc-icon-button"
      button={
        <>
          <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
            <path d="M3 13.5h12l-1.5-2.2V8a4.5 4.5 0 0 0-9 0v3.3zM7.3 15.4h3.4" strokeLinejoin="round" strokeLinecap="round" />
          </svg>
          {count !== '' && <span className="kc-badge">{count}</span>}
        </>
      }
    >
      {(close) => (
        <div className="kc-inbox">
          {inbox.items.length === 0 && <p className="kc-inbox-none">没有新消息。办件有进展、期限将到时会在这里提醒。</p>}
          {inbox.items.slice(0, 8).map((item) => (
            <AppLink
              key={item.id}
              href={item.href}
              onClick={close}
              className={item.isRead ? 'kc-inbox-item' : 'kc-inbox-item kc-inbox-new'}
            >
              <span>{item.title}</span>
              <small>{formatInstant(item.at)}</small>
            </AppLink>
          ))}
          <AppLink className="kc-inbox-all" href={inbox.href} onClick={close}>
            全部消息
          </AppLink>
        </div>
      )}
    </PopupMenu>
  );
}

const THEMES: readonly { key: ThemeChoice; label: string }[] = [
  { key: 'system', label: '随系统' },
  { key: 'light', label: '浅色' },
  { key: 'dark', label: '深色' },
];

export function ThemeSwitch() {
  const choice = useThemeChoice();
  return (
    <fieldset className="kc-themes">
      <legend>外观</legend>
      {THEMES.map(({ key, label }) => (
        <button key={key} type="button" aria-pressed={choice === key} onClick={() => chooseTheme(key)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

export function AccountMenu({ session, onSignOut, accountHref }: ShellAccount) {
  return (
    <PopupMenu label={`账号：${session.account.name}`} className="kc-account" button={<span>{session.account.name}</span>}>
      {(close) => (
        <div className="kc-account-box">
          <p>
            <b>{session.account.name}</b>
            <span>{session.office.name}</span>
            <span>{sightOf(session)}</span>
          </p>
          <ThemeSwitch />
          {accountHref && (
            <AppLink className="kc-menu-item" href={accountHref} onClick={close}>
              账号与密码
            </AppLink>
          )}
          <button type="button" className="kc-menu-item" onClick={onSignOut}>
            退出登录
          </button>
        </div>
      )}
    </PopupMenu>
  );
}
