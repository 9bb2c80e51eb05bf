// `kechuang migrate`: brings the database up to the program, or with `--check` only says what is missing.
import type { Command } from 'commander';
import { orRefuse, say } from '../failing.ts';

interface Options {
  readonly json?: boolean;
  readonly check?: boolean;
}

async function run(options: Options): Promise<void> {
  const { openPlatform } = await import('#platform/open.ts');
  const { readConfig } = await import('#platform/config.ts');
  const { migrationState } = await import('#platform/db/migrate.ts');
  const { makeLog } = await import('#platform/log/log.ts');
  const { migrations } = await import('#apps/server/migrations.ts');
  const platform = await openPlatform(readConfig(), {
    join: true,
    log: makeLog({ level: 'silent' }),
    say,
    ...(options.check === true ? {} : { migrations }),
  });
  try {
    const { applied, pending } = await migrationState(platform.database, migrations);
    if (options.json === true)
      process.stdout.write(`${JSON.stringify({ migrated: platform.migrated, applied: applied.length, pending })}\n`);
    else if (options.check === true)
      process.stdout.write(pending.length === 0 ? '数据库已是最新。\n' : `待执行 ${pending.length} 步：\n${pending.join('\n')}\n`);
    else
      process.stdout.write(
        platform.migrated.length === 0
          ? '数据库已是最新，无需升级。\n'
          : `已执行 ${platform.migrated.length} 步：\n${platform.migrated.join('\n')}\n`,
      );
    if (pending.length > 0) process.exitCode = 1;
  } finally {
    await platform.close();
  }
}

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('升级数据库到本程序所需的版本')
    .option('--check', '只检查，不执行；有待执行的步骤时退出码为 1')
    .option('--json', '以 JSON 输出')
    .action((options: Options) => orRefuse(() => run(options), options.json));
}
