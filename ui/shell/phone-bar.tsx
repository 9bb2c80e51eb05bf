// The navigation under a thumb: the first four areas at the foot of a phone, all of them behind 更多.
import { useEffect, useRef, useState } from 'react';
import { AppLink } from '../link.tsx';
import { type AreaEntries, areaCount, badge, type NavigationEntry } from './navigation.ts';
import './menus.css';

interface PhoneBarProps {
  readonly areas: readonly AreaEntries[];
  readonly counts: Readonly<Record<string, number>>;
  readonly current: NavigationEntry | undefined;
}

function Sheet({ areas, counts, current, onClose }: PhoneBarProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tap on the backdrop closes; Escape does the same by the dialog itself
    <dialog
      ref={dialog}
      className="kc-sheet"
      aria-label="全部栏目"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="kc-sheet-body">
        {areas.map((group) => (
          <section key={group.area}>
            <h2>{group.area}</h2>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.href}>
                  <AppLink href={entry.href} onClick={onClose} aria-current={entry === current ? 'page' : undefined}>
                    {entry.label === group.area ? '进入' : entry.label}
                    {entry.count !== undefined && badge(counts[entry.count]) !== '' && (
                      <span className="kc-nav-count">{badge(counts[entry.count])}</span>
                    )}
                  </AppLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <button type="button" className="kc-button" onClick={onClose}>
          关闭
        </button>
      </div>
    </dialog>
  );
}

export function PhoneBar({ areas, counts, current }: PhoneBarProps) {
  const [isOpen, setOpen] = useState(false);
  const first = areas.slice(0, 4);
  const isElsewhere = current !== undefined && !first.some((group) => group.area === current.area);
  return (
    <>
      <nav className="kc-phone-bar kc-no-print" aria-label="常用栏目">
        {first.map((group) => {
          const isHere = current?.area === group.area;
          const count = badge(areaCount(group, counts));
          return (
            <AppLink
              key={group.area}
              href={group.entries[0]?.href ?? '/'}
              className={isHere ? 'kc-nav-on' : ''}
              aria-current={isHere ? 'page' : undefined}
            >
              {group.area}
              {count !== '' && <span className="kc-badge">{count}</span>}
            </AppLink>
          );
        })}
        <button type="button" className={isElsewhere ? 'kc-nav-on' : ''} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {isElsewhere ? current.area : '更多'}
        </button>
      </nav>
      {isOpen && <Sheet areas={areas} counts={counts} current={current} onClose={() => setOpen(false)} />}
    </>
  );
}
