// What other modules may ask of the register of parties.
export { type FinanceKey, type FinanceSourceCode, type FinanceValues, financeItems } from './model/finance-items.ts';
export { nameKey, tidyName } from './model/name-keys.ts';
export { type By, byOf } from './store/by.ts';
export { type FinanceRecord, recordFinance } from './store/finance.ts';
export { knownFacts } from './store/known-facts.ts';
export { type Match, matchParties, type Wanted } from './store/match.ts';
export { type PartyBrief, partyOf, partySummary } from './store/resolve.ts';
export { findTitle, grantTitles, revokeTitle, type TitleGrant } from './store/titles.ts';
export { createParty, type PartyFacts } from './store/write-party.ts';
