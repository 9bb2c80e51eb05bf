// SM3 digests and keyed digests (GB/T 32905), by the runtime's own OpenSSL.
import { createHash, createHmac, getHashes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../refusal.ts';

const available = getHashes().includes('sm3');

/** Whether this Node was built with the commercial-cryptography algorithms. */
export const hasSm3 = (): boolean => available;

function requireSm3(): void {
  if (!available) {
    throw new Refusal('SM3_MISSING', '当前 Node.js 未编入国密算法 SM3，请换用官方发布的 Node.js 20 以上版本。', { status: 503 });
  }
}

export function sm3(content: string | Buffer): string {
  requireSm3();
  return createHash('sm3').update(content).digest('hex');
}

export function hmacSm3(key: Buffer, content: string | Buffer): Buffer {
  requireSm3();
  return createHmac('sm3', key).update(content).digest();
}

/** Compares without telling by its duration where the difference is. */
export const equalDigests = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
