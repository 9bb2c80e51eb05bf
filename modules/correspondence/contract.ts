// What other modules and the composition may ask of correspondence.
export type { UnmetCondition } from './model/facts.ts';
export { type CaseMove, issueDocuments, type Letter, sendMessages } from './moves.ts';
export { loadDigests, loadDocuments, loadMessages, type PastMessage } from './seeds.ts';
export type { CorrespondenceSetting, OfficeDigest } from './setting.ts';
export { publicityNumbers } from './store/documents.ts';
export { drawOfficialNumber, type NumberAsked } from './store/official-number.ts';
export { correspondenceMover } from './store/party-life.ts';
