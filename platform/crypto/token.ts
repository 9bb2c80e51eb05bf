// Random tokens: opaque to whoever holds them, stored only as digests.
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits as text for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: a stolen table opens no session. */
export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Digits for a person to type, e.g. a code sent by message. */
export const newCode = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, '0');
