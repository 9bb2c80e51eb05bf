// Why applications fail, in the proportions that bureaus report: most for R&D that is not supported or does not agree with the tax office.
import type { RejectionReasonCode } from '#vocabularies/enterprises/rejection-reasons.ts';
import type { Random } from './random.ts';
import type { Application } from './recognition.ts';

/** Reasons that a county or the city can see in the file, and those that only the experts of the province judge. */
const inTheFile: readonly (readonly [RejectionReasonCode, number])[] = [
  ['R01', 18],
  ['R02', 22],
  ['R03', 32],
  ['R04', 8],
  ['R05', 8],
  ['R06', 8],
  ['R11', 1],
  ['R12', 2],
  ['R13', 1],
];

const byExperts: readonly (readonly [RejectionReasonCode, number])[] = [
  ['R01', 12],
  ['R02', 24],
  ['R03', 22],
  ['R04', 7],
  ['R05', 4],
  ['R06', 9],
  ['R07', 4],
  ['R08', 16],
  ['R09', 9],
  ['R12', 1],
  ['R13', 1],
];

/** A refused application with its reasons and a score that agrees with them. */
export function reasonsOf(random: Random, application: Application, all: readonly Application[]): Application {
  if (application.reasons.length > 0) return application;
  // The R&D ratio is counted over three years: figures that pass one year cannot fail the next.
  const sharesYears = all.some((other) => other.outcome === 'granted' && Math.abs(other.year - application.year) <= 2);
  const possible = (application.stoppedAt === 'province' ? byExperts : inTheFile).filter(([code]) => code !== 'R01' || !sharesYears);
  const reasons = new Set<RejectionReasonCode>();
  for (
    let left = random.weighted([
      [1, 70],
      [2, 24],
      [3, 6],
    ] as const);
    left > 0;
    left -= 1
  )
    reasons.add(random.weighted(possible));
  const score = application.score === null ? null : reasons.has('R08') ? random.whole(48, 70) : random.whole(71, 86);
  return { ...application, reasons: [...reasons].sort(), score };
}
