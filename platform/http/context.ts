// Makes the context that handlers and jobs work with, and runs them in one transaction with its audit lines.
import { sql, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/store.ts';
import type { Tell } from '../long-work/long-work.ts';
import { TrailBuffer } from '../trail/chain.ts';
import { verifyWithin } from '../trail/verify.ts';
import type { ActionContext, Peer } from './action.ts';

export interface Services {
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Logger;
  /** The server's clock; tests set it. */
  readonly now: () => Date;
  /** Key of the seals of the audit trail. */
  readonly trailKey: Buffer;
}

export interface RunOptions {
  readonly writes: boolean;
  readonly statementMs?: number;
  readonly peer?: Peer;
  readonly tell?: Tell;
  readonly setSession?: (token: string | null, expires?: Date) => void;
}

const NOWHERE: Peer = { address: '', agent: '', token: null };

/** The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1992. */
export const shanghaiDay = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Enqueues a job for the transaction's root; it becomes visible when the transaction commits. */
async function enqueueJob(
  db: Transaction<unknown>,
  job: string,
  payload: unknown,
  options: { runAt?: Date; jobKey?: string } = {},
): Promise<void> {
  const json = JSON.stringify(payload ?? null);
  await sql`select platform.enqueue(${job}, ${json}::json, ${options.runAt ?? null}::timestamptz, ${options.jobKey ?? null})`.execute(db);
}

function makeContext(
  services: Services,
  actor: Actor,
  options: RunOptions,
  db: Transaction<unknown>,
  trail: TrailBuffer,
  now: Date,
): ActionContext {
  const mustWrite = (what: string): void => {
    if (!options.writes) throw new Error(`${what} in a read-only action: declare \`writes: true\``);
  };
  return {
    db,
    actor,
    now,
    today: shanghaiDay(now),
    files: services.files,
    log: services.log,
    trail: async (sentence, subject, detail) => {
      mustWrite('an audit line');
      trail.add(sentence, subject, detail);
    },
    signTrailAs: async (who) => {
      await sql`select set_config('kechuang.account', ${who.accountId}, true)`.execute(db);
      trail.signAs(who);
    },
    verifyTrail: () => verifyWithin(db, actor.root, services.trailKey),
    enqueue: async (job, payload, when) => {
      mustWrite('a job');
      await enqueueJob(db, job, payload, when);
    },
    tell: options.tell ?? (() => {}),
    may: (permission) => actor.permissions.has(permission),
    peer: options.peer ?? NOWHERE,
    setSession: options.setSession ?? (() => {}),
  };
}

/** Runs `work` as the actor in one transaction. The audit lines are linked at its end; after a deadlock the whole work is done again. */
export function runInContext<T>(
  services: Services,
  actor: Actor,
  options: RunOptions,
  work: (context: ActionContext) => Promise<T>,
): Promise<T> {
  const now = services.now();
  let trail = new TrailBuffer(actor, now, services.trailKey);
  return services.database.withActor(
    actor,
    {
      readOnly: !options.writes,
      ...(options.statementMs === undefined ? {} : { statementMs: options.statementMs }),
      beforeCommit: (db) => trail.link(db),
    },
    async (db) => {
      trail = new TrailBuffer(actor, now, services.trailKey);
      return work(makeContext(services, actor, options, db, trail, now));
    },
  );
}
