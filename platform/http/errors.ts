// What a client hears when something is refused or goes wrong: a code, a sentence, never an inside.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../db/errors.ts';
import { Refusal } from '../refusal.ts';

/** Fastify's own errors that a client can cause. */
const CLIENT: Readonly<Record<string, readonly [code: string, message: string, status: number]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['BAD_MEDIA_TYPE', '请求的内容类型不受支持，请以 JSON 提交。', 415],
  FST_ERR_CTP_INVALID_JSON_BODY: ['BAD_JSON', '提交的内容不是正确的 JSON。', 400],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['BAD_JSON', '提交的内容为空。', 400],
  FST_ERR_CTP_BODY_TOO_LARGE: ['BODY_TOO_LARGE', '提交的内容过大，请分次提交。', 413],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BAD_REQUEST', '提交的内容不完整，请重试。', 400],
  FST_ERR_BAD_URL: ['BAD_REQUEST', '地址不正确。', 400],
  FST_REQ_FILE_TOO_LARGE: ['FILE_TOO_LARGE', '文件超过允许的大小，请压缩或拆分后再上传。', 413],
  FST_FILES_LIMIT: ['TOO_MANY_FILES', '一次只能上传一个文件。', 422],
  FST_PARTS_LIMIT: ['TOO_MANY_FIELDS', '提交的项目过多。', 422],
  FST_FIELDS_LIMIT: ['TOO_MANY_FIELDS', '提交的项目过多。', 422],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['NOT_MULTIPART', '请以文件上传的方式提交。', 415],
};

export interface ErrorBody {
  readonly error: { code: string; message: string; details: readonly { where: string; message: string }[]; request?: string };
}

export const bodyOf = (refusal: Refusal): ErrorBody => ({
  error: { code: refusal.code, message: refusal.message, details: refusal.details },
});

/** The usual body, unless the route answers in a form of its own. */
function documentOf(refusal: Refusal, request: FastifyRequest): unknown {
  const config = request.routeOptions.config as { readonly refusal?: (refusal: Refusal) => unknown } | undefined;
  return config?.refusal?.(refusal) ?? bodyOf(refusal);
}

/** What a person is to hear of an error; undefined for a fault of ours. */
export function told(error: FastifyError | Error, messages: Readonly<Record<string, string>>): Refusal | undefined {
  const known = refusalOf(error, messages);
  if (known !== undefined) return known;
  const client = CLIENT[(error as FastifyError).code ?? ''];
  if (client !== undefined) return new Refusal(client[0], client[1], { status: client[2] });
  const status = (error as FastifyError).statusCode ?? 500;
  if (status === 429) return new Refusal('TOO_MANY_REQUESTS', '操作过于频繁，请稍候再试。', { status: 429 });
  if (status >= 400 && status < 500) return new Refusal('BAD_REQUEST', '请求不正确，请刷新页面后重试。', { status });
  return undefined;
}

export function answerError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
  messages: Readonly<Record<string, string>>,
): FastifyReply {
  const refusal = told(error, messages);
  reply.header('cache-control', 'no-store');
  if (refusal !== undefined) {
    if (refusal.status >= 500) request.log.warn({ code: refusal.code }, 'refused: unavailable');
    if (refusal.status === 503) reply.header('retry-after', '3');
    return reply
      .status(refusal.status)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(documentOf(refusal, request)));
  }
  request.log.error({ err: error }, 'fault');
  const body: ErrorBody = {
    error: {
      code: 'INTERNAL',
      message: `系统出现故障，操作没有完成。请联系系统管理员，并告知编号 ${request.id}。`,
      details: [],
      request: request.id,
    },
  };
  return reply.status(500).type('application/json; charset=utf-8').send(JSON.stringify(body));
}
