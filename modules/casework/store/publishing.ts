// Lays cases open: those of a call that come to their public notice together make one list with one title and number.
import { dueOn } from '#kernel/stages/clock.ts';
import { publicityNumbers } from '#modules/correspondence/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { MadeMove } from '../model/correspondence.ts';
import { noticeStageOf, publicBody, usualText } from '../model/publication.ts';
import type { CaseworkSetting } from '../setting.ts';
import type { PublicationRow } from './publication-tables.ts';
import { findText, insertPublications } from './publications.ts';

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

/** Written in the transaction of the moves, with the words that were prepared for the call or the usual ones. */
export async function publishNotices(
  context: Pick<ActionContext, 'db' | 'actor' | 'now' | 'today' | 'trail'>,
  moved: readonly MadeMove[],
  setting: Pick<CaseworkSetting, 'regionName'>,
): Promise<readonly PublicationRow[]> {
  const { db, actor, now, today } = context;
  const rows: PublicationRow[] = [];
  for (const { until, moves } of together(moved)) {
    const [first] = moves;
    const stage = first === undefined ? undefined : noticeStageOf(first, first.made.state.stage);
    if (first === undefined || stage === undefined) continue;
    const place = { call: first.row.call, dossier: first.dossier.id, stage: stage.id };
    const { title, lead, closing, keeps } = (await findText(db, actor.root, place)) ?? usualText(first);
    const numbers = await publicityNumbers(db, actor.root, first.row.id);
    rows.push({
      id: uuidv7(),
      root: actor.root,
      programme: first.programme.id,
      ...place,
      number: numbers.at(-1) ?? null,
      title,
      lead,
      closing,
      body: publicBody(
        first,
        stage,
        moves.map(({ row }) => row),
        setting.regionName,
      ),
      cases: moves.map(({ row }) => row.id),
      agency: first.made.events.at(-1)?.actor.officeName ?? '',
      from_on: today,
      until_on: until,
      keeps,
      status: 'published',
      withdrawn_why: null,
      version: 1,
      published_at: now,
      updated_at: now,
    });
  }
  await insertPublications(db, rows);
  for (const { id, title, cases, until_on } of rows)
    await context.trail(`公示“${title}”，共 ${cases.length} 件，至 ${until_on} 止`, { kind: 'publication', id });
  return rows;
}
