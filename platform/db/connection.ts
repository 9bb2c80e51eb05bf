// One PostgreSQL connection as kysely wants it: named statements for what runs often, cursors for what is long.
import { createHash } from 'node:crypto';
import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from 'kysely';
import type pg from 'pg';

/** A statement is named once it has come three times; texts that vary without end must not fill the server's memory. */
const NAMED_AFTER = 3;
const NAMED_LIMIT = 500;

export class StatementNames {
  readonly #seen = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #enabled: boolean;

  /** Off behind an old pgbouncer in transaction mode, which loses prepared statements. */
  constructor(enabled: boolean) {
    this.#enabled = enabled;
  }

  nameOf(text: string): string | undefined {
    if (!this.#enabled) return undefined;
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= NAMED_LIMIT) return name;
    const times = (this.#seen.get(text) ?? 0) + 1;
    if (times < NAMED_AFTER) {
      if (this.#seen.size > 5000) this.#seen.clear();
      this.#seen.set(text, times);
      return undefined;
    }
    this.#seen.delete(text);
    const made = `kc_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#names.set(text, made);
    return made;
  }
}

let cursors = 0;

export class PostgresConnection implements DatabaseConnection {
  readonly client: pg.ClientBase;
  readonly #names: StatementNames;

  constructor(client: pg.ClientBase, names: StatementNames) {
    this.client = client;
    this.#names = names;
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const name = compiled.parameters.length > 0 || compiled.query.kind === 'SelectQueryNode' ? this.#names.nameOf(compiled.sql) : undefined;
    const result = await this.client.query({
      text: compiled.sql,
      values: [...compiled.parameters],
      ...(name === undefined ? {} : { name }),
    });
    if (result.command === 'INSERT' || result.command === 'UPDATE' || result.command === 'DELETE' || result.command === 'MERGE') {
      return { numAffectedRows: BigInt(result.rowCount ?? 0), rows: (result.rows ?? []) as R[] };
    }
    return { rows: (result.rows ?? []) as R[] };
  }

  async *streamQuery<R>(compiled: CompiledQuery, chunkSize = 1000): AsyncIterableIterator<QueryResult<R>> {
    const cursor = `kc_cursor_${++cursors}`;
    await this.client.query({ text: `declare ${cursor} no scroll cursor for ${compiled.sql}`, values: [...compiled.parameters] });
    for (;;) {
      const { rows } = await this.client.query(`fetch ${chunkSize} from ${cursor}`);
      if (rows.length > 0) yield { rows: rows as R[] };
      if (rows.length < chunkSize) break;
    }
    await this.client.query(`close ${cursor}`);
  }
}

/** The driver's own connection under a transaction: for COPY and for statements that kysely does not know. */
export function rawConnection<T>(db: Kysely<unknown>, use: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return db.getExecutor().provideConnection((connection) => {
    if (connection instanceof PostgresConnection) return use(connection.client);
    throw new Error('not a connection of this platform');
  });
}
