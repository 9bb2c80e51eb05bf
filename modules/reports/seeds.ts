// Loads work reports of the past: begun, written in versions, commented on, signed and released, each step as known on its own day.
import type { Transaction } from 'kysely';
import { addDays } from '#kernel/declare/calendar.ts';
import { drawOfficialNumber } from '#modules/correspondence/contract.ts';
import { shanghaiDay } from '#platform/http/context.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { beginning } from './actions/work-begin.ts';
import { composeWork } from './actions/work-ground.ts';
import { bodiesOf } from './actions/work-reports.ts';
import { digestOfComposed } from './actions/work-signing.ts';
import type { ReportKind } from './model/writer/shapes.ts';
import type { ReportsSetting } from './setting.ts';
import { release } from './store/releases.ts';
import {
  addComment,
  addRevision,
  changeWork,
  commentsOf,
  insertWork,
  revisionsOf,
  settleComment,
  standingTexts,
  workOf,
} from './store/work.ts';

export interface Person {
  readonly account: string;
  readonly name: string;
}

export interface PastWriting {
  /** Title of the section whose own paragraph it is. */
  readonly section: string;
  readonly body: string;
  readonly by: Person;
  readonly at: Date;
}

export interface PastComment {
  readonly section: string;
  readonly body: string;
  readonly by: Person;
  readonly at: Date;
  readonly settled?: { readonly by: Person; readonly at: Date };
}

export interface PastWork {
  readonly year: number;
  readonly kind: ReportKind;
  readonly region: string;
  readonly begun: { readonly by: Person; readonly at: Date };
  readonly writings: readonly PastWriting[];
  readonly comments: readonly PastComment[];
  readonly signed?: { readonly by: Person; readonly at: Date };
  /** Day on which it was laid open. */
  readonly releasedOn?: string;
}

/** Own paragraphs by the section that they stand in; sections that have nothing to tell are not begun. */
function ownItem(outline: Awaited<ReturnType<typeof workOf>>['outline'], section: string): string | undefined {
  return outline.find(({ title }) => title === section)?.items.find(({ kind }) => kind === 'own')?.id;
}

async function sign(
  db: Transaction<unknown>,
  setting: ReportsSetting,
  root: string,
  id: string,
  { by, at }: NonNullable<PastWork['signed']>,
) {
  const row = await workOf(db, root, id);
  const today = shanghaiDay(at);
  const known = addDays(today, -1);
  const texts = bodiesOf(standingTexts(await revisionsOf(db, id)));
  const composed = await composeWork({ db, root, today }, setting, row, texts, known);
  const problems = composed.remarks.filter(({ tone }) => tone === 'problem');
  if (problems.length > 0) throw new Error(`${row.title}: ${problems.map(({ text }) => text).join('；')}`);
  const number = await drawOfficialNumber(db, {
    root,
    region: row.region,
    regionName: regionShortName(row.region),
    year: Number(today.slice(0, 4)),
  });
  await changeWork(db, { root, ...by, at }, row, { frozen: composed, known, digest: digestOfComposed(composed), number });
}

async function loadWork(db: Transaction<unknown>, setting: ReportsSetting, root: string, work: PastWork): Promise<void> {
  const { year, kind, region, begun, signed, releasedOn } = work;
  const today = shanghaiDay(begun.at);
  const written = await beginning({ db, root, today }, setting, { year, kind, region }, signed === undefined ? null : addDays(today, -1));
  const id = await insertWork(db, { root, ...begun.by, at: begun.at }, { year, kind, region, ...written });
  const seen = new Map<string, number>();
  for (const { section, body, by, at } of work.writings) {
    const item = ownItem(written.outline, section);
    if (item === undefined) continue;
    await addRevision(db, { root, ...by, at }, { id, region }, { item, body, seen: seen.get(item) ?? 0 });
    seen.set(item, (seen.get(item) ?? 0) + 1);
  }
  for (const { section, body, by, at, settled } of work.comments) {
    const item = ownItem(written.outline, section);
    if (item === undefined) continue;
    await addComment(db, { root, ...by, at }, { id, region }, { item, body });
    const made = (await commentsOf(db, id)).at(-1);
    if (settled !== undefined && made !== undefined) await settleComment(db, { root, ...settled.by, at: settled.at }, id, made.id);
  }
  if (signed === undefined) return;
  await sign(db, setting, root, id, signed);
  if (releasedOn !== undefined) await release(db, await workOf(db, root, id), { ...signed.by, today: releasedOn });
}

/** Returns how many there are. */
export async function loadWorkReports(
  db: Transaction<unknown>,
  setting: ReportsSetting,
  root: string,
  works: readonly PastWork[],
): Promise<number> {
  for (const work of works) await loadWork(db, setting, root, work);
  return works.length;
}
