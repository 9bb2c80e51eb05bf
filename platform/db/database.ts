// The database: a pool of connections, and transactions that carry the actor's bounds.
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultQueryExecutor, type Driver, PostgresAdapter, PostgresDialect, PostgresQueryCompiler, Transaction } from 'kysely';
import pg from 'pg';
import { type Actor, systemActor } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { PostgresConnection, StatementNames } from './connection.ts';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded.ts';
import { isConnectionLoss, isRetryable, refusalOfConnecting, unavailable } from './errors.ts';
import { scopeRoles } from './scope-roles.ts';
import { types } from './type-parsers.ts';

export interface DatabaseOptions {
  /** An existing server: `postgres://…` or the driver's own settings. Without it the embedded one is started. */
  readonly url?: string | pg.PoolConfig;
  /** Address for LISTEN and jobs where `url` goes through a pooler; default KECHUANG_DIRECT_URL, else `url`. */
  readonly directUrl?: string;
  readonly embedded?: EmbeddedOptions;
  readonly poolSize?: number;
  readonly namedStatements?: boolean;
  readonly say?: (notice: string) => void;
}

export interface TransactionOptions {
  /** One consistent snapshot, nothing may be changed. */
  readonly readOnly?: boolean;
  /** Longest time for one statement; default 30 seconds. */
  readonly statementMs?: number;
  /** Times the work is done again after a deadlock or a failed serialisation; default 3. */
  readonly retries?: number;
  /** Runs last in the transaction; the SQL text it returns is sent together with the commit. */
  readonly beforeCommit?: (db: Transaction<unknown>) => Promise<string | undefined>;
}

