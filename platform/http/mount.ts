// Mounts actions as routes: permission first, then input, then the handler in its transaction, then the declared reply.
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { publicActor } from '../actor.ts';
import { recordUpload } from '../files/record.ts';
import { beginWork, type Tracker } from '../long-work/long-work.ts';
import { Refusal } from '../refusal.ts';
import type { Action, ActionInput, OwnForm, Upload } from './action.ts';
import { runInContext, type Services } from './context.ts';
import { isDownload, sendDownload } from './download.ts';
import type { JsonSchema, SharedSchemas } from './schemas.ts';
import { requirePermission, setSessionCookie } from './session.ts';
import { takeUpload } from './upload.ts';
import { checker, mustFit, type Part, partOf, type Validators } from './validation.ts';

export interface Mounting {
  readonly services: Services;
  readonly shared: SharedSchemas;
  readonly secureCookies: boolean;
  readonly root: string;
  readonly ratePerMinute: number;
}

interface Prepared {
  readonly action: Action;
  readonly parts: Readonly<Record<Part, JsonSchema | undefined>>;
  readonly reply: JsonSchema | undefined;
  /** Of an action with a form of its own. */
  readonly error: JsonSchema | undefined;
}

/** Mistakes in a declaration are found when the server starts, not when someone meets them. */
export function checkActions(actions: readonly Action[]): void {
  const ids = new Set<string>();
  const addresses = new Set<string>();
  for (const { id, method, path, permission, summary } of actions) {
    const address = `${method} ${path.replaceAll(/:[^/]+/g, ':')}`;
    if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(id)) throw new Error(`action id ${id} is not of the form module.verb`);
    if (ids.has(id)) throw new Error(`two actions are called ${id}`);
    if (addresses.has(address)) throw new Error(`two actions answer at ${address}`);
    if (!path.startsWith('/')) throw new Error(`the path of ${id} must start with /`);
    if (permission === '') throw new Error(`action ${id} declares no permission`);
    if (summary === '') throw new Error(`action ${id} has no summary`);
    ids.add(id);
    addresses.add(address);
  }
}

export function prepare(actions: readonly Action[], shared: SharedSchemas): Prepared[] {
  const hoist = (schema: TSchema | undefined): JsonSchema | undefined => (schema === undefined ? undefined : shared.hoist(schema));
  return actions.map((action) => ({
    action,
    parts: { params: hoist(action.params), query: hoist(action.query), body: hoist(action.body) },
    reply: hoist(action.reply),
    error: hoist(action.form?.error),
  }));
}

