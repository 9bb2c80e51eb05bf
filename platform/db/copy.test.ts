// Bulk loading: whatever text comes in goes through COPY unharmed, under the actor's bounds and in the same transaction.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countyActor, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { specimenMigration } from '#testing/specimen.ts';
import { type CopyRow, copyRows, stageRows } from './copy.ts';
import { uuidv7 } from './uuid.ts';

let database: TestDatabase;
const columns = ['root', 'id', 'region', 'name', 'amount', 'made'];
const row = (name: string, region = '990102'): CopyRow => [ROOT, uuidv7(), region, name, '1.50', new Date('2026-03-01T00:00:00Z')];

beforeAll(async () => {
  database = await makeDatabase({ migrations: [specimenMigration] });
});
afterAll(() => database.close());

it('brings any text, array and object through unharmed', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
  const nasty = fc.constantFrom('\\N', '\\.', '\t', '\n', '\r\n', '\\', '', '{}', '"', "'", '\\x41', 'a\tb\\tc');
  const value = fc.oneof(text, nasty);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ t: fc.option(value), list: fc.array(value), doc: fc.dictionary(value, value, { noNullPrototype: true }) }), {
        maxLength: 20,
      }),
      async (items) => {
        const back = await database.withSystem(ROOT, async (db) => {
          const stage = await stageRows(
            db,
            { n: 'int', t: 'text', list: 'text[]', doc: 'jsonb', raw: 'bytea', yes: 'boolean' },
            items.map((item, n) => [n, item.t, item.list, item.doc, Buffer.from(item.t ?? ''), n % 2 === 0]),
          );
          return (
            await sql<{
              t: string;
              list: string[];
              doc: object;
              raw: Buffer;
              yes: boolean;
            }>`select t, list, doc, raw, yes from ${sql.raw(stage.table)} order by n`.execute(db)
          ).rows;
        });
        expect(back.map(({ t, list, doc }) => ({ t, list, doc }))).toEqual(items);
        expect(back.every((one, n) => one.raw.equals(Buffer.from(items[n]?.t ?? '')) && one.yes === (n % 2 === 0))).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

it('takes rows from a stream without holding them', async () => {
  async function* many(): AsyncGenerator<CopyRow> {
    for (let at = 0; at < 20_000; at++) yield row(`流${at}`);
  }
  expect(await database.withSystem(ROOT, (db) => copyRows(db, 'specimen.item', columns, many()))).toBe(20_000);
});

it('keeps a county within its region, and undoes all of a load that has one row outside', async () => {
  const load = database.withActor(countyActor('北区', '990102'), {}, (db) =>
    copyRows(db, 'specimen.item', columns, [row('界内'), row('界外', '990103')]),
  );
  await expect(load).rejects.toThrow(/row-level security/);
  const { rows } = await database.withSystem(ROOT, (db) => sql`select 1 from specimen.item where name = '界内'`.execute(db));
  expect(rows).toEqual([]);
});

it('leaves existing rows when told so, and counts what it inserted', async () => {
  const again = () =>
    database.withSystem(ROOT, (db) =>
      copyRows(db, 'specimen.item', columns, [row('重'), row('新')], 'on conflict (root, name) do nothing'),
    );
  expect(await again()).toBe(2);
  expect(await again()).toBe(0);
  expect(await database.withSystem(ROOT, (db) => copyRows(db, 'specimen.item', columns, []))).toBe(0);
});

it('stops with the row that cannot be stored, when its source fails, and at unknown columns', async () => {
  await expect(database.withSystem(ROOT, (db) => copyRows(db, 'specimen.item', columns, [row('好'), row('坏\0')]))).rejects.toThrow(
    '第 2 行',
  );
  const failing = (function* (): Generator<CopyRow> {
    yield row('一');
    throw new Error('source failed');
  })();
  await expect(database.withSystem(ROOT, (db) => copyRows(db, 'specimen.item', columns, failing))).rejects.toThrow('source failed');
  await expect(database.withSystem(ROOT, (db) => copyRows(db, 'specimen.item', ['nothing'], [['x']]))).rejects.toThrow('no column nothing');
  expect(await database.withSystem(ROOT, async (db) => (await sql<{ one: number }>`select 1 as one`.execute(db)).rows[0]?.one)).toBe(1);
});
