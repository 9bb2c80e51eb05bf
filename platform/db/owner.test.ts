// A database server of the customer's: the owner is no superuser, and the product works all the same.
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { specimenMigration } from '#testing/specimen.ts';
import { migrations as product } from '../../apps/server/migrations.ts';
import { verifyTrail } from '../trail/verify.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { uuidv7 } from './uuid.ts';

const name = `owner_${process.pid}`;
let database: Database;

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ ...inject('cluster'), database: 'postgres' });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await asSuperuser(`create role ${name} login createrole nosuperuser`, `create database ${name} owner ${name}`);
  const { host, port } = inject('cluster');
  database = await openDatabase({ url: { host, port, user: name, database: name }, poolSize: 4 });
});
afterAll(async () => {
  await database.close();
  await asSuperuser(`drop database ${name}`);
});

it('migrates the whole product, keeps bounds and writes the trail', async () => {
  await migrate(database, [...product, specimenMigration]);
  const add = (region: string) =>
    sql`insert into specimen.item (root, id, region, name, made) values (${ROOT}, ${uuidv7()}, ${region}, ${region}, now())`;
  const north = countyActor('北区科员', '990102');
  await database.withActor(north, {}, (db) => add('990102').execute(db));
  await expect(database.withActor(north, {}, (db) => add('990103').execute(db))).rejects.toThrow(/row-level security/);
  const seen = await database.withActor(makeActor('市局'), { readOnly: true }, (db) => sql`select 1 from specimen.item`.execute(db));
  expect(seen.rows).toHaveLength(1);
  await database.withSystem(ROOT, (db) => sql`select platform.enqueue('specimen.none', '{}'::json, null, null)`.execute(db));
  expect(await verifyTrail(database, ROOT)).toMatchObject({ holds: true });
});

it('is told what the administrator has to do when it may not make the role itself', async () => {
  const poor = `poor_${process.pid}`;
  await asSuperuser(`create role ${poor} login nocreaterole`, `create database ${poor} owner ${poor}`);
  const { host, port } = inject('cluster');
  const other = await openDatabase({ url: { host, port, user: poor, database: poor }, poolSize: 1 });
  await expect(migrate(other, product)).rejects.toThrow(`GRANT kechuang_app TO "${poor}"`);
  await other.close();
  await asSuperuser(`drop database ${poor}`, `drop role ${poor}`);
});
