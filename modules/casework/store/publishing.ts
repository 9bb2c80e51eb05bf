// Lays cases open: those of a call that come to their public notice together make one list with one title and number.
import { dueOn } from '#kernel/stages/clock.ts';
import type { PublicNoticeStage } from '#kernel/stages/public-notice.ts';
import { publicityNumbers } from '#modules/correspondence/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { MadeMove } from '../model/correspondence.ts';
import { noticeStageOf, type PublicationText, publicBody, usualText } from '../model/publication.ts';
import type { CaseworkSetting, Declared } from '../setting.ts';
import type { PublicationRow } from './publication-tables.ts';
import { findText, insertPublications } from './publications.ts';
import type { CaseRow } from './tables.ts';

/** Last day of the public notice that a move has led to; null for all other moves. */
function laidOpenUntil(move: MadeMove): string | null {
  const {
    row,
    made: { state },
    given,
  } = move;
  if (state.stage === row.state.stage || state.status !== 'open' || state.clock === null) return null;
  return noticeStageOf(move, state.stage) === undefined ? null : dueOn(given.calendar, state.clock);
}

function together(moved: readonly MadeMove[]): readonly { readonly until: string; readonly moves: readonly MadeMove[] }[] {
  const lists = new Map<string, { until: string; moves: MadeMove[] }>();
  for (const move of moved) {
    const until = laidOpenUntil(move);
    if (until === null) continue;
    const key = [move.row.call, move.dossier.id, move.made.state.stage, until].join('/');
    const list = lists.get(key) ?? { until, moves: [] };
    list.moves.push(move);
    lists.set(key, list);
  }
  return [...lists.values()];
}

export interface ToPublish extends Declared {
  readonly stage: PublicNoticeStage;
  readonly root: string;
  readonly call: string;
  readonly rows: readonly Pick<CaseRow, 'id' | 'party_name' | 'region' | 'number' | 'answers'>[];
  readonly number: string | null;
  readonly agency: string;
  readonly from: string;
  readonly until: string;
  readonly at: Date;
}

/** The row of a list that is laid open: its words, its declared columns, nothing else of the cases. */
export function publicationRow(
  of: ToPublish,
  { title, lead, closing, keeps }: PublicationText,
  regionName: (code: string) => string,
): PublicationRow {
  return {
    id: uuidv7(),
    kind: 'notice',
    notice: null,
    root: of.root,
    programme: of.programme.id,
    dossier: of.dossier.id,
    stage: of.stage.id,
    call: of.call,
    number: of.number,
    title,
    lead,
    closing,
    keeps,
    body: publicBody(of, of.stage, of.rows, regionName),
    cases: of.rows.map(({ id }) => id),
    agency: of.agency,
    from_on: of.from,
    until_on: of.until,
    status: 'published',
    withdrawn_why: null,
    version: 1,
    published_at: of.at,
    updated_at: of.at,
  };
}

/** Written in the transaction of the moves, with the words that were prepared for the call or the usual ones. */
export async function publishNotices(
  context: Pick<ActionContext, 'db' | 'actor' | 'now' | 'today' | 'trail'>,
  moved: readonly MadeMove[],
  setting: Pick<CaseworkSetting, 'regionName'>,
): Promise<void> {
  const { db, actor, now, today } = context;
  const published: PublicationRow[] = [];
  for (const { until, moves } of together(moved)) {
    const [first] = moves;
    const stage = first === undefined ? undefined : noticeStageOf(first, first.made.state.stage);
    if (first === undefined || stage === undefined) continue;
    const { programme, dossier, row, made } = first;
    const text = await findText(db, actor.root, { call: row.call, dossier: dossier.id, stage: stage.id });
    const numbers = await publicityNumbers(db, actor.root, row.id);
    const agency = made.events.at(-1)?.actor.officeName ?? '';
    const rows = moves.map((move) => move.row);
    const list = { programme, dossier, stage, root: actor.root, call: row.call, rows, number: numbers.at(-1) ?? null, agency };
    published.push(publicationRow({ ...list, from: today, until, at: now }, text ?? usualText(first), setting.regionName));
  }
  await insertPublications(db, published);
  for (const { id, title, cases, until_on } of published)
    await context.trail(`公示“${title}”，共 ${cases.length} 件，至 ${until_on} 止`, { kind: 'publication', id });
}
