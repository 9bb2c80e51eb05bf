// Documents and figures as the browser gets them: what was read beside what was corrected, the place, and the indicator it may belong to.
import { type Facts, factsOf } from '../model/facts.ts';
import { placeOfFigure } from '../model/place.ts';
import type { TieIndex } from '../model/ties.ts';
import type { DocumentCounts, ListedDocument } from '../store/documents.ts';
import type { ReadingRow } from '../store/tables.ts';
import type { DocumentView, FigureView } from '../wire.ts';

const none: DocumentCounts = { total: 0, open: 0, accepted: 0, ignored: 0 };

export function documentView(row: ListedDocument, counts: DocumentCounts | undefined): DocumentView {
  return {
    id: row.id,
    title: row.title,
    place: row.place,
    year: row.reporting_year,
    kind: row.kind,
    format: row.format,
    fileName: row.file_name,
    hasFile: row.file !== null,
    characters: row.characters,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
    counts: counts ?? none,
    version: row.version,
  };
}

export const standingFacts = (row: Pick<ReadingRow, 'reading' | 'corrected'>): Facts => row.corrected ?? factsOf(row.reading);

/** A person's choice stands; a suggestion is made anew each time, so it follows the catalogue. */
export function tieOf(row: Pick<ReadingRow, 'reading' | 'corrected' | 'tie' | 'tie_is_chosen'>, ties: TieIndex): FigureView['tie'] {
  if (row.tie_is_chosen) return { indicator: row.tie, how: 'chosen' };
  const tie = ties.tie(standingFacts(row), row.reading.indicatorId);
  return tie === null ? { indicator: null, how: 'none' } : { indicator: tie.indicator, how: tie.isSure ? 'sure' : 'likely' };
}

const comparisonWords = ({ comparison }: ReadingRow['reading']): string | null =>
  comparison === null ? null : [comparison.base, comparison.indicator].filter((part) => part !== undefined && part !== '').join('：');

export function figureView(row: ReadingRow, documentPlace: string, ties: TieIndex): FigureView {
  const { reading } = row;
  return {
    ordinal: row.ordinal,
    origin: row.origin,
    start: reading.start,
    end: reading.end,
    rawStart: reading.rawStart,
    rawEnd: reading.rawStart + [...reading.raw].length,
    quote: reading.quote,
    raw: reading.raw,
    read: factsOf(reading),
    corrected: row.corrected,
    correctedBy: row.corrected_by_name,
    correctedAt: row.corrected_at?.toISOString() ?? null,
    confidence: reading.confidence,
    comparison: comparisonWords(reading),
    place: placeOfFigure(standingFacts(row).region, documentPlace),
    tie: tieOf(row, ties),
    status: row.status,
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    isPosted: row.observation !== null,
    version: row.version,
  };
}
