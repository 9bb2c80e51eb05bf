// What review is given by whoever composes the server: casework's declarations and calendar, and the seal for personal data.
import type { CaseworkSetting } from '#modules/casework/contract.ts';

export interface Seal {
  seal(plain: string, place: string): string;
  open(stored: string, place: string): string;
}

export interface ReviewSetting {
  readonly casework: CaseworkSetting;
  readonly seal: Seal;
  /** Names and codes of the places of a root as spreadsheets write them, to their codes; 外地 stands for elsewhere. */
  places(root: string): ReadonlyMap<string, string>;
}
