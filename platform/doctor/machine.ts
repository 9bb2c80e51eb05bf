// What the doctor looks at on the machine: runtime, algorithms, programs, directories, space, clock.
import { execFileSync } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { hasSm4 } from '../crypto/cipher.ts';
import { hasSm3 } from '../crypto/digest.ts';
import { keyFileIsPrivate, keyFileOf, loadKeys } from '../crypto/keys.ts';
import { findBinaries } from '../db/binaries.ts';
import { findPlace } from '../db/embedded-place.ts';
import { DirectoryStore, sizeText } from '../files/directory-store.ts';
import type { Check } from './check.ts';
import { typefaces } from './typefaces.ts';

const MINIMUM_NODE = [20, 19] as const;

export function nodeIsNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
}

const runtime: Check = {
  name: '运行环境',
  run: async () =>
    nodeIsNewEnough(process.version)
      ? { level: 'ok', message: `Node.js ${process.version}` }
      : { level: 'bad', message: `Node.js ${process.version} 过旧`, remedy: '请安装 Node.js 20.19 以上版本（推荐 24）。' },
};

const algorithms: Check = {
  name: '国密算法',
  run: async () =>
    hasSm3() && hasSm4()
      ? { level: 'ok', message: 'SM3、SM4 可用' }
      : { level: 'bad', message: '当前 Node.js 未编入 SM3 或 SM4', remedy: '请换用官方发布的 Node.js。' },
};

const programs: Check = {
  name: '数据库程序',
  run: async () => {
    const { binDir, source } = findBinaries();
    const version = execFileSync(path.join(binDir, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();
    const from = { configured: '配置指定', package: '随软件安装', system: '系统自带' }[source];
    return { level: 'ok', message: `${version}（${from}）` };
  },
};

const directory = (config: Config): Check => ({
  name: '数据目录',
  run: async () => {
    if (!existsSync(config.dataDir))
      return { level: 'warn', message: `${config.dataDir} 尚不存在`, remedy: '首次启动时自动建立，无需处理。' };
    await access(config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (config.databaseUrl !== undefined) return { level: 'ok', message: config.dataDir };
    const place = findPlace(config.dataDir);
    const notice = place.notices.join(' ');
    return notice === ''
      ? { level: 'ok', message: `${place.dataDir}，本机连接 ${place.socketDir}` }
      : { level: 'warn', message: notice, remedy: '可将数据目录（KECHUANG_DATA）设在各级目录均可进入的位置，例如 /srv/kechuang。' };
  },
});

const space = (config: Config): Check => ({
  name: '磁盘空间',
  run: async () => {
    const { bavail, bsize } = await statfs(existsSync(config.dataDir) ? config.dataDir : path.dirname(config.dataDir));
    const free = bavail * bsize;
    const message = `可用 ${sizeText(free)}`;
    if (free < 1_073_741_824) return { level: 'bad', message, remedy: '可用空间不足1 GB，请清理磁盘或扩容。' };
    if (free < 5_368_709_120) return { level: 'warn', message, remedy: '可用空间不足5 GB，请安排扩容。' };
    return { level: 'ok', message };
  },
});

const clock: Check = {
  name: '系统时钟',
  run: async () => {
    const shown = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    );
    if (new Date().getUTCFullYear() < 2025)
      return { level: 'bad', message: `北京时间 ${shown}`, remedy: '系统时间明显有误，请校时（建议启用 NTP）。' };
    return { level: 'ok', message: `北京时间 ${shown}（期限计算一律用北京时间，与服务器时区无关）` };
  },
};

const fileStore = (config: Config): Check => ({
  name: '文件存储',
  run: async () => {
    if (!existsSync(config.dataDir)) return { level: 'skipped', message: '数据目录建立后再检查' };
    await new DirectoryStore(path.join(config.dataDir, 'files')).probe();
    return { level: 'ok', message: '可写可读' };
  },
});

const keyFile = (config: Config): Check => ({
  name: '密钥文件',
  run: async () => {
    const file = keyFileOf(config.dataDir);
    if (!existsSync(file)) return { level: 'warn', message: '尚未生成', remedy: '首次启动时自动生成，届时请另行妥善备份。' };
    const { fingerprint } = loadKeys(config.dataDir);
    if (!keyFileIsPrivate(file)) return { level: 'bad', message: `其他用户可以读取 ${file}`, remedy: `请执行：chmod 600 ${file}` };
    return { level: 'ok', message: `指纹 ${fingerprint}，请确认已另行备份` };
  },
});

export const machineChecks = (config: Config): Check[] => [
  runtime,
  algorithms,
  ...(config.databaseUrl === undefined ? [programs] : []),
  directory(config),
  space(config),
  clock,
  fileStore(config),
  keyFile(config),
  typefaces(config),
];
