// A spot check (事中事后抽查): each year a share of those who hold a title is drawn by a seed, and whoever disagrees with other sources in any case.
import { type Citation, citationText } from './citation.ts';
import type { Title } from './title.ts';

export interface SpotCheck {
  readonly title: Title;
  /** Dossier whose answers are held against other sources, by its own cross-check. */
  readonly dossier: string;
  /** Share of the holders that is drawn at least; the bureau may draw more. */
  readonly least: string;
  readonly cites: Citation;
  /** What follows a revocation for false statements, in a sentence for the officer. */
  readonly afterRevocation?: string;
}

export const spotCheck = (title: Title, options: Omit<SpotCheck, 'title'>): SpotCheck => {
  if (!/^(0(\.\d+)?|1)$/.test(options.least)) throw new Error(`The share of a spot check is a fraction, not ${options.least}`);
  return { title, ...options };
};

export const spotCheckBasis = ({ cites }: SpotCheck): string => citationText(cites);
