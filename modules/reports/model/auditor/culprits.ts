// Which single figure mends most: where one number takes part in several failed relations, the slip of it that makes all of them hold.
import { type Claim, printOf, valueText } from './claim.ts';
import type { Measured } from './figure.ts';
import { claimOf } from './judge.ts';
import type { Relation } from './relation.ts';
import { holdsWith, slipValues } from './repair.ts';
import { printed } from './wording.ts';

const isError = ({ verdict, weight }: Relation): boolean => verdict === 'inconsistent' && weight === 'error';

interface Bound {
  readonly relation: Relation;
  readonly claim: Claim;
}

const membersOf = ({ members, stated }: Claim): readonly Measured[] => [...members, stated];

const MOST_TRIED = 200;

/** The claims that each figure takes part in. */
function claimsByFigure(relations: readonly Relation[]): Map<number, Bound[]> {
  const found = new Map<number, Bound[]>();
  for (const relation of relations) {
    const claim = claimOf(relation);
    if (claim === undefined || relation.verdict === 'cannot tell') continue;
    for (const { index } of membersOf(claim)) {
      const row = found.get(index);
      if (row === undefined) found.set(index, [{ relation, claim }]);
      else row.push({ relation, claim });
    }
  }
  return found;
}

interface Remedy {
  readonly figure: Measured;
  readonly value: string | null;
  readonly mends: readonly Relation[];
}

/** A slip of the figure with which its failed relations hold, and those that held do so still. */
function remedyOf(index: number, bounds: readonly Bound[]): Remedy | undefined {
  const failed = bounds.filter(({ relation }) => isError(relation));
  const figure = failed.flatMap(({ claim }) => membersOf(claim)).find((one) => one.index === index);
  if (failed.length < 2 || figure === undefined) return undefined;
  const kept = bounds.filter(({ relation }) => relation.verdict === 'consistent');
  const holds = ({ claim }: Bound, value: Parameters<typeof holdsWith>[2]): boolean =>
    holdsWith(
      claim,
      membersOf(claim).findIndex((one) => one.index === index),
      value,
    );
  const slip = slipValues(figure)
    .slice(0, MOST_TRIED)
    .find(({ value }) => failed.every((one) => holds(one, value)) && kept.every((one) => holds(one, value)));
  // What other relations confirm is not the figure to look at.
  if (slip === undefined && kept.length > 0) return undefined;
  return {
    figure,
    value: slip === undefined ? null : `${printed(slip.value, printOf(figure))}，${slip.how}`,
    mends: failed.map(({ relation }) => relation),
  };
}

function noteOf({ figure, value, mends }: Remedy): string {
  const written = valueText(figure);
  return value === null
    ? `；${mends.length}处不符都用到${written}，请先核对此数`
    : `；改此一数最省：若${written}为${value}，${mends.length}处不符全部相符`;
}

/** The relations, with the figure that mends most named in the notes of those it mends; a figure with a remedy goes before one without. */
export function withCulprits(relations: readonly Relation[]): Relation[] {
  const remedies = [...claimsByFigure(relations)].flatMap(([index, bounds]) => remedyOf(index, bounds) ?? []);
  const order = (remedy: Remedy): number => (remedy.value === null ? 0 : 1000) + remedy.mends.length;
  const notes = new Map<Relation, string>();
  for (const remedy of remedies.sort((a, b) => order(b) - order(a)))
    for (const relation of remedy.mends) if (!notes.has(relation)) notes.set(relation, noteOf(remedy));
  return relations.map((relation) => {
    const note = notes.get(relation);
    return note === undefined ? relation : { ...relation, note: `${relation.note}${note}` };
  });
}
