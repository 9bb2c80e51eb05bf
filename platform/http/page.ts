// Pages for anyone, made on the server: plain HTML that needs no script, kept by caches, told apart by its digest.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicActor, systemActor } from '../actor.ts';
import type { Refusal } from '../refusal.ts';
import type { ActionContext, Download } from './action.ts';
import { runInContext, type Services } from './context.ts';
import { sendDownload } from './download.ts';
import { told } from './errors.ts';
import { refuseForeign } from './session.ts';

export interface PageAsked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Fields of a form that was sent; a field that was sent several times keeps all its values. */
  readonly form: Readonly<Record<string, readonly string[]>>;
  /** Address of the site as the visitor wrote it, without a path: https://kjj.example.gov.cn. */
  readonly site: string;
  readonly path: string;
}

export interface PageReply {
  readonly status?: number;
  readonly type?: string;
  readonly text: string;
  /** Seconds for which caches may keep it; 0 for what is made for one visitor alone. */
  readonly keep: number;
}

export interface PublicPage {
  readonly method: 'GET' | 'POST';
  /** Address from the root of the site, with parameters as `:id`. */
  readonly path: string;
  /** Whoever reads sees as the public does. `system` is for what is done on behalf of the public, and must be rare. */
  readonly as?: 'system';
  /** Requests of one address in so many seconds. */
  readonly rate?: { readonly max: number; readonly seconds: number };
  handle(context: ActionContext, asked: PageAsked): Promise<PageReply | Download>;
}

export interface PublicPages {
  readonly pages: readonly PublicPage[];
  /** The page that says why not. */
  refused(refusal: Refusal, asked: PageAsked): PageReply;
}

/** Nothing runs, nothing is loaded from elsewhere, nothing is framed; forms go to ourselves. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Longest form that is read, in bytes. */
const FORM_BYTES = 64_000;

function fieldsOf(search: URLSearchParams): Record<string, readonly string[]> {
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]));
}

function askedOf(request: FastifyRequest): PageAsked {
  const query = new URL(request.url, 'http://site').searchParams;
  return {
    params: request.params as Record<string, string>,
    query: Object.fromEntries(query),
    form: request.body instanceof URLSearchParams ? fieldsOf(request.body) : {},
    site: `${request.protocol}://${request.host}`,
    path: request.url.split('?')[0] ?? '/',
  };
}

function send(request: FastifyRequest, reply: FastifyReply, page: PageReply): FastifyReply {
  reply.header('content-security-policy', CONTENT_POLICY).header('vary', 'accept-encoding');
  reply.status(page.status ?? 200).type(page.type ?? 'text/html; charset=utf-8');
  if (page.keep === 0) return reply.header('cache-control', 'no-store').send(page.text);
  const tag = `"${createHash('sha256').update(page.text).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', `public, max-age=${page.keep}`).header('etag', `W/${tag}`);
  const known = String(request.headers['if-none-match'] ?? '');
  return known.includes(tag) ? reply.status(304).send() : reply.send(page.text);
}

/** Mounts the pages outside the interface: no session is read, so that what is sent is the same for everyone. */
export async function mountPages(
  app: FastifyInstance,
  { pages, refused }: PublicPages,
  given: { readonly services: Services; readonly root: string; readonly messages: Readonly<Record<string, string>> },
): Promise<void> {
  const { services, root, messages } = given;
  await app.register(async (site) => {
    const parser = { parseAs: 'string', bodyLimit: FORM_BYTES } as const;
    site.addContentTypeParser('application/x-www-form-urlencoded', parser, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    site.setErrorHandler((error: Error, request, reply) => {
      const refusal = told(error, messages);
      if (refusal === undefined) throw error;
      return send(request, reply, { ...refused(refusal, askedOf(request)), status: refusal.status, keep: 0 });
    });
    for (const page of pages) {
      const { rate = { max: 300, seconds: 60 } } = page;
      site.route({
        method: page.method,
        url: page.path,
        schema: { hide: true } as never,
        config: { rateLimit: { max: rate.max, timeWindow: rate.seconds * 1000, groupId: `${page.method} ${page.path}` } },
        onRequest: async (request) => refuseForeign(request),
        handler: async (request, reply) => {
          const actor = page.as === 'system' ? systemActor(root) : publicActor(root);
          const asked = askedOf(request);
          const made = await runInContext(
            { ...services, log: request.log as Services['log'] },
            actor,
            { writes: page.method === 'POST' },
            (context) => page.handle(context, asked),
          );
          return 'content' in made ? sendDownload(reply, made) : send(request, reply, made);
        },
      });
    }
  });
}
