// An action is one verb of a module: its address, permission, input, reply, audit sentence and handler in one value.
import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Static, TSchema } from 'typebox';
import type { Actor } from '../actor.ts';
import type { FileStore } from '../files/store.ts';
import type { Tell } from '../long-work/long-work.ts';
import type { Refusal } from '../refusal.ts';
import type { TrailVerdict } from '../trail/verify.ts';

/** A stream or buffer sent as it is: downloads. */
export interface Download {
  readonly kind: 'download';
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer | NodeJS.ReadableStream;
  /** Shown in the browser instead of saved; for kinds that cannot run scripts (PDF, images). */
  readonly inline?: boolean;
}

/** Where a request came from. */
export interface Peer {
  readonly address: string;
  readonly agent: string;
  /** Token of the session cookie as sent; null without one. */
  readonly token: string | null;
}

/** One uploaded file, already limited in size and stored by content hash. */
export interface Upload {
  readonly fileName: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly size: number;
  /** Other fields of the same multipart form. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a subject of the audit trail is: kind such as `party`, `case`, `account`, and its id. */
export interface TrailSubject {
  readonly kind: string;
  readonly id: string;
}

/**
 * What a handler works with. All reads and writes go through `db`, one transaction under row-level security with the actor's bounds; it
 * commits when the handler returns and rolls back when it throws.
 */
export interface ActionContext {
  readonly db: Transaction<unknown>;
  readonly actor: Actor;
  /** The server's clock: the only one that decides. */
  readonly now: Date;
  /** The calendar day of `now` in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  readonly files: FileStore;
  readonly log: Logger;
  /** Adds a line to the hash-chained audit trail in this transaction. Changes and reasoned unmasking must call it. */
  trail(sentence: string, subject: TrailSubject, detail?: Readonly<Record<string, unknown>>): Promise<void>;
  /** The audit lines of this transaction are this account's: for a sign-in, whose actor is nobody yet. */
  signTrailAs(who: Pick<Actor, 'accountId' | 'name' | 'officeName'>): Promise<void>;
  /** Walks the trail of the actor's root from its first line to its sealed head. */
  verifyTrail(): Promise<TrailVerdict>;
  /** Enqueues a job in this transaction; it runs only if the transaction commits. */
  enqueue(job: string, payload: unknown, options?: { runAt?: Date; jobKey?: string }): Promise<void>;
  /** Says how far long work has come; nobody may be listening. */
  readonly tell: Tell;
  /** True when the actor holds the permission. */
  may(permission: string): boolean;
  /** Where the request came from; empty for jobs and the command line. */
  readonly peer: Peer;
  /** Sets the session cookie once the transaction has committed; null removes it. */
  setSession(token: string | null, expires?: Date): void;
}

/** The form of an interface that was published before us: the handler checks the body itself, and refusals look as that form says. */
export interface OwnForm {
  readonly maxBytes: number;
  readonly error: TSchema;
  readonly refusal: (refusal: Refusal) => unknown;
}

export interface ActionShape {
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
}

type Of<T extends TSchema | undefined> = T extends TSchema ? Static<T> : undefined;

export interface ActionInput<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | undefined> {
  readonly params: Of<P>;
  readonly query: Of<Q>;
  readonly body: Of<B>;
  /** Present only when `upload` is declared. */
  readonly upload: Upload | null;
}

export interface Action<
  P extends TSchema | undefined = TSchema | undefined,
  Q extends TSchema | undefined = TSchema | undefined,
  B extends TSchema | undefined = TSchema | undefined,
> {
  /** `module.verb`, e.g. `registry.merge-parties`; also the OpenAPI operation id. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path under `/api`, e.g. `/registry/parties/:id`. */
  readonly path: string;
  /** One sentence in Chinese for the documentation and the table of permissions. */
  readonly summary: string;
  /** A permission name, `signed-in` for any account, or `public` for anyone. There is no default. */
  readonly permission: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** JSON reply; absent for downloads. Undeclared fields are stripped, so nothing leaks by accident. */
  readonly reply?: TSchema;
  /** Takes a multipart upload of one file named `file`: allowed extensions and the size limit in bytes. */
  readonly upload?: { readonly extensions: readonly string[]; readonly maxBytes: number };
  /** With it `body` only documents what is read. */
  readonly form?: OwnForm;
  /**
   * Title of the work, where it may take long: a client that sends an id with its request can then watch it, leave, and learn what came of it
   * (`../long-work/`). The reply's `says` and `id` are kept as its outcome.
   */
  readonly long?: string;
  /** Requests a minute for each account or address; the server's default otherwise. */
  readonly rate?: number;
  /** Longest time for one statement of the handler, in seconds; default 30. For imports and large exports. */
  readonly statementSeconds?: number;
  /** A change: runs read-write. Reads run in a read-only transaction. Default: method is not GET. */
  readonly writes?: boolean;
  handle(context: ActionContext, input: ActionInput<P, Q, B>): Promise<unknown>;
}

/** Declares an action; the types of params, query and body reach the handler. */
export function action<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(declaration: Action<P, Q, B>): Action {
  return declaration as unknown as Action;
}

/** The same transaction, seen with one module's tables. */
export function tables<T>(db: Transaction<unknown> | Kysely<unknown>): Kysely<T> {
  return db as unknown as Kysely<T>;
}
