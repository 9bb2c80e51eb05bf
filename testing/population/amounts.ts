// Sums of money as whole fen while they are made, and as decimal text when they are handed out.
import type { Amount } from './types.ts';

/** A double holds whole numbers exactly up to nine thousand trillion: ninety trillion yuan. */
export type Fen = number;

export function fenOf(yuan: number): Fen {
  return Math.round(yuan) * 100;
}

/** A share of a sum, to the fen. */
export function part(sum: Fen, share: number): Fen {
  return Math.round(sum * share);
}

export function amount(fen: Fen): Amount {
  const units = Math.abs(fen);
  const cents = units % 100;
  return `${fen < 0 ? '-' : ''}${(units - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
