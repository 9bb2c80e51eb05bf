// Bulk rows by COPY inside the transaction: a temporary table first, because COPY does not go through row-level security itself.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql, type Transaction } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import { Refusal } from '../refusal.ts';
import { rawConnection } from './connection.ts';

export type CopyValue = string | number | bigint | boolean | Date | Buffer | null | undefined | readonly (string | number)[] | object;
export type CopyRow = readonly CopyValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
};

const escaped = (text: string): string => text.replaceAll(/[\\\n\r\t\b\f\v]/g, (character) => ESCAPES[character] ?? character);

const arrayLiteral = (values: readonly (string | number)[]): string =>
  `{${values.map((value) => (typeof value === 'number' ? String(value) : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)).join(',')}}`;

/** One value in COPY's text format. Arrays become PostgreSQL arrays, other objects JSON. */
function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  switch (typeof value) {
    case 'string':
      return escaped(value);
    case 'number':
    case 'bigint':
      return String(value);
    case 'boolean':
      return value ? 't' : 'f';
  }
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return escaped(Array.isArray(value) ? arrayLiteral(value as (string | number)[]) : JSON.stringify(value));
}

function lineOf(row: CopyRow, width: number, number: number): string {
  if (row.length !== width) throw new Error(`row ${number} has ${row.length} values for ${width} columns`);
  const line = row.map(copyField).join('\t');
  if (line.includes('\0')) {
    throw new Refusal('BAD_CHARACTER', `第 ${number} 行含有无法保存的空字符，请删除后再试。`, {
      details: [{ where: `第 ${number} 行`, message: '含有空字符（NUL）' }],
    });
  }
  return `${line}\n`;
}

/** Lines gathered into pieces of some size: one write per row would cost more than the row. */
async function* pieces(rows: AsyncIterable<CopyRow> | Iterable<CopyRow>, width: number, counted: { rows: number }): AsyncGenerator<Buffer> {
  let lines: string[] = [];
  let size = 0;
  for await (const row of rows) {
    const line = lineOf(row, width, ++counted.rows);
    lines.push(line);
    size += line.length;
    if (size < 65_536) continue;
    yield Buffer.from(lines.join(''), 'utf8');
    lines = [];
    size = 0;
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''), 'utf8');
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const qualified = (table: string): string => table.split('.').map(quoted).join('.');

let stages = 0;

/** Types by which nothing is joined or grouped: statistics on them would take longer than the work they are for. */
const unplanned = new Set(['jsonb', 'json', 'tsvector', 'bytea']);

async function streamRows(
  db: Transaction<unknown>,
  columns: Readonly<Record<string, string>>,
  rows: AsyncIterable<CopyRow> | Iterable<CopyRow>,
): Promise<{ table: string; rows: number }> {
  const table = `stage_${++stages}`;
  const names = Object.keys(columns);
  const definition = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`);
  await sql.raw(`create temporary table ${quoted(table)} (${definition.join(', ')}) on commit drop`).execute(db);
  const counted = { rows: 0 };
  await rawConnection(db, async (client) => {
    const stream = client.query(copyFrom(`copy pg_temp.${quoted(table)} (${names.map(quoted).join(', ')}) from stdin`));
    await pipeline(Readable.from(pieces(rows, names.length, counted), { objectMode: true }), stream);
  });
  return { table: `pg_temp.${table}`, rows: counted.rows };
}

/**
 * Streams rows into a temporary table that ends with the transaction, and returns its name: for set-based work on an import.
 * `columns` maps names to PostgreSQL types.
 */
export async function stageRows(
  db: Transaction<unknown>,
  columns: Readonly<Record<string, string>>,
  rows: AsyncIterable<CopyRow> | Iterable<CopyRow>,
): Promise<{ table: string; rows: number }> {
  const stage = await streamRows(db, columns, rows);
  const planned = Object.keys(columns).filter((name) => !unplanned.has(columns[name] ?? ''));
  // Without statistics the planner takes a large stage for an empty one.
  if (stage.rows > 1000) await sql.raw(`analyze ${stage.table} (${planned.map(quoted).join(', ')})`).execute(db);
  return stage;
}

/**
 * Loads rows into a table under the actor's bounds, set-based; returns how many were inserted. `onConflict` is the rest of the statement,
 * e.g. `on conflict (root, code) do nothing`.
 */
export async function copyRows(
  db: Transaction<unknown>,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<CopyRow> | Iterable<CopyRow>,
  onConflict = '',
): Promise<number> {
  const { rows: found } = await sql<{ name: string; type: string }>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped`.execute(db);
  const types = new Map(found.map((column) => [column.name, column.type]));
  const definition: Record<string, string> = {};
  for (const column of columns) {
    const type = types.get(column);
    if (type === undefined) throw new Error(`table ${table} has no column ${column}`);
    definition[column] = type;
  }
  const stage = await streamRows(db, definition, rows);
  if (stage.rows === 0) return 0;
  const list = columns.map(quoted).join(', ');
  const result = await sql.raw(`insert into ${qualified(table)} (${list}) select ${list} from ${stage.table} ${onConflict}`).execute(db);
  return Number(result.numAffectedRows ?? 0);
}
