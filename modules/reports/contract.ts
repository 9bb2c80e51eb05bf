// What other modules may use of reports: the text of a document, the figures of a text, and what they say of each other and beside the ledger.

export { type HeldReport, heldAgainstLedger } from './actions/against-ledger.ts';
export { type DocumentText, documentText } from './documents/document-text.ts';
export type { DocumentKind } from './documents/kinds.ts';
export { UnreadableDocument } from './documents/unreadable.ts';
export { auditFigures, inOrder } from './model/auditor/audit-figures.ts';
export type { Relation, RelationType, Span, Verdict, Weight } from './model/auditor/relation.ts';
export { printed, TYPE_NAMES, VERDICT_NAMES, WEIGHT_NAMES } from './model/auditor/wording.ts';
export { markedPage } from './model/reader/marked-page.ts';
export { readFigures, readIgnored, scanFigures } from './model/reader/read-figures.ts';
export type {
  Bound,
  Comparison,
  Ignored,
  IgnoredReason,
  Kind,
  Measure,
  Reading,
  ReadingValue,
  ReadOptions,
  Status,
} from './model/reader/reading.ts';
export { listReleased, type ReleasedReport, releasedReport } from './store/releases.ts';
