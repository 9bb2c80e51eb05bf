// `kechuang export <what>`: writes a list to a workbook, exactly as the page with the same filters would.
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Download } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { orRefuse } from '../failing.ts';

const lists: Readonly<Record<string, string>> = { parties: 'registry.export-parties', cases: 'casework.export-cases' };

async function run(what: string, { output, query = [] }: { readonly output?: string; readonly query?: readonly string[] }): Promise<void> {
  const { catalogue } = await import('#catalogue/index.ts');
  const registers = catalogue.registers.map((register) => register.id);
  const action = registers.includes(what) ? 'registers.export-rows' : Object.hasOwn(lists, what) ? lists[what] : undefined;
  if (action === undefined)
    throw new Refusal('UNKNOWN_LIST', `不能导出“${what}”。可以导出：${[...Object.keys(lists), ...registers].join('、')}。`, {
      status: 400,
    });
  const filters = Object.fromEntries(query.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  const { atWork } = await import('../workplace.ts');
  const { fileName, content } = await atWork(({ run: act }) => act<Download>(action, { params: { register: what }, query: filters }));
  const target = output ?? fileName;
  writeFileSync(target, content as Buffer);
  process.stdout.write(`已导出到 ${target}\n`);
}

export function registerExport(program: Command): void {
  program
    .command('export <what>')
    .description(`导出 Excel：${[...Object.keys(lists), '台账的名称'].join('、')}`)
    .option('-o, --output <file>', '存为该文件')
    .option('--query <name=value...>', '筛选条件，与页面地址中的相同，例如 region=990171')
    .action((what: string, options: { readonly output?: string; readonly query?: readonly string[] }) =>
      orRefuse(() => run(what, options)),
    );
}
