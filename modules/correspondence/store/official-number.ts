// The next number of an agency's own papers that no case gives rise to: 澜江科发〔2026〕1号, drawn without gaps.
import type { Transaction } from 'kysely';
import { canonicalOf } from '#kernel/calculations/document-number.ts';
import { usualCode } from '../model/agency.ts';
import { drawSerials } from './documents.ts';
import { wordingsOf } from './wordings.ts';

export interface NumberAsked {
  readonly root: string;
  /** Whose number: the root for the bureau of the city, a county for its own. */
  readonly region: string;
  readonly regionName: string;
  readonly year: number;
}

/** Part of the transaction that issues the paper: whoever fails gives the number back. */
export async function drawOfficialNumber(db: Transaction<unknown>, { root, region, regionName, year }: NumberAsked): Promise<string> {
  const { codes } = await wordingsOf(db, root);
  const code = `${codes[`${region}科`] ?? usualCode(regionName, '科')}发`;
  return canonicalOf(code, year, await drawSerials(db, root, code, year, 1));
}
