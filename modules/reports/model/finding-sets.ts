// The sets in which findings of the auditor are shown, errors first and apart from rounding, wording and layout, and the way from one to the next.
import type { RelationView } from '../wire.ts';

export interface FindingSet {
  readonly key: string;
  readonly word: string;
  readonly holds: (relation: RelationView) => boolean;
}

export const findingSets: readonly FindingSet[] = [
  {
    key: 'error',
    word: '数据错误',
    holds: ({ verdict, weight, ledger }) => verdict === 'inconsistent' && weight === 'error' && ledger === null,
  },
  { key: 'ledger', word: '与台账不符', holds: ({ verdict, ledger }) => verdict === 'inconsistent' && ledger !== null },
  {
    key: 'minor',
    word: '取舍、措辞、编排',
    holds: ({ verdict, weight, ledger }) => verdict === 'inconsistent' && weight !== 'error' && ledger === null,
  },
  { key: 'cannot tell', word: '无法判断', holds: ({ verdict }) => verdict === 'cannot tell' },
  { key: 'consistent', word: '相符', holds: ({ verdict }) => verdict === 'consistent' },
];

/** The figures that errors are said of: in each, the one that is checked. */
export const wrongFigures = (relations: readonly RelationView[]): ReadonlySet<number> =>
  new Set(
    relations.flatMap(({ verdict, weight, figures }) => (verdict === 'inconsistent' && weight === 'error' ? (figures.at(-1) ?? []) : [])),
  );

/** One finding among the others of its document. */
export const findingKey = ({ type, at, figures, formula }: RelationView): string => `${type}.${at}.${figures.join()}.${formula}`;

/** The set asked for, else the first that holds anything. */
export function shownSet(relations: readonly RelationView[], asked: string | undefined): FindingSet | undefined {
  return findingSets.find(({ key }) => key === asked) ?? findingSets.find(({ holds }) => relations.some(holds));
}

/** Onward from the one on hand, or to the first; stays at either end. */
export function stepFinding(shown: readonly RelationView[], current: string | null, step: 1 | -1): RelationView | undefined {
  const at = shown.findIndex((relation) => findingKey(relation) === current);
  if (at < 0) return step === 1 ? shown[0] : shown.at(-1);
  return shown[Math.min(shown.length - 1, Math.max(0, at + step))];
}
