// What the ledger of figures is given by whoever composes the server: the catalogue and the regions of the root.
import type { Catalogue } from '#kernel/declare/system.ts';

export interface FiguresSetting {
  readonly catalogue: Catalogue;
  regionName(code: string): string;
  /** Name for charts and narrow columns, where it is shorter. */
  shortName?(code: string): string;
  /** Counties and zones of a root that are compared and ranked, in their usual order. */
  countiesOf(root: string): readonly string[];
  /** The province above, and the other cities within it: of these only published values are known. */
  parentOf?(root: string): string | undefined;
  sistersOf?(root: string): readonly string[];
}
