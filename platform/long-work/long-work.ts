// Long work that a person may watch and leave: what it says of itself is kept beside its own transaction, so that others can read it meanwhile.
import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../refusal.ts';

/** `says` in Chinese, what is done at the moment; `share` from 0 to 1 where it is known. */
export type Tell = (says: string, share?: number) => void;

/** What a person sees of a piece of work: `lost` when nothing has been heard of it for long, as after a crash. */
export interface Work {
  readonly id: string;
  readonly title: string;
  /** Address of the page to which it belongs; `{ref}` stands for what came of it. */
  readonly page: string;
  readonly says: string;
  readonly share: number | null;
  readonly state: 'running' | 'done' | 'refused' | 'lost';
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** Id of what came of it, such as a batch of an import. */
  readonly ref: string | null;
}

export interface NewWork {
  readonly id: string;
  readonly title: string;
  readonly page: string;
}

interface Known {
  readonly database: Database;
  readonly now: () => Date;
  readonly log: { warn(detail: object, message: string): void };
}

/** Without a sign of life for so long, work counts as lost; a sign is given every few seconds. */
const lostAfterMs = 30_000;
const beatMs = 5_000;
const flushMs = 400;
const keptDays = 3;
const shownHours = 12;

/** What came of the work, from the reply of its action: its own words and id where it has them. */
function outcomeOf(reply: unknown): { says: string; ref: string | null } {
  const { says, id } = (typeof reply === 'object' && reply !== null ? reply : {}) as { says?: unknown; id?: unknown };
  return { says: typeof says === 'string' ? says : '已完成', ref: typeof id === 'string' ? id : null };
}

export class Tracker {
  readonly #known: Known;
  readonly #actor: Actor;
  readonly #work: NewWork;
  #latest: { says: string; share: number | null } | undefined;
  #writing: Promise<void> = Promise.resolve();
  #lastWritten = 0;
  readonly #clock: NodeJS.Timeout;

  constructor(known: Known, actor: Actor, work: NewWork) {
    this.#known = known;
    this.#actor = actor;
    this.#work = work;
    this.#clock = setInterval(() => this.#flush(), flushMs);
    this.#clock.unref();
  }

  readonly tell: Tell = (says, share) => {
    this.#latest = { says, share: share === undefined ? null : Math.min(1, Math.max(0, share)) };
  };

  /** In a transaction of its own; progress is a courtesy, so a failure to tell it never harms the work. */
  async #write(set: ReturnType<typeof sql>): Promise<void> {
    try {
      await this.#known.database.withActor(this.#actor, {}, async (db) => {
        await sql`update platform.work set ${set} where root = ${this.#actor.root} and id = ${this.#work.id}`.execute(db);
      });
    } catch (error) {
      this.#known.log.warn({ err: error, work: this.#work.id }, 'progress could not be kept');
    }
  }

  #flush(): void {
    const due = performance.now() - this.#lastWritten;
    const latest = this.#latest;
    if (latest === undefined && due < beatMs) return;
    this.#latest = undefined;
    this.#lastWritten = performance.now();
    const at = this.#known.now();
    const set = latest === undefined ? sql`beat_at = ${at}` : sql`beat_at = ${at}, says = ${latest.says}, share = ${latest.share}`;
    this.#writing = this.#writing.then(() => this.#write(set));
  }

  async #end(state: 'done' | 'refused', says: string, ref: string | null): Promise<void> {
    clearInterval(this.#clock);
    await this.#writing;
    const at = this.#known.now();
    await this.#write(sql`state = ${state}, says = ${says}, share = null, ref = ${ref}, beat_at = ${at}, ended_at = ${at}`);
  }

  done(reply: unknown): Promise<void> {
    const { says, ref } = outcomeOf(reply);
    return this.#end('done', says, ref);
  }

  refused(error: unknown): Promise<void> {
    return this.#end(
      'refused',
      error instanceof Refusal ? error.message : '处理时出错，没有改动任何内容。请重试；仍不成功请联系管理员。',
      null,
    );
  }
}

/** Notes that work begins. An id that is in use already is not taken over: the work then goes on untold. */
export async function beginWork(known: Known, actor: Actor, work: NewWork): Promise<Tracker | undefined> {
  const at = known.now();
  const isNew = await known.database.withActor(actor, {}, async (db) => {
    await sql`delete from platform.work where root = ${actor.root} and account = ${actor.accountId}
      and started_at < ${new Date(at.getTime() - keptDays * 86_400_000)}`.execute(db);
    const { rows } = await sql`insert into platform.work (root, id, account, title, page, says, state, started_at, beat_at)
      values (${actor.root}, ${work.id}, ${actor.accountId}, ${work.title}, ${work.page}, '', 'running', ${at}, ${at})
      on conflict do nothing returning id`.execute(db);
    return rows.length > 0;
  });
  return isNew ? new Tracker(known, actor, work) : undefined;
}

/** The actor's own work of the last hours, newest first. */
export async function ownWork(db: Parameters<Parameters<Database['withActor']>[2]>[0], actor: Actor, now: Date): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select id, title, page, says, share::float8 as share, started_at as "startedAt", ended_at as "endedAt", ref,
      case when state = 'running' and beat_at < ${new Date(now.getTime() - lostAfterMs)} then 'lost' else state end as state
    from platform.work
    where root = ${actor.root} and account = ${actor.accountId} and started_at > ${new Date(now.getTime() - shownHours * 3_600_000)}
    order by started_at desc, id desc limit 20`.execute(db);
  return rows;
}
