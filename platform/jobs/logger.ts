// The queue's messages in our log, without its chatter.
import { Logger } from 'graphile-worker';
import type { Logger as Pino } from 'pino';

export const quietLogger = new Logger(() => () => {});

/** Warnings and errors only; payloads and results never go to the log. */
export const queueLogger = (log: Pino): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ queue: true }, message);
    else if (level === 'warning') log.warn({ queue: true }, message);
  });
