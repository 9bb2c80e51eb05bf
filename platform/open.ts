// Opens what every server and command needs: database, files, keys, log, in this order, and closes them in reverse.
import path from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type KeyRing, loadKeys } from './crypto/keys.ts';
import { type Database, openDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import type { Migration } from './db/migration.ts';
import { DirectoryStore } from './files/directory-store.ts';
import type { Services } from './http/context.ts';
import { makeLog } from './log/log.ts';
import { setMail } from './mail/mailer.ts';
import { setPaperFonts } from './paper/fonts.ts';
import { Refusal } from './refusal.ts';

export interface Platform {
  readonly config: Config;
  readonly database: Database;
  readonly files: DirectoryStore;
  readonly keys: KeyRing;
  readonly log: Logger;
  readonly services: Services;
  /** Ids of the migrations that were applied just now. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Applied before anything else when given. */
  readonly migrations?: readonly Migration[];
  /** Use the embedded database of a server that already runs instead of refusing. */
  readonly join?: boolean;
  readonly log?: Logger;
  readonly say?: (notice: string) => void;
  readonly now?: () => Date;
}

/**
 * The database remembers which key its encrypted values and seals were made with. Several servers must share one key file, and a
 * restored database needs its own.
 */
async function checkKey(database: Database, keys: KeyRing): Promise<void> {
  const known = await database.withOwner(async (client) => {
    await client.query(`insert into platform.installation (name, value) values ('key-fingerprint', $1) on conflict (name) do nothing`, [
      keys.fingerprint,
    ]);
    const { rows } = await client.query<{ value: string }>(`select value from platform.installation where name = 'key-fingerprint'`);
    return rows[0]?.value;
  });
  if (known !== keys.fingerprint) {
    throw new Refusal(
      'KEY_MISMATCH',
      '密钥文件与数据库不符：已加密的内容将无法还原。请恢复与该数据库配套的密钥文件（kechuang.key）；多台服务器须共用同一密钥文件。',
      { status: 503 },
    );
  }
}

export async function openPlatform(config: Config, options: OpenOptions = {}): Promise<Platform> {
  const log = options.log ?? makeLog();
  setPaperFonts(config.fontDir);
  setMail(config.mail);
  const say = options.say ?? ((notice: string) => log.warn(notice));
  const database = await openDatabase({
    ...(config.databaseUrl === undefined
      ? { embedded: { dataDir: config.dataDir, join: options.join ?? false, say } }
      : { url: config.databaseUrl }),
    ...(config.directUrl === undefined ? {} : { directUrl: config.directUrl }),
    poolSize: config.poolSize,
  });
  try {
    const migrated = options.migrations === undefined ? [] : await migrate(database, options.migrations);
    const keys = loadKeys(config.dataDir);
    if (options.migrations !== undefined) await checkKey(database, keys);
    const files = new DirectoryStore(path.join(config.dataDir, 'files'));
    const services: Services = { database, files, log, now: options.now ?? (() => new Date()), trailKey: keys.of('trail-seal') };
    return { config, database, files, keys, log, services, migrated, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}
