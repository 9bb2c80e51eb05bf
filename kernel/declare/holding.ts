// Who holds a title on a day, as the register knows it: a condition that no applicant can answer away.
import type { Citation } from './citation.ts';
import type { Dossier, Known } from './dossier.ts';
import type { AssessmentContext } from './eligibility.ts';
import type { Title } from './title.ts';

/** Only who holds the title may apply. */
export interface Holding {
  readonly title: Title;
  readonly cites: Citation;
}

export const holderOf = (title: Title, cites: Citation): Holding => ({ title, cites });

export interface HeldOn {
  readonly level: string;
  readonly from: string;
  readonly until: string | null;
}

interface KnownTitle extends HeldOn {
  readonly kind: string;
}

/** The title as it is held on the day, the latest where there are several; null when the register knows none. */
export function heldOn({ facts }: Pick<Known, 'facts'>, { id }: Pick<Title, 'id'>, day: string): HeldOn | null {
  const titles = (facts['enterprise.titles'] ?? []) as readonly KnownTitle[];
  const holding = titles.filter(({ kind, from, until }) => kind === id && from <= day && (until === null || until >= day));
  return holding.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
}

export interface Condition {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
}

/** Everything that an applicant must meet, as it is told beforehand: the title that it must hold, then the rules of its form. */
export function conditionsOf(
  { holder, eligibility }: Pick<Dossier, 'holder' | 'eligibility'>,
  context: AssessmentContext,
): readonly Condition[] {
  const held = holder === undefined ? [] : [{ id: 'holder', says: `申报日持有有效的${holder.title.name}资质`, cites: holder.cites }];
  return [...held, ...eligibility.rules.map((rule) => ({ id: rule.id, says: rule.says(context), cites: rule.cites }))];
}
