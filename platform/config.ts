// What the environment settles: read in one place, checked, with defaults that just work.
import path from 'node:path';
import { Refusal } from './refusal.ts';

export interface Config {
  /** Cluster, files, key and log of this installation. */
  readonly dataDir: string;
  /** An existing PostgreSQL; undefined for the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Address for jobs and migrations where `databaseUrl` goes through a pooler. */
  readonly directUrl: string | undefined;
  /** Root region of this installation. */
  readonly root: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Believe a reverse proxy's headers about address and scheme. */
  readonly trustProxy: boolean;
  /** Cookies over https only. */
  readonly secureCookies: boolean;
  readonly poolSize: number;
  /** Server and sender of mail; undefined where the installation sends none. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Directory of the typefaces that official papers prescribe and that aren't free. */
  readonly fontDir: string | undefined;
}

const filled = (value: string | undefined): string | undefined => (value === undefined || value.trim() === '' ? undefined : value.trim());

function whole(name: string, text: string | undefined, otherwise: number, min: number, max: number): number {
  const given = filled(text);
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Refusal('BAD_SETTING', `环境变量 ${name} 应为 ${min} 至 ${max} 的整数，现在是「${given}」。`, { status: 503 });
  }
  return value;
}

const yes = (text: string | undefined): boolean => ['1', 'true', 'yes', 'on'].includes((filled(text) ?? '').toLowerCase());

function mailOf(env: NodeJS.ProcessEnv): Config['mail'] {
  const url = filled(env.KECHUANG_SMTP_URL);
  if (url === undefined) return undefined;
  if (!/^smtps?:\/\//.test(url))
    throw new Refusal('BAD_SETTING', '环境变量 KECHUANG_SMTP_URL 应以 smtp:// 或 smtps:// 开头。', { status: 503 });
  const from = filled(env.KECHUANG_MAIL_FROM);
  if (from === undefined || !from.includes('@'))
    throw new Refusal('BAD_SETTING', '设置了 KECHUANG_SMTP_URL，还应以 KECHUANG_MAIL_FROM 写明发件邮箱。', { status: 503 });
  return { url, from };
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const databaseUrl = filled(env.DATABASE_URL);
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Refusal('BAD_SETTING', '环境变量 DATABASE_URL 应以 postgres:// 开头。', { status: 503 });
  }
  const root = filled(env.KECHUANG_ROOT);
  if (root !== undefined && !/^\d{6}$/.test(root)) {
    throw new Refusal('BAD_SETTING', `环境变量 KECHUANG_ROOT 应为6位区划代码，现在是「${root}」。`, { status: 503 });
  }
  return {
    dataDir: path.resolve(filled(env.KECHUANG_DATA) ?? 'data'),
    databaseUrl,
    directUrl: filled(env.KECHUANG_DIRECT_URL),
    root,
    host: filled(env.KECHUANG_HOST) ?? '127.0.0.1',
    port: whole('KECHUANG_PORT', env.KECHUANG_PORT, 8080, 0, 65_535),
    trustProxy: yes(env.KECHUANG_TRUST_PROXY),
    secureCookies: yes(env.KECHUANG_SECURE_COOKIES),
    poolSize: whole('KECHUANG_POOL', env.KECHUANG_POOL, 20, 2, 500),
    mail: mailOf(env),
    fontDir: filled(env.KECHUANG_FONTS),
  };
}
