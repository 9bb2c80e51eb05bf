// Stage `uphold`: the system applies the class of an assessment to the title: it is kept, to be put right within a time, or ended.
import { addDays, addMonths } from '../declare/calendar.ts';
import { defineForm, f, page } from '../declare/form.ts';
import type { Title } from '../declare/title.ts';
import { type CaseState, lastMove } from './case-state.ts';
import type { StageBase, StageKind, Today } from './stage.ts';

export interface UpholdStage extends StageBase {
  readonly kind: 'uphold';
  readonly title: Title;
  /** Stage in which the class was given. */
  readonly grade: string;
  /** Classes that end the title at once. */
  readonly ends: readonly string[];
  /** Classes that must be put right within months; the same again at the next assessment ends the title. */
  readonly rectifies: { readonly classes: readonly string[]; readonly months: number };
}

const upheldRecord = defineForm(
  page('资格处理', {
    outcome: f.choice('处理', [
      { code: 'keep', name: '保留资格' },
      { code: 'rectify', name: '限期整改' },
      { code: 'end', name: '撤销资格' },
    ] as const),
    until: f.date('整改期限', { optional: true }),
    reasons: f.longText('理由', { optional: true }),
  }),
);

export function uphold(options: Omit<UpholdStage, 'kind' | 'id' | 'name' | 'by'> & { id?: string; name?: string }): UpholdStage {
  const { id = 'uphold', name = '资格处理', ...rest } = options;
  return { kind: 'uphold', id, name, by: ['system'], ...rest };
}

export interface Upheld {
  readonly outcome: 'keep' | 'rectify' | 'end';
  readonly until?: string;
  readonly reasons?: string;
}

/** What follows from the class; `today.classBefore` is that of the holder's assessment before this one. */
export function upheld(
  { grade, ends, rectifies, title }: UpholdStage,
  state: CaseState,
  today: Pick<Today, 'day' | 'classBefore'>,
): Upheld {
  const { class: code, className } = lastMove(state, grade, 'classify')?.data ?? {};
  if (ends.includes(String(code))) return { outcome: 'end', reasons: `考核结果为“${className}”，撤销${title.name}资格` };
  if (!rectifies.classes.includes(String(code))) return { outcome: 'keep' };
  if (today.classBefore !== undefined && rectifies.classes.includes(today.classBefore))
    return { outcome: 'end', reasons: `连续两次考核结果为“${className}”，撤销${title.name}资格` };
  return { outcome: 'rectify', until: addDays(addMonths(today.day, rectifies.months), -1) };
}

export const upholdKind: StageKind<UpholdStage> = {
  moves: (stage) => [{ verb: 'uphold', label: '资格处理', by: stage.by, records: upheldRecord }],
  waitsFor: (stage) => `正在处理${stage.title.name}资格`,
  whyNot: () => null,
  outcome: (_stage, _state, event) => (event.data.outcome === 'end' ? { to: 'end', as: 'refused' } : { to: 'next' }),
  onEntry: 'uphold',
};
