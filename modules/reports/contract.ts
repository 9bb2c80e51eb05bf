// What other modules may use of reports: the text of a document, and the figures of a text.

export { type DocumentText, documentText } from './documents/document-text.ts';
export type { DocumentKind } from './documents/kinds.ts';
export { UnreadableDocument } from './documents/unreadable.ts';
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
