// A programme: who applies for what, how it is decided, what it grants and what is counted.
import { kindOf } from '../stages/kinds.ts';
import type { Dossier } from './dossier.ts';
import type { Posting, TitleStock } from './indicator.ts';
import type { ObligationRule } from './obligation.ts';
import type { SpotCheck } from './spot-check.ts';
import type { SystemBase } from './system.ts';
import type { Title } from './title.ts';

export interface Programme extends SystemBase {
  readonly kind: 'programme';
  readonly dossiers: readonly Dossier[];
  readonly titles?: readonly Title[];
  readonly postings?: readonly Posting[];
  readonly stocks?: readonly TitleStock[];
  /** Money that its cases promise, make due, give up or take back. */
  readonly obligations?: readonly ObligationRule[];
  /** How those who hold what it grants are looked at afterwards. */
  readonly spotCheck?: SpotCheck;
}

/** The board of the dossier that another one answers. */
function checkAbout({ id, dossiers }: Omit<Programme, 'kind'>): void {
  for (const dossier of dossiers) {
    if (dossier.about === undefined) continue;
    const asked = dossiers.find((candidate) => candidate.id === dossier.about);
    if (asked === undefined || asked === dossier)
      throw new Error(`${id}: ${dossier.id} is about ${dossier.about}, which is no other dossier of it`);
    if (!asked.stages.some((stage) => stage.kind === 'board'))
      throw new Error(`${id}: ${dossier.id} is about ${asked.id}, which is never published; give it a board()`);
  }
}

/** Rules of money that name a dossier, stage and verb that exist. */
function checkObligations({ id, dossiers, obligations = [] }: Omit<Programme, 'kind'>): void {
  for (const rule of obligations) {
    const stages = dossiers.find((candidate) => candidate.id === rule.dossier)?.stages ?? [];
    const able = stages.filter(
      (stage) =>
        (rule.stage ?? stage.id) === stage.id &&
        kindOf(stage)
          .moves(stage)
          .some(({ verb }) => verb === rule.verb),
    );
    if (able.length === 0) throw new Error(`${id}: an obligation follows ${rule.verb} of ${rule.dossier}, which no stage of it makes`);
  }
}

export function programme(declaration: Omit<Programme, 'kind'>): Programme {
  checkAbout(declaration);
  checkObligations(declaration);
  const { spotCheck } = declaration;
  if (spotCheck !== undefined && !declaration.dossiers.some(({ id }) => id === spotCheck.dossier))
    throw new Error(`${declaration.id}: its spot check reads dossier ${spotCheck.dossier}, which is not declared`);
  for (const posting of declaration.postings ?? []) {
    const dossier = declaration.dossiers.find((candidate) => candidate.id === posting.dossier);
    if (dossier === undefined)
      throw new Error(`${declaration.id}: measure ${posting.measure.id} is posted by dossier ${posting.dossier}, which is not declared`);
    if (posting.stage !== undefined && !dossier.stages.some((stage) => stage.id === posting.stage)) {
      throw new Error(
        `${declaration.id}: measure ${posting.measure.id} is posted in stage ${posting.stage}, which ${posting.dossier} does not have`,
      );
    }
  }
  return { kind: 'programme', ...declaration };
}
