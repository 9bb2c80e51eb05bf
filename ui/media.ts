// Tells a component how wide the screen is, in the two steps that the layouts know.
import { useSyncExternalStore } from 'react';
import { widths } from './tokens.ts';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** One column, thumbs: lists become cards, panels fill the screen. */
export function useIsPhone(): boolean {
  return useMedia(`(max-width: ${widths.phone}px)`);
}

/** A small laptop or a zoomed screen: the navigation folds. */
export function useIsNarrow(): boolean {
  return useMedia(`(max-width: ${widths.narrow}px)`);
}
