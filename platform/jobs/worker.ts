// Runs jobs in the server's own process, from the queue in the database.
import { type ParsedCronItem, parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { systemActor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { runInContext, type Services } from '../http/context.ts';
import type { Job, JobContext } from './job.ts';
import { queueLogger } from './logger.ts';
import { isDue } from './schedule.ts';

export interface JobsOptions {
  readonly services: Services;
  readonly jobs: readonly Job[];
  /** Roots for which scheduled jobs run. */
  readonly roots: readonly string[];
  readonly concurrency?: number;
}

export interface JobsRunner {
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

interface Envelope {
  readonly root?: string;
  readonly account?: string;
  readonly payload?: unknown;
}

function contextOf(services: Services, envelope: Envelope): JobContext {
  if (typeof envelope?.root !== 'string') throw new Error('a job without a root: enqueue it through the context');
  const actor = systemActor(envelope.root);
  return {
    ...services,
    root: envelope.root,
    account: envelope.account ?? actor.accountId,
    actor,
    inContext: (work, options) =>
      runInContext(
        services,
        actor,
        { writes: options?.writes ?? true, ...(options?.statementMs === undefined ? {} : { statementMs: options.statementMs }) },
        work,
      ),
  };
}

function taskList(services: Services, jobs: readonly Job[]): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    if (tasks[job.name] !== undefined) throw new Error(`two jobs are called ${job.name}`);
    tasks[job.name] = async (envelope) => {
      const started = performance.now();
      try {
        await job.run((envelope as Envelope).payload, contextOf(services, envelope as Envelope));
        services.log.info({ job: job.name, ms: Math.round(performance.now() - started) }, 'job');
      } catch (error) {
        services.log.error({ job: job.name, err: error }, 'job failed');
        throw error;
      }
    };
  }
  return tasks;
}

function cronItems(jobs: readonly Job[], roots: readonly string[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.flatMap((job) => {
      const { schedule } = job;
      if (schedule === undefined) return [];
      return roots.map((root) => ({
        task: job.name,
        identifier: `${job.name}:${root}`,
        match: (minute: { min: number; hour: number; date: number; month: number }) => isDue(schedule, minute, new Date().getUTCFullYear()),
        payload: { root, payload: null },
        // A server that was down at the time catches up when it comes back within half a day.
        options: { backfillPeriod: 43_200_000, maxAttempts: 8 },
      }));
    }),
  );
}

/** A pool of its own on the direct address: LISTEN does not pass a pooler. */
function queuePool(database: Database, size: number): pg.Pool {
  const pool = new pg.Pool({ ...database.direct, max: size, application_name: 'kechuang-jobs' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const noPreparedStatements = (): boolean => (process.env.KECHUANG_NO_NAMED_STATEMENTS ?? '') !== '';

export async function startJobs(options: JobsOptions): Promise<JobsRunner> {
  const { services, jobs, roots, concurrency = 2 } = options;
  const pool = queuePool(services.database, concurrency + 2);
  let runner: Runner;
  try {
    runner = await run({
      pgPool: pool,
      taskList: taskList(services, jobs),
      parsedCronItems: cronItems(jobs, roots),
      concurrency,
      pollInterval: 2_000,
      noHandleSignals: true,
      noPreparedStatements: noPreparedStatements(),
      logger: queueLogger(services.log),
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Runs every job that is due and returns; for tests and the command line. */
export async function runDueJobs(services: Services, jobs: readonly Job[]): Promise<void> {
  const pool = queuePool(services.database, 4);
  try {
    await runOnce({ pgPool: pool, taskList: taskList(services, jobs), noHandleSignals: true, logger: queueLogger(services.log) });
  } finally {
    await pool.end();
  }
}

export interface QueueState {
  readonly waiting: number;
  /** Given up after all tries. */
  readonly failed: readonly { readonly job: string; readonly tries: number; readonly error: string }[];
}

export function queueState(database: Database): Promise<QueueState> {
  return database.withOwner(async (client) => {
    const waiting = await client.query<{ count: string }>('select count(*) from graphile_worker.jobs where attempts < max_attempts');
    const failed = await client.query<{ job: string; tries: number; error: string | null }>(
      `select task_identifier as job, attempts as tries, last_error as error from graphile_worker.jobs where attempts >= max_attempts order by updated_at desc limit 50`,
    );
    return {
      waiting: Number(waiting.rows[0]?.count ?? 0),
      failed: failed.rows.map((row) => ({ job: row.job, tries: row.tries, error: (row.error ?? '').split('\n')[0] ?? '' })),
    };
  });
}
