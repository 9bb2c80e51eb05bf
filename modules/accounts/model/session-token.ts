// The token of a session: random and opaque, after the root whose rows it opens; only its digest is ever stored.
import { newToken, tokenDigest } from '#platform/crypto/token.ts';

const TOKEN = /^([0-9]{6})\.[A-Za-z0-9_-]{43}$/;

export const tokenFor = (root: string): string => `${root}.${newToken()}`;

/** The root that the token names, undefined when it is no token of ours. */
export const rootOfToken = (token: string): string | undefined => TOKEN.exec(token)?.[1];

export const digestOfToken = (token: string): Buffer => Buffer.from(tokenDigest(token), 'hex');