function inputOf(
  action: Action,
  request: FastifyRequest,
  upload: Upload | null,
  checkFields: ((value: unknown) => void) | undefined,
): ActionInput<TSchema, TSchema, TSchema> {
  let body: unknown = action.body === undefined ? undefined : request.body;
  if (upload !== null && checkFields !== undefined) {
    body = { ...upload.fields };
    checkFields(body);
  }
  return {
    params: action.params === undefined ? undefined : request.params,
    query: action.query === undefined ? undefined : request.query,
    body,
    upload,
  } as ActionInput<TSchema, TSchema, TSchema>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Of long work whose client has given it an id, and the page where its outcome will be shown. */
async function trackerOf({ long }: Action, request: FastifyRequest, services: Services): Promise<Tracker | undefined> {
  const { 'x-work': id, 'x-work-page': page = '/' } = request.headers;
  if (long === undefined || request.actor === null || typeof id !== 'string' || !uuid.test(id)) return undefined;
  const isOwnPage = typeof page === 'string' && page.length <= 500 && /^\/(?!\/)/.test(page);
  return beginWork(services, request.actor, { id, title: long, page: isOwnPage ? page : '/' });
}

async function tracked(running: Promise<unknown>, tracker: Tracker): Promise<unknown> {
  try {
    const result = await running;
    await (result instanceof Refusal ? tracker.refused(result) : tracker.done(result));
    return result;
  } catch (error) {
    await tracker.refused(error);
    throw error;
  }
}

function handlerOf(
  prepared: Prepared,
  mounting: Mounting,
  validators: Validators,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const { action } = prepared;
  const { services } = mounting;
  const writes = action.writes ?? action.method !== 'GET';
  // Fields of an upload are text, like those of an address.
  const check =
    action.upload !== undefined && prepared.parts.body !== undefined ? validators.compile(prepared.parts.body, 'query') : undefined;
  const checkFields = check === undefined ? undefined : (value: unknown): void => mustFit(check, value);
  return async (request, reply) => {
    const actor = request.actor ?? publicActor(mounting.root);
    const upload = action.upload === undefined ? null : await takeUpload(request, services.files, action.upload);
    const input = inputOf(action, request, upload, checkFields);
    const tracker = await trackerOf(action, request, services);
    let session: { token: string | null; expires: Date | undefined } | undefined;
    const options = {
      writes,
      ...(action.statementSeconds === undefined ? {} : { statementMs: action.statementSeconds * 1000 }),
      peer: { address: request.ip, agent: request.headers['user-agent'] ?? '', token: request.sessionToken },
      ...(tracker === undefined ? {} : { tell: tracker.tell }),
      setSession: (token: string | null, expires?: Date) => {
        session = { token, expires };
      },
    };
    const running = runInContext({ ...services, log: request.log as Services['log'] }, actor, options, async (context) => {
      session = undefined;
      if (upload !== null) await recordUpload(context, upload);
      return action.handle(context as Parameters<Action['handle']>[0], input as never);
    });
    const result = await (tracker === undefined ? running : tracked(running, tracker));
    if (session !== undefined) setSessionCookie(reply, session.token, session.expires, mounting.secureCookies);
    // A refusal that is returned, not thrown, is answered after the commit: a wrong password must be remembered.
    if (result instanceof Refusal) throw result;
    if (isDownload(result)) return sendDownload(reply, result);
    reply.header('cache-control', 'private, no-store');
    if (action.reply === undefined) {
      if (result !== undefined && result !== null) throw new Error(`action ${action.id} returned a value but declares no reply`);
      return reply.status(204).send();
    }
    return reply.send(result);
  };
}

/** For the documentation: the file beside the declared fields. The form itself is checked when it has been read. */
const uploadForm = (fields: JsonSchema | undefined): JsonSchema => ({
  type: 'object',
  required: ['file', ...((fields?.required as string[] | undefined) ?? [])],
  properties: { ...(fields?.properties as object | undefined), file: { type: 'string', format: 'binary' } },
});

function schemaOf(prepared: Prepared): Record<string, unknown> {
  const { action, parts, reply, error } = prepared;
  const description =
    action.permission === 'public' ? '任何人可用。' : action.permission === 'signed-in' ? '登录后可用。' : `需要权限：${action.permission}`;
  return {
    operationId: action.id,
    summary: action.summary,
    description,
    tags: [action.id.slice(0, action.id.indexOf('.'))],
    ...(parts.params === undefined ? {} : { params: parts.params }),
    ...(parts.query === undefined ? {} : { querystring: parts.query }),
    ...(action.upload === undefined ? {} : { consumes: ['multipart/form-data'], body: uploadForm(parts.body) }),
    ...(action.upload !== undefined || parts.body === undefined ? {} : { body: parts.body }),
    ...(action.permission === 'public' ? {} : { security: [{ session: [] }] }),
    response: {
      ...(reply === undefined ? { 204: { type: 'null', description: '完成' } } : { 200: reply }),
      '4xx': error ?? { $ref: 'Refusal#' },
    },
  };
}

/** The body is checked elsewhere: by whoever reads the form, or by the handler. */
const uncheckedBody = (bodyLimit: number, validators: Validators): Pick<RouteOptions, 'bodyLimit' | 'validatorCompiler'> => ({
  bodyLimit,
  validatorCompiler: ({ schema, httpPart }) =>
    httpPart === 'body' ? () => true : checker(validators, schema as JsonSchema, partOf(httpPart)),
});

function bodyOptions({ upload, form }: { upload?: Action['upload']; form?: OwnForm }, validators: Validators): Partial<RouteOptions> {
  if (upload !== undefined) return uncheckedBody(upload.maxBytes + 1_000_000, validators);
  return form === undefined ? {} : uncheckedBody(form.maxBytes, validators);
}

export function mount(app: FastifyInstance, all: readonly Prepared[], mounting: Mounting, validators: Validators): void {
  for (const prepared of all) {
    const { action } = prepared;
    app.route({
      method: action.method,
      url: action.path,
      schema: schemaOf(prepared),
      config: {
        rateLimit: {
          max: action.rate ?? mounting.ratePerMinute,
          timeWindow: 60_000,
          ...(action.rate === undefined ? {} : { groupId: action.id }),
        },
        ...(action.form === undefined ? {} : { refusal: action.form.refusal }),
      },
      ...bodyOptions(action, validators),
      // Runs before the body is read.
      onRequest: async (request) => requirePermission(request.actor, action.permission, request.sessionToken !== null),
      handler: handlerOf(prepared, mounting, validators),
    });
  }
}
