// The installation's secret: made at first start, kept in one file, and divided into a key for each purpose.
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { hmacSm3 } from './digest.ts';

export type KeyPurpose = 'field-cipher' | 'field-mac' | 'blind-index' | 'trail-seal' | 'password-pepper' | 'column-mac';

export interface KeyRing {
  /** 32 bytes for the purpose; cipher keys take the first 16. */
  of(purpose: KeyPurpose): Buffer;
  /** Tells keys apart without giving them away. */
  readonly fingerprint: string;
}

export const keyFileOf = (dataDir: string): string => process.env.KECHUANG_KEY_FILE ?? path.join(dataDir, 'kechuang.key');

export function ringOf(master: Buffer): KeyRing {
  if (master.length < 32) throw new Refusal('KEY_TOO_SHORT', '密钥长度不足32字节，请恢复原来的密钥文件。', { status: 503 });
  const made = new Map<string, Buffer>();
  const of = (purpose: string): Buffer => {
    const known = made.get(purpose);
    if (known !== undefined) return known;
    const key = hmacSm3(master, `kechuang ${purpose} 1`);
    made.set(purpose, key);
    return key;
  };
  return { of, fingerprint: of('fingerprint').toString('hex').slice(0, 16) };
}

function read(file: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Refusal('KEY_UNREADABLE', `无法读取密钥文件「${file}」，请检查文件权限。`, { status: 503 });
  }
  if (!/^[0-9a-f]{64,}$/i.test(text)) throw new Refusal('KEY_DAMAGED', `密钥文件「${file}」已损坏，请从备份恢复。`, { status: 503 });
  return Buffer.from(text, 'hex');
}

/** Reads the key file, making it at first start. Two servers that start at once get the same one. */
export function loadKeys(dataDir: string): KeyRing {
  const file = keyFileOf(dataDir);
  const found = read(file);
  if (found !== undefined) return ringOf(found);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const making = `${file}.${process.pid}.making`;
  writeFileSync(making, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  chmodSync(making, 0o600);
  try {
    linkSync(making, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(making, { force: true });
  }
  const made = read(file);
  if (made === undefined) throw new Refusal('KEY_UNREADABLE', `无法建立密钥文件「${file}」。`, { status: 503 });
  return ringOf(made);
}

/** Whether others than the owner may read the key file. */
export const keyFileIsPrivate = (file: string): boolean => (statSync(file).mode & 0o077) === 0;
