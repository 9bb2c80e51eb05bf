// Encrypts single values (identity numbers, phones, bank numbers): SM4-CBC, then HMAC-SM3 over everything (GB/T 32907, GB/T 32905).
import { createCipheriv, createDecipheriv, getCiphers, randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { equalDigests, hmacSm3 } from './digest.ts';
import type { KeyRing } from './keys.ts';

/** Stands in the stored value, so that another algorithm can follow without touching what is stored. */
const ALGORITHM = 'sm4c';

export const hasSm4 = (): boolean => getCiphers().includes('sm4-cbc');

const unreadable = (): Refusal =>
  new Refusal('CIPHER_BROKEN', '加密内容无法还原：内容被改动，或密钥文件已更换。请联系系统管理员。', { status: 500 });

export class FieldCipher {
  readonly #key: Buffer;
  readonly #macKey: Buffer;
  readonly #indexKey: Buffer;

  constructor(ring: KeyRing) {
    this.#key = ring.of('field-cipher').subarray(0, 16);
    this.#macKey = ring.of('field-mac');
    this.#indexKey = ring.of('blind-index');
  }

  #mac(place: string, iv: Buffer, sealed: Buffer): Buffer {
    return hmacSm3(this.#macKey, Buffer.concat([Buffer.from(`${ALGORITHM}\0${place}\0`), iv, sealed]));
  }

  /** `place` binds the value to where it is kept, e.g. `accounts.person.phone`: a value copied elsewhere does not open. */
  seal(plain: string, place: string): string {
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-cbc', this.#key, iv);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [ALGORITHM, iv.toString('base64url'), sealed.toString('base64url'), this.#mac(place, iv, sealed).toString('base64url')].join(
      '.',
    );
  }

  open(stored: string, place: string): string {
    const [algorithm, iv, sealed, mac] = stored.split('.');
    if (algorithm !== ALGORITHM || iv === undefined || sealed === undefined || mac === undefined) throw unreadable();
    const parts = { iv: Buffer.from(iv, 'base64url'), sealed: Buffer.from(sealed, 'base64url') };
    if (!equalDigests(this.#mac(place, parts.iv, parts.sealed), Buffer.from(mac, 'base64url'))) throw unreadable();
    const decipher = createDecipheriv('sm4-cbc', this.#key, parts.iv);
    return Buffer.concat([decipher.update(parts.sealed), decipher.final()]).toString('utf8');
  }

  /** Finds equal values without opening them: store it beside the sealed value and compare. The caller normalises first. */
  index(plain: string, place: string): string {
    return hmacSm3(this.#indexKey, `${place}\0${plain}`).toString('hex');
  }
}

/** Digest of columns that must not change unnoticed (amounts, scores): keep it in the row and compare when reading (GB/T 22239, integrity). */
export const columnMac = (ring: KeyRing, place: string, values: readonly (string | null)[]): string =>
  hmacSm3(ring.of('column-mac'), JSON.stringify([place, ...values])).toString('hex');
