// Which of the installation's places a figure speaks of: a county that its name begins with, the place that was read, or the document's own.
import { placeOfFigure } from '../place.ts';

export interface KnownPlace {
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

export interface Places {
  /** The whole city, then its counties. */
  readonly all: readonly KnownPlace[];
  /** The place of the document. */
  readonly home: KnownPlace;
}

/** The place of a name, full or short. */
export const placeNamed = (all: readonly KnownPlace[], name: string): KnownPlace | undefined =>
  all.find((place) => place.name === name || place.short === name);

export interface Located {
  /** What is counted, without the place before it. */
  readonly thing: string;
  /** Undefined for a wider or another place, of which the ledger counts nothing. */
  readonly code: string | undefined;
}

const LEADING = /^(?:全市|我市|本市|全县|我县|本县|全区|我区|本区)的?/;

export function located(indicator: string, region: string | null, { all, home }: Places): Located {
  const name = indicator.replace(LEADING, '');
  const begins = (word: string): boolean => word.length >= 2 && name.startsWith(word) && name.length > word.length;
  const own = all.find((place) => begins(place.name)) ?? all.find((place) => begins(place.short));
  if (own !== undefined) {
    const word = name.startsWith(own.name) ? own.name : own.short;
    return { thing: name.slice(word.length).replace(/^的/, ''), code: own.code };
  }
  return { thing: name, code: placeNamed(all, placeOfFigure(region, home.name))?.code };
}
