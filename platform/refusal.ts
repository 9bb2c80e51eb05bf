// The one error that a person is meant to read: what happened, to which thing, how to mend it.

export interface RefusalDetail {
  /** Where: a field path (`answers.income`), a cell (`汇总!C12`) or a row. */
  readonly where: string;
  /** What is wrong and how to mend it, in Chinese. */
  readonly message: string;
}

/** Status codes used: 400 bad input, 401 not signed in, 403 not allowed, 404 not there, 409 conflict, 413 too large, 422 rule broken, 429 too many, 503 busy. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: readonly RefusalDetail[];

  constructor(code: string, message: string, options: { status?: number; details?: readonly RefusalDetail[] } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = options.status ?? 422;
    this.details = options.details ?? [];
  }
}

export const notFound = (what: string): Refusal =>
  new Refusal('NOT_FOUND', `没有找到${what}，可能已被删除，或不在您的管辖范围内。`, { status: 404 });

export const staleWrite = (what: string): Refusal =>
  new Refusal('STALE', `${what}刚被他人更新，您看到的不是最新内容。请刷新后再操作，您填写的内容已保留。`, { status: 409 });
