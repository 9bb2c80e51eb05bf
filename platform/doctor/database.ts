// What the doctor looks at in the database: fitness, order of Chinese, pending steps, clock, key, queue, trail.
import type { Database } from '../db/database.ts';
import { migrationState } from '../db/migrate.ts';
import type { Migration } from '../db/migration.ts';
import { APP_ROLE } from '../db/scope-roles.ts';
import { queueState } from '../jobs/worker.ts';
import type { Check } from './check.ts';

interface Facts {
  version: string;
  number: number;
  encoding: string;
  chinese: boolean;
  role: boolean;
  skew: number;
  durable: boolean;
}

async function factsOf(database: Database): Promise<Facts> {
  return database.withOwner(async (client) => {
    const { rows } = await client.query<Facts>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
              pg_encoding_to_char(encoding) as encoding, array(select x from unnest(array['张三', '阿里', '北京']) x order by x) = array['阿里', '北京', '张三'] as chinese,
              exists (select 1 from pg_roles where rolname = $1 and not rolbypassrls and not rolsuper) as role,
              abs(extract(epoch from clock_timestamp()) - $2::float8)::float8 as skew,
              current_setting('fsync')::bool and current_setting('full_page_writes')::bool and current_setting('synchronous_commit') <> 'off' as durable
       from pg_database where datname = current_database()`,
      [APP_ROLE, Date.now() / 1000],
    );
    const found = rows[0];
    if (found === undefined) throw new Error('数据库没有回答');
    return found;
  });
}

const fitness = (database: Database): Check => ({
  name: '数据库',
  run: async () => {
    const { version, number, encoding, chinese, durable } = await factsOf(database);
    const message = `PostgreSQL ${version}，${encoding}`;
    if (number < 150000 || encoding !== 'UTF8') return { level: 'bad', message, remedy: '须为 PostgreSQL 15 以上、UTF8 编码。' };
    if (!durable)
      return {
        level: 'bad',
        message: `${message}，未开启同步写盘`,
        remedy: '断电会丢失已保存的内容，请开启 fsync、full_page_writes 和 synchronous_commit。',
      };
    return chinese
      ? { level: 'ok', message: `${message}，按拼音排序` }
      : { level: 'warn', message: `${message}，不按拼音排序`, remedy: '新建数据库时请指定 LOCALE_PROVIDER icu、ICU_LOCALE zh-Hans-CN。' };
  },
});

const role = (database: Database): Check => ({
  name: '应用角色',
  run: async () =>
    (await factsOf(database)).role
      ? { level: 'ok', message: `${APP_ROLE} 受行级权限约束` }
      : {
          level: 'bad',
          message: `没有角色 ${APP_ROLE}，或该角色可绕过行级权限`,
          remedy: '请执行 kechuang migrate；如提示无权建立角色，请按提示联系数据库管理员。',
        },
});

const skew = (database: Database): Check => ({
  name: '时钟一致',
  run: async () => {
    const seconds = Math.round((await factsOf(database)).skew * 10) / 10;
    return seconds <= 5
      ? { level: 'ok', message: `与数据库服务器相差 ${seconds} 秒` }
      : { level: 'warn', message: `与数据库服务器相差 ${seconds} 秒`, remedy: '请为两台服务器启用同一校时服务。' };
  },
});

const steps = (database: Database, migrations: readonly Migration[]): Check => ({
  name: '升级步骤',
  run: async () => {
    const { applied, pending } = await migrationState(database, migrations);
    return pending.length === 0
      ? { level: 'ok', message: `已执行 ${applied.length} 步，没有待执行的` }
      : {
          level: 'warn',
          message: `有 ${pending.length} 步待执行：${pending.slice(0, 5).join('、')}`,
          remedy: '请执行 kechuang migrate，或重新启动服务。',
        };
  },
});

const key = (database: Database, fingerprint: string): Check => ({
  name: '密钥一致',
  run: async () => {
    const known = await database.withOwner(async (client) => {
      const { rows } = await client.query<{ value: string }>(`select value from platform.installation where name = 'key-fingerprint'`);
      return rows[0]?.value;
    });
    if (known === undefined) return { level: 'skipped', message: '服务首次启动后再检查' };
    return known === fingerprint
      ? { level: 'ok', message: '密钥与数据库相符' }
      : { level: 'bad', message: '密钥与数据库不符', remedy: '请恢复与该数据库配套的密钥文件，否则加密内容无法还原。' };
  },
});

const queue = (database: Database): Check => ({
  name: '后台任务',
  run: async () => {
    const { waiting, failed } = await queueState(database);
    const first = failed[0];
    if (first === undefined) return { level: 'ok', message: `等待执行 ${waiting} 项，没有失败的` };
    return {
      level: 'warn',
      message: `${failed.length} 项多次失败后停止，最近一项：${first.job}（${first.error}）`,
      remedy: '请查看日志，排除原因后重新发起。',
    };
  },
});

export function databaseChecks(database: Database, migrations: readonly Migration[], fingerprint: string | undefined): Check[] {
  return [
    fitness(database),
    role(database),
    skew(database),
    steps(database, migrations),
    ...(fingerprint === undefined ? [] : [key(database, fingerprint)]),
    queue(database),
  ];
}
