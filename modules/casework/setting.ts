// What casework is given by whoever composes the server: the catalogue and the calendar of working days.

import type { Transaction } from 'kysely';
import type { Calendar } from '#kernel/declare/calendar.ts';
import { type Dossier, isStanding } from '#kernel/declare/dossier.ts';
import type { Obligation } from '#kernel/declare/obligation.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import type { By } from '#modules/registry/contract.ts';
import { notFound } from '#platform/refusal.ts';

/** What the moves of one case oblige the bureau to in money. */
export interface CaseObligations {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly programme: string;
  readonly party: string;
  readonly partyName: string;
  readonly region: string;
  readonly root: string;
  readonly obligations: readonly Obligation[];
}

export interface CaseworkSetting {
  readonly catalogue: Catalogue;
  readonly calendar: Calendar;
  /** Name of a region code, as printed in lists and exports. */
  regionName(code: string): string;
  /** Takes in obligations in the transaction of the moves that made them; absent where nobody keeps money. */
  recordObligations?(db: Transaction<unknown>, by: By, of: readonly CaseObligations[]): Promise<void>;
}

/** Everything that is always open. */
export const standingOf = (catalogue: Catalogue): { programme: string; dossier: string; name: string }[] =>
  catalogue.programmes.flatMap((programme) =>
    programme.dossiers.filter(isStanding).map((dossier) => ({ programme: programme.id, dossier: dossier.id, name: dossier.name })),
  );

/** Stages in which what was handed in is kept closed. */
export const sealedStages = (catalogue: Catalogue): readonly string[] => [
  ...new Set(
    catalogue.programmes.flatMap(({ dossiers }) =>
      dossiers.flatMap(({ stages }) => stages.filter(({ kind }) => kind === 'sealed').map(({ id }) => id)),
    ),
  ),
];

export interface Declared {
  readonly programme: Programme;
  readonly dossier: Dossier;
}

/** The declaration that a case or call belongs to; refuses what the catalogue does not know. */
export function declared(setting: CaseworkSetting, of: { readonly programme: string; readonly dossier: string }): Declared {
  const programme = setting.catalogue.programmes.find((candidate) => candidate.id === of.programme);
  const dossier = programme?.dossiers.find((candidate) => candidate.id === of.dossier);
  if (programme === undefined || dossier === undefined) throw notFound(`事项“${of.programme}/${of.dossier}”`);
  return { programme, dossier };
}
