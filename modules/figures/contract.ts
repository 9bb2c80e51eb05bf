// What other modules may ask of the ledger of figures: to post, to take back, and to keep what was read in documents.

export { loadEntries, type PastEntry } from './seeds.ts';
export { insertObservations, type ObservationRow } from './store/observations.ts';
export { type EntryInput, type PostedBy, postEntries, reverseEntriesOf } from './store/post-entries.ts';
