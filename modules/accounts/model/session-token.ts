// The token of a session: random and opaque, after the root whose rows it opens; only its digest is ever stored.
import { randomBytes } from 'node:crypto';
import { sm3 } from '#platform/crypto/digest.ts';

const TOKEN = /^([0-9]{6})\.[A-Za-z0-9_-]{43}$/;

export const newToken = (root: string): string => `${root}.${randomBytes(32).toString('base64url')}`;

/** The root that the token names, undefined when it is no token of ours. */
export const rootOfToken = (token: string): string | undefined => TOKEN.exec(token)?.[1];

export const digestOfToken = (token: string): Buffer => Buffer.from(sm3(token), 'hex');
