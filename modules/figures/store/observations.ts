// Observations: figures read from documents or given from outside, kept with their place in the text; a revision follows, nothing is overwritten.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';

export interface ObservationRow {
  id: string;
  root: string;
  indicator: string | null;
  indicator_name: string;
  region: string | null;
  place: string;
  period: string;
  year: number | null;
  value: string;
  unit: string;
  kind: string;
  bound: string;
  precision: string | null;
  status: string;
  document: string | null;
  document_name: string;
  span_start: number | null;
  span_end: number | null;
  quote: string | null;
  read_as: unknown;
  accepted_at: Date;
  accepted_by: string;
  accepted_by_name: string;
  supersedes: string | null;
}

interface Tables {
  'figures.observation': ObservationRow;
}

/** Adds observations; of the same document, place and span the new one supersedes the one that stands. */
export async function insertObservations(db: Transaction<unknown>, rows: readonly Omit<ObservationRow, 'supersedes'>[]): Promise<void> {
  if (rows.length === 0) return;
  const own = tables<Tables>(db);
  const documents = [...new Set(rows.flatMap((row) => (row.document === null ? [] : [row.document])))];
  const before =
    documents.length === 0
      ? []
      : await own
          .selectFrom('figures.observation')
          .select(['id', 'document', 'span_start', 'supersedes'])
          .where('document', 'in', documents)
          .execute();
  const superseded = new Set(before.map((row) => row.supersedes));
  const standing = new Map(before.filter((row) => !superseded.has(row.id)).map((row) => [`${row.document}|${row.span_start}`, row.id]));
  await own
    .insertInto('figures.observation')
    .values(
      rows.map((row) => ({
        ...row,
        read_as: row.read_as === null ? null : JSON.stringify(row.read_as),
        supersedes: standing.get(`${row.document}|${row.span_start}`) ?? null,
      })) as never,
    )
    .execute();
}

export async function listObservations(
  db: Transaction<unknown>,
  root: string,
  filter: { document?: string | undefined; indicator?: string | undefined; place?: string | undefined },
): Promise<(ObservationRow & { is_current: boolean })[]> {
  let query = tables<Tables>(db)
    .selectFrom('figures.observation as o')
    .selectAll('o')
    .select((eb) =>
      eb.not(eb.exists(eb.selectFrom('figures.observation as n').select('n.id').whereRef('n.supersedes', '=', 'o.id'))).as('is_current'),
    )
    .where('o.root', '=', root);
  if (filter.document !== undefined) query = query.where('o.document', '=', filter.document);
  if (filter.indicator !== undefined) query = query.where('o.indicator', '=', filter.indicator);
  if (filter.place !== undefined) query = query.where('o.place', '=', filter.place);
  return (await query.orderBy('o.place').orderBy('o.year').orderBy('o.span_start').limit(2000).execute()) as (ObservationRow & {
    is_current: boolean;
  })[];
}
