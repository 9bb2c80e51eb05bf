// How a command ends when something is refused: the sentence on standard error, and an exit code of its own.
import { Refusal } from '#platform/refusal.ts';

/** 0 well, 1 the answer is bad news, 2 the command could not do its work. */
export async function orRefuse(work: () => Promise<void>, json = false): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(json ? `${JSON.stringify({ error: { code: error.code, message: error.message } })}\n` : `${error.message}\n`);
    process.exitCode = 2;
  }
}

/** A log that leaves standard output to the command. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
