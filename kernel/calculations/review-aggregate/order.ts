// The order of projects: scores made comparable between panels, and what decides between equal ones.
import { decimal, Rational, squareRoot } from '../frame/index.ts';
import { ranksOf } from '../ranking.ts';
import { meanOf, type PanelOutcome, varianceOf } from './panel.ts';

export interface Placed extends PanelOutcome {
  /** Null: projects without a panel id form one panel together. */
  readonly panelId: string | null;
}

function groupedBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [item]);
    else members.push(item);
  }
  return groups;
}

/**
 * sign × ((score − μ) ÷ σ)² of each project, or null where one panel alone needs no normalisation. The square is a fraction where the
 * deviation is not, and keeps its order, so that equal deviations of different panels are found equal.
 */
export function squaredDeviations(placed: readonly Placed[]): ReadonlyMap<Placed, Rational> | null {
  const panels = groupedBy(placed, ({ panelId }) => panelId);
  if (panels.size < 2) return null;
  const deviations = new Map<Placed, Rational>();
  for (const projects of panels.values()) {
    const scores = projects.map(({ score }) => score);
    const [mean, variance] = [meanOf(scores), varianceOf(scores)];
    for (const project of projects) {
      const distance = project.score.minus(mean);
      const square = variance.isZero() ? Rational.zero : distance.toPower(2).dividedBy(variance);
      deviations.set(project, distance.isNegative() ? square.negated() : square);
    }
  }
  return deviations;
}

/** T = 70 + 10 × (score − μ) ÷ σ. */
export function normalisedScore(squared: Rational): Rational {
  const deviation = squareRoot(squared.absolute());
  return decimal('70').plus(Rational.of(10).times(squared.isNegative() ? deviation.negated() : deviation));
}

export interface Place {
  readonly rank: number;
  readonly tied: boolean;
}

/** Among equal scores: the heaviest criterion, unless it is unknown for one of them, then the votes. */
function orderTied(tied: readonly Placed[]): (a: Placed, b: Placed) => number {
  const skipped = tied.some(({ firstCriterion }) => firstCriterion === null);
  const points = ({ firstCriterion }: Placed) => (skipped ? Rational.zero : (firstCriterion ?? Rational.zero));
  return (a, b) => points(b).compare(points(a)) || b.recommendVotes - a.recommendVotes;
}

export function placesOf(placed: readonly Placed[], deviations: ReadonlyMap<Placed, Rational> | null): ReadonlyMap<Placed, Place> {
  const figure = (project: Placed) => deviations?.get(project) ?? project.score;
  const ranks = ranksOf(placed, (a, b) => figure(b).compare(figure(a)));
  const places = new Map<Placed, Place>();
  for (const [rank, group] of groupedBy(placed.keys(), (index) => ranks[index] ?? 0)) {
    const members = group.flatMap((index) => placed[index] ?? []);
    const within = ranksOf(members, orderTied(members));
    for (const [index, member] of members.entries()) {
      const place = within[index] ?? 1;
      places.set(member, { rank: rank + place - 1, tied: within.filter((other) => other === place).length > 1 });
    }
  }
  return places;
}
