// An entry of the ledger as a row that opens the record that made it: a case, a certificate's holder, a row of a register, a budget line.
import type { LedgerEntry } from '#ui/figures/drilldown.tsx';
import type { EntryView } from '../wire.ts';
import { withUnit } from './target-words.tsx';

function sourceOf({ sourceKind, sourceId, party, note }: EntryView): { source: string; href?: string } {
  switch (sourceKind) {
    case 'case':
      return { source: note ?? '办件', href: `/casework/cases/${sourceId}` };
    case 'title':
      return party === null ? { source: note ?? '证书' } : { source: note ?? '证书', href: `/registry/parties/${party}` };
    case 'register':
      return { source: note ?? '台账', href: `/registers/rows/${sourceId}` };
    case 'budget-line':
      return { source: note ?? '预算指标', href: `/funds/lines/${sourceId}` };
    default:
      return { source: note ?? '台账记录' };
  }
}

export function entryRow(entry: EntryView, unit: string): LedgerEntry {
  const correction = entry.reverses !== null ? '冲销记录' : entry.reversedBy !== null ? '已冲销' : undefined;
  return {
    id: entry.id,
    day: entry.day,
    region: entry.regionName,
    party: entry.partyName,
    value: withUnit(unit, entry.value),
    ...sourceOf(entry),
    ...(correction === undefined ? {} : { correction }),
  };
}
