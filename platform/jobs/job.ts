// A job is work that runs later or on a clock, after the transaction that wanted it.
import type { Actor } from '../actor.ts';
import type { ActionContext } from '../http/action.ts';
import type { Services } from '../http/context.ts';

export interface JobContext extends Services {
  /** Root region the job was enqueued for. */
  readonly root: string;
  /** Account that enqueued it; the nil UUID for the clock. */
  readonly account: string;
  /** The system's actor of the root. */
  readonly actor: Actor;
  /** One transaction as the system, with audit lines and further jobs. A long job takes several of them. */
  inContext<T>(
    work: (context: ActionContext) => Promise<T>,
    options?: { readonly writes?: boolean; readonly statementMs?: number },
  ): Promise<T>;
}

/** Times are Asia/Shanghai. */
export type Schedule =
  | { readonly at: string; readonly weekdays?: readonly number[]; readonly monthDays?: readonly number[] }
  | { readonly everyMinutes: number };

export interface Job<P = unknown> {
  /** `module.verb`, e.g. `collection.remind`. */
  readonly name: string;
  /** May run twice after a crash, so it must be safe to repeat. A thrown error means another try later. */
  run(payload: P, context: JobContext): Promise<void>;
  /** Also runs by the clock, once for each root, with a null payload. */
  readonly schedule?: Schedule;
}

/** Declares a job with the type of its payload. */
export const job = <P>(declaration: Job<P>): Job => declaration as Job;
