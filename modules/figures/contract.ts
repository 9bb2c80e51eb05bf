// What other modules may ask of the ledger of figures: to post, and to take back.

export { loadEntries, type PastEntry } from './seeds.ts';
export { type EntryInput, type PostedBy, postEntries, reverseEntriesOf } from './store/post-entries.ts';
