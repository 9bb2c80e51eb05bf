// The audit trail: lines in the same transaction, one linear chain a root, and every kind of tampering found.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { listTrail } from './read.ts';
import { RowDigest } from './row-digest.ts';
import { trailRoots, verifyTrail } from './verify.ts';

let test: TestApp;
const subject = { kind: 'case', id: 'c1' };

beforeAll(async () => {
  test = await makeApp();
});
afterAll(() => test.close());

const clerkOf = (root: string) => makeActor('王科员', { root });

async function write(root: string, count: number): Promise<void> {
  for (let at = 1; at <= count; at++) {
    await test.run(clerkOf(root), (context) =>
      context.trail(`第${at}次办理`, subject, { at, note: "it's \\ “引号”\n", nothing: undefined }),
    );
  }
}

/** As someone with the keys of the database itself would: triggers off. */
const tamper = (statement: string): Promise<unknown> =>
  test.database.withOwner((client) => client.query(`set session_replication_role = replica; ${statement}`));

const verify = (root: string) => verifyTrail(test.database, root, test.trailKey);

describe('writing', () => {
  it('links lines of one transaction and of many, and holds', async () => {
    await write('100001', 3);
    await test.run(clerkOf('100001'), async (context) => {
      await context.trail('受理', subject);
      await context.trail('办结', subject, { amount: 12n, day: new Date(0), ratio: 0.1, odd: 'a\u0000b\ud800' });
    });
    expect(await verify('100001')).toMatchObject({ root: '100001', lines: 5, holds: true, broken: null });
    expect(await trailRoots(test.database)).toContain('100001');
  });

  it('leaves no line when the transaction fails, and no gap', async () => {
    await write('100002', 1);
    const failing = test.run(clerkOf('100002'), async (context) => {
      await context.trail('不该留下', subject);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await write('100002', 1);
    expect(await verify('100002')).toMatchObject({ lines: 2, holds: true });
  });

  it('stays linear with many writers at once, on a new root as well', async () => {
    const writers = Array.from({ length: 24 }, (_, index) =>
      (async () => {
        for (let at = 0; at < 5; at++) {
          await test.run(makeActor(`员${index}`, { root: '100003' }), async (context) => {
            await context.trail('并发办理', subject, { index, at });
            await context.trail('并发办结', subject);
          });
        }
      })(),
    );
    await Promise.all(writers);
    expect(await verify('100003')).toMatchObject({ lines: 240, holds: true });
  });

  it('binds every row of a bulk by one digest, whatever the order of keys', () => {
    const digest = (rows: object[]) => {
      const made = new RowDigest();
      for (const row of rows) made.add(row);
      return made.finish();
    };
    expect(digest([{ a: 1, b: 2 }, { a: 3 }])).toEqual(digest([{ b: 2, a: 1 }, { a: 3 }]));
    expect(digest([{ a: 1 }]).digest).not.toBe(digest([{ a: 2 }]).digest);
    expect(digest([{ a: 1 }, { a: 1 }]).rows).toBe(2);
  });
});

describe('forbidding', () => {
  it('lets no one edit, delete or empty the trail, not even the owner of the tables', async () => {
    await write('100004', 2);
    for (const statement of [
      `update platform.trail set sentence = 'x'`,
      'delete from platform.trail',
      'truncate platform.trail',
      'delete from platform.trail_head',
    ]) {
      await expect(test.database.withOwner((client) => client.query(statement))).rejects.toThrow('审计记录只能追加');
      await expect(test.database.withSystem('100004', (db) => sql.raw(statement).execute(db))).rejects.toThrow(
        /permission denied|审计记录只能追加/,
      );
    }
    await expect(test.database.withSystem('100004', (db) => sql`update platform.trail_head set seq = 0`.execute(db))).rejects.toThrow(
      '审计记录只能追加',
    );
  });

  it('lets no one write in the name of another or of another root', async () => {
    const forge = (root: string) =>
      test.database.withActor(clerkOf('100004'), {}, (db) =>
        sql`insert into platform.trail values (${root}, 99, now(), gen_random_uuid(), '他人', '', 's', 'k', 'i', '{}', 'p', 'h')`.execute(
          db,
        ),
      );
    await expect(forge('100004')).rejects.toThrow(/row-level security/);
    await expect(forge('100001')).rejects.toThrow(/row-level security/);
  });

  it('shows each their own lines, and all of them to the audit administrator', async () => {
    const other = makeActor('赵科员', { root: '100004', scope: 'regions', regions: ['100005'] });
    const auditor = makeActor('审计员', { root: '100004', scope: 'none' });
    await test.run(other, (context) => context.trail('另一人办理', subject));
    const seen = (actor: typeof other) => test.run(actor, (context) => listTrail(context.db, { subject, limit: 50 }), { writes: false });
    expect((await seen(other)).rows.map((row) => row.sentence)).toEqual(['另一人办理']);
    expect((await seen(auditor)).total).toBe(3);
    expect((await seen(auditor)).rows[0]?.seq).toBe('3');
  });
});

describe('finding', () => {
  let root = '';
  let next = 200000;
  beforeEach(async () => {
    root = String(++next);
    await write(root, 6);
  });

  it('an edited line', async () => {
    await tamper(`update platform.trail set detail = jsonb_set(detail, '{at}', '99') where root = '${root}' and seq = 4`);
    expect((await verify(root)).broken).toMatchObject({ kind: 'edited', seq: '4' });
  });

  it('a time moved by a millionth of a second', async () => {
    await tamper(`update platform.trail set at = at + interval '1 microsecond' where root = '${root}' and seq = 2`);
    expect((await verify(root)).broken).toMatchObject({ kind: 'edited', seq: '2' });
  });

  it('a deleted line, also the first', async () => {
    await tamper(`delete from platform.trail where root = '${root}' and seq = 3`);
    expect((await verify(root)).broken).toEqual({ kind: 'missing', seq: '3', message: '第 3 条缺失，已被删除。' });
    await tamper(`delete from platform.trail where root = '${root}' and seq <= 2`);
    expect((await verify(root)).broken).toMatchObject({ kind: 'missing', seq: '1', message: '第 1 至 3 条缺失，已被删除。' });
  });

  it('two lines exchanged', async () => {
    await tamper(`update platform.trail set seq = case seq when 2 then 1005 when 5 then 1002 end where root = '${root}' and seq in (2, 5);
                  update platform.trail set seq = seq - 1000 where root = '${root}' and seq > 1000`);
    expect((await verify(root)).broken).toMatchObject({ kind: 'reordered', seq: '2', message: '第 2 条原为第 5 条，顺序已被调换。' });
  });

  it('lines cut off at the end, and a head moved back to hide it', async () => {
    await tamper(`delete from platform.trail where root = '${root}' and seq > 4`);
    expect((await verify(root)).broken).toMatchObject({ kind: 'truncated', seq: '5' });
    await tamper(
      `update platform.trail_head set seq = 4, hash = (select hash from platform.trail where root = '${root}' and seq = 4) where root = '${root}'`,
    );
    expect((await verify(root)).broken).toMatchObject({ kind: 'seal', seq: '4' });
  });

  it('a chain rewritten from the start without the key', async () => {
    const forged = await verifyTrail(test.database, root, Buffer.alloc(32, 9));
    expect(forged.broken).toMatchObject({ kind: 'seal' });
    await tamper(`delete from platform.trail_head where root = '${root}'`);
    expect((await verify(root)).broken).toMatchObject({ kind: 'head' });
  });
});

it('counts nothing as broken where nothing was ever written', async () => {
  const empty = await makeDatabase();
  expect(await verifyTrail(empty, '990100')).toMatchObject({ root: '990100', lines: 0, holds: true, broken: null });
  await empty.close();
});
