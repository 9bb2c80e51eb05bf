// What reports are given by whoever composes the server: the catalogue, to whose indicators figures are tied.
import type { Catalogue } from '#kernel/declare/system.ts';

export interface ReportsSetting {
  readonly catalogue: Catalogue;
}
