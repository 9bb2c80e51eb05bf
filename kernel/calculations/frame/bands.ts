// Point bands: the first limit that a value reaches, from the highest down, gives the points.
import { decimal } from '../../exact/decimal.ts';
import { type Exact, Rational } from '../../exact/rational.ts';

export type Bands<T> = readonly (readonly [limit: Rational, points: T])[];

/** `bands([['0.3', 20], ['0.25', 16]])`, highest limit first; a limit itself belongs to its band. */
export function bands<T>(rows: readonly (readonly [string, T])[]): Bands<T> {
  return rows.map(([limit, points]) => [decimal(limit), points]);
}

export function pointsIn<T>(table: Bands<T>, value: Exact, below: T): T {
  const exact = Rational.of(value);
  return table.find(([limit]) => exact.isAtLeast(limit))?.[1] ?? below;
}
