// Makes moves of cases in one transaction: events, projections, ledger entries, titles, documents, messages and the audit trail, all or nothing.

import type { Transaction } from 'kysely';
import { parameterValue } from '#kernel/declare/parameter.ts';
import { moveLabel } from '#kernel/stages/machine.ts';
import { issueDocuments, sendMessages } from '#modules/correspondence/contract.ts';
import { type EntryInput, postEntries } from '#modules/figures/contract.ts';
import { byOf, endHeldTitles, grantTitles, type TitleEnd, type TitleGrant } from '#modules/registry/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { notFound, Refusal, type RefusalDetail } from '#platform/refusal.ts';
import { enoughWinners } from './errors.ts';
import { advance, type Intent, type Mover } from './model/advance.ts';
import { caseMovesOf, lettersOf, type MadeMove } from './model/correspondence.ts';
import { checkClasses } from './model/grades.ts';
import { mayOblige, obligationsOf } from './model/obligations.ts';
import { postingsOf } from './model/postings.ts';
import { project } from './model/projection.ts';
import { boardStageOf, boardStanding } from './model/published.ts';
import { type CaseObligations, type CaseworkSetting, declared } from './setting.ts';
import { boardsTakingAnswers, countWinners, findBoard, lockBoard, writeBoard } from './store/board.ts';
import { parametersOfCalls } from './store/calls.ts';
import { eventsOf } from './store/cases.ts';
import { publishDecisions } from './store/deciding.ts';
import { classesBefore, tallyOfCall } from './store/grades.ts';
import { lockCases, type Wanted } from './store/lock-cases.ts';
import { publishNotices } from './store/publishing.ts';
import type { BoardRow, CaseRow } from './store/tables.ts';
import { writeAdvances } from './store/write-advances.ts';

export interface Moving extends Wanted {
  readonly intent: Intent;
}

type Moved = MadeMove;

