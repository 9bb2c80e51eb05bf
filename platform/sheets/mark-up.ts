// Hands a person back the file that they sent, with every faulty cell marked.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { annotate, type CellFault, faultList } from './annotate.ts';
import { defaultLimits } from './limits.ts';
import { readSource, type SheetSource, WorkbookPackage } from './package.ts';
import { readStructure } from './structure.ts';

export type { CellFault } from './annotate.ts';

/** Unpacked size up to which a file is loaded whole: about 300,000 cells, 1 GB while it lasts. */
const largestAnnotated = 32 * 1_048_576;

/** Small files are done faster than a thread starts, and without a noticeable stall. */
const smallEnough = 1_048_576;

let pool: Piscina | undefined;

/** Built, the worker lies beside the bundle; from source, it needs the loader that runs TypeScript. */
function workers(): Piscina {
  if (pool !== undefined) return pool;
  const built = fileURLToPath(new URL('./mark-up-worker.js', import.meta.url));
  const source = fileURLToPath(new URL('./mark-up-worker.ts', import.meta.url));
  const place = existsSync(built) ? { filename: built } : { filename: source, execArgv: ['--import', 'tsx'] };
  pool = new Piscina({ ...place, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, maxQueue: 20 });
  return pool;
}

/** Stops the worker thread; for the end of the process and of tests. */
export async function stopMarkUp(): Promise<void> {
  await pool?.destroy();
  pool = undefined;
}

/**
 * A copy of the workbook with faulty cells coloured and commented, and a sheet 错误清单 that lists and links them; styles and
 * other content stay. For a file too large to load, a workbook with the list alone.
 */
export async function markUp(original: SheetSource, faults: readonly CellFault[], largest = largestAnnotated): Promise<Uint8Array> {
  const bytes = await readSource(original, defaultLimits.bytes);
  const parts = await WorkbookPackage.open(bytes, defaultLimits);
  if (parts.unpackedBytes > largest) {
    const { sheets } = await readStructure(parts);
    return faultList(faults, sheets[0]?.name ?? '');
  }
  if (parts.unpackedBytes <= smallEnough) return annotate(bytes, faults);
  return workers().run({ original: bytes, faults });
}
