// What other modules and the composition may ask of casework.
export { postingsOf as casePostings } from './model/postings.ts';
export { type Moving, moveCases, moverOf } from './moves.ts';
export { lastSerial, loadCalls, loadCases, loadCounter, type PastCase, pastObligations } from './seeds.ts';
export { type CaseObligations, type CaseworkSetting, type Declared, declared, standingOf } from './setting.ts';
export { openStandingCalls } from './store/calls.ts';
export { caseDigest } from './store/digest.ts';
export { type CaseFilters, listCases } from './store/list-cases.ts';
export { caseMover, caseTimeline } from './store/party-life.ts';
export { casesOfCalls, type ReadCase, readCases } from './store/read-cases.ts';
export type { CallRow } from './store/tables.ts';
export { type ProjectionVerdict, verifyProjections } from './store/verify-projections.ts';
