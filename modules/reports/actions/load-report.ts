// Puts a report into the database: its text, and the figures that are read in it. Pages and the command line come through here.
import type { ActionContext } from '#platform/http/action.ts';
import { insertDocument } from '../store/documents.ts';
import { insertReadings } from '../store/readings.ts';
import type { By } from '../store/tables.ts';
import type { Loaded } from '../wire.ts';
import { readAway } from './reading/read-away.ts';
import type { ReadTask } from './reading/tasks.ts';

export type Doing = Pick<ActionContext, 'db' | 'actor' | 'now' | 'trail'>;

export const byOf = ({ actor, now }: Pick<ActionContext, 'actor' | 'now'>): By => ({
  root: actor.root,
  account: actor.accountId,
  name: actor.name,
  at: now,
});

export interface NewReport {
  readonly title: string;
  readonly place: string;
  readonly year: number | null;
  /** Where the text came from: a stored file, or a paste. */
  readonly source: { readonly fileName: string; readonly sha256: string; readonly bytes: Uint8Array } | { readonly text: string };
}

const taskOf = ({ source, year }: NewReport): ReadTask =>
  'text' in source ? { text: source.text, year } : { bytes: source.bytes, name: source.fileName, year };

export async function loadReport(context: Doing, report: NewReport): Promise<Loaded> {
  const read = await readAway(taskOf(report));
  const by = byOf(context);
  const isFile = 'sha256' in report.source;
  const title = report.title.trim();
  const place = report.place.trim();
  const id = await insertDocument(context.db, by, {
    title,
    place,
    reporting_year: report.year,
    kind: isFile ? 'upload' : 'paste',
    format: read.format,
    file_name: 'sha256' in report.source ? report.source.fileName : null,
    file: 'sha256' in report.source ? report.source.sha256 : null,
    body: read.text,
    characters: read.characters,
  });
  const rows = read.readings.map((reading, i) => ({ ordinal: i + 1, origin: 'reader' as const, reading }));
  await insertReadings(context.db, by.root, id, rows);
  await context.trail(
    `录入报告“${title}”（${place}），读出 ${rows.length} 个数据`,
    { kind: 'document', id },
    { year: report.year, characters: read.characters },
  );
  return { id, figures: rows.length, says: `已录入“${title}”，读出 ${rows.length} 个数据。下一步逐个核对，采纳后进入台账。` };
}

/** The name of a file without its folder and ending: what a report is called until someone says better. */
export const titleOfFile = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.[a-z]{2,5}$/i, '')
    .trim()
    .slice(0, 200) || '未命名报告';
