// The findings of the auditor on the reading page: which set is shown, which one is on hand, and the step to the next.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchState } from '#ui/use-search.ts';
import { findingKey, shownSet, stepFinding } from '../model/finding-sets.ts';
import type { RelationView } from '../wire.ts';
import { auditQuery } from './queries.ts';

export function useFindings(id: string, show: (relation: RelationView) => void) {
  const audit = useQuery(auditQuery(id));
  const [search] = useSearchState();
  const [current, setCurrent] = useState<string | null>(null);
  const relations = audit.data?.relations ?? [];
  const set = shownSet(relations, search.verdict);
  const shown = set === undefined ? [] : relations.filter(set.holds);
  const open = (relation: RelationView) => {
    const key = findingKey(relation);
    setCurrent(key);
    show(relation);
    requestAnimationFrame(() => document.querySelector('.kc-al-item[aria-current=true]')?.scrollIntoView({ block: 'nearest' }));
  };
  return {
    current,
    open,
    /** How many do not hold; unknown until the auditor has answered. */
    wrong: audit.data?.relations.filter(({ verdict }) => verdict === 'inconsistent').length,
    step: (step: 1 | -1) => {
      const next = stepFinding(shown, current, step);
      if (next !== undefined) open(next);
    },
  };
}
