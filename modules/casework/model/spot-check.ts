// The draw of a spot check: a part by risk, at most so much as is set, the rest by chance; both by a seed, so that anyone can repeat it.
import { createHash } from 'node:crypto';
import type { CrossFinding } from '#kernel/declare/dossier.ts';
import { decimal } from '#kernel/exact/decimal.ts';

export interface Candidate {
  /** What the draw is made by: the number of the title, or the title itself where it has none. */
  readonly key: string;
  /** What is known against it; empty when nothing is. */
  readonly risks: readonly string[];
}

export interface Drawn<C extends Candidate> {
  readonly candidate: C;
  readonly by: 'risk' | 'seed';
}

/** Place of a candidate in the draw: the lowest are drawn. */
export const ticket = (seed: string, key: string): string => createHash('sha256').update(`${seed}:${key}`).digest('hex');

export interface DrawRule {
  readonly seed: string;
  /** Share of all that is drawn, rounded up. */
  readonly share: string;
  /** Largest part of those drawn that may be drawn by risk, rounded down; the rest is drawn by chance from all that are left. */
  readonly riskShare: string;
}

export function drawSpotCheck<C extends Candidate>(candidates: readonly C[], { seed, share, riskShare }: DrawRule): Drawn<C>[] {
  const wanted = Number(-decimal(share).times(-candidates.length).floor());
  const most = Number(decimal(riskShare).times(wanted).floor());
  const inOrder = candidates
    .map((candidate) => ({ candidate, ticket: ticket(seed, candidate.key) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ candidate }) => candidate);
  // Where more are suspect than may be drawn for it, those against whom most is known come first.
  const risky = inOrder
    .filter(({ risks }) => risks.length > 0)
    .sort((a, b) => b.risks.length - a.risks.length)
    .slice(0, most);
  const taken = new Set<C>(risky);
  const seeded = inOrder.filter((candidate) => !taken.has(candidate)).slice(0, wanted - risky.length);
  return [
    ...risky.map((candidate) => ({ candidate, by: 'risk' as const })),
    ...seeded.map((candidate) => ({ candidate, by: 'seed' as const })),
  ];
}

/** One text for all that a draw went by and gave: who repeats it must come to the same. */
export function drawDigest<C extends Candidate>(candidates: readonly C[], rule: DrawRule, drawn: readonly Drawn<C>[]): string {
  const all = candidates.map(({ key, risks }) => `${key}:${risks.length}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([rule, all, drawn.map(({ candidate, by }) => `${candidate.key}:${by}`)]))
    .digest('hex');
}

/** Disagreements that are worth a visit, in words. */
export const risksOf = (findings: readonly CrossFinding[]): readonly string[] =>
  findings
    .filter(({ status, level }) => status === 'unmet' && level !== 'info')
    .map(({ says, actual }) => `${says}：${actual ?? '不一致'}`);
