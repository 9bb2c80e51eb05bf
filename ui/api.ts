// The only way a page speaks to the server: JSON calls, uploads with progress, downloads; every failure becomes an ApiError in Chinese.
import { type ApiError, errorFromReply, lostError } from './api-error.ts';
import { sessionEvents } from './session-events.ts';

export { ApiError, messageOf } from './api-error.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

export interface CallOptions {
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Further headers, such as the ticket of long work. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A header that a foreign page cannot set without asking first: it keeps forged forms out. */
const OURS = { 'x-requested-with': 'kechuang' };

/** Address of an API path with its query: lists joined by commas, empty values left out. */
export function apiUrl(path: string, query: CallOptions['query'] = {}): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(text)}`);
  }
  const base = path.startsWith('/api/') ? path : `/api${path.startsWith('/') ? '' : '/'}${path}`;
  return pairs.length === 0 ? base : `${base}?${pairs.join('&')}`;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fail(status: number, body: unknown): ApiError {
  const error = errorFromReply(status, body);
  if (status === 401) sessionEvents.lost();
  return error;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw lostError();
  }
}

/** `const page = await call<Page>('GET', '/registry/parties', { query: { status: 'open' }, signal })` */
export async function call<Reply = unknown>(method: Method, path: string, options: CallOptions = {}): Promise<Reply> {
  const headers: Record<string, string> = { accept: 'application/json', ...OURS, ...options.headers };
  const init: RequestInit = { method, headers };
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  if (options.signal) init.signal = options.signal;
  const response = await send(apiUrl(path, options.query), init);
  const body = await bodyOf(response);
  if (!response.ok) throw fail(response.status, body);
  return body as Reply;
}

export interface UploadOptions {
  readonly fields?: Readonly<Record<string, string>>;
  /** Share sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

function replyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return undefined;
  }
}

/** Sends one file as multipart field `file`. XMLHttpRequest, because fetch tells no upload progress. */
export function upload<Reply = unknown>(path: string, file: File, options: UploadOptions = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiUrl(path));
    for (const [name, value] of Object.entries({ ...OURS, ...options.headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(replyOf(request) as Reply);
      else reject(fail(request.status, replyOf(request)));
    };
    request.onerror = () => reject(lostError());
    request.onabort = () => reject(new DOMException('上传已取消', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    // Fields first: the server reads the stream in order and wants them before the file.
    for (const [name, value] of Object.entries(options.fields ?? {})) form.append(name, value);
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** The name the server gives a download, RFC 6266: the UTF-8 form wins. */
export function fileNameOf(disposition: string | null): string | undefined {
  if (disposition === null) return undefined;
  const wide = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (wide !== undefined) {
    try {
      return decodeURIComponent(wide.trim());
    } catch {
      return undefined;
    }
  }
  return /filename\s*=\s*"?([^";]+)"?/i.exec(disposition)?.[1]?.trim();
}

export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Fetches a file and hands it to the browser to save; errors are told in words, not saved as a file. */
export async function download(path: string, options: CallOptions & { method?: Method; fileName?: string } = {}): Promise<void> {
  const method = options.method ?? (options.body === undefined ? 'GET' : 'POST');
  const headers: Record<string, string> = { ...OURS };
  const init: RequestInit = { method, headers };
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  if (options.signal) init.signal = options.signal;
  const response = await send(apiUrl(path, options.query), init);
  if (!response.ok) throw fail(response.status, await bodyOf(response));
  const name = options.fileName ?? fileNameOf(response.headers.get('content-disposition')) ?? '下载';
  saveBlob(await response.blob(), name);
}
