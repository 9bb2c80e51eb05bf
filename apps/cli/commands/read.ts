// `kechuang read FILE`: the figures of a report, one JSON object a line, or a page with each figure marked.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';

type Options = { year?: string; html?: boolean };

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Ends the command with a message for the user; nothing was read. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

function reportingYear(given: string | undefined): number | undefined | null {
  if (given === undefined || given.trim() === '') return undefined;
  return /^(?:19|20)\d\d$/.test(given.trim()) ? Number(given) : null;
}

/** Writes all, waiting where the other end reads slowly. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function read(file: string, options: Options): Promise<void> {
  const year = reportingYear(options.year ?? process.env.REPORT_YEAR);
  if (year === null) return refuse('年份应为四位数字，例如 --year 2021');
  const { documentText, scanFigures, UnreadableDocument } = await import('#modules/reports/contract.ts');
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(file);
  } catch {
    return refuse(`读不到文件：${file}`);
  }
  try {
    const { text } = await documentText(bytes, file === '-' ? '' : file);
    if (options.html) {
      const { markedPage } = await import('#modules/reports/contract.ts');
      for (const part of markedPage(text, scanFigures(text, { reportingYear: year }))) await write(part);
      return;
    }
    let lines = '';
    for (const { rawStart, indicatorId: _id, exact: _exact, ...reading } of scanFigures(text, { reportingYear: year })) {
      lines += `${JSON.stringify({ ...reading, raw_start: rawStart })}\n`;
      if (lines.length > 65_536) {
        await write(lines);
        lines = '';
      }
    }
    await write(lines);
  } catch (problem) {
    if (!(problem instanceof UnreadableDocument)) throw problem;
    refuse(problem.message);
  }
}

export function registerRead(program: Command): void {
  program
    .command('read')
    .description('读出报告中的数字：每个数字一行 JSON')
    .argument('<file>', 'txt、docx、带文字层的 pdf 或 html 文件；- 表示标准输入')
    .option('--year <year>', '报告年度（也可用环境变量 REPORT_YEAR）')
    .option('--html', '输出网页：标出每个数字，悬停显示读法')
    .action(read);
}
