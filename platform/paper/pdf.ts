// Makes PDFs of papers in a worker thread that ends when it has long had nothing to do.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type FaceName, fontDirectories } from './fonts.ts';
import type { Paper } from './paper.ts';
import type { PaperTask } from './paper-worker.ts';

let pool: Piscina<PaperTask, unknown> | undefined;

/** Built, the worker lies beside the bundle; from source, it needs the loader that runs TypeScript. */
function workers(): Piscina<PaperTask, unknown> {
  if (pool !== undefined) return pool;
  const built = fileURLToPath(new URL('./paper-worker.js', import.meta.url));
  const source = fileURLToPath(new URL('./paper-worker.ts', import.meta.url));
  const place = existsSync(built) ? { filename: built } : { filename: source, execArgv: ['--import', 'tsx'] };
  pool = new Piscina<PaperTask, unknown>({ ...place, minThreads: 0, maxThreads: 1, idleTimeout: 300_000, maxQueue: 100 });
  return pool;
}

/** Stops the worker thread; for the end of the process and of tests. */
export async function stopPaper(): Promise<void> {
  await pool?.destroy();
  pool = undefined;
}

/** The same paper with the same typefaces gives the same bytes. */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  return Buffer.from((await workers().run({ paper, fonts: fontDirectories() })) as Uint8Array);
}

/** Of the typefaces that GB/T 9704-2012 prescribes, those that this machine lacks. */
export async function findMissingFaces(): Promise<readonly FaceName[]> {
  return (await workers().run({ fonts: fontDirectories() })) as FaceName[];
}
