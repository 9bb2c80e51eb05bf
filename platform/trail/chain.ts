// Gathers the lines of a transaction and links them to the root's chain as its very last act (docs/decisions: the audit trail's chain).
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Actor } from '../actor.ts';
import { hmacSm3 } from '../crypto/digest.ts';
import { rawConnection } from '../db/connection.ts';
import type { TrailSubject } from '../http/action.ts';
import { canonical, genesis, hashOf, storable, type TrailLine } from './line.ts';

interface Draft {
  readonly sentence: string;
  readonly subject: TrailSubject;
  readonly detail: unknown;
}

/** The seal of a chain's last link: whoever can write to the database but has no key cannot make another. */
export const sealOf = (key: Buffer, root: string, seq: string, hash: string): string =>
  hmacSm3(key, `${root}|${seq}|${hash}`).toString('hex');

const text = (value: string): string => pg.escapeLiteral(value);

export class TrailBuffer {
  #actor: Pick<Actor, 'root' | 'accountId' | 'name' | 'officeName'>;
  readonly #at: string;
  readonly #key: Buffer;
  readonly #drafts: Draft[] = [];

  constructor(actor: Actor, now: Date, key: Buffer) {
    this.#actor = actor;
    this.#at = now.toISOString();
    this.#key = key;
  }

  add(sentence: string, subject: TrailSubject, detail: Readonly<Record<string, unknown>> = {}): void {
    this.#drafts.push({
      sentence: storable(sentence),
      subject: { kind: storable(subject.kind), id: storable(subject.id) },
      detail: canonical(detail),
    });
  }

  /** From nobody to somebody: who has just shown a right password signs the lines of that sign-in. */
  signAs(who: Pick<Actor, 'accountId' | 'name' | 'officeName'>): void {
    this.#actor = { ...who, root: this.#actor.root };
  }

  get length(): number {
    return this.#drafts.length;
  }

  /**
   * Takes the chain's lock, links the lines and returns the SQL that writes them, to be sent together with the commit: the lock is held
   * for one round trip and the commit itself. Deferred constraints are checked before the lock is taken, so that nothing waits behind it.
   */
  async link(db: Transaction<unknown>): Promise<string | undefined> {
    if (this.#drafts.length === 0) return undefined;
    const { root } = this.#actor;
    const head = await rawConnection(db, async (client) => {
      const answer = (await client.query(
        `set constraints all immediate; select seq, hash from platform.trail_head where root = ${text(root)} for update`,
      )) as unknown as pg.QueryResult<{ seq: string; hash: string }>[];
      return answer.at(-1)?.rows[0];
    });
    if (head === undefined) {
      await this.#firstHead(db);
      return this.link(db);
    }
    return this.#statement(head);
  }

  /** Two first writers of a root meet here: one inserts, the other waits for it and then finds the row. */
  async #firstHead(db: Transaction<unknown>): Promise<void> {
    const { root } = this.#actor;
    await sql`insert into platform.trail_head (root, seq, hash, seal)
      values (${root}, 0, ${genesis(root)}, ${sealOf(this.#key, root, '0', genesis(root))}) on conflict (root) do nothing`.execute(db);
  }

  #statement(head: { seq: string; hash: string }): string {
    const { root, accountId, name, officeName } = this.#actor;
    let previous = head.hash;
    let seq = BigInt(head.seq);
    const rows = this.#drafts.map((draft) => {
      seq += 1n;
      const line: TrailLine = {
        root,
        seq: String(seq),
        at: this.#at,
        account: accountId,
        name: storable(name),
        office: storable(officeName),
        sentence: draft.sentence,
        subjectKind: draft.subject.kind,
        subjectId: draft.subject.id,
        detail: draft.detail,
        previous,
      };
      const hash = hashOf(line);
      const values = [line.name, line.office, line.sentence, line.subjectKind, line.subjectId, JSON.stringify(line.detail), previous, hash];
      previous = hash;
      return `(${text(root)}, ${seq}, ${text(line.at)}, ${text(line.account)}, ${values.map(text).join(', ')})`;
    });
    return `insert into platform.trail (root, seq, at, account, name, office, sentence, subject_kind, subject_id, detail, previous, hash)
      values ${rows.join(',\n')};
      update platform.trail_head set seq = ${seq}, hash = ${text(previous)}, seal = ${text(sealOf(this.#key, root, String(seq), previous))}
      where root = ${text(root)}`;
  }
}
