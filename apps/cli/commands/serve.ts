// `kechuang serve`: runs the whole product until it is told to stop.
import type { Command } from 'commander';
import type { RunningServer } from '#apps/server/serve.ts';
import type { Config } from '#platform/config.ts';
import { orRefuse } from '../failing.ts';

interface Flags {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly dev?: boolean;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const off = (text: string | undefined): boolean => ['0', 'off', 'no', 'false'].includes((text ?? '').trim().toLowerCase());

function tell(server: RunningServer, config: Config): void {
  print(`科创台已启动：${server.url}`);
  print(`数据目录：${config.dataDir}${config.databaseUrl === undefined ? '（内嵌 PostgreSQL）' : '（数据库由 DATABASE_URL 指定）'}`);
  if (server.signIns.length > 0) {
    print(`演示账户（数据均为虚构，密码均为 ${server.signIns[0]?.password}）：`);
    for (const { account, role } of server.signIns) print(`  ${account.padEnd(12)}${role}`);
  }
  print('按 Ctrl-C 停止。');
}

/** Pages rebuilt as they are edited, asking this server for data. */
async function startPages(api: string): Promise<() => Promise<void>> {
  process.env.KECHUANG_API = api;
  const vite = await import('vite');
  const pages = await vite.createServer({ configFile: 'apps/web/vite.config.ts' });
  await pages.listen();
  print(`页面开发地址：${pages.resolvedUrls?.local[0] ?? ''}`);
  return () => pages.close();
}

/** The first signal ends what is running in good order; a second one, or half a minute, ends it at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    print('正在停止……');
    setTimeout(() => process.exit(1), 30_000).unref();
    stop().then(
      () => {
        print('已停止。');
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`停止时出错：${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function serve(flags: Flags): Promise<void> {
  const { readConfig } = await import('#platform/config.ts');
  const { startServer } = await import('#apps/server/serve.ts');
  const given = { KECHUANG_HOST: flags.host, KECHUANG_PORT: flags.port, KECHUANG_DATA: flags.data };
  const flagged = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  // Into the environment, because the key is read from there when it is first needed.
  Object.assign(process.env, flagged);
  const config = readConfig();
  const server = await startServer(config, { demo: !off(process.env.KECHUANG_DEMO), say: print });
  const stopPages = flags.dev === true ? await startPages(server.url) : undefined;
  stopOnSignal(async () => {
    await stopPages?.();
    await server.close();
  });
  tell(server, config);
}

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('启动科创台：数据库、后台作业与网页')
    .option('--host <address>', '监听地址，默认 KECHUANG_HOST 或 127.0.0.1')
    .option('--port <number>', '端口，默认 KECHUANG_PORT 或 8080')
    .option('--data <directory>', '数据目录，默认 KECHUANG_DATA 或 ./data')
    .option('--dev', '同时启动页面的开发服务')
    .action((flags: Flags) => orRefuse(() => serve(flags)));
}
