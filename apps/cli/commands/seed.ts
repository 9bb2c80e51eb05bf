// `kechuang seed`: fills an empty installation with the demonstration bureau, all of it fictional.
import type { Command } from 'commander';
import { Refusal } from '#platform/refusal.ts';
import { orRefuse, say } from '../failing.ts';

async function run({ count }: { readonly count?: string }): Promise<void> {
  const wanted = count === undefined ? undefined : Number(count);
  if (wanted !== undefined && !(Number.isSafeInteger(wanted) && wanted >= 100 && wanted <= 200_000)) {
    throw new Refusal('BAD_COUNT', `企业数应为 100 至 200000 的整数，现在是“${count}”。`, { status: 400 });
  }
  const { atWork } = await import('../workplace.ts');
  const { isEmptyRoot, seedDemonstration } = await import('#apps/server/seed.ts');
  await atWork(async ({ services: { database, files }, root }) => {
    if (!(await isEmptyRoot(database, root)))
      throw new Refusal('NOT_EMPTY', '数据库中已有数据，没有载入演示数据。请换一个空的数据目录（KECHUANG_DATA）。', { status: 409 });
    await seedDemonstration({ database, files, root, now: new Date(), say, ...(wanted === undefined ? {} : { count: wanted }) });
  });
  process.stdout.write('演示数据已载入，均为虚构。\n');
}

export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('在空的数据库中载入演示数据（均为虚构）')
    .option('--count <n>', '虚构企业数，默认 20000')
    .action((options: { readonly count?: string }) => orRefuse(() => run(options)));
}
