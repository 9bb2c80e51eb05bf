// Loads entries of a history set-based; they say when they became known, so that «as known on» works over the past too.
import type { Transaction } from 'kysely';
import { copyRows } from '#platform/db/copy.ts';
import type { EntryInput, PostedBy } from './store/post-entries.ts';

export interface PastEntry extends EntryInput {
  readonly postedAt: Date;
}

const columns = ['root', 'measure', 'region', 'day', 'value', 'party', 'source_kind', 'source_id', 'note', 'posted_at', 'posted_by'];

export async function loadEntries(
  db: Transaction<unknown>,
  by: PostedBy,
  entries: Iterable<PastEntry> | AsyncIterable<PastEntry>,
): Promise<number> {
  async function* rows() {
    for await (const entry of entries) {
      yield [
        by.root,
        entry.measure,
        entry.region,
        entry.day,
        entry.value,
        entry.party ?? null,
        entry.sourceKind,
        entry.sourceId,
        entry.note ?? null,
        entry.postedAt,
        by.account,
      ];
    }
  }
  return copyRows(db, 'figures.entry', columns, rows());
}
