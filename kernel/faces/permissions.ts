// Who may do what in a programme: one line for each move of each stage, as its declaration says.

import { officeName } from '../declare/office.ts';
import type { Programme } from '../declare/programme.ts';
import { kindOf } from '../stages/kinds.ts';

export interface StagePermission {
  /** `programme/dossier:stage.verb`, stable, for the table of permissions. */
  readonly id: string;
  readonly dossier: string;
  readonly stage: string;
  readonly stageName: string;
  readonly verb: string;
  readonly label: string;
  readonly offices: readonly string[];
  readonly officeNames: readonly string[];
}

export function stagePermissions(programme: Programme): StagePermission[] {
  return programme.dossiers.flatMap((dossier) =>
    dossier.stages.flatMap((stage) =>
      kindOf(stage)
        .moves(stage)
        .map((move) => ({
          id: `${programme.id}/${dossier.id}:${stage.id}.${move.verb}`,
          dossier: dossier.id,
          stage: stage.id,
          stageName: stage.name,
          verb: move.verb,
          label: move.label,
          offices: move.by,
          officeNames: move.by.map(officeName),
        })),
    ),
  );
}
