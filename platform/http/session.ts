// Who asks: reads the session cookie, and keeps other sites from acting with it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { Refusal } from '../refusal.ts';

export const SESSION_COOKIE = 'kechuang_session';

/** From the token of the cookie to the actor; null when the session is unknown or over. */
export type SessionReader = (token: string, request: { readonly address: string; readonly agent: string }) => Promise<Actor | null>;

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    sessionToken: string | null;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Address part of an origin, `null` for opaque ones. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Refuses changes that another site asks for. The cookie is same-site strict already; old browsers get this second lock. Programs
 * outside browsers send neither header and carry no one else's cookies.
 */
export function refuseForeign(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign =
    site === 'cross-site' || site === 'same-site' || (origin !== undefined && hostOf(origin) !== request.host && site !== 'same-origin');
  if (foreign) throw new Refusal('FOREIGN_ORIGIN', '该操作来自其他网站，已拒绝。请从本系统的页面操作。', { status: 403 });
}

export async function readSession(request: FastifyRequest, reader: SessionReader): Promise<void> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined || token === '') return;
  request.sessionToken = token;
  request.actor = await reader(token, { address: request.ip, agent: request.headers['user-agent'] ?? '' });
}

export function setSessionCookie(reply: FastifyReply, token: string | null, expires: Date | undefined, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  if (token === null) reply.clearCookie(SESSION_COOKIE, options);
  else reply.setCookie(SESSION_COOKIE, token, expires === undefined ? options : { ...options, expires });
}

/** The permission check, before anything of the request is looked at. */
export function requirePermission(actor: Actor | null, permission: string, hadToken: boolean): void {
  if (permission === 'public') return;
  if (actor === null) {
    throw new Refusal('NOT_SIGNED_IN', hadToken ? '登录已过期，请重新登录。' : '请先登录。', { status: 401 });
  }
  if (permission === 'signed-in' || actor.permissions.has(permission)) return;
  throw new Refusal('NOT_ALLOWED', '您没有此项操作的权限。如工作需要，请联系本单位管理员。', { status: 403 });
}
