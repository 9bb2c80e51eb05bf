// What other modules may use of reports: reading figures out of a text.
export { readFigures, scanFigures } from './model/reader/read-figures.ts';
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
