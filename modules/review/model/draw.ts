// Draws a panel at random so that anyone can draw it again: the order follows from a seed, the caps decide who may sit together.
import { createHash } from 'node:crypto';
import type { Candidate } from './expert.ts';

type Drawable = Pick<Candidate, 'id' | 'uscc' | 'region' | 'isFinance'>;

export interface DrawNeed {
  readonly size: number;
  readonly reserve: number;
  readonly needsFinance: boolean;
  /** Counties of the applicants: few of the panel may come from there. */
  readonly counties: readonly string[];
  readonly unitShareOneIn: number;
  readonly countyShareOneIn: number;
}

export interface Drawn<C extends Drawable> {
  readonly seats: readonly C[];
  readonly reserves: readonly C[];
  /** What is missing, in Chinese; empty when the panel is complete. */
  readonly shortfalls: readonly string[];
}

/** Place of an expert in the lot: nobody can choose it, everybody can check it. */
export const lotOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}:${id}`).digest('hex');

/** The pool in the order of the lot. */
export function shuffled<C extends Drawable>(seed: string, pool: readonly C[]): readonly C[] {
  return pool
    .map((one) => ({ one, lot: lotOf(seed, one.id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one);
}

/** Whether one more may sit with those already chosen in a panel of this size. */
export function mayJoin(one: Drawable, seated: readonly Drawable[], size: number, need: DrawNeed): boolean {
  const unitCap = Math.floor(size / need.unitShareOneIn);
  const countyCap = Math.floor(size / need.countyShareOneIn);
  if (seated.filter(({ uscc }) => uscc === one.uscc).length >= unitCap) return false;
  const isLocal = ({ region }: Drawable) => need.counties.includes(region);
  return !isLocal(one) || seated.filter(isLocal).length < countyCap;
}

/** Takes in the order of the lot whoever the caps admit; the finance seat is filled first. */
function fill<C extends Drawable>(order: readonly C[], count: number, need: DrawNeed): C[] {
  if (count === 0) return [];
  const chosen: C[] = [];
  const finance = need.needsFinance ? order.find((one) => one.isFinance && mayJoin(one, [], need.size, need)) : undefined;
  if (finance !== undefined) chosen.push(finance);
  for (const one of order) {
    if (chosen.length === count) break;
    if (!chosen.includes(one) && mayJoin(one, chosen, Math.max(count, need.size), need)) chosen.push(one);
  }
  return chosen;
}

/** The same seed and the same pool give the same panel, in whatever order the pool is read. */
export function draw<C extends Drawable>(pool: readonly C[], need: DrawNeed, seed: string): Drawn<C> {
  const order = shuffled(seed, pool);
  const seats = fill(order, need.size, need);
  const rest = order.filter((one) => !seats.includes(one));
  const reserves = fill(rest, need.reserve, need);
  return { seats, reserves, shortfalls: shortfallsOf(seats, reserves, need) };
}

function shortfallsOf(seats: readonly Drawable[], reserves: readonly Drawable[], need: DrawNeed): string[] {
  return [
    ...(seats.length < need.size ? [`符合条件的专家只能组成 ${seats.length} 人的评审组，还差 ${need.size - seats.length} 人`] : []),
    ...(need.needsFinance && !seats.some(({ isFinance }) => isFinance) ? ['没有可用的财务专家'] : []),
    ...(reserves.length < need.reserve ? [`备选专家 ${reserves.length} 人，少于要求的 ${need.reserve} 人`] : []),
  ];
}

/** The first reserve, in the order drawn, who may take a seat that has become free; undefined when none may. */
export function substitute<C extends Drawable>(
  reserves: readonly C[],
  staying: readonly Drawable[],
  need: DrawNeed,
  leftWasFinance: boolean,
): C | undefined {
  const lacksFinance = need.needsFinance && leftWasFinance && !staying.some(({ isFinance }) => isFinance);
  return reserves.find((one) => (!lacksFinance || one.isFinance) && mayJoin(one, staying, need.size, need));
}
