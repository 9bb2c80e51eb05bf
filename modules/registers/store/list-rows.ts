// Lists of rows: filters by marks, standing by days, sort, keyset page and exact total, each served by an index.
import { sql, type Transaction } from 'kysely';
import { type Register, type Standing, soonFrom } from '#kernel/declare/register.ts';
import { anywhere, regionPrefix, withDescendants } from '#kernel/faces/filter-sql.ts';
import type { Filter } from '#kernel/faces/filters.ts';
import type { Field } from '#kernel/fields/field.ts';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import type { RegistersTables, RowRow } from './tables.ts';

export interface RowFilters {
  /** Part of the name. */
  readonly text?: string;
  readonly standing?: readonly Standing[];
  readonly party?: string;
  readonly batch?: string;
  /** Filters of the form. */
  readonly answers: readonly Filter[];
}

const columns: PageOptions['columns'] = {
  title: { ref: 'r.title', type: 'text' },
  from: { ref: 'r.from_on', type: 'date', nullable: true },
  until: { ref: 'r.until_on', type: 'date', nullable: true },
  updatedAt: { ref: 'r.updated_at', type: 'timestamptz' },
};

type Sql = ReturnType<typeof sql>;

function markCondition(field: Field, filter: Filter): Sql {
  const value = sql.ref(
    ['integer', 'decimal', 'percent', 'money', 'year'].includes(field.kind) ? 'm.number' : field.kind === 'date' ? 'm.day' : 'm.text',
  );
  switch (filter.operator) {
    case 'contains':
      return sql`m.text ilike ${anywhere(filter.value)}`;
    case 'equals':
      return sql`m.text = ${filter.value}`;
    case 'is-true':
      return sql`m.text = ${String(filter.value)}`;
    case 'in':
      return sql`m.text = any(${filter.value}::text[])`;
    case 'below': {
      const options = field.options ?? [];
      const isTree = options.some((option) => option.parent !== undefined);
      return isTree
        ? sql`m.text = any(${withDescendants(options, filter.value)}::text[])`
        : sql`m.text like ${`${regionPrefix(filter.value)}%`}`;
    }
    case 'between': {
      const { from, to } = filter.value;
      const lower = from === null ? sql`true` : sql`${value} >= ${from}`;
      const upper = to === null ? sql`true` : sql`${value} <= ${to}`;
      return sql`${value} is not null and ${lower} and ${upper}`;
    }
  }
}

/** A row without the answer never fits: unknown is neither yes nor no, nor zero. */
const byMark = (register: Register, root: string, field: Field, filter: Filter) =>
  sql<boolean>`r.id in (select m.row_id from registers.mark m where m.root = ${root} and m.register = ${register.id} and m.field = ${filter.key}
    and ${markCondition(field, filter)})`;

function standingCondition(register: Register, standing: Standing, today: string): Sql {
  const alive = sql`(r.ended_on is null or r.ended_on > ${today})`;
  const soon = soonFrom(register, today);
  switch (standing) {
    case 'ended':
      return sql`(r.ended_on <= ${today})`;
    case 'lapsed':
      return sql`(${alive} and r.until_on < ${today})`;
    case 'expiring':
      return sql`(${alive} and r.until_on >= ${today} and r.until_on <= ${soon})`;
    case 'valid':
      return sql`(${alive} and (r.until_on is null or r.until_on > ${soon}))`;
  }
}

function filtered(db: Transaction<unknown>, register: Register, root: string, filters: RowFilters, today: string) {
  let query = tables<RegistersTables>(db).selectFrom('registers.row as r').where('r.root', '=', root).where('r.register', '=', register.id);
  if (filters.text !== undefined) query = query.where(sql<boolean>`r.title ilike ${anywhere(filters.text)}`);
  if (filters.party !== undefined) query = query.where('r.party', '=', filters.party);
  if (filters.batch !== undefined) query = query.where('r.batch', '=', filters.batch);
  if (filters.standing !== undefined) {
    const any = filters.standing.map((standing) => standingCondition(register, standing, today));
    query = query.where(sql<boolean>`(${sql.join(any, sql` or `)})`);
  }
  for (const filter of filters.answers) {
    const field = register.form.fields[filter.key];
    if (field !== undefined) query = query.where(byMark(register, root, field, filter));
  }
  return query;
}

export interface Asked {
  readonly register: Register;
  readonly root: string;
  readonly filters: RowFilters;
  readonly today: string;
}

export async function listRows(
  db: Transaction<unknown>,
  { register, root, filters, today }: Asked,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<RowRow>> {
  const query = filtered(db, register, root, filters, today).selectAll('r');
  const options = { columns, id: 'r.id', defaultSort: 'title', ...paging };
  return (await page(tables<RegistersTables>(db), query as never, options)) as unknown as Page<RowRow>;
}

/** Number of rows for each of several views, in one statement. */
export async function countRows(
  db: Transaction<unknown>,
  asked: Omit<Asked, 'filters'>,
  views: Readonly<Record<string, RowFilters>>,
): Promise<Record<string, number>> {
  const { register, root, today } = asked;
  const counts = Object.entries(views).map(([name, filters]) =>
    filtered(db, register, root, filters, today).select([sql<string>`${name}::text`.as('name'), sql<number>`count(*)::float8`.as('count')]),
  );
  const [first, ...rest] = counts;
  if (first === undefined) return {};
  const rows = await rest.reduce((all, query) => all.unionAll(query), first).execute();
  return Object.fromEntries(rows.map((row) => [row.name, row.count]));
}

/** Rows in pages until all have been read. */
export async function* eachRow(db: Transaction<unknown>, asked: Asked, sort?: string): AsyncGenerator<RowRow> {
  let after: string | undefined;
  do {
    const { rows, next } = await listRows(db, asked, { sort, after, limit: 200 });
    yield* rows;
    after = next ?? undefined;
  } while (after !== undefined);
}
