// What other modules and the composition may ask of casework.
export { takesAnswers } from './actions/answering.ts';
export { mostEntries, type Objection, type ObjectionStanding, objectionStanding, takeObjection } from './actions/objecting.ts';
export { type CallPhase, callPhase } from './model/call-phase.ts';
export { postingsOf as casePostings } from './model/postings.ts';
export { decisionText, noticeStageOf, usualText } from './model/publication.ts';
export { boardPhase } from './model/published.ts';
export { type Moving, moveCases, moverOf } from './moves.ts';
export { lastSerial, loadCalls, loadCases, loadCounter, type PastCase, pastObligations } from './seeds.ts';
export { type CaseObligations, type CaseworkSetting, type Declared, declared, standingOf } from './setting.ts';
export { getBoard, listBoard } from './store/board.ts';
export { findStandingCall, getCall, listCalls, openStandingCalls, parametersOfCalls } from './store/calls.ts';
export { caseDigest } from './store/digest.ts';
export { type CaseFilters, listCases } from './store/list-cases.ts';
export { caseMover, caseTimeline } from './store/party-life.ts';
export type { PublicationRow } from './store/publication-tables.ts';
export { getPublication, insertPublications, listPublications } from './store/publications.ts';
export { publicationRow } from './store/publishing.ts';
export { casesOfCalls, type ReadCase, readCases } from './store/read-cases.ts';
export {
  type LateCase,
  lateDecisions,
  type StandingCase,
  type StandingMoves,
  type StandingRating,
  standingMoves,
  standingRatings,
  standingUnderWay,
} from './store/standing.ts';
export type { BoardRow, CallRow } from './store/tables.ts';
export { type ProjectionVerdict, verifyProjections } from './store/verify-projections.ts';
