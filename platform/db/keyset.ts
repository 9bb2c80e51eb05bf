// Pages of long lists by the last row seen: no row twice, none left out, equally fast on the last page.
import { type Expression, type QueryExecutorProvider, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { Refusal } from '../refusal.ts';

export type SortType = 'text' | 'bigint' | 'numeric' | 'date' | 'timestamptz' | 'uuid' | 'boolean';

export interface SortColumn {
  /** Column as the query knows it, e.g. `party.name`; from our code, never from a request. */
  readonly ref: string;
  readonly type: SortType;
  /** Rows without a value come last, whichever the direction. */
  readonly nullable?: boolean;
}

export interface PageOptions {
  /** Columns a request may sort by, by their public names. */
  readonly columns: Readonly<Record<string, SortColumn>>;
  /** The unique column that settles ties, e.g. `party.id`; default a UUID. */
  readonly id: string;
  readonly idType?: SortType;
  /** As requested: `name`, `-amount`, `-amount,name`; a minus means descending. */
  readonly sort?: string | undefined;
  readonly defaultSort: string;
  readonly after?: string | undefined;
  /** 1 to 200; default 50. */
  readonly limit?: number | undefined;
}

export interface Page<Row> {
  readonly rows: Row[];
  /** Cursor of the next page, null on the last one. */
  readonly next: string | null;
  readonly total: number;
}

interface SortKey extends SortColumn {
  readonly name: string;
  readonly descending: boolean;
}

interface Cursor {
  /** The sort that the cursor belongs to. */
  readonly s: string;
  /** Sort values of the last row, the id at the end, as PostgreSQL writes them. */
  readonly v: readonly (string | null)[];
}

const SHAPES: Readonly<Record<SortType, RegExp>> = {
  text: /^[^\0]*$/,
  bigint: /^-?\d{1,19}$/,
  numeric: /^(-?\d+(\.\d+)?|NaN|-?Infinity)$/,
  date: /^(-?infinity|\d{4,6}-\d{2}-\d{2}( BC)?)$/,
  timestamptz: /^(-?infinity|\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?([+-][\d:]+)( BC)?)$/,
  uuid: /^[0-9a-f-]{36}$/i,
  boolean: /^(true|false|t|f)$/,
};

function unknownColumn(name: string, allowed: readonly string[], purpose = '排序'): Refusal {
  return new Refusal('UNKNOWN_COLUMN', `不能按「${name}」${purpose}。可用的有：${allowed.join('、')}。`, {
    status: 400,
    details: [{ where: name, message: `请改为：${allowed.join('、')}` }],
  });
}

/** The declared column of that public name, or a refusal that names the allowed ones. */
export function allowedColumn<C>(name: string, columns: Readonly<Record<string, C>>, purpose?: string): C {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) throw unknownColumn(name, Object.keys(columns), purpose);
  return column;
}

function sortKeys(options: PageOptions): SortKey[] {
  const asked = (options.sort === undefined || options.sort === '' ? options.defaultSort : options.sort).split(',');
  const keys = asked.slice(0, 4).map((part): SortKey => {
    const descending = part.startsWith('-');
    const name = descending ? part.slice(1) : part;
    return { ...allowedColumn(name, options.columns), name, descending };
  });
  // Ties follow the first column's direction, so that one index serves both.
  return [...keys, { ref: options.id, type: options.idType ?? 'uuid', name: '', descending: keys[0]?.descending ?? false }];
}

const specOf = (keys: readonly SortKey[]): string => keys.map((key) => `${key.descending ? '-' : ''}${key.name}`).join(',');

const badCursor = (): Refusal => new Refusal('BAD_CURSOR', '翻页位置无效或与当前排序不符，请回到第一页重新查看。', { status: 400 });

function readCursor(text: string, keys: readonly SortKey[]): readonly (string | null)[] {
  let cursor: Cursor;
  try {
    cursor = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Cursor;
  } catch {
    throw badCursor();
  }
  if (
    cursor === null ||
    typeof cursor !== 'object' ||
    cursor.s !== specOf(keys) ||
    !Array.isArray(cursor.v) ||
    cursor.v.length !== keys.length
  ) {
    throw badCursor();
  }
  for (const [index, key] of keys.entries()) {
    const value: unknown = cursor.v[index];
    const fits = value === null ? key.nullable === true : typeof value === 'string' && SHAPES[key.type].test(value);
    if (!fits) throw badCursor();
  }
  return cursor.v;
}

