// Moves that an office can make for many cases at once, as the stages of the catalogue declare them.
import type { Catalogue } from '#kernel/declare/system.ts';
import { type FieldView, formView } from '#kernel/faces/form-view.ts';
import { kindOf } from '#kernel/stages/kinds.ts';
import type { CaseSummary } from '../wire.ts';

export interface BatchMove {
  readonly verb: string;
  readonly label: string;
  readonly isGrave: boolean;
  readonly fields: readonly FieldView[];
  /** `programme/dossier/stage` in which it can be made. */
  readonly places: ReadonlySet<string>;
  /** Names of those stages, for saying where a case must stand. */
  readonly stages: readonly string[];
}

const placeOf = (programme: string, dossier: string, stage: string | null): string => `${programme}/${dossier}/${stage ?? ''}`;

/** A result differs from case to case: it comes by the result list, never the same for all. */
const bySheet = 'external';

export function batchMovesOf(catalogue: Catalogue, officeKind: string): readonly BatchMove[] {
  const moves = new Map<string, BatchMove>();
  for (const programme of catalogue.programmes) {
    for (const dossier of programme.dossiers) {
      for (const stage of dossier.stages) {
        if (stage.kind === bySheet) continue;
        for (const move of kindOf(stage).moves(stage)) {
          if (move.batch !== true || !move.by.some((office) => office === officeKind)) continue;
          const known = moves.get(move.verb);
          moves.set(move.verb, {
            verb: move.verb,
            label: move.label,
            isGrave: move.grave === true,
            fields: formView(move.records).pages.flatMap((page) => page.fields),
            places: new Set([...(known?.places ?? []), placeOf(programme.id, dossier.id, stage.id)]),
            stages: [...new Set([...(known?.stages ?? []), stage.name])],
          });
        }
      }
    }
  }
  return [...moves.values()];
}

/** Whether the case stands where the move is made; what else may forbid it the server says. */
export const isInPlace = (move: BatchMove, row: CaseSummary): boolean =>
  row.status === 'open' && move.places.has(placeOf(row.programme, row.dossier, row.stage));
