// What the generator of the demonstration population gives: plain records, from which modules seed their tables by COPY.
import type { FinanceSourceCode } from '#vocabularies/enterprises/finance-sources.ts';
import type { IpKindCode } from '#vocabularies/enterprises/ip-kinds.ts';
import type { RejectionReasonCode } from '#vocabularies/enterprises/rejection-reasons.ts';

/** A calendar day, YYYY-MM-DD. */
export type Day = string;
/** Exact decimal text: yuan with two places, or whole heads. */
export type Amount = string;

export interface PopulationOptions {
  /** Nothing of the histories happens after the last full year before this day. */
  readonly asOf: Day;
  /** Records to make, duplicates among them. */
  readonly count?: number;
  /** Full years of history, the last being the one before `asOf`. */
  readonly years?: number;
  /** Another seed gives another population of the same shape. */
  readonly seed?: number;
}

/** All invented. Records with the same `serial` and options are always the same. */
export interface Enterprise {
  /** From 0, without gaps. */
  readonly serial: number;
  /** Unified social credit code; null for a record that someone entered from a list without codes (always a duplicate). */
  readonly uscc: string | null;
  readonly name: string;
  /** Names before this one, the oldest first, each with the last day on which it held. */
  readonly formerNames: readonly { readonly name: string; readonly until: Day }[];
  /** County or zone, 990102 … */
  readonly region: string;
  readonly status: 'active' | 'moved' | 'cancelled' | 'revoked';
  /** Day of the change, for any status but active. */
  readonly statusSince: Day | null;
  readonly legalPerson: string;
  readonly address: string;
  /** Yuan. */
  readonly registeredCapital: Amount;
  readonly foundedOn: Day;
  /** Division of GB/T 4754, two digits. */
  readonly industry: string;
  /** Lowest level of the high-tech fields; null for a firm that is no technology firm. */
  readonly field: string | null;
  readonly scale: 'large' | 'medium' | 'small' | 'micro';
  /** Reports to statistics as a unit above the scale line (规上). */
  readonly aboveScale: boolean;
  readonly contacts: readonly Contact[];
  /** By year and source, in that order. */
  readonly finance: readonly YearlyFinance[];
  readonly ipRights: readonly IpRight[];
  /** Applications for recognition as a high-tech enterprise, the earliest first. */
  readonly applications: readonly RecognitionApplication[];
  readonly titles: readonly HeldTitle[];
  /** What is wrong with the record on purpose, so that cleaning can be shown. */
  readonly flaw: Flaw | null;
}

export type Flaw =
  /** The eighteenth character of the credit code is wrong. */
  | { readonly kind: 'wrong-check-character'; readonly right: string }
  /** The same firm as another record, under a slightly different name. */
  | { readonly kind: 'duplicate'; readonly of: number };

export interface Contact {
  readonly duty: 'principal' | 'manager' | 'liaison' | 'finance' | 'technology';
  readonly name: string;
  /** 1990000xxxx: no such subscribers exist. */
  readonly phone: string;
  /** At example.com, which is reserved. */
  readonly email: string;
}

/** Figures as one source states them. A figure that the source does not know is absent, never zero. */
export interface YearlyFinance {
  readonly year: number;
  readonly source: FinanceSourceCode;
  readonly values: FinanceFigures;
}

export type FinanceFigure =
  | 'sales'
  | 'grossIncome'
  | 'nonTaxableIncome'
  | 'highTechIncome'
  | 'totalAssets'
  | 'totalLiabilities'
  | 'netAssets'
  | 'rdExpense'
  | 'incomeStatementRd'
  | 'profit'
  | 'netProfit'
  | 'tax'
  | 'staff'
  | 'scienceStaff'
  | 'insuredStaff';

export type FinanceFigures = Readonly<Partial<Record<FinanceFigure, Amount>>>;

export interface IpRight {
  readonly number: string;
  readonly kind: IpKindCode;
  readonly name: string;
  readonly acquisition: 'SELF_DEVELOPED' | 'TRANSFERRED';
  readonly grantedOn: Day;
  readonly validTo: Day;
  readonly coreToMainProduct: boolean;
}

export interface RecognitionApplication {
  readonly year: number;
  /** Recognised again after three years, or for the first time. */
  readonly isRenewal: boolean;
  readonly submittedOn: Day;
  /** Days on which each step ended; null for a step that was not reached. */
  readonly countyReviewedOn: Day | null;
  readonly cityReviewedOn: Day | null;
  readonly recommendedOn: Day | null;
  readonly decidedOn: Day;
  readonly outcome: 'granted' | 'refused';
  /** Where a refused application ended. */
  readonly stoppedAt: 'county' | 'city' | 'province' | null;
  readonly reasons: readonly RejectionReasonCode[];
  /** Innovation capability as the experts scored it, out of 100; null when it never came to them. */
  readonly score: number | null;
  /** Numbers of the rights that it relies on. */
  readonly ipRights: readonly string[];
  readonly certificate: string | null;
}

export interface HeldTitle {
  readonly kind: 'HNTE' | 'TECH_SME';
  readonly number: string;
  readonly fromOn: Day;
  /** Last day of validity. */
  readonly untilOn: Day;
  /** First day on which a revoked title no longer holds. */
  readonly revokedOn: Day | null;
  readonly revokeReason: string | null;
}
