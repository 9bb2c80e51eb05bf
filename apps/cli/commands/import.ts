// `kechuang import <kind> <file>`: checks a workbook, says what is wrong by cell, and writes it in one batch that can be undone; or reads a report.
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { ImportReport } from '#modules/registry/wire.ts';
import type { Download } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { orRefuse } from '../failing.ts';
import type { ReportOptions } from './import-report.ts';

interface Options extends ReportOptions {
  readonly dryRun?: boolean;
  readonly skipWrong?: boolean;
  readonly option?: readonly string[];
  readonly marked?: string;
}

const kinds = ['parties', 'finance', 'titles'];

function optionsOf(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      if (name === '' || value.length === 0)
        throw new Refusal('BAD_OPTION', `选项“${pair}”应写作 名称=值，例如 year=2025。`, { status: 400 });
      return [name, value.join('=')];
    }),
  );
}

async function run(kind: string, file: string, options: Options): Promise<void> {
  if (kind === 'report') return (await import('./import-report.ts')).importReport(file, options);
  const { dryRun, skipWrong, option, marked, json } = options;
  const { catalogue } = await import('#catalogue/index.ts');
  const registers = catalogue.registers.map((register) => register.id);
  const module = registers.includes(kind) ? 'registers' : 'registry';
  if (module === 'registry' && !kinds.includes(kind))
    throw new Refusal('UNKNOWN_KIND', `不能导入“${kind}”。可以导入：${[...kinds, ...registers, 'report'].join('、')}。`, { status: 400 });
  const { atWork } = await import('../workplace.ts');
  await atWork(async ({ run: act, take }) => {
    const upload = await take(file, { kind, options: JSON.stringify(optionsOf(option)) });
    const report = await act<ImportReport>(`${module}.check-import`, { upload });
    const print = (text: string): void => {
      if (json !== true) process.stdout.write(`${text}\n`);
    };
    print(report.says);
    for (const { where, message } of report.faults.slice(0, 50)) print(`  ${where} ${message}`);
    if (report.faultCount > 50) print(`  …… 共 ${report.faultCount} 处`);
    if (marked !== undefined && report.faultCount > 0) {
      const { content } = await act<Download>(`${module}.mark-import`, { params: { id: report.id } });
      writeFileSync(marked, content as Buffer);
      print(`已把标出问题的副本存为 ${marked}`);
    }
    if (dryRun === true || (report.faultCount > 0 && skipWrong !== true)) {
      if (json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
      if (report.faultCount > 0) process.exitCode = 1;
      return;
    }
    const done = await act<ImportReport>(`${module}.commit-import`, { params: { id: report.id }, body: { skipWrong: skipWrong === true } });
    print(done.says);
    if (json === true) process.stdout.write(`${JSON.stringify(done)}\n`);
  });
}

export function registerImport(program: Command): void {
  program
    .command('import <kind> <file>')
    .description(
      `导入 Excel（${[...kinds, '台账的名称'].join('、')}）：有问题的行使退出码为 1，且默认不写入任何一行；或录入一份报告（report）`,
    )
    .option('--dry-run', '只核对，不写入')
    .option('--skip-wrong', '跳过有问题的行，写入其余各行')
    .option('--option <name=value...>', '该种导入的选项，例如财务数据的 year=2025 source=TAX')
    .option('--marked <file>', '把标出问题单元格的副本存为该文件')
    .option('--place <name>', '报告：讲的是哪里，如 南昌市')
    .option('--year <year>', '报告：报告年度，不填则由正文判断')
    .option('--title <title>', '报告：名称，不填则用文件名')
    .option('--accept-sure', '报告：把握足、指标明确、已经发生的数据直接采纳入台账')
    .option('--json', '以 JSON 输出')
    .action((kind: string, file: string, options: Options) => orRefuse(() => run(kind, file, options), options.json));
}
