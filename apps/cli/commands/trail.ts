// `kechuang trail verify`: proves that no line of the audit trail was changed, removed or moved.
import type { Command } from 'commander';
import type { TrailVerdict } from '#platform/trail/verify.ts';
import { orRefuse, say } from '../failing.ts';

interface Options {
  readonly json?: boolean;
  readonly root?: string;
}

const sentence = ({ root, lines, holds, last, broken }: TrailVerdict): string =>
  holds ? `${root}：${lines} 条审计记录完整，未被改动。链尾 ${last}` : `${root}：前 ${lines} 条完整，其后有问题。${broken?.message ?? ''}`;

async function verify(options: Options): Promise<void> {
  const { openPlatform } = await import('#platform/open.ts');
  const { readConfig } = await import('#platform/config.ts');
  const { makeLog } = await import('#platform/log/log.ts');
  const { trailRoots, verifyTrail } = await import('#platform/trail/verify.ts');
  const { migrationState } = await import('#platform/db/migrate.ts');
  const { migrations } = await import('#apps/server/migrations.ts');
  const config = readConfig();
  const platform = await openPlatform(config, { join: true, log: makeLog({ level: 'silent' }), say });
  try {
    const { applied } = await migrationState(platform.database, migrations);
    const wanted = options.root ?? config.root;
    const roots = applied.length === 0 ? [] : wanted !== undefined ? [wanted] : await trailRoots(platform.database);
    const verdicts: TrailVerdict[] = [];
    for (const root of roots) verdicts.push(await verifyTrail(platform.database, root, platform.services.trailKey));
    if (options.json === true) process.stdout.write(`${JSON.stringify({ holds: verdicts.every((one) => one.holds), roots: verdicts })}\n`);
    else process.stdout.write(verdicts.length === 0 ? '还没有审计记录。\n' : `${verdicts.map(sentence).join('\n')}\n`);
    if (verdicts.some((one) => !one.holds)) process.exitCode = 1;
  } finally {
    await platform.close();
  }
}

export function registerTrail(program: Command): void {
  const trail = program.command('trail').description('审计记录');
  trail
    .command('verify')
    .description('核验审计记录是否完整、未被改动；有问题时退出码为 1')
    .option('--root <code>', '只核验该区划代码的记录')
    .option('--json', '以 JSON 输出')
    .action((options: Options) => orRefuse(() => verify(options), options.json));
}
