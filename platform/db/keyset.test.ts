// Pages by the last row: over all pages every row once and in order, whatever the sort, the nulls and the page size.

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { type SpecimenTables, specimenMigration } from '#testing/specimen.ts';
import { tables } from '../http/action.ts';
import { copyRows } from './copy.ts';
import { type Page, type PageOptions, page } from './keyset.ts';

let database: TestDatabase;
const names = ['甲', '乙', '阿里', '张三', 'a', 'B', '', '１', '\'"\\'];
const amounts = [null, '0.00', '1.10', '-5.00', '999999999999.99'];

beforeAll(async () => {
  database = await makeDatabase({ migrations: [specimenMigration] });
  await database.withOwner((client) =>
    client.query('alter table specimen.item drop constraint item_name_once, drop constraint amount_not_negative'),
  );
  const rows = Array.from({ length: 157 }, (_, at) => [
    ROOT,
    idOf(`row ${at}`),
    '990102',
    null,
    names[(at * 7) % names.length] ?? '',
    amounts[(at * 3) % amounts.length] ?? null,
    `2026-03-01 00:00:0${at % 3}.00000${at % 7}+08`,
    at % 2 === 0,
  ]);
  await database.withSystem(ROOT, (db) =>
    copyRows(db, 'specimen.item', ['root', 'id', 'region', 'party', 'name', 'amount', 'made', 'published'], rows),
  );
});
afterAll(() => database.close());

const options: Omit<PageOptions, 'defaultSort'> = {
  id: 'specimen.item.id',
  columns: {
    name: { ref: 'specimen.item.name', type: 'text' },
    amount: { ref: 'specimen.item.amount', type: 'numeric', nullable: true },
    made: { ref: 'specimen.item.made', type: 'timestamptz' },
    published: { ref: 'specimen.item.published', type: 'boolean' },
  },
};

const read = (sort: string, limit: number, after?: string): Promise<Page<{ id: string }>> =>
  database.withSystem(
    ROOT,
    (db) =>
      page(tables<SpecimenTables>(db), tables<SpecimenTables>(db).selectFrom('specimen.item').select('id'), {
        ...options,
        defaultSort: 'name',
        sort,
        limit,
        after,
      }),
    { readOnly: true },
  );

async function whole(sort: string): Promise<string[]> {
  const order = sort.split(',').map((part) => `${part.replace('-', '')} ${part.startsWith('-') ? 'desc' : 'asc'} nulls last`);
  const tie = sort.startsWith('-') ? 'desc' : 'asc';
  const { rows } = await database.withSystem(ROOT, (db) =>
    sql<{ id: string }>`select id from specimen.item order by ${sql.raw([...order, `id ${tie}`].join(', '))}`.execute(db),
  );
  return rows.map((row) => row.id);
}

it('gives every row once and in order for any sort and any page size', async () => {
  const column = fc.constantFrom('name', '-name', 'amount', '-amount', 'made', '-made', 'published', '-published');
  const sorts = fc.uniqueArray(column, { minLength: 1, maxLength: 3, selector: (name) => name.replace('-', '') });
  await fc.assert(
    fc.asyncProperty(sorts, fc.integer({ min: 1, max: 60 }), async (sort, limit) => {
      const text = sort.join(',');
      const seen: string[] = [];
      for (let after: string | undefined, at = 0; at < 200; at++) {
        const got = await read(text, limit, after);
        expect(got.total).toBe(157);
        seen.push(...got.rows.map((row) => row.id));
        if (got.next === null) break;
        after = got.next;
      }
      expect(seen).toEqual(await whole(text));
    }),
    { numRuns: 12 },
  );
});

it('gives the selected columns only', async () => {
  expect(Object.keys((await read('amount,-made', 3)).rows[0] ?? {})).toEqual(['id']);
});

it('refuses cursors that are forged, cut, or of another sort', async () => {
  const { next } = await read('name', 5);
  const forge = (cursor: unknown): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');
  const bad = [
    next?.slice(0, -3),
    'x',
    forge(null),
    forge({ s: 'name,', v: ['a'] }),
    forge({ s: 'name,', v: ['a', 'not a uuid'] }),
    forge({ s: 'name,', v: [null, idOf('x')] }),
  ];
  for (const cursor of bad) await expect(read('name', 5, cursor)).rejects.toMatchObject({ code: 'BAD_CURSOR', status: 400 });
  await expect(read('-name', 5, next ?? '')).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  await expect(read('made', 5, forge({ s: 'made,', v: [`2026-13-45'; drop table x`, idOf('x')] }))).rejects.toMatchObject({
    code: 'BAD_CURSOR',
  });
});

it('refuses unknown columns and limits, naming what is allowed', async () => {
  await expect(read('price', 5)).rejects.toThrow('不能按「price」排序。可用的有：name、amount、made、published。');
  await expect(read('toString', 5)).rejects.toMatchObject({ code: 'UNKNOWN_COLUMN' });
  for (const limit of [0, 201, 1.5]) await expect(read('name', limit)).rejects.toMatchObject({ code: 'BAD_LIMIT' });
});

it('uses an index for the last page as for the first', async () => {
  await database.withOwner((client) => client.query('create index on specimen.item (root, made, id); analyze specimen.item'));
  const plan = await database.withSystem(ROOT, async (db) => {
    await sql`set local enable_seqscan = off`.execute(db);
    await sql`set local enable_sort = off`.execute(db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from specimen.item
      where root = ${ROOT} and (made, id) > ('2026-03-01'::timestamptz, ${idOf('x')}::uuid) order by made, id limit 5`.execute(db);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index Cond: .*ROW\(made, id\)/);
});
