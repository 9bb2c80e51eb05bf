// What a number is made of: its formula, the parts with their values, the entries of a part, and the case or title behind an entry.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Drilldown, type FormulaPart, type LedgerEntry } from '#ui/figures/drilldown.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { useMay } from '#ui/session.ts';
import type { ExplainedView } from '../wire.ts';
import { Correction } from './correction.tsx';
import { entryRow } from './entry-rows.ts';
import type { PeriodChoice } from './period.tsx';
import { entriesPage, explainQuery } from './queries.ts';
import { valueText } from './value-text.ts';

interface Leaf extends ExplainedView {
  readonly key: string;
}

/** The sums at the ends of the formula, each with its place. */
function leaves(tree: ExplainedView, path = '0'): Leaf[] {
  if (tree.measure !== null) return [{ ...tree, key: path }];
  return tree.parts.flatMap((part, i) => leaves(part, `${path}.${i}`));
}

export function Made({ id, region, name, period }: { id: string; region: string; name: string; period: PeriodChoice }) {
  const mayCorrect = useMay('figures/entry:post');
  const [correcting, setCorrecting] = useState<LedgerEntry | null>(null);
  const query = useQuery(explainQuery(id, region, period));
  if (query.isPending) return <TableSkeleton rows={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { indicator, tree } = query.data;
  const ends = leaves(tree);
  const unitOf = (measure: string | null): string => indicator.measures.find((one) => one.id === measure)?.unit ?? '';
  const parts: FormulaPart[] = ends.map((leaf) => {
    const unit = unitOf(leaf.measure);
    return {
      key: leaf.key,
      label: `${leaf.says}（${leaf.regionName}，${leaf.entriesFrom ?? '历年'}至${leaf.to}）`,
      value: `${valueText({ unit }, leaf.value.value)}${unit === '元' ? '' : unit}`,
    };
  });
  const fetchEntries = async (key: string, after: string | undefined, signal: AbortSignal) => {
    const leaf = ends.find((one) => one.key === key);
    if (leaf?.measure == null) return { rows: [], next: null, total: 0 };
    const page = await entriesPage(
      { measure: leaf.measure, region: leaf.region, from: leaf.entriesFrom, to: leaf.to, known: period.known },
      after,
      signal,
    );
    const unit = unitOf(leaf.measure);
    return { ...page, rows: page.rows.map((entry) => entryRow(entry, unit)) };
  };
  return (
    <section aria-label="构成">
      <h2>{name}的构成</h2>
      <Drilldown
        name={`${id}|${region}|${period.from}|${period.to}|${period.known}`}
        title={indicator.name}
        value={valueText(indicator, tree.value.value)}
        formula={`${indicator.name} ＝ ${indicator.formula}`}
        parts={parts}
        note={tree.value.why ?? indicator.definition}
        fetchEntries={fetchEntries}
        onCorrect={mayCorrect && period.known === '' ? setCorrecting : undefined}
      />
      {correcting !== null && <Correction entry={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}
