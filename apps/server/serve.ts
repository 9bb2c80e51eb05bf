// Puts the product together and runs it: platform, demonstration, jobs and the HTTP server, in this order, and back.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constraintMessages as accounts, type DemoSignIn, demoSignIns, sessionReader } from '#modules/accounts/contract.ts';
import { constraintMessages as funds } from '#modules/funds/contract.ts';
import { constraintMessages as registry } from '#modules/registry/contract.ts';
import { constraintMessages as review } from '#modules/review/contract.ts';
import type { Config } from '#platform/config.ts';
import { buildServer } from '#platform/http/server.ts';
import { startJobs } from '#platform/jobs/worker.ts';
import { makeLog } from '#platform/log/log.ts';
import { openPlatform, type Platform } from '#platform/open.ts';
import { stopPaper } from '#platform/paper/pdf.ts';
import { Refusal } from '#platform/refusal.ts';
import { actions } from './actions.ts';
import { jobs } from './jobs.ts';
import { migrations } from './migrations.ts';
import { pages } from './pages.ts';
import { rootOf } from './root-of.ts';
import { isEmptyRoot, seedDemonstration } from './seed.ts';

export interface ServeOptions {
  /** Fills an empty database with the demonstration. */
  readonly demo: boolean;
  readonly say: (notice: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** Empty where the data are real. */
  readonly signIns: readonly DemoSignIn[];
  /** Answers what has been asked, ends jobs, stops the embedded database. */
  close(): Promise<void>;
}

/** Names of constraints and what to say, from every module. */
const constraintMessages = { ...accounts, ...registry, ...funds, ...review };

/** The built browser application: beside the bundle, or under dist/ when run from the sources. */
function webDir(): string | undefined {
  return ['../web/', '../../dist/web/']
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((dir) => existsSync(path.join(dir, 'index.html')));
}

async function listen(platform: Platform, root: string): Promise<{ url: string; close(): Promise<void> }> {
  const { config, services } = platform;
  const staticDir = webDir();
  const app = await buildServer({
    ...services,
    actions,
    pages,
    sessionReader: sessionReader(services.database, services.now),
    root,
    constraintMessages,
    trustProxy: config.trustProxy,
    secureCookies: config.secureCookies,
    ...(staticDir === undefined ? {} : { staticDir }),
  });
  try {
    const url = await app.listen({ host: config.host, port: config.port });
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Refusal('PORT_IN_USE', `端口 ${config.port} 已被其他程序占用，请停止它，或用 KECHUANG_PORT 另选端口。`, { status: 409 });
  }
}

export async function startServer(config: Config, options: ServeOptions): Promise<RunningServer> {
  const root = rootOf(config);
  // Log lines go to standard error, so that standard output stays for people.
  const platform = await openPlatform(config, { migrations, say: options.say, log: makeLog({ to: process.stderr }) });
  const closing: (() => Promise<void>)[] = [() => platform.close(), stopPaper];
  // Closed in the reverse order of opening, also when a later step of the start fails.
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { database, services, migrated } = platform;
    if (migrated.length > 0) options.say(`数据库已升级：${migrated.length} 步。`);
    if (options.demo && (await isEmptyRoot(database, root))) {
      options.say('数据库是空的，正在载入演示数据（均为虚构）……');
      await seedDemonstration({ database, files: services.files, root, now: new Date(), say: options.say });
    }
    const runner = await startJobs({ services, jobs, roots: [root] });
    closing.push(() => runner.stop());
    const listening = await listen(platform, root);
    closing.push(() => listening.close());
    const signIns = await database.withSystem(root, (db) => demoSignIns(db, root), { readOnly: true });
    return { url: listening.url, signIns, close };
  } catch (error) {
    await close();
    throw error;
  }
}
