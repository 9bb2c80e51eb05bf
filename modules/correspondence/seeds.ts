// Loads what was written in the past: messages and documents set-based, and what offices are told on the first morning.
import type { Transaction } from 'kysely';
import { copyRows } from '#platform/db/copy.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type CaseMove, type Composing, digestLetters, keepDocuments, messageRows } from './moves.ts';
import type { CorrespondenceSetting } from './setting.ts';
import { insertMessages } from './store/messages.ts';

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

/** Documents of past moves, numbered in the order of their days. */
export async function loadDocuments(
  db: Transaction<unknown>,
  root: string,
  moves: readonly CaseMove[],
  composing: Composing,
): Promise<number> {
  const byDay = new Map<string, CaseMove[]>();
  for (const move of moves) byDay.set(move.event.day, [...(byDay.get(move.event.day) ?? []), move]);
  let kept = 0;
  for (const [today, together] of [...byDay].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const now = new Date(together[0]?.event.at ?? today);
    kept += (await keepDocuments({ db, root, today, now }, together, composing)).length;
  }
  return kept;
}

/** What each office finds in its inbox today. */
export async function loadDigests(
  db: Transaction<unknown>,
  { root, now, today }: { readonly root: string; readonly now: Date; readonly today: string },
  { digests }: Pick<CorrespondenceSetting, 'digests'>,
): Promise<number> {
  let told = 0;
  for (const source of digests)
    told += (await insertMessages(db, messageRows(root, now, digestLetters(await source(db, root, today), today)))).size;
  return told;
}
