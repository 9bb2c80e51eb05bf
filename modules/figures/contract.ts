// What other modules may ask of the ledger of figures: to read, to post, to take back, and to keep what was read in documents.

export type { Asked } from './actions/evaluator.ts';
export { type IssuedTarget, type Ledger, ledgerOf } from './actions/ledger.ts';
export { type Cumulative, type Evaluated, evaluate, type Period, type Territory, type Value } from './model/evaluate.ts';
export { formulaText } from './model/formula-text.ts';
export { loadEntries, type PastEntry } from './seeds.ts';
export { insertObservations, listObservations, type ObservationRow } from './store/observations.ts';
export { type OutsideRow, readOutside } from './store/outside-values.ts';
export { type EntryInput, type PostedBy, postEntries, reverseEntriesOf } from './store/post-entries.ts';
export { verifySums } from './store/verify-sums.ts';
