// What a region is: a province, a city, or a county or functional zone of a city.
import type { Term } from '../vocabulary.ts';

export type RegionLevel = 'province' | 'city' | 'county';

export interface Region extends Term {
  readonly level: RegionLevel;
  /** Name on charts and narrow columns, when shorter than the name. */
  readonly short?: string;
  /** A functional zone (高新区, 经开区…): no code of GB/T 2260, but a statistics or local code. */
  readonly isZone: boolean;
  /** For a zone: the county on whose ground it lies, when known. */
  readonly host?: string;
  /** First and last day on which the code stands; without them it always stood, or still stands. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Codes that took over the ground of a code which no longer stands, the main one first. */
  readonly successors?: readonly string[];
  /** An invented place of the demonstration, on no map. */
  readonly fictional?: true;
}
