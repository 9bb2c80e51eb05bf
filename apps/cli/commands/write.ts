// `kechuang write work-report`: the report of an office for a year, straight from the ledger, as Word, PDF, text or JSON.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { Download } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { orRefuse } from '../failing.ts';

interface Options {
  readonly year?: string;
  readonly office?: string;
  readonly output?: string;
  readonly period?: string;
  readonly asKnownOn?: string;
  readonly json?: boolean;
}

const bad = (message: string): Refusal => new Refusal('BAD_OPTION', message, { status: 400 });

function yearOf(given: string | undefined): number {
  if (given === undefined || !/^(?:19|20)\d\d$/.test(given.trim())) throw bad('请用 --year 写明年度，四位数字，例如 --year 2025。');
  return Number(given);
}

function dayOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(`${given}T00:00:00Z`)))
    throw bad('--as-known-on 应为一个日期，例如 --as-known-on 2026-01-15。');
  return given;
}

function formatOf(output: string | undefined): 'docx' | 'pdf' {
  const extension = path.extname(output ?? '').toLowerCase();
  if (extension === '.docx') return 'docx';
  if (extension === '.pdf') return 'pdf';
  throw bad('请用 -o 写明输出文件，扩展名为 .docx 或 .pdf；只要数据请用 --json。');
}

async function writeReport(options: Options): Promise<void> {
  const year = yearOf(options.year);
  const known = dayOf(options.asKnownOn);
  if (options.period !== undefined && options.period !== 'half') throw bad('--period 只能是 half（半年）；不写就是全年。');
  const format = options.output === undefined && options.json === true ? null : formatOf(options.output);
  const { atWork } = await import('../workplace.ts');
  const { officePlace } = await import('#modules/reports/actions/work-ground.ts');
  const { stopPaper } = await import('#platform/paper/pdf.ts');
  try {
    await atWork(async ({ run, root }) => {
      const region = officePlace(root, options.office);
      const kind = options.period === 'half' ? 'half' : region === root ? 'annual' : 'county';
      const query = { year, kind, region, ...(known === undefined ? {} : { known }) };
      if (options.json === true) {
        const { composed } = await run<{ composed: unknown }>('reports.write-work', { query });
        process.stdout.write(`${JSON.stringify(composed)}\n`);
      }
      if (format === null || options.output === undefined) return;
      const { content } = await run<Download>('reports.write-work-on-paper', { query: { ...query, format } });
      writeFileSync(options.output, content as Buffer);
      if (options.json !== true) process.stdout.write(`已写成 ${options.output}\n`);
    });
  } finally {
    await stopPaper();
  }
}

export function registerWrite(program: Command): void {
  program
    .command('write')
    .description('由台账写成文稿')
    .command('work-report')
    .description('写一份工作报告：章节和数据由台账生成，附数据来源')
    .option('--year <year>', '年度，例如 2025')
    .option('--office <office>', '哪里的报告：地区名称或代码；不写就是本市')
    .option('-o, --output <file>', '存为该文件：.docx 或 .pdf')
    .option('--period <period>', 'half：上半年')
    .option('--as-known-on <day>', '按那天日终已知的台账写，例如 2026-01-15')
    .option('--json', '输出成文的段落和每个数据的来源')
    .action((options: Options) => orRefuse(() => writeReport(options), options.json === true));
}
