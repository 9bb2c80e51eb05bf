// Migrations: whole or not at all, once only however many servers start, never edited afterwards.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { migrations as product } from '../../apps/server/migrations.ts';
import { openDatabase } from './database.ts';
import { migrate, migrationState } from './migrate.ts';

let database: TestDatabase;
const one = { id: 'x/001-one', sql: 'create table public.one (n int);' };
const two = { id: 'x/002-two', sql: 'select pg_sleep(0.2); create table public.two (n int);' };

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());

it('finds nothing to do on a migrated database', async () => {
  expect(await migrate(database, product)).toEqual([]);
  expect((await migrationState(database, product)).applied).toHaveLength(product.length);
});

it('applies a step once when several servers start at the same moment', async () => {
  const servers = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ url: database.direct, poolSize: 1 })));
  const applied = await Promise.all(servers.map((server) => migrate(server, [...product, one, two])));
  expect(applied.map((ids) => ids.length).sort()).toEqual([0, 0, 2]);
  await Promise.all(servers.map((server) => server.close()));
});

it('refuses a step that was edited after it ran, whatever the line endings', async () => {
  await expect(migrate(database, [...product, { ...one, sql: 'create table public.other (n int);' }, two])).rejects.toThrow(
    '「x/001-one」在执行之后被改动过',
  );
  await expect(migrate(database, [...product, one, { ...two, sql: two.sql.replaceAll('\n', '\r\n') }])).resolves.toEqual([]);
});

it('refuses a database that is newer than the program, and a list with the same step twice', async () => {
  await expect(migrate(database, [...product, one])).rejects.toThrow('数据库比程序新');
  await expect(migrate(database, [...product, one, one, two])).rejects.toThrow('出现了两次');
});

it('leaves the database before a step that fails', async () => {
  const bad = { id: 'x/003-bad', sql: 'create table public.three (n int); select 1 / 0;' };
  await expect(migrate(database, [...product, one, two, bad])).rejects.toThrow('升级步骤「x/003-bad」未能执行');
  const { rows } = await database.withOwner((client) => client.query(`select to_regclass('public.three') as three`));
  expect(rows[0]).toEqual({ three: null });
  expect((await migrationState(database, [...product, one, two, bad])).pending).toEqual(['x/003-bad']);
});
