// What of a case is laid open to the public: the columns that its stage declares, refused when any of them could carry a person's data.
import type { Dossier } from '../declare/dossier.ts';
import type { FieldKind } from '../fields/field.ts';
import type { PublicNoticeStage } from '../stages/public-notice.ts';
import type { AnyAnswers } from './place.ts';
import { printValue } from './print.ts';

export interface PublicColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
}

/** Kinds that hold people, papers or rows of anything: never laid open by naming them. */
const never: ReadonlySet<FieldKind> = new Set<FieldKind>(['person', 'contact', 'address', 'file', 'table']);

/** Throws for a key that the form does not ask, or that must not be public: a mistake of the declaration, found when the catalogue is tried. */
export function publicColumns(
  dossier: Dossier,
  { id, publishes = [] }: Pick<PublicNoticeStage, 'id' | 'publishes'>,
): readonly PublicColumn[] {
  return publishes.map((key) => {
    const field = dossier.form.fields[key];
    if (field === undefined) throw new Error(`Dossier ${dossier.id}: its stage ${id} publishes ${key}, which the form does not ask`);
    if (field.personal === true || never.has(field.kind))
      throw new Error(`Dossier ${dossier.id}: its stage ${id} publishes ${key}, which may hold personal data`);
    return { key, label: field.label, unit: field.unit ?? (field.kind === 'money' ? '万元' : null) };
  });
}

/** The declared answers of a case as text, in the order of the columns. */
export function publicCells(dossier: Dossier, stage: Pick<PublicNoticeStage, 'id' | 'publishes'>, answers: AnyAnswers): readonly string[] {
  return publicColumns(dossier, stage).map(({ key }) => {
    const field = dossier.form.fields[key];
    return field === undefined ? '' : printValue(field, answers[key]);
  });
}
