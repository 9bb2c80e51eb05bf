// Puts the product together and runs it: database, migrations, demonstration, jobs and the HTTP server, in this order, and back.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { constraintMessages as accounts, type DemoSignIn, demoSignIns, sessionReader } from '#modules/accounts/contract.ts';
import { loadKeys } from '#platform/crypto/keys.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { defaultDataDir } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { DirectoryStore } from '#platform/files/directory-store.ts';
import type { Services } from '#platform/http/context.ts';
import { buildServer } from '#platform/http/server.ts';
import { startJobs } from '#platform/jobs/worker.ts';
import { Refusal } from '#platform/refusal.ts';
import { demonstrationCity } from '#vocabularies/regions/demonstration-city.ts';
import { actions } from './actions.ts';
import { jobs } from './jobs.ts';
import { migrations } from './migrations.ts';
import { isEmptyRoot, seedDemonstration } from './seed.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Keys, files and the embedded database; default KECHUANG_DATA, else ./data. */
  readonly dataDir?: string;
  /** Root region of the public and of sign-ins; default the demonstration city. */
  readonly root?: string;
  /** Fills an empty database with the demonstration. */
  readonly demo: boolean;
  readonly trustProxy?: boolean;
  readonly say: (notice: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  readonly isEmbedded: boolean;
  /** Empty where the data are real. */
  readonly signIns: readonly DemoSignIn[];
  /** Answers what has been asked, ends jobs, stops the embedded database. */
  close(): Promise<void>;
}

export const defaultRoot = demonstrationCity.code;

/** Names of constraints and what to say, from every module. */
const constraintMessages = { ...accounts };

/** The built browser application: beside the bundle, or under dist/ when run from the sources. */
function webDir(): string | undefined {
  return ['../web/', '../../dist/web/']
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((dir) => existsSync(path.join(dir, 'index.html')));
}

async function prepare(database: Database, root: string, options: ServeOptions): Promise<void> {
  const applied = await migrate(database, migrations);
  if (applied.length > 0) options.say(`数据库已升级：${applied.length} 步。`);
  if (!options.demo || !(await isEmptyRoot(database, root))) return;
  options.say('数据库是空的，正在载入演示数据（均为虚构）……');
  await seedDemonstration(database, root);
}

async function listen(services: Services, root: string, options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const staticDir = webDir();
  const app = await buildServer({
    ...services,
    actions,
    sessionReader: sessionReader(services.database, services.now),
    root,
    constraintMessages,
    trustProxy: options.trustProxy ?? false,
    ...(staticDir === undefined ? {} : { staticDir }),
  });
  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Refusal('PORT_IN_USE', `端口 ${options.port} 已被其他程序占用，请停止它，或用 KECHUANG_PORT 另选端口。`, { status: 409 });
  }
}

/** Log lines go to standard error, so that standard output stays for people. */
const makeLog = (): Logger => pino({ level: process.env.KECHUANG_LOG ?? 'info', base: null }, pino.destination(2));

export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const dataDir = path.resolve(options.dataDir ?? defaultDataDir());
  const root = options.root ?? defaultRoot;
  const isEmbedded = (process.env.DATABASE_URL ?? '') === '';
  const database = await openDatabase({ say: options.say, ...(isEmbedded ? { embedded: { dataDir } } : {}) });
  const closing: (() => Promise<void>)[] = [() => database.close()];
  // Closed in the reverse order of opening, also when a later step of the start fails.
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const trailKey = loadKeys(dataDir).of('trail-seal');
    const files = new DirectoryStore(path.join(dataDir, 'files'));
    const services: Services = { database, files, log: makeLog(), now: () => new Date(), trailKey };
    await prepare(database, root, options);
    const runner = await startJobs({ services, jobs, roots: [root] });
    closing.push(() => runner.stop());
    const listening = await listen(services, root, options);
    closing.push(() => listening.close());
    const signIns = await database.withSystem(root, (db) => demoSignIns(db, root), { readOnly: true });
    return { url: listening.url, dataDir, isEmbedded, signIns, close };
  } catch (error) {
    await close();
    throw error;
  }
}
