// Kinds of document that cases give rise to, and which move makes which: one table.
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { CaseEvent } from '#kernel/stages/case-state.ts';
import type { Stage } from '#kernel/stages/kinds.ts';

export const documentKinds = {
  correction: { name: '一次性补正告知书', mark: '补' },
  acceptance: { name: '受理通知书', mark: '受' },
  'non-acceptance': { name: '不予受理决定书', mark: '不受' },
  decision: { name: '决定书', mark: '决' },
  refusal: { name: '不予通过决定书', mark: '不予' },
  publicity: { name: '公示', mark: '公' },
  agreement: { name: '合同', mark: '合' },
  certificate: { name: '证书', mark: '证' },
} as const;

export type DocumentKind = keyof typeof documentKinds;
export const documentKindIds = Object.keys(documentKinds) as readonly DocumentKind[];

type StageKind = Stage['kind'];

interface Rule {
  readonly verb: string;
  /** Kinds of stage; every kind when absent. */
  readonly stages?: readonly StageKind[];
  readonly kind: DocumentKind;
  /** Further condition, by the place of the stage in its dossier. */
  readonly when?: (dossier: Dossier, stage: Stage) => boolean;
}

/** Only the first formal check says that an application is taken in; later ones are the bureau's own affair. */
const isFirstCheck = (dossier: Dossier, stage: Stage): boolean => dossier.stages.find(({ kind }) => kind === 'check') === stage;

/** An approval that is still laid open, recommended or decided again above is no last word, and so no decision. */
const isLastWord = (dossier: Dossier, stage: Stage): boolean =>
  !dossier.stages
    .slice(dossier.stages.indexOf(stage) + 1)
    .some(({ kind }) => ['public-notice', 'recommend', 'external', 'decide', 'review'].includes(kind));

/** The certificate of an authority above is its own, not ours. */
const isOwnTitle = (dossier: Dossier): boolean => !dossier.stages.some(({ kind }) => kind === 'external');

const rules: readonly Rule[] = [
  { verb: 'return', kind: 'correction' },
  { verb: 'pass', stages: ['check'], kind: 'acceptance', when: isFirstCheck },
  { verb: 'refuse', stages: ['check'], kind: 'non-acceptance', when: isFirstCheck },
  { verb: 'accept', stages: ['receive'], kind: 'acceptance' },
  { verb: 'deem', stages: ['receive'], kind: 'acceptance' },
  { verb: 'refuse', stages: ['receive'], kind: 'non-acceptance' },
  { verb: 'refuse', kind: 'refusal' },
  { verb: 'decline', kind: 'refusal' },
  { verb: 'approve', stages: ['decide'], kind: 'decision', when: isLastWord },
  { verb: 'sign', stages: ['agree'], kind: 'agreement' },
  { verb: 'issue', stages: ['issue'], kind: 'certificate', when: isOwnTitle },
];

/** The document that an event makes; null for most. The publicity follows from entering its stage and is asked for apart. */
export function kindMadeBy(dossier: Dossier, event: Pick<CaseEvent, 'verb' | 'stage'>): DocumentKind | null {
  const stage = dossier.stages.find(({ id }) => id === event.stage);
  if (stage === undefined) return null;
  const rule = rules.find(
    ({ verb, stages, when }) =>
      verb === event.verb && (stages === undefined || stages.includes(stage.kind)) && (when === undefined || when(dossier, stage)),
  );
  return rule?.kind ?? null;
}

/** Whether a case that has just come to a stage is to be laid open. */
export const isLaidOpen = (dossier: Dossier, entered: string | null): boolean =>
  entered !== null && dossier.stages.some(({ id, kind }) => id === entered && kind === 'public-notice');
