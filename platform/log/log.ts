// The log: one JSON line an event, without personal data.
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

/** Should a careless caller log one of these, it is struck out. */
const SECRET = ['password', 'token', 'cookie', 'authorization', 'phone', 'idNumber', 'bankNumber', 'secret'];

export function makeLog(options: { readonly level?: string; readonly to?: DestinationStream } = {}): Logger {
  const settings = {
    level: options.level ?? process.env.KECHUANG_LOG ?? 'info',
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[已隐去]' },
    // Of an error only what locates it: database errors carry values of rows in `detail` and `where`.
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, code: (error as NodeJS.ErrnoException).code, message: error.message, stack: error.stack }
          : String(error),
    },
  };
  return options.to === undefined ? pino(settings) : pino(settings, options.to);
}
