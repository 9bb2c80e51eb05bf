// What other modules and the composition may ask of casework.
export { postingsOf as casePostings } from './model/postings.ts';
export { loadCalls, loadCases, loadCounter, type PastCase } from './seeds.ts';
export { type Moving, moveCases, moverOf } from './moves.ts';
export { type CaseworkSetting, type Declared, declared } from './setting.ts';
export { type CaseFilters, listCases } from './store/list-cases.ts';
export { casesOfCalls, type ReadCase, readCases } from './store/read-cases.ts';
export { caseMover, caseTimeline } from './store/party-life.ts';
export type { CallRow } from './store/tables.ts';
export { type ProjectionVerdict, verifyProjections } from './store/verify-projections.ts';