const typed = (value: string, key: SortKey): RawBuilder<unknown> => sql`${value}::${sql.raw(key.type)}`;

function beyond(key: SortKey, value: string | null): RawBuilder<SqlBool> | undefined {
  if (value === null) return undefined;
  const sign = sql.raw(key.descending ? '<' : '>');
  const past = sql<SqlBool>`${sql.ref(key.ref)} ${sign} ${typed(value, key)}`;
  return key.nullable === true ? sql<SqlBool>`(${past} or ${sql.ref(key.ref)} is null)` : past;
}

const same = (key: SortKey, value: string | null): RawBuilder<SqlBool> =>
  value === null ? sql`${sql.ref(key.ref)} is null` : sql`${sql.ref(key.ref)} = ${typed(value, key)}`;

/** Rows after the cursor in the order of the keys. A plain row comparison where it can be, because an index serves it. */
function afterCondition(keys: readonly SortKey[], values: readonly (string | null)[]): Expression<SqlBool> {
  const plain = keys.every((key) => key.nullable !== true && key.descending === keys[0]?.descending);
  if (plain) {
    const left = sql.join(keys.map((key) => sql.ref(key.ref)));
    const right = sql.join(keys.map((key, index) => typed(values[index] ?? '', key)));
    return sql<SqlBool>`(${left}) ${sql.raw(keys[0]?.descending === true ? '<' : '>')} (${right})`;
  }
  const branches: RawBuilder<SqlBool>[] = [];
  for (const [index, key] of keys.entries()) {
    const past = beyond(key, values[index] ?? null);
    if (past === undefined) continue;
    const equal = keys.slice(0, index).map((earlier, at) => same(earlier, values[at] ?? null));
    branches.push(sql<SqlBool>`(${sql.join([...equal, past], sql` and `)})`);
  }
  return branches.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(branches, sql` or `)})`;
}

/** How many rows the query has, exactly. */
export async function exactTotal(db: QueryExecutorProvider, query: SelectQueryBuilder<never, never, unknown>): Promise<number> {
  const whole = query.clearOrderBy().clearLimit().clearOffset();
  const { rows } = await sql<{ total: number }>`select count(*)::float8 as total from (${whole}) as counted`.execute(db);
  return rows[0]?.total ?? 0;
}

/** One page of the query, with the exact total. The query carries its filters and selected columns, but no order and no limit. */
export async function page<DB, TB extends keyof DB, Row>(
  db: QueryExecutorProvider,
  query: SelectQueryBuilder<DB, TB, Row>,
  options: PageOptions,
): Promise<Page<Row>> {
  const limit = options.limit ?? 50;
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
    throw new Refusal('BAD_LIMIT', `每页条数应为1至200的整数，现在是 ${limit}。`, { status: 400 });
  }
  const keys = sortKeys(options);
  let paged = query as unknown as SelectQueryBuilder<Record<string, Record<string, unknown>>, string, Record<string, unknown>>;
  for (const [index, key] of keys.entries()) {
    paged = paged.select(sql<string | null>`${sql.ref(key.ref)}::text`.as(`cursor_${index}`)) as typeof paged;
    paged = paged.orderBy(sql.ref(key.ref), (order) => {
      if (!key.descending) return order.asc();
      return key.nullable === true ? order.desc().nullsLast() : order.desc();
    }) as typeof paged;
  }
  if (options.after !== undefined && options.after !== '') paged = paged.where(afterCondition(keys, readCursor(options.after, keys)));
  const found = await paged.limit(limit + 1).execute();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next =
    found.length > limit && last !== undefined
      ? Buffer.from(
          JSON.stringify({ s: specOf(keys), v: keys.map((_, index) => last[`cursor_${index}`] as string | null) } satisfies Cursor),
        ).toString('base64url')
      : null;
  const whole = options.after === undefined && next === null;
  const total = whole ? rows.length : await exactTotal(db, query as unknown as SelectQueryBuilder<never, never, unknown>);
  for (const row of rows) for (const index of keys.keys()) delete row[`cursor_${index}`];
  return { rows: rows as Row[], next, total };
}
