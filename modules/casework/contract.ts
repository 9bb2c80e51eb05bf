// What other modules and the composition may ask of casework.
export { postingsOf as casePostings } from './model/postings.ts';
export { loadCalls, loadCases, loadCounter, type PastCase } from './seeds.ts';
export { type CaseFilters, listCases } from './store/list-cases.ts';
export { caseMover, caseTimeline } from './store/party-life.ts';
export type { CallRow } from './store/tables.ts';
export { type ProjectionVerdict, verifyProjections } from './store/verify-projections.ts';
