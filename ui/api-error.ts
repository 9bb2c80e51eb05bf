// The one shape in which a failed call reaches a page: a sentence to read, a code to branch on, places to jump to.

export interface ApiErrorDetail {
  readonly where: string;
  readonly message: string;
}

/** Codes made here: LOST (no answer from the server), TIMEOUT, UNREADABLE. All others come from the server. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly ApiErrorDetail[];

  constructor(status: number, code: string, message: string, details: readonly ApiErrorDetail[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The network, not the content, failed: trying again may help and nothing typed is lost. */
  get isLost(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const WORDS: Readonly<Record<number, string>> = {
  400: '提交的内容格式不正确，请检查后再试。',
  401: '登录已失效，请重新登录；您填写的内容已保留。',
  403: '您没有办理此项的权限，如需办理请联系本单位管理员。',
  404: '没有找到所要的内容，可能已被删除，或不在您的管辖范围内。',
  409: '内容刚被他人更新，请刷新后再操作；您填写的内容已保留。',
  413: '文件过大，请压缩或拆分后再传。',
  422: '有内容不符合要求，请按提示修改。',
  429: '操作过于频繁，请稍候一分钟再试。',
  500: '服务器出现故障，已记录；请稍后再试，仍不行请联系管理员。',
  502: '服务器暂时没有响应，请稍后再试；您填写的内容已保留。',
  503: '当前使用人数较多，请稍后再试；您填写的内容已保留。',
  504: '服务器处理超时，请稍后再试；您填写的内容已保留。',
};

export function lostError(): ApiError {
  return new ApiError(0, 'LOST', '网络已断开，没有连上服务器；您填写的内容已保留，恢复后会自动继续。');
}

function isDetail(value: unknown): value is ApiErrorDetail {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}

/** Reads the server's reply to a refusal; a reply that is not ours (a proxy's page) gets plain words by its status. */
export function errorFromReply(status: number, body: unknown): ApiError {
  const fallback = WORDS[status] ?? `请求没有成功（${status}），请稍后再试。`;
  if (typeof body !== 'object' || body === null) return new ApiError(status, 'UNREADABLE', fallback);
  const outer = body as Record<string, unknown>;
  const record = (typeof outer.error === 'object' && outer.error !== null ? outer.error : outer) as Record<string, unknown>;
  const message = typeof record.message === 'string' && record.message !== '' ? record.message : fallback;
  const code = typeof record.code === 'string' ? record.code : `HTTP_${status}`;
  const details = Array.isArray(record.details)
    ? record.details.filter(isDetail).map((d) => ({ where: String(d.where ?? ''), message: d.message }))
    : [];
  return new ApiError(status, code, message, details);
}

export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return '页面出现意外情况，请刷新后再试；仍不行请联系管理员。';
}
