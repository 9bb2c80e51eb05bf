// Jobs: enqueued with the transaction that wants them, tried again when they fail, run by the clock of Shanghai.
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { runJobs } from '#testing/jobs.ts';
import { verifyTrail } from '../trail/verify.ts';
import { job } from './job.ts';
import { isDue } from './schedule.ts';
import { queueState, startJobs } from './worker.ts';

let test: TestApp;
const clerk = makeActor('王科员');
const done: unknown[] = [];
const remind = job<{ to: string }>({
  name: 'specimen.remind',
  run: async (payload, context) => {
    await context.inContext(async (inner) => inner.trail(`提醒${payload.to}`, { kind: 'specimen', id: payload.to }));
    done.push([payload.to, context.root, context.account]);
  },
});
let tries = 0;
const stumble = job({
  name: 'specimen.stumble',
  run: async () => {
    tries++;
    if (tries < 3) throw new Error('not yet');
  },
});

beforeAll(async () => {
  test = await makeApp();
});
afterAll(() => test.close());

it('runs after the commit with the root and account that enqueued it, and never after a rollback', async () => {
  await test.run(clerk, (context) => context.enqueue('specimen.remind', { to: '甲' }));
  const failing = test.run(clerk, async (context) => {
    await context.enqueue('specimen.remind', { to: '乙' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await runJobs(test, [remind]);
  expect(done).toEqual([['甲', '990100', clerk.accountId]]);
  expect(await verifyTrail(test.database, '990100', test.trailKey)).toMatchObject({ lines: 1, holds: true });
});

it('replaces a job of the same key, and waits for its time', async () => {
  done.length = 0;
  const runAt = new Date('2026-04-01T00:00:00+08:00');
  for (const to of ['丙', '丁'])
    await test.run(clerk, (context) =>
      context.enqueue('specimen.remind', { to }, { jobKey: 'x', runAt: new Date(Date.now() + 3_600_000) }),
    );
  await runJobs(test, [remind], runAt);
  expect(done).toEqual([]);
  await runJobs(test, [remind], new Date(Date.now() + 7_200_000));
  expect(done.map((entry) => (entry as string[])[0])).toEqual(['丁']);
});

it('tries a failed job again, and knows which were given up', async () => {
  await test.run(clerk, (context) => context.enqueue('specimen.stumble', null));
  await runJobs(test, [stumble], new Date(Date.now() + 3_600_000));
  expect(tries).toBe(3);
  expect(await queueState(test.database)).toEqual({ waiting: 0, failed: [] });
});

it('keeps the queue closed to the application role except for enqueueing', async () => {
  const read = test.database.withSystem('990100', (db) => sql`select * from graphile_worker._private_jobs`.execute(db));
  await expect(read).rejects.toThrow(/permission denied/);
});

it('picks a job up at once in a running server, and again after the connection was lost', async () => {
  done.length = 0;
  const runner = await startJobs({ services: test, jobs: [remind], roots: ['990100'], concurrency: 1 });
  const until = async (count: number): Promise<void> => {
    for (let at = 0; at < 400 && done.length < count; at++) await wait(25);
  };
  await test.run(clerk, (context) => context.enqueue('specimen.remind', { to: '戊' }));
  await until(1);
  await test.database.withOwner((client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'kechuang-jobs%'`,
    ),
  );
  await test.run(clerk, (context) => context.enqueue('specimen.remind', { to: '己' }));
  await until(2);
  await runner.stop();
  expect(done.map((entry) => (entry as string[])[0])).toEqual(['戊', '己']);
});

it('counts scheduled times in Shanghai', () => {
  const utc = (month: number, date: number, hour: number, min: number) => ({ month, date, hour, min });
  expect(isDue({ at: '02:30' }, utc(3, 1, 18, 30), 2026)).toBe(true);
  expect(isDue({ at: '02:30' }, utc(3, 1, 2, 30), 2026)).toBe(false);
  expect(isDue({ at: '00:00', monthDays: [1] }, utc(2, 28, 16, 0), 2026)).toBe(true);
  expect(isDue({ at: '00:00', monthDays: [29] }, utc(2, 28, 16, 0), 2028)).toBe(true);
  expect(isDue({ at: '08:00', weekdays: [1] }, utc(3, 2, 0, 0), 2026)).toBe(true);
  expect(isDue({ everyMinutes: 15 }, utc(3, 2, 0, 45), 2026)).toBe(true);
  expect(isDue({ everyMinutes: 15 }, utc(3, 2, 0, 44), 2026)).toBe(false);
  expect(() => isDue({ at: '8:00' }, utc(3, 2, 0, 0), 2026)).toThrow();
});
