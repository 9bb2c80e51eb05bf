// The keys of the reading page: they act wherever the focus is, except where a person types or where a key has a meaning of its own.
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

const typesIn = (target: Element): boolean =>
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog') !== null;
/** Enter and the space bar press what has the focus; a mark of the text or a row of the list is no such thing. */
const pressesItself = (target: Element): boolean => target.closest('button, summary, a:not([data-figure])') !== null;

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (typesIn(target) || (event.key === 'Enter' && pressesItself(target))) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
