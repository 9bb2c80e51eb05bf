// The digest of many rows: bulk work writes one line for its batch, and the digest binds every row to it.
import { createHash } from 'node:crypto';
import { canonical } from './line.ts';

/** `const digest = new RowDigest(); for (row of rows) digest.add(row); context.trail(…, digest.finish())` */
export class RowDigest {
  readonly #hash = createHash('sm3');
  #rows = 0;

  add(row: unknown): void {
    this.#rows++;
    this.#hash.update(JSON.stringify(canonical(row))).update('\n');
  }

  finish(): { readonly rows: number; readonly digest: string } {
    return { rows: this.#rows, digest: `sm3:${this.#hash.digest('hex')}` };
  }
}
