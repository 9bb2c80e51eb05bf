// Makes PDFs of papers in a worker thread that ends when it has long had nothing to do.
import { Away } from '../threads/away.ts';
import { type FaceName, fontDirectories } from './fonts.ts';
import type { Paper } from './paper.ts';
import type { PaperTask } from './paper-worker.ts';

const away = new Away<PaperTask, unknown>({ beside: import.meta.url, worker: 'paper-worker', waiting: 100, idleMs: 300_000 });

/** Stops the worker thread; for the end of the process and of tests. */
export const stopPaper = (): Promise<void> => away.stop();

/** The same paper with the same typefaces gives the same bytes. */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  return Buffer.from((await away.run({ paper, fonts: fontDirectories() })) as Uint8Array);
}

/** Of the typefaces that GB/T 9704-2012 prescribes, those that this machine lacks. */
export async function findMissingFaces(): Promise<readonly FaceName[]> {
  return (await away.run({ fonts: fontDirectories() })) as FaceName[];
}
