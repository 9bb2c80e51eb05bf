// Serves the browser application: hashed assets for ever, the page itself always fresh, unknown addresses to the page.
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import { bodyOf } from './errors.ts';

const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** An address without an ending can only be a page. */
const isPageAddress = (url: string): boolean => path.extname(url.split('?')[0] ?? '') === '';

/** A browser that goes to an address says so; ids with a dot (`/figures/a.b`) have pages too. A missing picture or script stays missing. */
const asksForPage = (request: FastifyRequest): boolean =>
  request.headers['sec-fetch-mode'] === 'navigate' || (request.headers.accept ?? '').startsWith('text/html');

export async function serveWebApp(app: FastifyInstance, staticDir: string | undefined): Promise<void> {
  const index = staticDir === undefined ? undefined : path.join(staticDir, 'index.html');
  const present = index !== undefined && existsSync(index);
  if (staticDir !== undefined && present) {
    await app.register(fastifyStatic, {
      root: staticDir,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header('cache-control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const wantsPage =
      request.method === 'GET' && !/^\/(api|assets)\//.test(request.url) && (isPageAddress(request.url) || asksForPage(request));
    if (present && wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    const refusal = new Refusal('NOT_FOUND', '没有找到该地址，请核对后重试。', { status: 404 });
    return reply
      .status(404)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(bodyOf(refusal)));
  });
}
