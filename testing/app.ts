// A whole server for a test: real routes, real database, a clock to set, and a client for each actor.
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type Logger, pino } from 'pino';
import type { Actor } from '../platform/actor.ts';
import type { Migration } from '../platform/db/migration.ts';
import { DirectoryStore } from '../platform/files/directory-store.ts';
import type { Action, ActionContext } from '../platform/http/action.ts';
import { type RunOptions, runInContext, type Services } from '../platform/http/context.ts';
import { buildServer, type ServerOptions } from '../platform/http/server.ts';
import { SESSION_COOKIE, type SessionReader } from '../platform/http/session.ts';
import { ROOT } from './actors.ts';
import { type Clock, makeClock } from './clock.ts';
import { makeDatabase, type TestDatabase } from './database.ts';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: T;
  readonly text: string;
  readonly bytes: Buffer;
}

export interface UploadBody {
  readonly fileName: string;
  readonly content: Buffer | string;
  readonly contentType?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Client {
  get<T = unknown>(path: string): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  put<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  delete<T = unknown>(path: string): Promise<Answer<T>>;
  upload<T = unknown>(path: string, file: UploadBody): Promise<Answer<T>>;
}

export interface TestApp extends Services {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly clock: Clock;
  /** A client of an actor, or of one named in `actors`. Paths are given without `/api`. */
  as(actor: Actor | string): Client;
  readonly anonymous: Client;
  /** Runs code in a context as a handler would. */
  run<T>(actor: Actor, work: (context: ActionContext) => Promise<T>, options?: Partial<RunOptions>): Promise<T>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly actions?: readonly Action[];
  readonly migrations?: readonly Migration[];
  readonly actors?: Readonly<Record<string, Actor>>;
  /** The real reader instead of the one that knows the test's actors. */
  readonly sessionReader?: SessionReader;
  readonly database?: TestDatabase;
  readonly server?: Partial<ServerOptions>;
}

const silent: Logger = pino({ level: process.env.KECHUANG_TEST_LOG ?? 'silent' });

function multipart(file: UploadBody): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----kechuang-test-boundary';
  const field = ([name, value]: [string, string]): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.fileName}"\r\ncontent-type: ${file.contentType ?? 'application/octet-stream'}\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(
      Object.entries(file.fields ?? {})
        .map(field)
        .join('') + head,
    ),
    Buffer.from(file.content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

function clientOf(app: FastifyInstance, token: string | undefined): Client {
  const send = async <T>(options: InjectOptions): Promise<Answer<T>> => {
    const answer = await app.inject({ ...options, ...(token === undefined ? {} : { cookies: { [SESSION_COOKIE]: token } }) });
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (json && answer.body !== '' ? JSON.parse(answer.body) : undefined) as T,
      text: answer.body,
      bytes: answer.rawPayload,
    };
  };
  const url = (at: string): string => `/api${at}`;
  const json = (body: unknown): InjectOptions =>
    body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return {
    get: (at) => send({ method: 'GET', url: url(at) }),
    post: (at, body) => send({ method: 'POST', url: url(at), ...json(body) }),
    put: (at, body) => send({ method: 'PUT', url: url(at), ...json(body) }),
    delete: (at) => send({ method: 'DELETE', url: url(at) }),
    upload: (at, file) => send({ method: 'POST', url: url(at), ...multipart(file) }),
  };
}

export async function makeApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await makeDatabase(options.migrations === undefined ? {} : { migrations: options.migrations }));
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kct-files-'));
  chmodSync(dir, 0o700);
  const clock = makeClock();
  const services: Services = {
    database,
    files: new DirectoryStore(dir),
    log: silent,
    now: clock.now,
    trailKey: Buffer.alloc(32, 7),
  };
  const known = new Map(Object.values(options.actors ?? {}).map((actor) => [actor.accountId, actor]));
  const reader: SessionReader = async (token) => known.get(token) ?? null;
  const app = await buildServer({
    ...services,
    actions: options.actions ?? [],
    sessionReader: options.sessionReader ?? reader,
    root: ROOT,
    pressure: false,
    ratePerMinute: 100_000,
    ...options.server,
  });
  return {
    ...services,
    database,
    app,
    clock,
    as: (who) => {
      const actor = typeof who === 'string' ? options.actors?.[who] : who;
      if (actor === undefined) throw new Error(`no actor called ${String(who)}`);
      known.set(actor.accountId, actor);
      return clientOf(app, actor.accountId);
    },
    anonymous: clientOf(app, undefined),
    run: (actor, work, run) => runInContext(services, actor, { writes: true, ...run }, work),
    close: async () => {
      await app.close();
      if (options.database === undefined) await database.close();
    },
  };
}
