// Transactions with an actor's bounds: isolation between regions, recovery, honest failures.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countyActor, idOf, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { specimenMigration } from '#testing/specimen.ts';
import { publicActor } from '../actor.ts';
import { openDatabase, openingSql } from './database.ts';
import { uuidv7 } from './uuid.ts';

let database: TestDatabase;
const north = countyActor('北区科员', '990102');
const south = countyActor('南区科员', '990103');
const firm = partyActor('企业用户', idOf('firm'));

const add = (name: string, region: string, more: { party?: string; published?: boolean; root?: string } = {}) =>
  sql`insert into specimen.item (root, id, region, party, name, made, published)
      values (${more.root ?? ROOT}, ${uuidv7()}, ${region}, ${more.party ?? null}, ${name}, now(), ${more.published ?? false})`;
const regionsSeen = async (actor: typeof north): Promise<string[]> => {
  const { rows } = await database.withActor(actor, { readOnly: true }, (db) =>
    sql<{ region: string }>`select region from specimen.item order by name`.execute(db),
  );
  return rows.map((row) => row.region);
};

beforeAll(async () => {
  database = await makeDatabase({ migrations: [specimenMigration], poolSize: 12 });
  await database.withSystem(ROOT, async (db) => {
    await add('甲', '990102').execute(db);
    await add('乙', '990103', { party: idOf('firm') }).execute(db);
    await add('丙', '990103', { published: true }).execute(db);
  });
  await database.withSystem('880100', (db) => add('外市', '880102', { root: '880100', published: true }).execute(db));
});
afterAll(() => database.close());

describe('bounds', () => {
  it('show each scope its rows of its root and nothing else', async () => {
    expect(await regionsSeen(makeActor('市局'))).toEqual(['990103', '990102', '990103']);
    expect(await regionsSeen(firm)).toHaveLength(2);
    expect(await regionsSeen(publicActor(ROOT) as typeof north)).toEqual(['990103']);
    expect(await regionsSeen(makeActor('审计员', { scope: 'none' }))).toEqual(['990103']);
    expect(await regionsSeen(makeActor('无区划', { scope: 'regions', regions: [] }))).toEqual(['990103']);
  });

  it('hold for 32 sessions of two regions at once, on connections that they share', async () => {
    const sessions = Array.from({ length: 32 }, async (_, index) => {
      const actor = index % 2 === 0 ? north : south;
      for (let at = 0; at < 12; at++) {
        const seen = new Set(await regionsSeen(actor));
        expect(seen).toEqual(new Set(index % 2 === 0 ? ['990102', '990103'] : ['990103']));
        const own = index % 2 === 0 ? '990102' : '990103';
        await database.withActor(actor, {}, (db) => add(`会话${index}-${at}`, own).execute(db));
        const foreign = index % 2 === 0 ? '990103' : '990102';
        await expect(database.withActor(actor, {}, (db) => add(`越界${index}-${at}`, foreign).execute(db))).rejects.toThrow(
          /row-level security/,
        );
      }
    });
    await Promise.all(sessions);
    const unpublished = await database.withActor(north, {}, (db) =>
      sql<{ n: number }>`select count(*)::int as n from specimen.item where region <> '990102' and not published`.execute(db),
    );
    expect(unpublished.rows[0]?.n).toBe(0);
  });

  it('keep a row from being moved out of reach or into another root', async () => {
    const move = (set: string) =>
      database.withActor(north, {}, (db) => sql.raw(`update specimen.item set ${set} where name = '甲'`).execute(db));
    await expect(move(`region = '990103'`)).rejects.toThrow(/row-level security/);
    await expect(move(`root = '880100'`)).rejects.toThrow(/row-level security/);
    const missed = await database.withActor(south, {}, (db) => sql`update specimen.item set name = '改' where name = '甲'`.execute(db));
    expect(missed.numAffectedRows).toBe(0n);
  });

  it('survive values that would break out of their quotes, and end with the transaction', async () => {
    const sly = makeActor(`'; drop table specimen.item; --`, { regions: [`990102','x`], scope: 'regions', officeName: '\\' });
    expect(openingSql(sly, {})).toContain(`'990102'',''x'`);
    expect(await regionsSeen(sly)).toEqual(['990103']);
    const client = await database.pool.connect();
    const { rows } = await client.query(`select current_setting('kechuang.root', true) as root, current_user as me`);
    client.release();
    expect(rows[0]).toMatchObject({ root: '' });
    expect(rows[0]?.me).not.toBe('kechuang_app');
  });

  it('let nothing be written in a read-only transaction', async () => {
    await expect(database.withActor(north, { readOnly: true }, (db) => add('读', '990102').execute(db))).rejects.toThrow(/read-only/);
  });
});

