// A programme: who applies for what, how it is decided, what it grants and what is counted.
import type { Dossier } from './dossier.ts';
import type { Posting, TitleStock } from './indicator.ts';
import type { ObligationRule } from './obligation.ts';
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
}

export function programme(declaration: Omit<Programme, 'kind'>): Programme {
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
