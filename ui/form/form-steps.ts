// Where one is in a form, kept in its address, and how one gets to the place of a problem.
import { useEffect, useState } from 'react';
import { idOf, type PageView } from '../fields/field-view.ts';
import { useGo } from '../link.tsx';
import { useSearchState } from '../use-search.ts';
import { fieldOfPath, pageOfPath } from './form-progress.ts';

const CHECK = 'check';

export function useStep(count: number) {
  const [search] = useSearchState();
  const go = useGo();
  const asked = search.step === CHECK ? -1 : Number(search.step ?? 1) - 1;
  const index = Number.isInteger(asked) && asked < count ? asked : 0;
  const hrefOf = (step: number) => `?${new URLSearchParams({ ...search, step: step === -1 ? CHECK : String(step + 1) })}`;
  const goTo = (step: number) => {
    go(`${window.location.pathname}${hrefOf(step)}`);
    window.scrollTo({ top: 0 });
  };
  return { index, hrefOf, goTo };
}

/** Puts the cursor where the problem is: the box itself, or the nearest thing that contains it. */
function focusPath(path: string): void {
  const exact = document.getElementById(idOf(path)) ?? document.getElementById(idOf(fieldOfPath(path)));
  const field = exact ?? document.getElementById(`${idOf(fieldOfPath(path))}-label`);
  const box = field?.matches('input, textarea, button, select')
    ? field
    : (field?.closest('.kc-field')?.querySelector<HTMLElement>('input, textarea, button') ?? field);
  box?.scrollIntoView({ block: 'center' });
  box?.focus({ preventScroll: true });
}

export type Step = ReturnType<typeof useStep>;

/** Jumps to the page of a path, then to its box once the page is there. */
export function useJump(pages: readonly PageView[], step: Step) {
  const [target, setTarget] = useState<string | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page asked for has been drawn
  useEffect(() => {
    if (target === undefined) return;
    focusPath(target);
    setTarget(undefined);
  }, [target, step.index]);
  return (path: string) => {
    const page = pageOfPath(pages, path);
    if (page >= 0 && page !== step.index) step.goTo(page);
    setTarget(path);
  };
}
