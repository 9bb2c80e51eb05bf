// Spreadsheets in and out: all that the rest of the system may use of them, so that the libraries behind can be replaced.
export { addressOf, type Cell, type CellKind, columnLetters, columnNumber, type Row } from './cell.ts';
export { workbookOfCsv } from './csv.ts';
export { numberText, shiftDecimal } from './decimal-text.ts';
export { type HeaderMatch, headerProblems, type MatchedColumn, matchHeaders, type TemplateColumn } from './headers.ts';
export { defaultLimits, type SheetLimits } from './limits.ts';
export { type CellFault, markUp, stopMarkUp } from './mark-up.ts';
export type { SheetSource } from './package.ts';
export { readWorkbook, type Workbook, type WorkbookSheet } from './read-workbook.ts';
export { findTable, type RowRole, readTable, type Table, type TableRow } from './tables.ts';
export {
  cleanText,
  isBlankText,
  organisationName,
  type Reading,
  readCode,
  readDay,
  readDecimal,
  readInteger,
  readOrganisationName,
  readText,
  readWritten,
} from './values.ts';
export {
  type SheetColumn,
  type SheetContent,
  type SheetRecord,
  type SheetValue,
  type WorkbookOptions,
  workbookBytes,
  writeWorkbook,
} from './write-workbook.ts';
