// The algorithms against the standards' own vectors, and what is built on them against tampering.
import { createCipheriv } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnMac, FieldCipher, hasSm4 } from './cipher.ts';
import { equalDigests, hmacSm3, sm3 } from './digest.ts';
import { keyFileIsPrivate, keyFileOf, loadKeys, ringOf } from './keys.ts';
import { maskBankNumber, maskEmail, maskIdNumber, maskName, maskPhone } from './mask.ts';
import { hashPassword, refuseWeakPassword, verifyNothing, verifyPassword } from './password.ts';
import { newCode, newToken, tokenDigest } from './token.ts';

const ring = ringOf(Buffer.alloc(32, 1));

describe('the standards', () => {
  it('SM3 of GB/T 32905', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('SM4 of GB/T 32907', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(Buffer.concat([cipher.update(block), cipher.final()]).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    expect(hasSm4()).toBe(true);
  });

  it('HMAC over SM3 as RFC 2104 defines it', () => {
    const key = Buffer.alloc(64, 'k');
    const pad = (byte: number): Buffer => Buffer.from(key.map((value) => value ^ byte));
    const inner = Buffer.from(sm3(Buffer.concat([pad(0x36), Buffer.from('text')])), 'hex');
    expect(hmacSm3(key, 'text').toString('hex')).toBe(sm3(Buffer.concat([pad(0x5c), inner])));
    expect(equalDigests(Buffer.from('ab'), Buffer.from('abc'))).toBe(false);
  });
});

describe('encrypted values', () => {
  const cipher = new FieldCipher(ring);

  it('come back as they were, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => cipher.open(cipher.seal(text, 'p'), 'p') === text));
  });

  it('differ each time but are found by their index', () => {
    expect(cipher.seal('13800000000', 'p')).not.toBe(cipher.seal('13800000000', 'p'));
    expect(cipher.index('13800000000', 'p')).toBe(cipher.index('13800000000', 'p'));
    expect(cipher.index('13800000000', 'p')).not.toBe(cipher.index('13800000000', 'q'));
  });

  it('do not open when changed, moved, or under another key', () => {
    const sealed = cipher.seal('110101199001011234', 'person.id');
    const parts = sealed.split('.');
    for (const part of [1, 2, 3]) {
      const bytes = Buffer.from(parts[part] ?? '', 'base64url');
      for (const at of bytes.keys()) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(() => cipher.open(parts.with(part, changed.toString('base64url')).join('.'), 'person.id')).toThrow('无法还原');
      }
    }
    expect(() => cipher.open(sealed, 'person.phone')).toThrow('无法还原');
    expect(() => new FieldCipher(ringOf(Buffer.alloc(32, 2))).open(sealed, 'person.id')).toThrow('无法还原');
    expect(() => cipher.open('nonsense', 'p')).toThrow('无法还原');
  });

  it('tell a changed amount by the digest of its columns', () => {
    const mac = columnMac(ring, 'funds.payment', ['id', '100.00', null]);
    expect(columnMac(ring, 'funds.payment', ['id', '100.00', null])).toBe(mac);
    expect(columnMac(ring, 'funds.payment', ['id', '900.00', null])).not.toBe(mac);
    expect(columnMac(ring, 'funds.payment', ['id', '100.00', ''])).not.toBe(mac);
  });
});

describe('the key file', () => {
  it('is made once, readable by its owner only, and gives each purpose its own key', () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'kc-keys-'));
    const first = loadKeys(dir);
    const again = loadKeys(dir);
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(first.of('field-cipher').equals(first.of('field-mac'))).toBe(false);
    expect(statSync(keyFileOf(dir)).mode & 0o777).toBe(0o600);
    expect(keyFileIsPrivate(keyFileOf(dir))).toBe(true);
    writeFileSync(keyFileOf(dir), 'damaged');
    expect(() => loadKeys(dir)).toThrow('已损坏');
    rmSync(dir, { recursive: true });
  });
});

describe('passwords', () => {
  it('are known again, and only they, and only with the key', async () => {
    const stored = await hashPassword('Kechuang-2026', ring);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, 'Kechuang-2026', ring)).toBe(true);
    expect(await verifyPassword(stored, 'Ｋechuang-2026', ring)).toBe(true);
    expect(await verifyPassword(stored, 'kechuang-2026', ring)).toBe(false);
    expect(await verifyPassword(stored, 'Kechuang-2026', ringOf(Buffer.alloc(32, 3)))).toBe(false);
    expect(await verifyPassword('nonsense', 'x', ring)).toBe(false);
    expect(await verifyNothing('x', ring)).toBe(false);
  });

  it('are refused when weak', () => {
    expect(() => refuseWeakPassword('Kechuang-2026', 'wang')).not.toThrow();
    for (const weak of ['Short-1', 'alllowercase', 'lowercase123', 'Wang-123456', 'Aaaaa-12345'])
      expect(() => refuseWeakPassword(weak, 'wang')).toThrow('密码');
  });
});

it('tokens and codes are long enough and leave only digests', () => {
  expect(newToken()).toMatch(/^[\w-]{43}$/);
  expect(newToken()).not.toBe(newToken());
  expect(tokenDigest('a')).toHaveLength(64);
  expect(newCode(6)).toMatch(/^\d{6}$/);
});

it('masks show just enough', () => {
  expect(maskPhone('13812345678')).toBe('138****5678');
  expect(maskIdNumber('110101199001011234')).toBe('110101********1234');
  expect(maskBankNumber('6222021234567890123')).toBe('***************0123');
  expect(['张三', '张三丰', '欧阳修', '李', ''].map(maskName)).toEqual(['张*', '张**', '欧阳*', '*', '']);
  expect(maskPhone('12345')).toBe('*****');
  expect(maskEmail('zhang@example.cn')).toBe('z****@example.cn');
});
