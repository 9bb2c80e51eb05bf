// Loads past messages set-based.
import type { Transaction } from 'kysely';
import { copyRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';

export interface PastMessage {
  readonly root: string;
  readonly region: string;
  readonly party: string;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly at: Date;
}

const columns = ['id', 'root', 'region', 'party', 'title', 'body', 'href', 'at'];

export async function loadMessages(db: Transaction<unknown>, messages: Iterable<PastMessage>): Promise<number> {
  function* rows() {
    for (const { root, region, party, title, body, href, at } of messages) yield [uuidv7(), root, region, party, title, body, href, at];
  }
  return copyRows(db, 'correspondence.message', columns, rows());
}
