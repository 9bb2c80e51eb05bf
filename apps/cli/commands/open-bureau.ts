// `kechuang open-bureau`: the first step of a real installation: the bureau itself and its three administrators.
import type { Command } from 'commander';
import { orRefuse, say } from '../failing.ts';

async function open(name: string): Promise<void> {
  const { readConfig } = await import('#platform/config.ts');
  const { openPlatform } = await import('#platform/open.ts');
  const { runInContext } = await import('#platform/http/context.ts');
  const { systemActor } = await import('#platform/actor.ts');
  const { makeLog } = await import('#platform/log/log.ts');
  const { Refusal } = await import('#platform/refusal.ts');
  const { openRoot } = await import('#modules/accounts/contract.ts');
  const { migrations } = await import('#apps/server/migrations.ts');
  const { passwords } = await import('#apps/server/seal.ts');
  const config = readConfig();
  const { root } = config;
  if (root === undefined) throw new Refusal('ROOT_MISSING', '请先以 KECHUANG_ROOT 指定本市的6位区划代码，再开设单位。');
  const platform = await openPlatform(config, { migrations, join: true, say, log: makeLog({ level: 'warn', to: process.stderr }) });
  try {
    const made = await runInContext(platform.services, systemActor(root), { writes: true }, async (context) => {
      const signIns = await openRoot(context.db, root, { name, passwords, now: context.now });
      await context.trail(`开设「${name}」及三类管理员账户`, { kind: 'root', id: root });
      return signIns;
    });
    process.stdout.write(`已开设「${name}」。请将下列初始密码分别交给三名不同的管理员，只显示这一次，首次登录须更改：\n`);
    for (const { role, login, password } of made) process.stdout.write(`  ${role}  登录名 ${login}  初始密码 ${password}\n`);
    process.stdout.write('正式运行时请以 KECHUANG_DEMO=off 启动。\n');
  } finally {
    await platform.close();
  }
}

export function registerOpenBureau(program: Command): void {
  program
    .command('open-bureau')
    .description('在空的数据库中开设本单位和三类管理员账户（区划由 KECHUANG_ROOT 指定）')
    .argument('<name>', '单位全称，如 某某市科学技术局')
    .action((name: string) => orRefuse(() => open(name)));
}
