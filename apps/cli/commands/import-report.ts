// `kechuang import report <file>`: takes a report in as the page does, and may accept at once what needs no second look.
import type { Loaded } from '#modules/reports/wire.ts';
import { Refusal } from '#platform/refusal.ts';

export interface ReportOptions {
  readonly place?: string;
  readonly year?: string;
  readonly title?: string;
  readonly acceptSure?: boolean;
  readonly json?: boolean;
}

function yearOf(given: string | undefined): number | undefined {
  if (given === undefined || given.trim() === '') return undefined;
  if (!/^(?:19|20)\d\d$/.test(given.trim())) throw new Refusal('BAD_OPTION', '年份应为四位数字，例如 --year 2021。', { status: 400 });
  return Number(given);
}

export async function importReport(file: string, { place, title, year, acceptSure, json }: ReportOptions): Promise<void> {
  if (place === undefined || place.trim().length < 2)
    throw new Refusal('BAD_OPTION', '请写明报告讲的是哪里，例如 --place 南昌市。', { status: 400 });
  const reportYear = yearOf(year);
  const { atWork } = await import('../workplace.ts');
  const { stopReading } = await import('#modules/reports/actions/reading/read-away.ts');
  try {
    await atWork(async ({ run, take }) => {
      const upload = await take(file, {});
      const body = { place, ...(title === undefined ? {} : { title }), ...(reportYear === undefined ? {} : { year: reportYear }) };
      const loaded = await run<Loaded>('reports.upload', { upload, body });
      const params = { id: loaded.id };
      const accepted =
        acceptSure === true ? await run<{ accepted: number; says: string }>('reports.accept-sure', { params }) : { accepted: 0, says: '' };
      if (json === true) process.stdout.write(`${JSON.stringify({ ...loaded, accepted: accepted.accepted })}\n`);
      else
        process.stdout.write(`${[loaded.says, accepted.says, `页面：/reports/${loaded.id}`].filter((line) => line !== '').join('\n')}\n`);
    });
  } finally {
    // A waiting thread would hold the command for half a minute.
    await stopReading();
  }
}
