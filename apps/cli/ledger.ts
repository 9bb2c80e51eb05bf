// The ledger of an installation opened for reading only: of this one, of a data directory, or of a database by its address.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Transaction } from 'kysely';
import { type Config, readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/database.ts';
import { Refusal } from '#platform/refusal.ts';
import { say } from './failing.ts';

/** `true` is the product's own database. */
function placeOf(where: string | true, config: Config): { readonly url: string } | { readonly dataDir: string } {
  if (where !== true && /^postgres(?:ql)?:\/\//.test(where)) return { url: where };
  if (where === true && config.databaseUrl !== undefined) return { url: config.databaseUrl };
  const dataDir = where === true ? config.dataDir : path.resolve(where);
  if (!existsSync(path.join(dataDir, 'postgres', 'PG_VERSION'))) {
    const message = `“${dataDir}”里没有科创台的数据。请用 --against 写明数据目录或 postgres:// 地址。`;
    throw new Refusal('NO_LEDGER', message, { status: 404 });
  }
  return { dataDir };
}

const isMissingTable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && ['42P01', '3F000', '42703', '22023'].includes(String(error.code));

export async function readingLedger<T>(where: string | true, root: string, work: (db: Transaction<unknown>) => Promise<T>): Promise<T> {
  const place = placeOf(where, readConfig());
  const database = await openDatabase({
    ...('url' in place ? { url: place.url } : { embedded: { dataDir: place.dataDir, join: true, say } }),
    poolSize: 2,
  });
  try {
    return await database.withSystem(root, work, { readOnly: true, statementMs: 120_000 });
  } catch (error) {
    if (!isMissingTable(error)) throw error;
    throw new Refusal('NO_LEDGER', '这个数据库里没有指标台账，或版本较旧。请先用 kechuang migrate 升级，或核对地址。', { status: 409 });
  } finally {
    await database.close();
  }
}
