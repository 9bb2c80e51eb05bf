// The control of each kind of field: a kind without one does not compile.
import type { ComponentType } from 'react';
import { AddressControl } from './address.tsx';
import { ChoiceControl } from './choice.tsx';
import { ChoicesControl } from './choices.tsx';
import { ContactControl } from './contact.tsx';
import { DateControl } from './date.tsx';
import { DecimalControl } from './decimal.tsx';
import { DerivedControl } from './derived.tsx';
import type { ControlProps, FieldKind, FieldView } from './field-view.ts';
import { FileControl } from './file.tsx';
import { IntegerControl } from './integer.tsx';
import { LongTextControl } from './long-text.tsx';
import { MoneyControl } from './money.tsx';
import { MonthControl } from './month.tsx';
import { OrganisationControl } from './organisation.tsx';
import { PercentControl } from './percent.tsx';
import { PersonControl } from './person.tsx';
import { RegionControl } from './region.tsx';
import { TableControl } from './table.tsx';
import { TextControl } from './text.tsx';
import { YearControl } from './year.tsx';
import { YesNoControl } from './yes-no.tsx';

function Table(props: ControlProps & { badPaths?: ReadonlySet<string> }) {
  return <TableControl {...props} cellOf={controlOf} />;
}

export const controls: Record<FieldKind, ComponentType<ControlProps & { badPaths?: ReadonlySet<string> }>> = {
  text: TextControl,
  'long-text': LongTextControl,
  integer: IntegerControl,
  decimal: DecimalControl,
  percent: PercentControl,
  money: MoneyControl,
  date: DateControl,
  month: MonthControl,
  year: YearControl,
  'yes-no': YesNoControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  region: RegionControl,
  organisation: OrganisationControl,
  person: PersonControl,
  file: FileControl,
  table: Table,
  address: AddressControl,
  contact: ContactControl,
  derived: DerivedControl,
};

export function controlOf(field: FieldView) {
  return controls[field.kind];
}

/** Kinds made of several boxes: their label names a group, not one box. */
export function isGroup(field: FieldView): boolean {
  const isOpenList =
    (field.kind === 'choice' || field.kind === 'choices') &&
    (field.options?.length ?? 0) <= (field.kind === 'choice' ? 5 : 8) &&
    !(field.options ?? []).some((option) => option.parent !== undefined);
  return isOpenList || ['yes-no', 'organisation', 'person', 'contact', 'address', 'table'].includes(field.kind);
}