describe('values', () => {
  it('come back exact and without a shifted day', async () => {
    const { rows } = await database.withSystem(ROOT, (db) =>
      sql`select 9007199254740993::bigint as big, 0.10::numeric(18,2) as money, date '2026-03-01' as day, array[1.10, 2]::numeric[] as list,
                 array[date '2026-01-01'] as days, timestamptz '2026-03-01 00:00+08' as at`.execute(db),
    );
    expect(rows[0]).toEqual({
      big: '9007199254740993',
      money: '0.10',
      day: '2026-03-01',
      list: ['1.10', '2'],
      days: ['2026-01-01'],
      at: new Date('2026-02-28T16:00:00Z'),
    });
  });

  it('stream through a cursor', async () => {
    let count = 0;
    await database.withSystem(ROOT, async (db) => {
      const query = sql<{ n: number }>`select n from generate_series(1, 2500) n where n > ${10}`.compile(db);
      for await (const { rows } of db.getExecutor().stream<{ n: number }>(query, 1000)) count += rows.length;
    });
    expect(count).toBe(2490);
  });
});

describe('failures', () => {
  it('do the work again after a deadlock', async () => {
    await database.withSystem(ROOT, async (db) => {
      for (const name of ['锁一', '锁二']) await add(name, '990102').execute(db);
    });
    const meet: { first?: () => void; second?: () => void } = {};
    const both = [
      new Promise<void>((resolve) => {
        meet.first = resolve;
      }),
      new Promise<void>((resolve) => {
        meet.second = resolve;
      }),
    ];
    let runs = 0;
    const lock = (order: string[], arrive: (() => void) | undefined) =>
      database.withSystem(ROOT, async (db) => {
        runs++;
        const touch = (name: string) => sql`update specimen.item set made = now() where name = ${name}`.execute(db);
        await touch(order[0] ?? '');
        arrive?.();
        await Promise.all(both);
        await touch(order[1] ?? '');
      });
    await Promise.all([lock(['锁一', '锁二'], meet.first), lock(['锁二', '锁一'], meet.second)]);
    expect(runs).toBe(3);
  });

  it('never take a swallowed error for success', async () => {
    const swallowing = database.withSystem(ROOT, async (db) => {
      await sql`select 1 / 0`.execute(db).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow('swallowed');
  });

  it('stop what takes too long', async () => {
    await expect(database.withActor(north, { statementMs: 100 }, (db) => sql`select pg_sleep(5)`.execute(db))).rejects.toMatchObject({
      code: '57014',
    });
  });

  it('answer 503 when the connection is lost in the middle, and go on with a new one', async () => {
    const cut = database.withSystem(ROOT, async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await database.withOwner((client) => client.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
      await sql`select 1`.execute(db);
    });
    await expect(cut).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
    await database.withOwner((client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`),
    );
    expect(await regionsSeen(firm)).not.toEqual([]);
  });

  it('say so when there is no database, and when it is unfit', async () => {
    await expect(openDatabase({ url: { host: '/nowhere', database: 'x', user: 'x' } })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    });
    await expect(openDatabase({ url: { ...database.direct, database: 'missing' } })).rejects.toMatchObject({ code: 'DATABASE_MISSING' });
  });
});

it('names frequent statements, and does without where it must', async () => {
  const named = async (of: TestDatabase | Awaited<ReturnType<typeof openDatabase>>) =>
    of.withSystem(ROOT, async (db) => {
      for (let at = 0; at < 5; at++) await sql`select ${at}::int as x`.execute(db);
      return (
        (await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements where name like 'kc_%'`.execute(db)).rows[0]?.n ?? 0
      );
    });
  expect(await named(database)).toBeGreaterThan(0);
  const plain = await openDatabase({ url: { ...database.direct, database: database.name }, namedStatements: false, poolSize: 1 });
  expect(await named(plain)).toBe(0);
  await plain.close();
});
