// What the demonstration has laid open: the entries of this spring's contest, in their publicity now, and last year's, which are over.
import type { Transaction } from 'kysely';
import { addDays, addWorkdays } from '#kernel/declare/calendar.ts';
import {
  type CallRow,
  decisionText,
  insertPublications,
  loadCalls,
  loadCases,
  noticeStageOf,
  type PastCase,
  type PublicationRow,
  publicationRow,
  usualText,
} from '#modules/casework/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Enterprise } from '#testing/population/types.ts';
import { regionName, regionShortName } from '#vocabularies/regions/regions.ts';
import { calendar } from '../settings.ts';
import { answersOf, contest } from './contest.ts';
import { eventsOf, submitted } from './history.ts';

const at = (day: string, time = '09:00:00'): Date => new Date(`${day}T${time}+08:00`);

interface Lot {
  readonly name: string;
  readonly number: string;
  /** Day on which the list was laid open. */
  readonly opened: string;
  readonly isOver: boolean;
  readonly firms: readonly { readonly firm: Enterprise; readonly party: string }[];
}

const conclusion = (rank: number) => ({
  panel: '演示评审组',
  score: (92 - rank * 1.7).toFixed(2),
  votes: 7 - (rank % 3),
  validSheets: 7,
  openSheets: 0,
  recommended: true,
  rank,
  sheets: [],
});

async function loadLot(db: Transaction<unknown>, root: string, { name, number, opened, isOver, firms }: Lot): Promise<number> {
  const dossier = contest?.dossiers[0];
  const stage =
    contest === undefined || dossier === undefined ? undefined : noticeStageOf({ programme: contest, dossier }, 'public-notice');
  if (contest === undefined || dossier === undefined || stage === undefined) return 0;
  const year = Number(opened.slice(0, 4));
  const until = addWorkdays(calendar, opened, stage.within.workdays);
  const call: CallRow = {
    id: uuidv7(),
    root,
    programme: contest.id,
    dossier: dossier.id,
    year,
    name,
    opens_at: at(addDays(opened, -90)),
    closes_at: at(addDays(opened, -50), '18:00:00'),
    budget: null,
    quota: null,
    parameters: {},
    guide: '本批次为演示数据，均为虚构。',
    status: 'published',
    version: 1,
    created_at: at(addDays(opened, -100)),
    updated_at: at(addDays(opened, -95)),
  };
  const cases = firms.map(({ firm, party }, i): PastCase => {
    const answers = answersOf(firm, i);
    const steps = [
      ...submitted(addDays(opened, -60), answers),
      { stage: 'check', verb: 'pass', office: 'county-office' as const, day: addDays(opened, -54), data: { note: '材料齐全' } },
      {
        stage: 'review',
        verb: 'convene',
        office: 'city-office' as const,
        day: addDays(opened, -20),
        data: { panel: '演示评审组', size: 7 },
      },
      { stage: 'review', verb: 'conclude', office: 'city-office' as const, day: addDays(opened, -10), data: conclusion(i + 1) },
      { stage: 'decide', verb: 'approve', office: 'city-office' as const, day: opened, data: { note: '同意授奖' } },
      ...(isOver ? [{ stage: 'public-notice', verb: 'close', office: 'system' as const, day: addDays(until, 1) }] : []),
    ];
    return {
      row: {
        id: uuidv7(),
        root,
        region: firm.region,
        programme: contest?.id ?? '',
        dossier: dossier.id,
        call: call.id,
        party,
        party_name: firm.name,
        party_uscc: firm.uscc ?? '',
        number: `${year}${firm.region}${isOver ? 'P' : 'Q'}${String(i + 1).padStart(5, '0')}`,
        answers,
        created_at: at(addDays(opened, -60)),
        updated_at: at(opened, '16:00:00'),
      },
      events: eventsOf(steps, regionShortName(firm.region)),
    };
  });
  await loadCalls(db, [call]);
  await loadCases(db, dossier, cases, calendar);
  const text = { ...usualText({ programme: contest, dossier }), title: `关于${name}拟获奖项目的公示` };
  const agency = '澜江市科学技术局';
  const list = { programme: contest, dossier, stage, root, call: call.id, rows: cases.map(({ row }) => row), number, agency };
  const laidOpen = publicationRow({ ...list, from: opened, until, at: at(opened, '16:00:00') }, text, regionName);
  const decidedOn = addDays(until, 1);
  const decided: PublicationRow = {
    ...laidOpen,
    ...decisionText({ programme: contest, dossier }, laidOpen),
    id: uuidv7(),
    kind: 'decision',
    notice: laidOpen.id,
    number: null,
    from_on: decidedOn,
    until_on: decidedOn,
    published_at: at(decidedOn),
    updated_at: at(decidedOn),
  };
  await insertPublications(db, isOver ? [laidOpen, decided] : [laidOpen]);
  return cases.length;
}

/** Returns the number of lists. */
export async function seedPublicity(
  db: Transaction<unknown>,
  root: string,
  today: string,
  firms: readonly { readonly firm: Enterprise; readonly party: string }[],
): Promise<number> {
  const year = Number(today.slice(0, 4));
  const opened = addDays(today, -2);
  const spring = { name: `${year}年创新创业大赛（先期批）`, number: `澜科公〔${opened.slice(0, 4)}〕900号`, opened, isOver: false };
  const before = { name: `${year - 1}年创新创业大赛`, number: `澜科公〔${year - 1}〕31号`, opened: `${year - 1}-10-13`, isOver: true };
  await loadLot(db, root, { ...spring, firms: firms.slice(0, 6) });
  await loadLot(db, root, { ...before, firms: firms.slice(6, 18) });
  return 2;
}
