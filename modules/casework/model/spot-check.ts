// The draw of a spot check: whoever disagrees with other sources is in; the rest is drawn by a seed, so that anyone can repeat it.
import { createHash } from 'node:crypto';
import type { CrossFinding } from '#kernel/declare/dossier.ts';
import { decimal } from '#kernel/exact/decimal.ts';

export interface Candidate {
  /** What the draw is made by: the number of the title, or the title itself where it has none. */
  readonly key: string;
  /** Why it is in at any rate; empty when nothing is known against it. */
  readonly risks: readonly string[];
}

export interface Drawn<C extends Candidate> {
  readonly candidate: C;
  readonly by: 'risk' | 'seed';
}

/** Place of a candidate in the draw: the lowest are drawn. */
export const ticket = (seed: string, key: string): string => createHash('sha256').update(`${seed}:${key}`).digest('hex');

/** At least the share of all, rounded up; more only where more than that are known risks. */
export function drawSpotCheck<C extends Candidate>(candidates: readonly C[], { seed, share }: { seed: string; share: string }): Drawn<C>[] {
  const wanted = Number(-decimal(share).times(-candidates.length).floor());
  const risky = candidates.filter(({ risks }) => risks.length > 0);
  const others = candidates
    .filter(({ risks }) => risks.length === 0)
    .map((candidate) => ({ candidate, ticket: ticket(seed, candidate.key) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const seeded = others.slice(0, Math.max(0, wanted - risky.length));
  return [
    ...risky.map((candidate) => ({ candidate, by: 'risk' as const })),
    ...seeded.map(({ candidate }) => ({ candidate, by: 'seed' as const })),
  ];
}

/** Disagreements that are worth a visit, in words. */
export const risksOf = (findings: readonly CrossFinding[]): readonly string[] =>
  findings
    .filter(({ status, level }) => status === 'unmet' && level !== 'info')
    .map(({ says, actual }) => `${says}：${actual ?? '不一致'}`);
