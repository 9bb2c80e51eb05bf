// Whether two parties belong together: the same legal person or head, a shareholding of so much, control, or one holder above both.
import { asPercent } from '#kernel/declare/rule.ts';
import { decimal } from '#kernel/exact/decimal.ts';

export const relationKinds = { shareholding: '持股', control: '控制', namesake: '法定代表人同名但非同一人' } as const;
export type RelationKind = keyof typeof relationKinds;

export interface PartyEnd {
  readonly id: string;
  readonly name: string;
  /** Name of the legal representative; null when unknown. */
  readonly head: string | null;
}

export interface RelationFact {
  readonly held: string;
  readonly holder: string | null;
  readonly holderName: string;
  readonly kind: RelationKind;
  /** A fraction as decimal text; null for control. */
  readonly share: string | null;
}

export interface RelationFacts {
  readonly one: PartyEnd;
  readonly other: PartyEnd;
  /** In force on the day asked, holding either of the two. */
  readonly relations: readonly RelationFact[];
}

const reaches = (relation: RelationFact, least: string): boolean =>
  relation.kind === 'control' || (relation.share !== null && decimal(relation.share).isAtLeast(decimal(least)));

const says = ({ kind, share }: RelationFact): string =>
  kind === 'control' || share === null ? '控制' : `持股 ${asPercent(decimal(share))}`;

/** A holder outside the register is told by its name. */
const holderKey = ({ holder, holderName }: RelationFact): string => holder ?? `name:${holderName}`;

/** Reasons in words, each with what the register knows; none when they do not belong together as far as is known. */
export function affiliationReasons({ one, other, relations }: RelationFacts, leastShare: string): readonly string[] {
  if (one.id === other.id) return [`与“${other.name}”为同一单位`];
  const reasons: string[] = [];
  const areNamesakes = relations.some(
    ({ kind, held, holder }) => kind === 'namesake' && [one.id, other.id].includes(held) && [one.id, other.id].includes(holder ?? ''),
  );
  if (one.head !== null && one.head === other.head && !areNamesakes) reasons.push(`与“${other.name}”的法定代表人同为${one.head}`);
  const strong = relations.filter((relation) => relation.kind !== 'namesake' && reaches(relation, leastShare));
  for (const relation of strong) {
    if (relation.held === one.id && relation.holder === other.id) reasons.push(`“${other.name}”对本单位${says(relation)}`);
    if (relation.held === other.id && relation.holder === one.id) reasons.push(`本单位对“${other.name}”${says(relation)}`);
  }
  for (const above of strong.filter(({ held, holder }) => held === one.id && holder !== other.id)) {
    const shared = strong.find((relation) => relation.held === other.id && holderKey(relation) === holderKey(above));
    if (shared !== undefined) reasons.push(`“${above.holderName}”对本单位${says(above)}，同时对“${other.name}”${says(shared)}`);
  }
  return reasons;
}
