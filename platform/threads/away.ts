// Long work away from the requests: one worker thread of a kind, with bounds on time, memory and waiting, that ends when it has nothing to do.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Refusal } from '../refusal.ts';

export interface AwayWork {
  /** `import.meta.url` of the file beside which the worker lies. */
  readonly beside: string;
  /** Its name without extension: `reading-worker`. The build makes it an entry of its own. */
  readonly worker: string;
  /** Tasks that may wait. Where a task holds a database connection while it waits, few may. */
  readonly waiting: number;
  readonly longestMs?: number;
  readonly memoryMb?: number;
  readonly idleMs?: number;
  /** What a person reads when a bound is met. */
  readonly says?: { readonly slow: string; readonly large: string; readonly busy: string };
}

const usual = {
  idleMs: 30_000,
  says: {
    slow: '处理时间过长，已停止。请拆分后分次处理。',
    large: '内容过大，已停止处理。请拆分后分次处理。',
    busy: '正在处理的请求较多，请过一会儿再试。',
  },
};

const fromSource = (source: URL) => ({
  filename: fileURLToPath(new URL('./from-source.mjs', import.meta.url)),
  workerData: { source: source.href },
});

export class Away<Task, Answer> {
  readonly #work: AwayWork;
  #pool: Piscina<Task, Answer> | undefined;

  constructor(work: AwayWork) {
    this.#work = work;
  }

  /** Built, the worker lies beside the bundle; from source, it needs the loader that runs TypeScript. */
  #threads(): Piscina<Task, Answer> {
    if (this.#pool !== undefined) return this.#pool;
    const { beside, worker, waiting, memoryMb, idleMs } = this.#work;
    const built = fileURLToPath(new URL(`./${worker}.js`, beside));
    this.#pool = new Piscina<Task, Answer>({
      ...(existsSync(built) ? { filename: built } : fromSource(new URL(`./${worker}.ts`, beside))),
      ...(memoryMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMs ?? usual.idleMs,
      maxQueue: waiting,
    });
    return this.#pool;
  }

  /** The ways in which a thread gives up by itself have names; anything else is an error of ours. */
  #refusalOf(error: unknown): Refusal | undefined {
    if (!(error instanceof Error)) return undefined;
    const { slow, large, busy } = this.#work.says ?? usual.says;
    if (error.name === 'AbortError') return new Refusal('TOO_SLOW', slow, { status: 422 });
    if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return new Refusal('TOO_LARGE', large, { status: 422 });
    return /queue is at limit/i.test(error.message) ? new Refusal('BUSY', busy, { status: 503 }) : undefined;
  }

  async run(task: Task): Promise<Answer> {
    const { longestMs } = this.#work;
    try {
      return await this.#threads().run(task, longestMs === undefined ? {} : { signal: AbortSignal.timeout(longestMs) });
    } catch (error) {
      throw this.#refusalOf(error) ?? error;
    }
  }

  /** Stops the thread; for the end of the process and of tests. */
  async stop(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }
}
