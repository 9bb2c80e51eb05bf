// Turns what PostgreSQL refuses into what a person can read; nothing of tables, values or queries leaks.
import { Refusal } from '../refusal.ts';

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
  readonly message: string;
  readonly hint?: string;
}

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const CONNECTION_MESSAGES =
  /Connection terminated|Client has encountered a connection error|not queryable|Connection ended|timeout exceeded when trying to connect|timeout expired/;

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error &&
  typeof (error as { code?: unknown }).code === 'string' &&
  /^[0-9A-Z]{5}$/.test((error as unknown as DatabaseError).code);

/** The connection is gone, or the server is not there (yet): nothing is known about the data. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  // 57P01-57P03: shut down by the administrator, crash of another process, starting up; class 08: connection exceptions.
  return CONNECTION_CODES.has(code) || /^(08...|57P0[1-5])$/.test(code) || CONNECTION_MESSAGES.test(error.message);
}

/** Two transactions stood in each other's way; the same work may succeed when done again. */
export const isRetryable = (error: unknown): boolean => isDatabaseError(error) && (error.code === '40001' || error.code === '40P01');

type Told = readonly [code: string, message: string, status: number];

const TOLD: Readonly<Record<string, Told>> = {
  '23505': ['DUPLICATE', '已有相同的记录，不能重复保存。请查找已有的那一条。', 409],
  '23503': ['REFERENCED', '所指的记录不存在，或该记录仍被其他业务使用，不能这样修改。', 409],
  '23P01': ['OVERLAPPING', '与已有记录的时间或范围重叠，请调整后再保存。', 409],
  '23502': ['REQUIRED', '缺少必填的内容，请补齐后再保存。', 422],
  '23514': ['RULE_BROKEN', '内容不符合数据规则，请核对后再保存。', 422],
  '22001': ['TOO_LONG', '内容超过允许的长度，请缩短后再保存。', 422],
  '22003': ['OUT_OF_RANGE', '数值超出允许的范围，请核对单位和位数。', 422],
  '22P02': ['BAD_VALUE', '有一项内容的格式不正确，请核对后再试。', 400],
  '22007': ['BAD_VALUE', '日期或时间的格式不正确，请按“年-月-日”填写。', 400],
  '22008': ['BAD_VALUE', '日期或时间不存在，请核对后再试。', 400],
  '22021': ['BAD_CHARACTER', '内容中含有无法保存的字符，请删除后再试。', 400],
  '22P05': ['BAD_CHARACTER', '内容中含有无法保存的字符，请删除后再试。', 400],
  '42501': ['OUT_OF_BOUNDS', '该记录不在您的管辖范围内，不能这样操作。', 403],
  '40001': ['CONFLICT', '多人同时修改了同一内容，本次操作没有保存，请重试。', 409],
  '40P01': ['CONFLICT', '多人同时修改了同一内容，本次操作没有保存，请重试。', 409],
  '55P03': ['LOCKED', '他人正在修改同一内容，请稍候再试。', 409],
  '57014': ['TOO_SLOW', '处理时间过长，已停止，没有保存任何内容。请缩小范围后再试。', 503],
  '25P03': ['TOO_SLOW', '处理时间过长，已停止，没有保存任何内容。请稍后再试。', 503],
  '53300': ['BUSY', '系统繁忙，请稍后再试。', 503],
  '53100': ['DISK_FULL', '服务器磁盘空间不足，没有保存任何内容，请联系系统管理员。', 503],
};

export const unavailable = (): Refusal =>
  new Refusal('DATABASE_UNAVAILABLE', '数据库暂时无法连接，系统正在恢复，请稍后再试。', { status: 503 });

/** Why a connection was not made, where the person who installs can mend it. */
export function refusalOfConnecting(error: unknown): Refusal | undefined {
  if (isConnectionLoss(error)) return unavailable();
  const code = (error as { code?: unknown }).code;
  if (code === '3D000')
    return new Refusal('DATABASE_MISSING', '指定的数据库不存在，请先建立（UTF8 编码），或改正 DATABASE_URL。', { status: 503 });
  if (code === '28P01' || code === '28000') {
    return new Refusal('DATABASE_LOGIN', '数据库拒绝了登录，请核对 DATABASE_URL 中的账户和密码，以及数据库的访问控制。', { status: 503 });
  }
  return undefined;
}

/** The refusal behind a database error, undefined when the error is a fault of ours. `messages` may name a constraint in plain words. */
export function refusalOf(error: unknown, messages: Readonly<Record<string, string>> = {}): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (isConnectionLoss(error)) return unavailable();
  if (!isDatabaseError(error)) return undefined;
  // A trigger of ours speaks to the person itself: errcode KC…, the refusal's code as the hint.
  if (/^KC\d{3}$/.test(error.code)) return new Refusal(error.hint ?? 'RULE_BROKEN', error.message, { status: 409 });
  const told = TOLD[error.code];
  if (told === undefined) return undefined;
  // 42501 is ours to answer for unless it is a row that the bounds refuse.
  if (error.code === '42501' && !/row-level security/.test(error.message)) return undefined;
  const own = error.constraint === undefined ? undefined : messages[error.constraint];
  return new Refusal(told[0], own ?? told[1], { status: told[2] });
}
