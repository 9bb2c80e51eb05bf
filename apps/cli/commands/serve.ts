// `kechuang serve`: runs the whole product until it is told to stop.
import type { Command } from 'commander';
import type { RunningServer } from '#apps/server/serve.ts';

interface Flags {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly dev?: boolean;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`端口应为 0 至 65535 的整数，现在是「${text}」。`);
}

/** Chinese characters are twice as wide as Latin ones in a terminal. */
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - text.length));

function tell(server: RunningServer): void {
  say(`科创台已启动：${server.url}`);
  say(`数据目录：${server.dataDir}${server.isEmbedded ? '（内嵌 PostgreSQL）' : '（数据库由 DATABASE_URL 指定）'}`);
  if (server.signIns.length > 0) {
    say(`演示账户（数据均为虚构，密码均为 ${server.signIns[0]?.password}）：`);
    for (const { account, role } of server.signIns) say(`  ${padded(account, 12)}${role}`);
  }
  say('按 Ctrl-C 停止。');
}

/** Pages rebuilt as they are edited, asking this server for data. */
async function startPages(api: string): Promise<() => Promise<void>> {
  process.env.KECHUANG_API = api;
  const vite = await import('vite');
  const pages = await vite.createServer({ configFile: 'apps/web/vite.config.ts' });
  await pages.listen();
  say(`页面开发地址：${pages.resolvedUrls?.local[0] ?? ''}`);
  return () => pages.close();
}

async function serve(flags: Flags): Promise<void> {
  const { startServer } = await import('#apps/server/serve.ts');
  const { Refusal } = await import('#platform/refusal.ts');
  try {
    const server = await startServer({
      host: flags.host ?? process.env.KECHUANG_HOST ?? '127.0.0.1',
      port: portOf(flags.port ?? process.env.KECHUANG_PORT ?? '8080'),
      demo: (process.env.KECHUANG_DEMO ?? 'on') !== 'off',
      trustProxy: (process.env.KECHUANG_TRUST_PROXY ?? '') !== '',
      say,
      ...(flags.data === undefined ? {} : { dataDir: flags.data }),
      ...(process.env.KECHUANG_ROOT === undefined ? {} : { root: process.env.KECHUANG_ROOT }),
    });
    const stopPages = flags.dev === true ? await startPages(server.url) : undefined;
    stopOnSignal(async () => {
      await stopPages?.();
      await server.close();
    });
    tell(server);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The first signal ends what is running in good order; a second one, or half a minute, ends it at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      say('正在停止……');
      setTimeout(() => process.exit(1), 30_000).unref();
      stop().then(
        () => {
          say('已停止。');
          process.exit(0);
        },
        (error: unknown) => {
          process.stderr.write(`停止时出错：${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('启动科创台：数据库、后台作业与网页')
    .option('--host <address>', '监听地址，默认 KECHUANG_HOST 或 127.0.0.1')
    .option('--port <number>', '端口，默认 KECHUANG_PORT 或 8080')
    .option('--data <directory>', '数据目录，默认 KECHUANG_DATA 或 ./data')
    .option('--dev', '同时启动页面的开发服务')
    .action(serve);
}
