// Takes in what the moves of cases oblige the bureau to: promises become commitments, parts fall due, rests are given up, money is taken back.
import type { Transaction } from 'kysely';
import type { Obligation } from '#kernel/declare/obligation.ts';
import type { By } from '#modules/registry/contract.ts';

/** The obligations of one case, in the order in which its moves made them. */
export interface CaseObligations {
  readonly caseId: string;
  /** Null before the case has one. */
  readonly caseNumber: string | null;
  /** Id of the programme in the catalogue. */
  readonly programme: string;
  readonly party: string;
  readonly partyName: string;
  readonly region: string;
  readonly root: string;
  readonly obligations: readonly Obligation[];
}

/** In the transaction of the moves: what they oblige to is written down together with them, whoever made them. */
export async function recordObligations(_db: Transaction<unknown>, _by: By, of: readonly CaseObligations[]): Promise<void> {
  if (of.some(({ obligations }) => obligations.length > 0)) throw new Error('funds takes in no obligations before its tables exist');
}
