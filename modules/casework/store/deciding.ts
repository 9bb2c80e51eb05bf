// Publishes what was decided: when the time of objections is over, cases of one notice make one list, which grows with each that is settled later.
import { sql } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { ActionContext } from '#platform/http/action.ts';
import type { MadeMove } from '../model/correspondence.ts';
import { decisionText, noticeStageOf, publicBody } from '../model/publication.ts';
import type { CaseworkSetting } from '../setting.ts';
import type { PublicationRow } from './publication-tables.ts';
import { insertPublications } from './publications.ts';

type Context = Pick<ActionContext, 'db' | 'actor' | 'now' | 'today' | 'trail'>;

/** Stage of the public notice that a move has ended in favour of the case; undefined for all other moves. */
function endedNotice(move: MadeMove): string | undefined {
  return move.made.events.find(({ verb, stage }) => verb === 'close' && noticeStageOf(move, stage) !== undefined)?.stage ?? undefined;
}

/** The notice under which each case was laid open last. */
async function noticesOf({ db, actor }: Context, cases: readonly string[], stage: string): Promise<Map<string, PublicationRow>> {
  const { rows } = await sql<PublicationRow & { of: string }>`
    select distinct on (c.id) c.id as of, p.* from unnest(${cases}::uuid[]) as c(id)
    join casework.publication p on p.cases @> array[c.id]
    where p.root = ${actor.root} and p.stage = ${stage} and p.kind = 'notice' and p.status = 'published'
    order by c.id, p.published_at desc`.execute(db);
  return new Map(rows.map(({ of, ...row }) => [of, row as PublicationRow]));
}

/** A list that was decided in part already takes the rows that come later; it is locked by its notice, as two may settle at once. */
async function grow(
  { db, now, today }: Context,
  notice: string,
  cases: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update casework.publication set cases = cases || ${cases}::uuid[], version = version + 1, updated_at = ${now}, until_on = greatest(until_on, ${today}::date),
      body = jsonb_set(body, '{rows}', (body -> 'rows') || ${JSON.stringify(rows)}::jsonb)
    where notice = ${notice}::uuid and kind = 'decision'`.execute(db);
  return numAffectedRows === 1n;
}

export async function publishDecisions(
  context: Context,
  moved: readonly MadeMove[],
  setting: Pick<CaseworkSetting, 'regionName'>,
): Promise<void> {
  const { today, now } = context;
  const ended = moved.flatMap((move) => {
    const stage = endedNotice(move);
    return stage === undefined ? [] : [{ move, stage }];
  });
  for (const stage of new Set(ended.map((one) => one.stage))) {
    const ofStage = ended.filter((one) => one.stage === stage).map(({ move }) => move);
    const notices = await noticesOf(
      context,
      ofStage.map(({ row }) => row.id),
      stage,
    );
    for (const notice of new Map([...notices.values()].map((one) => [one.id, one])).values()) {
      const moves = ofStage.filter(({ row }) => notices.get(row.id)?.id === notice.id);
      const [first] = moves;
      const declared = first === undefined ? undefined : noticeStageOf(first, stage);
      if (first === undefined || declared === undefined) continue;
      const cases = moves.map(({ row }) => row.id);
      const body = publicBody(
        first,
        declared,
        moves.map(({ row }) => row),
        setting.regionName,
      );
      if (await grow(context, notice.id, cases, body.rows)) continue;
      const { title, lead, closing, keeps } = decisionText(first, notice);
      const row = { ...notice, id: uuidv7(), kind: 'decision', notice: notice.id, number: null, title, lead, closing, keeps } as const;
      const dated = { from_on: today, until_on: today, version: 1, published_at: now, updated_at: now };
      await insertPublications(context.db, [{ ...row, ...dated, body, cases }]);
      await context.trail(`公布“${title}”，共 ${cases.length} 件`, { kind: 'publication', id: row.id });
    }
  }
}
