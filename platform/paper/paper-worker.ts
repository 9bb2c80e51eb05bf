// Runs in a worker thread: one PDF, or the question which prescribed typefaces are missing.
import type { FaceName } from './fonts.ts';
import type { Paper } from './paper.ts';
import { missingFaces, setPdf } from './pdf-setter.ts';

export type PaperTask = { readonly paper: Paper; readonly fonts: readonly string[] } | { readonly fonts: readonly string[] };

export default function workOnPaper(task: PaperTask): Uint8Array | FaceName[] {
  return 'paper' in task ? setPdf(task.paper, task.fonts) : missingFaces(task.fonts);
}
