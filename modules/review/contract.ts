// What other modules and the composition may ask of review.
export { constraintMessages } from './errors.ts';
export { aggregate, type CaseOutcome, concludedRecord } from './model/aggregate.ts';
export { defaultRules } from './model/bureau-rules.ts';
export { draw } from './model/draw.ts';
export type { Tie, TitleLevel } from './model/expert.ts';
export { frozenView } from './model/frozen-view.ts';
export { loadExperts, loadPanel, type PastExpert, type PastPanel } from './seeds.ts';
export type { ReviewSetting } from './setting.ts';
