// What reports are given by whoever composes the server: the catalogue, to whose indicators figures are tied, and the ledger that reports are written from.
import type { Catalogue } from '#kernel/declare/system.ts';
import type { Ledger } from '#modules/figures/contract.ts';

export interface ReportsSetting {
  readonly catalogue: Catalogue;
  readonly ledger: Ledger;
}
