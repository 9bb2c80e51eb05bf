// Builds the HTTP server out of actions: one place decides on headers, limits, sessions, errors and documentation.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { Refusal } from '../refusal.ts';
import type { Action } from './action.ts';
import type { Services } from './context.ts';
import { describeInterface } from './documentation.ts';
import { answerError } from './errors.ts';
import { checkActions, mount, prepare } from './mount.ts';
import { mountPages, type PublicPages } from './page.ts';
import { type JsonSchema, Serializers, SharedSchemas } from './schemas.ts';
import { readSession, refuseForeign, type SessionReader } from './session.ts';
import { checker, partOf, Validators } from './validation.ts';
import { serveWebApp } from './web-app.ts';

export interface ServerOptions extends Services {
  readonly actions: readonly Action[];
  readonly sessionReader: SessionReader;
  /** Root region of the public and of those who have not signed in. */
  readonly root: string;
  readonly version?: string;
  /** Pages for anyone, made on the server. */
  readonly pages?: PublicPages;
  /** Built browser application. */
  readonly staticDir?: string;
  /** Requests a minute for each account or address; default 600. */
  readonly ratePerMinute?: number;
  /** Behind a reverse proxy: believe its headers about address and scheme. */
  readonly trustProxy?: boolean;
  /** Cookies for https only; default KECHUANG_SECURE_COOKIES. */
  readonly secureCookies?: boolean;
  /** Answers 503 when the event loop lags; tests turn it off. */
  readonly pressure?: boolean;
  /** What to say when a named database constraint refuses. */
  readonly constraintMessages?: Readonly<Record<string, string>>;
}

const ERROR_SCHEMA: JsonSchema = {
  $id: 'Refusal',
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'details'],
      properties: {
        code: { type: 'string', description: '稳定的错误代码' },
        message: { type: 'string', description: '给人看的中文说明' },
        details: {
          type: 'array',
          items: { type: 'object', required: ['where', 'message'], properties: { where: { type: 'string' }, message: { type: 'string' } } },
        },
        request: { type: 'string', description: '故障编号' },
      },
    },
  },
};

/** Styles are inserted by the component library at run time; everything else must come from our own files. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'frame-ancestors': ["'none'"],
    'frame-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  },
};

async function protect(app: FastifyInstance, options: ServerOptions, secure: boolean): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_POLICY,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.decorateRequest('actor', null);
  app.decorateRequest('sessionToken', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!request.url.startsWith('/api/')) return;
    refuseForeign(request);
    await readSession(request, options.sessionReader);
  });
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request) => request.actor?.accountId ?? request.ip,
    errorResponseBuilder: () => new Refusal('TOO_MANY_REQUESTS', '操作过于频繁，请稍候再试。', { status: 429 }),
  });
  if (options.pressure !== false) {
    // What the start itself costs is no pressure of requests: the first samples after it are not judged.
    let isSettled = false;
    app.addHook('onListen', async () => {
      setTimeout(() => {
        isSettled = true;
      }, 2_500).unref();
    });
    await app.register(underPressure, {
      maxEventLoopDelay: 3_000,
      pressureHandler: () => {
        if (isSettled) throw new Refusal('BUSY', '系统繁忙，请稍后再试。', { status: 503 });
      },
    });
  }
}

/** JSON as Fastify reads it, except that nothing at all is nothing and not an error. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request, body.toString(), done);
  });
}

/** One line a request: no query, no names, no addresses; the account only by its id. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    if (!request.url.startsWith('/api/') && reply.statusCode < 400) return;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        account: request.actor?.accountId,
      },
      'request',
    );
  });
}

function health(app: FastifyInstance, options: ServerOptions): void {
  app.get('/api/health', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/api/ready', { schema: { hide: true } }, async () => {
    await options.database.withSystem(options.root, async () => {}, { readOnly: true });
    return { status: 'ok' };
  });
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  checkActions(options.actions);
  const secureCookies = options.secureCookies ?? (process.env.KECHUANG_SECURE_COOKIES ?? '') !== '';
  const app: FastifyInstance = fastify({
    loggerInstance: options.log as Logger as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 4_000_000,
    forceCloseConnections: 'idle',
    // A large file over a slow line takes its time; headers must come within a minute all the same.
    requestTimeout: 900_000,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
  });
  const messages = options.constraintMessages ?? {};
  app.setErrorHandler((error: Error, request, reply) => answerError(error, request, reply, messages));
  const shared = new SharedSchemas();
  const prepared = prepare(options.actions, shared);
  app.addSchema(ERROR_SCHEMA);
  for (const schema of shared.all()) app.addSchema(schema);
  const named = [...shared.all(), ERROR_SCHEMA];
  const validators = new Validators(named);
  const serializers = new Serializers(named);
  app.setValidatorCompiler(({ schema, httpPart }) => checker(validators, schema as JsonSchema, partOf(httpPart)));
  app.setSerializerCompiler(({ schema }) => serializers.of(schema as JsonSchema));
  readJson(app);
  logRequests(app);
  await protect(app, options, secureCookies);
  await app.register(compress, { global: true, threshold: 2048, encodings: ['gzip', 'deflate'], inflateIfDeflated: false } as never);
  await app.register(multipart);
  await describeInterface(app, options.version ?? '0.1.0');
  health(app, options);
  const ratePerMinute = options.ratePerMinute ?? 600;
  await app.register(
    async (api) => {
      mount(api, prepared, { services: options, shared, secureCookies, root: options.root, ratePerMinute }, validators);
    },
    { prefix: '/api' },
  );
  if (options.pages !== undefined) await mountPages(app, options.pages, { services: options, root: options.root, messages });
  await serveWebApp(app, options.staticDir);
  await app.ready();
  return app;
}
