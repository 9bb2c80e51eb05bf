// A small menu under a button, with arrow keys and Escape; made here so that the shell needs no component library.
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import './menus.css';

interface PopupMenuProps {
  /** What the button says to a screen reader. */
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly align?: 'start' | 'end';
  readonly children: (close: () => void) => ReactNode;
}

function focusable(box: HTMLElement | null): HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>('a, button:not(:disabled), input')] : [];
}

/** On opening the first item takes the focus; a press anywhere else closes. */
function useOpening(isOpen: boolean, root: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>, close: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the opening is the occasion; refs and the closer do not change it
  useEffect(() => {
    if (!isOpen) return;
    focusable(box.current)[0]?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);
}

export function PopupMenu({ label, button, className = '', align = 'end', children }: PopupMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useOpening(isOpen, root, box, () => setOpen(false));
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = focusable(box.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and items inside, which are interactive
    <div ref={root} className="kc-popup" onKeyDown={onKeyDown}>
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div ref={box} id={id} className={`kc-popup-box kc-popup-${align}`}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