export interface Database {
  /** One transaction with the actor's bounds: commits when `work` returns, rolls back when it throws. `work` may run again after a deadlock. */
  withActor<T>(actor: Actor, options: TransactionOptions, work: (db: Transaction<unknown>) => Promise<T>): Promise<T>;
  /** The same as the system of one root: jobs, seeds, the command line. */
  withSystem<T>(root: string, work: (db: Transaction<unknown>) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** A connection of the owner outside any bounds: migrations and checks only. Not pooled when a pooler stands between. */
  withOwner<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
  /** Settings for connections that must not go through a pooler. */
  readonly direct: pg.PoolConfig;
  readonly pool: pg.Pool;
  readonly embedded: EmbeddedServer | undefined;
  close(): Promise<void>;
}

const STATEMENT_MS = 30_000;
const LOCK_MS = 8_000;
const IDLE_MS = 60_000;

const literal = (value: string): string => pg.escapeLiteral(value.replaceAll('\0', ''));

/** Role, bounds and time limits in one message to the server; they end with the transaction. */
export function openingSql(actor: Actor, options: TransactionOptions): string {
  const settings: Readonly<Record<string, string>> = {
    'kechuang.root': actor.root,
    'kechuang.scope': actor.scope,
    'kechuang.regions': actor.regions.join(','),
    'kechuang.party': actor.party ?? '',
    'kechuang.account': actor.accountId,
    statement_timeout: String(options.statementMs ?? STATEMENT_MS),
    lock_timeout: String(LOCK_MS),
    idle_in_transaction_session_timeout: String(Math.max(IDLE_MS, options.statementMs ?? 0)),
  };
  const mode = options.readOnly === true ? 'isolation level repeatable read, read only' : 'isolation level read committed, read write';
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${literal(value)}, true)`);
  return `begin ${mode}; set local role ${scopeRoles[actor.scope]}; select ${calls.join(', ')}`;
}

function transactionOn(connection: PostgresConnection, pool: pg.Pool): Transaction<unknown> {
  const dialect = new PostgresDialect({ pool });
  const provider = { provideConnection: <T>(use: (c: PostgresConnection) => Promise<T>): Promise<T> => use(connection) };
  const executor = new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), provider as never);
  return new Transaction<unknown>({ config: { dialect }, driver: {} as Driver, executor, dialect });
}

class PooledDatabase implements Database {
  readonly pool: pg.Pool;
  readonly direct: pg.PoolConfig;
  readonly embedded: EmbeddedServer | undefined;
  readonly #names: StatementNames;

  constructor(config: pg.PoolConfig, direct: pg.PoolConfig, embedded: EmbeddedServer | undefined, options: DatabaseOptions) {
    this.pool = new pg.Pool({
      ...config,
      types,
      max: options.poolSize ?? 20,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      application_name: 'kechuang',
      keepAlive: true,
    });
    this.direct = { ...direct, types };
    this.embedded = embedded;
    this.#names = new StatementNames(options.namedStatements ?? (process.env.KECHUANG_NO_NAMED_STATEMENTS ?? '') === '');
    // An idle connection that the server closed is dropped by the pool; the next request opens another.
    this.pool.on('error', () => {});
    // Between being taken and being watched a connection may die as well, and an unheard error would end the process.
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** A started transaction. Nothing has been done yet, so a lost connection is simply tried again while the server comes back. */
  async #begin(sql: string): Promise<pg.PoolClient> {
    const deadline = performance.now() + 5_000;
    for (let pause = 20; ; pause = Math.min(pause * 2, 400)) {
      let client: pg.PoolClient | undefined;
      try {
        client = await this.pool.connect();
        await client.query(sql);
        return client;
      } catch (error) {
        client?.release(true);
        if (!isConnectionLoss(error)) throw error;
        if (performance.now() + pause > deadline) throw unavailable();
        await wait(pause);
      }
    }
  }

  async #once<T>(actor: Actor, options: TransactionOptions, work: (db: Transaction<unknown>) => Promise<T>): Promise<T> {
    const client = await this.#begin(openingSql(actor, options));
    const broken = { yes: false };
    const note = (): void => {
      broken.yes = true;
    };
    client.on('error', note);
    let finishing = false;
    try {
      const db = transactionOn(new PostgresConnection(client, this.#names), this.pool);
      const result = await work(db);
      const last = await options.beforeCommit?.(db);
      finishing = true;
      const outcome: unknown = await client.query(last === undefined ? 'commit' : `${last}; commit`);
      assertCommitted(outcome);
      return result;
    } catch (error) {
      if (isConnectionLoss(error)) {
        broken.yes = true;
        if (finishing) throw outcomeUnknown();
        throw unavailable();
      }
      await client.query('rollback').catch(note);
      throw error;
    } finally {
      client.off('error', note);
      client.release(broken.yes);
    }
  }

  async withActor<T>(actor: Actor, options: TransactionOptions, work: (db: Transaction<unknown>) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(actor, options, work);
      } catch (error) {
        if (!isRetryable(error) || attempt >= (options.retries ?? 3)) throw error;
        await wait(10 * 2 ** attempt * (1 + Math.random()));
      }
    }
  }

  withSystem<T>(root: string, work: (db: Transaction<unknown>) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.withActor(systemActor(root), options, work);
  }

  async withOwner<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const client = new pg.Client({ ...this.direct, application_name: 'kechuang-owner' });
    await client.connect().catch((error: unknown) => {
      throw refusalOfConnecting(error) ?? error;
    });
    client.on('error', () => {});
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.embedded?.stop();
  }
}

/** A transaction that failed inside answers `commit` with a rollback and no error; that must not pass for success. */
function assertCommitted(outcome: unknown): void {
  const last = (Array.isArray(outcome) ? outcome.at(-1) : outcome) as { command?: string } | undefined;
  if (last?.command !== 'COMMIT') throw new Error('the transaction had failed before its commit: an error inside it was swallowed');
}

const outcomeUnknown = (): Refusal =>
  new Refusal('OUTCOME_UNKNOWN', '保存时与数据库的连接中断，不能确定是否已保存。请刷新页面核对后再操作，以免重复。', { status: 503 });

async function checkServer(database: Database): Promise<void> {
  const facts = await database.withOwner(async (client) => {
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    return rows[0];
  });
  if (facts === undefined || facts.version < 150000 || facts.encoding !== 'UTF8') {
    throw new Refusal(
      'DATABASE_UNFIT',
      `数据库须为 PostgreSQL 15 以上、UTF8 编码；现在是 ${facts?.version ?? '未知版本'}、${facts?.encoding ?? '未知编码'}。请更换或新建数据库。`,
      { status: 503 },
    );
  }
}

const configOf = (url: string | pg.PoolConfig): pg.PoolConfig => (typeof url === 'string' ? { connectionString: url } : url);

/** Opens the database at `url`, else at DATABASE_URL, else starts the embedded one. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const url = options.url ?? (options.embedded === undefined ? process.env.DATABASE_URL : undefined);
  let database: PooledDatabase;
  if (url !== undefined && url !== '') {
    const direct = options.directUrl ?? (options.url === undefined ? process.env.KECHUANG_DIRECT_URL : undefined);
    database = new PooledDatabase(configOf(url), configOf(direct ?? url), undefined, options);
  } else {
    const server = await startEmbedded({ ...(options.say === undefined ? {} : { say: options.say }), ...options.embedded });
    database = new PooledDatabase({ ...server.connection }, { ...server.connection }, server, options);
  }
  try {
    await checkServer(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
