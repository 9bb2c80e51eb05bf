// A report given to a command: its bytes from a file or standard input, its text, and the year that it reports on.
import { readFile } from 'node:fs/promises';
import { Refusal } from '#platform/refusal.ts';
import { orRefuse } from './failing.ts';

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function reportingYear(given: string | undefined): number | undefined {
  if (given === undefined || given.trim() === '') return undefined;
  if (!/^(?:19|20)\d\d$/.test(given.trim())) throw new Refusal('BAD_OPTION', '年份应为四位数字，例如 --year 2021', { status: 400 });
  return Number(given);
}

export interface GivenReport {
  readonly text: string;
  readonly year: number | undefined;
}

/** Does the work on a report; what cannot be read ends the command with a message, and nothing is printed. */
export const withReport = (file: string, year: string | undefined, work: (report: GivenReport) => Promise<void>): Promise<void> =>
  orRefuse(async () => {
    const given = reportingYear(year ?? process.env.REPORT_YEAR);
    const { documentText, UnreadableDocument } = await import('#modules/reports/contract.ts');
    const bytes = await bytesOf(file).catch(() => {
      throw new Refusal('NO_FILE', `读不到文件：${file}`, { status: 404 });
    });
    const { text } = await documentText(bytes, file === '-' ? '' : file).catch((problem: unknown) => {
      throw problem instanceof UnreadableDocument ? new Refusal('UNREADABLE', problem.message, { status: 422 }) : problem;
    });
    await work({ text, year: given });
  });
