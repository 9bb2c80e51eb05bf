// Hands a person back the file that they sent, with every faulty cell marked.
import { Away } from '../threads/away.ts';
import { annotate, type CellFault, faultList } from './annotate.ts';
import { defaultLimits } from './limits.ts';
import type { MarkUpTask } from './mark-up-worker.ts';
import { readSource, type SheetSource, WorkbookPackage } from './package.ts';
import { readStructure } from './structure.ts';

export type { CellFault } from './annotate.ts';

/** Unpacked size up to which a file is loaded whole: about 300,000 cells, 1 GB while it lasts. */
const largestAnnotated = 32 * 1_048_576;

/** Small files are done faster than a thread starts, and without a noticeable stall. */
const smallEnough = 1_048_576;

const away = new Away<MarkUpTask, Uint8Array>({ beside: import.meta.url, worker: 'mark-up-worker', waiting: 20 });

/** Stops the worker thread; for the end of the process and of tests. */
export const stopMarkUp = (): Promise<void> => away.stop();

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
  return away.run({ original: bytes, faults });
}
