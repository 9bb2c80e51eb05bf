// The move of casework's notices into the inbox, on a database that has some.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { migrations } from './store/migrations.ts';

const step = migrations.find(({ id }) => id === 'correspondence/003-notices');

/** What stood before the step, as casework had made it. */
const before = `
drop policy publicity_insert on correspondence.document;
drop policy root_update on correspondence.message;
create table casework.notice (id uuid primary key, root text not null, region text not null, party uuid not null, case_id uuid not null,
  title text not null, body text not null, at timestamptz not null, read_at timestamptz, reminds text);
alter table casework.notice enable row level security;
alter table casework.notice force row level security;
alter table casework.notice no force row level security;`;

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());

it('brings every notice and who had read it along, and leaves nothing behind', async () => {
  const [firm, clerk, one] = ['firm', 'clerk', 'case'].map(idOf);
  await database.withOwner(async (client) => {
    await client.query(before);
    await client.query(
      `insert into accounts.account (root, id, login, name, line, party, created_at, created_by) values ($1, $2, 'clerk', '文员', 'business', $3, now(), $2)`,
      [ROOT, clerk, firm],
    );
    await client.query(
      `insert into casework.notice (id, root, region, party, case_id, title, body, at, read_at, reminds) values
       ($1, $3, '990104', $4, $5, '已读的', '', now(), now(), null), ($2, $3, '990104', $4, $5, '未读的', '', now(), null, 'correction:x:1')`,
      [idOf('read'), idOf('unread'), ROOT, firm, one],
    );
    await client.query('alter table casework.notice force row level security');
    await client.query(step?.sql ?? '');
  });
  const { rows } = await database.withSystem(ROOT, async (db) => {
    const { sql } = await import('kysely');
    return sql<Record<string, unknown>>`
      select m.title, m.href, m.once, r.account from correspondence.message m
      left join correspondence.reading r on r.message = m.id order by m.once nulls first`.execute(db);
  });
  expect(rows).toEqual([
    { title: '已读的', href: `/desk/cases/${one}`, once: null, account: clerk },
    { title: '未读的', href: `/desk/cases/${one}`, once: 'correction:x:1', account: null },
  ]);
});
