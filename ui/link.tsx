// Links and moves by plain address, so that module pages and data may name a page without the router's types.
import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

export type Go = (href: string, options?: { replace?: boolean }) => void;

/** Moves to an address inside the application. */
export function useGo(): Go {
  const router = useRouter();
  return (href, options) => {
    if (options?.replace) router.history.replace(href);
    else router.history.push(href);
  };
}

/** The public face is made on the server, but for its two tools: such an address is loaded, not gone to. */
export const isServerPage = (href: string): boolean => /^\/public(?!\/(self-check|calculations)(\/|\?|$))(\/|\?|$)/.test(href);

function opensElsewhere(event: MouseEvent): boolean {
  return event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
}

/** An ordinary anchor: middle click, copy address and new window work as everywhere. */
export function AppLink({ href, onClick, target, ...rest }: AppLinkProps) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      target={target}
      onClick={(event) => {
        onClick?.(event);
        if (opensElsewhere(event) || target === '_blank' || !/^[/?]/.test(href) || isServerPage(href)) return;
        event.preventDefault();
        go(href.startsWith('?') ? `${window.location.pathname}${href}` : href);
      }}
    />
  );
}
