// `kechuang doctor`: examines the installation and says in plain words what is wrong and how to mend it.
import type { Command } from 'commander';
import type { Finding } from '#platform/doctor/check.ts';
import { orRefuse } from '../failing.ts';

const MARKS = { ok: '正常', warn: '注意', bad: '异常', skipped: '略过' } as const;

const line = ({ check, level, message, remedy }: Finding): string =>
  `[${MARKS[level]}] ${check}：${message}${remedy === undefined ? '' : `\n       ${remedy}`}`;

async function run(options: { readonly json?: boolean }): Promise<void> {
  const { readConfig } = await import('#platform/config.ts');
  const { examine, isHealthy } = await import('#platform/doctor/doctor.ts');
  const { migrations } = await import('#apps/server/migrations.ts');
  const { businessChecks } = await import('#apps/server/doctor.ts');
  const config = readConfig();
  const findings = await examine(config, migrations, businessChecks(config));
  const healthy = isHealthy(findings);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ healthy, findings })}\n`);
  else process.stdout.write(`${findings.map(line).join('\n')}\n${healthy ? '可以正常运行。' : '存在异常，请按提示处理。'}\n`);
  if (!healthy) process.exitCode = 1;
}

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('检查运行环境、数据目录、数据库、文件存储和密钥；有异常时退出码为 1')
    .option('--json', '以 JSON 输出')
    .action((options: { readonly json?: boolean }) => orRefuse(() => run(options), options.json));
}
