// What other modules may ask of the register of parties.
export { type ImportSetting, importActions } from './actions/imports.ts';
export { constraintMessages } from './errors.ts';
export type { FinanceKey, FinanceSourceCode, FinanceValues } from './model/finance-items.ts';
export { nameKey } from './model/name-keys.ts';
export { loadParties, type PastParty, type PastTitle } from './seeds.ts';
export type { PartyMover, TimelineLine, TimelineSource } from './setting.ts';
export { type By, byOf } from './store/by.ts';
export { type FinanceRecord, recordFinance } from './store/finance.ts';
export type { ImportColumn, ImportContext, ImportKind, RowProblem, RowValues, UndoRefusal } from './store/importing/kind.ts';
export { codeColumn, nameColumn } from './store/importing/party-columns.ts';
export {
  type JudgedRow,
  keepJudged,
  noteWritten,
  type StagedRow,
  stagedRows,
  type WrittenRecord,
  writtenBy,
} from './store/importing/staged.ts';
export { knownFacts, knownOfMany } from './store/known-facts.ts';
export { type Match, matchParties, type Wanted } from './store/match.ts';
export {
  eachPublicTitle,
  listPublicTitles,
  type PublicTitleRow,
  type PublicTitlesAsked,
  type TitleKindInForce,
  titleKindsInForce,
  titleYears,
} from './store/public-titles.ts';
export { type AffiliationQuestion, affiliations, insertRelations, type NewRelation } from './store/relations.ts';
export { type PartyBrief, partyOf, partySummary } from './store/resolve.ts';
export { type TitleHolder, titleHolders } from './store/title-holders.ts';
export { endHeldTitles, findTitle, grantTitles, revokeTitle, type TitleEnd, type TitleGrant } from './store/titles.ts';
export { createParty, type PartyFacts } from './store/write-party.ts';
