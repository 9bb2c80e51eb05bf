// `kechuang read FILE`: the figures of a report, one JSON object a line, or a page with each figure marked.
import type { Command } from 'commander';
import { withReport } from '../report-file.ts';

type Options = { year?: string; html?: boolean };

/** Writes all, waiting where the other end reads slowly. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

const read = (file: string, options: Options): Promise<void> =>
  withReport(file, options.year, async ({ text, year }) => {
    const { markedPage, scanFigures } = await import('#modules/reports/contract.ts');
    if (options.html) {
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
  });

export function registerRead(program: Command): void {
  program
    .command('read')
    .description('读出报告中的数字：每个数字一行 JSON')
    .argument('<file>', 'txt、docx、带文字层的 pdf 或 html 文件；- 表示标准输入')
    .option('--year <year>', '报告年度（也可用环境变量 REPORT_YEAR）')
    .option('--html', '输出网页：标出每个数字，悬停显示读法')
    .action(read);
}
