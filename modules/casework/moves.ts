// Makes moves of cases in one transaction: events, projections, ledger entries, titles, notices and the audit trail, all or nothing.

import { moveLabel } from '#kernel/stages/machine.ts';
import { type EntryInput, postEntries } from '#modules/figures/contract.ts';
import { grantTitles, type TitleGrant } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { notFound, Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { type Advance, advance, type Given, type Intent, type Mover } from './model/advance.ts';
import { noticeOf } from './model/notices.ts';
import { postingsOf } from './model/postings.ts';
import { project } from './model/projection.ts';
import { type CaseworkSetting, type Declared, declared } from './setting.ts';
import { parametersOfCalls } from './store/calls.ts';
import { lockCases, type Wanted } from './store/lock-cases.ts';
import { insertNotices } from './store/notices.ts';
import type { CaseRow } from './store/tables.ts';
import { writeAdvances } from './store/write-advances.ts';

export interface Moving extends Wanted {
  readonly intent: Intent;
}

interface Moved extends Declared {
  readonly row: CaseRow;
  readonly made: Advance;
  readonly given: Given;
}

/** The actor as the kernel's machine sees it: an enterprise is the applicant of its own case. */
export function moverOf(context: ActionContext): Mover {
  const { actor } = context;
  const officeKind = actor.scope === 'party' ? 'applicant' : actor.officeKind;
  return { id: actor.accountId, name: actor.name, officeKind, officeName: actor.officeName };
}

/**
 * Makes every move or none. When some cases refuse, the Refusal's details name each of them, so that the officer can take them out of the
 * batch. Versions are those that the mover saw.
 */
export async function moveCases(
  context: ActionContext,
  setting: CaseworkSetting,
  moving: readonly Moving[],
  mover: Mover = moverOf(context),
): Promise<readonly CaseRow[]> {
  const rows = await lockCases(context.db, moving);
  const parameters = await parametersOfCalls(context.db, rows);
  const refused: RefusalDetail[] = [];
  const moved: Moved[] = [];
  for (const [i, row] of rows.entries()) {
    const intent = moving[i]?.intent;
    if (intent === undefined) continue;
    // An applicant's draft does not exist for anyone else.
    if (row.status === 'draft' && mover.officeKind !== 'applicant') throw notFound('该办件');
    const declaration = declared(setting, row);
    try {
      const given = { calendar: setting.calendar, parameters: parameters.get(row.call) ?? {} };
      moved.push({ row, ...declaration, given, made: advance(declaration.dossier, row.state, intent, mover, context.now, given) });
    } catch (error) {
      if (!(error instanceof Refusal) || rows.length === 1) throw error;
      refused.push({
        where: row.number ?? row.party_name,
        message: `${row.party_name}：${error.message}${error.details.map((detail) => detail.message).join('；')}`,
      });
    }
  }
  if (refused.length > 0) {
    throw new Refusal(
      'SOME_REFUSED',
      `所选 ${rows.length} 件中有 ${refused.length} 件不能办理，本次没有办理任何一件。请去掉这些办件后重试。`,
      { status: 409, details: refused },
    );
  }
  await write(context, moved);
  return rows;
}

async function write(context: ActionContext, moved: readonly Moved[]): Promise<void> {
  const written = moved.map(({ row, dossier, made, given }) => ({
    row,
    events: made.events,
    projection: project(dossier, made.state, made.events, row, given),
  }));
  await writeAdvances(context.db, written, context.now);
  await postEntries(context.db, { root: context.actor.root, account: context.actor.accountId }, moved.flatMap(entriesOf));
  await grantTitles(context.db, { root: context.actor.root, account: context.actor.accountId }, moved.flatMap(grantsOf));
  await insertNotices(
    context.db,
    moved.flatMap(({ row, dossier, made }) =>
      made.events.flatMap((event) => {
        const notice = noticeOf(dossier, event, made.state);
        return notice === null
          ? []
          : [
              {
                id: uuidv7(),
                root: row.root,
                region: row.region,
                party: row.party,
                case_id: row.id,
                at: context.now,
                read_at: null,
                reminds: null,
                ...notice,
              },
            ];
      }),
    ),
  );
  for (const { row, dossier, made } of moved) {
    for (const event of made.events) {
      const where = dossier.stages.find((stage) => stage.id === event.stage)?.name ?? '本件';
      await context.trail(
        `${event.actor.officeName}${event.actor.name}对“${row.party_name} ${dossier.name}”在“${where}”${moveLabel(dossier, event)}`,
        { kind: 'case', id: row.id },
        { seq: event.seq, verb: event.verb },
      );
    }
  }
}

function entriesOf({ row, programme, dossier, made }: Moved): EntryInput[] {
  return postingsOf(programme, dossier.id, made.events, row.answers).map(({ measure, day, value, seq }) => ({
    measure,
    region: row.region,
    day,
    value,
    party: row.party,
    sourceKind: 'case',
    sourceId: row.id,
    note: `第${seq}步`,
  }));
}

function grantsOf({ row, programme, made }: Moved): TitleGrant[] {
  if (made.issued === null) return [];
  const { title, number, from, until } = made.issued;
  const measures = (programme.stocks ?? []).filter((stock) => stock.title.id === title.id).map((stock) => stock.measure.id);
  return [
    {
      party: row.party,
      region: row.region,
      title,
      number,
      from,
      until,
      measures,
      overlap: 'supersede',
      sourceKind: 'case',
      sourceId: row.id,
    },
  ];
}