/** The actor as the kernel's machine sees it: an enterprise is the applicant of its own case, and the issuer of what answers its own. */
export function moverOf(context: Pick<ActionContext, 'actor'>, row?: Pick<CaseRow, 'party' | 'about_party'>): Mover {
  const { actor } = context;
  const isIssuer = row !== undefined && row.about_party === actor.party && row.party !== actor.party;
  const officeKind = actor.scope === 'party' ? (isIssuer ? 'issuer' : 'applicant') : actor.officeKind;
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
  as?: Mover,
): Promise<readonly CaseRow[]> {
  const rows = await lockCases(context.db, moving);
  const parameters = await parametersOfCalls(context.db, rows);
  const before = await classesBefore(
    context.db,
    rows.filter((row) => graded(setting, row)),
  );
  const open = await boardsTakingAnswers(context.db, rows, context.today);
  const refused: RefusalDetail[] = [];
  const moved: Moved[] = [];
  for (const [i, row] of rows.entries()) {
    const intent = moving[i]?.intent;
    if (intent === undefined) continue;
    const mover = as ?? moverOf(context, row);
    // An applicant's draft does not exist for anyone else.
    if (row.status === 'draft' && mover.officeKind !== 'applicant') throw notFound('该办件');
    const declaration = declared(setting, row);
    try {
      const classBefore = before.get(row.id);
      const given = {
        calendar: setting.calendar,
        parameters: parameters.get(row.call) ?? {},
        answers: row.answers,
        number: row.number,
        takesAnswersUntil: open.get(row.about ?? '') ?? null,
        ...(classBefore !== undefined && { classBefore }),
      };
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
  await checkWinners(context, moved);
  await checkGrades(context, moved);
  await write(context, setting, moved);
  return rows;
}

async function write(context: ActionContext, setting: CaseworkSetting, moved: readonly Moved[]): Promise<void> {
  const written = moved.map(({ row, dossier, made, given }) => ({
    row,
    events: made.events,
    projection: project(dossier, made.state, made.events, row, given),
  }));
  const owed = await obligationsMade(context.db, moved);
  await writeAdvances(context.db, written, context.now);
  await writeBoard(context.db, moved.flatMap(boardRowsOf(context.now)));
  if (owed.length > 0) await setting.recordObligations?.(context.db, byOf(context), owed);
  await postEntries(context.db, { root: context.actor.root, account: context.actor.accountId }, moved.flatMap(entriesOf));
  await grantTitles(context.db, { root: context.actor.root, account: context.actor.accountId }, moved.flatMap(grantsOf));
  await endHeldTitles(context.db, { root: context.actor.root, account: context.actor.accountId }, moved.flatMap(endsOf));
  await issueDocuments(context, moved.flatMap(caseMovesOf), setting);
  await publishNotices(context, moved, setting);
  await publishDecisions(context, moved, setting);
  await sendMessages(context, moved.flatMap(lettersOf));
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

/** Rows of the board for cases that were published or whose publication has changed. */
const boardRowsOf =
  (now: Date) =>
  ({ row, dossier, made }: Moved): BoardRow[] => {
    const stage = boardStageOf(dossier);
    const standing = made.events.some((event) => event.stage === stage?.id) ? boardStanding(dossier, made.state, row.answers) : null;
    if (standing === null) return [];
    const { id, root, region, party, party_name, programme, dossier: of, call, number } = row;
    return [{ case_id: id, root, region, party, party_name, programme, dossier: of, call, number, ...standing, updated_at: now }];
  };

/** Where only so many may win, those who won before are counted under a lock of the published case. */
async function checkWinners({ db, today }: ActionContext, moved: readonly Moved[]): Promise<void> {
  const soFar = new Map<string, number>();
  for (const { row, dossier, made, given } of moved) {
    const { winners } = dossier;
    if (winners === undefined || row.about === null) continue;
    if (!made.events.some(({ stage, verb }) => stage === winners.stage && verb === winners.verb)) continue;
    await lockBoard(db, row.about);
    const won = soFar.get(row.about) ?? (await countWinners(db, row.about, winners.stage, winners.verb));
    const most = Number(parameterValue(winners.most, { day: today, ...given }));
    if (won >= most) throw enoughWinners((await findBoard(db, row.about))?.headline ?? '该榜单', most);
    soFar.set(row.about, won + 1);
  }
}

const graded = (setting: CaseworkSetting, row: CaseRow): boolean =>
  declared(setting, row).dossier.stages.some(({ kind }) => kind === 'uphold');

/** Classes keep to their shares of the call and to its budget: all that are given at once are judged together. */
async function checkGrades({ db, today }: ActionContext, moved: readonly Moved[]): Promise<void> {
  const classified = moved.flatMap(({ row, dossier, made, given }) =>
    made.events.flatMap((event) => {
      const stage = dossier.stages.find((candidate) => candidate.id === event.stage);
      return stage?.kind === 'grade' && event.verb === 'classify' ? [{ call: row.call, stage, event, given }] : [];
    }),
  );
  for (const call of new Set(classified.map((one) => one.call))) {
    const ofCall = classified.filter((one) => one.call === call);
    const [first] = ofCall;
    if (first === undefined) continue;
    const { stage, given } = first;
    const events = ofCall.map(({ event }) => event);
    checkClasses(stage, await tallyOfCall(db, call, stage.id), events, { day: today, ...given });
  }
}

/** What the moves oblige to; the history before them is read only where a rule asks. */
async function obligationsMade(db: Transaction<unknown>, moved: readonly Moved[]): Promise<CaseObligations[]> {
  const owed: CaseObligations[] = [];
  for (const { row, programme, dossier, made } of moved) {
    if (!mayOblige(programme, dossier.id, made.events)) continue;
    const obligations = obligationsOf(programme, dossier.id, made.events, row.answers, await eventsOf(db, row.id));
    const { id, number, party, party_name, region, root } = row;
    owed.push({ caseId: id, caseNumber: number, programme: programme.id, party, partyName: party_name, region, root, obligations });
  }
  return owed;
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

const endsOf = ({ row, made: { ended } }: Moved): TitleEnd[] => (ended === null ? [] : [{ party: row.party, ...ended }]);

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
