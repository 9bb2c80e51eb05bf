// Audits a report: finds the relations between its figures, checks each, and orders them as the text does.
import type { Reading } from '../reader/reading.ts';
import { yearOfPart } from '../reader/year-parts.ts';
import { aimGaps } from './aim-gaps.ts';
import { amongSentences } from './among-sentences.ts';
import { atMosts } from './at-most.ts';
import { averages } from './averages.ts';
import { balances } from './balances.ts';
import { bareRows } from './bare-rows.ts';
import { basesBehind } from './base-behind.ts';
import { baseYears } from './base-years.ts';
import { breakdowns } from './breakdowns.ts';
import { cellGridsOf } from './cell-grid.ts';
import { cellLinesOf } from './cell-lines.ts';
import { changesByGrowth } from './change-by-growth.ts';
import { changes } from './changes.ts';
import { classRows } from './class-rows.ts';
import { classSums } from './class-sums.ts';
import { closingSums } from './closing-sums.ts';
import { columnLaws } from './column-laws.ts';
import { comparedGrowths } from './compared-growths.ts';
import { comparedRows } from './compared-rows.ts';
import { complements } from './complements.ts';
import { contributions } from './contributions.ts';
import { conversions } from './conversions.ts';
import { copiedPercents } from './copied-percent.ts';
import { withCulprits } from './culprits.ts';
import { dates } from './dates.ts';
import { differencesBehind } from './differences-behind.ts';
import { directions } from './directions.ts';
import { eachOf } from './each-of.ts';
import { exchangedParts } from './exchanged-parts.ts';
import { pageOf } from './figure.ts';
import { filledShares } from './filled-shares.ts';
import { gaps } from './gaps.ts';
import { gridProse } from './grid-prose.ts';
import { gridSums } from './grid-sums.ts';
import { growthMix } from './growth-mix.ts';
import { growthRuns } from './growth-runs.ts';
import { growths } from './growths.ts';
import { headedPoints } from './headed-points.ts';
import { headlines } from './headlines.ts';
import { kindsWithin } from './kinds-within.ts';
import { lastYearsNumber } from './last-years-number.ts';
import { lastYearsWhole } from './last-years-whole.ts';
import { leftStandings } from './left-standing.ts';
import { limits } from './limits.ts';
import { lineGrids } from './line-grids.ts';
import { withoutListedCells } from './list-cells.ts';
import { listedClauses } from './listed-clauses.ts';
import { lists } from './lists.ts';
import { looseParts } from './loose-parts.ts';
import { meanGrowths } from './mean-growth.ts';
import { movedRanks } from './moved-ranks.ts';
import { multiples } from './multiples.ts';
import { namedCounts } from './named-counts.ts';
import { namedDifferences } from './named-difference.ts';
import { namedSubtotals } from './named-subtotals.ts';
import { nestedClasses } from './nested-classes.ts';
import { newWithinStock } from './new-within-stock.ts';
import { orders } from './orders.ts';
import { pairedRows } from './paired-rows.ts';
import { paperNumbers } from './paper-numbers.ts';
import { periods } from './periods.ts';
import { placedNames } from './placed-names.ts';
import { planHeadings } from './plan-headings.ts';
import { plannedGains } from './planned-gains.ts';
import { pointUnits } from './point-units.ts';
import { ranks } from './ranks.ts';
import { crossChecks, rates } from './rates.ts';
import type { Relation } from './relation.ts';
import { copies, duplicates } from './repeats.ts';
import { risingFalling } from './rising-falling.ts';
import { rowShares } from './row-shares.ts';
import { rowsInYears } from './rows-in-years.ts';
import { saidDifferences } from './said-differences.ts';
import { saidTwice } from './said-twice.ts';
import { shareDrift } from './share-drift.ts';
import { sharesOfIncrease } from './share-of-increase.ts';
import { sharePoints } from './share-points.ts';
import { shareRuns } from './share-runs.ts';
import { shares } from './shares.ts';
import { sharesAhead } from './shares-ahead.ts';
import { sharesMoved } from './shares-moved.ts';
import { sharesOfOne } from './shares-of-one.ts';
import { siblingShares } from './sibling-shares.ts';
import { sizeBands } from './size-bands.ts';
import { brokenOff, numbering, paperNames, titles } from './structure.ts';
import { structureRatios } from './structure-ratios.ts';
import { subsets } from './subsets.ts';
import { sums } from './sums.ts';
import { superlatives } from './superlatives.ts';
import { gridsOf, tables, withoutCells } from './tables.ts';
import { targetClaims } from './target-claims.ts';
import { targets } from './targets.ts';
import { timeProgress } from './time-progress.ts';
import { toldAgain } from './told-again.ts';
import { toldChanges } from './told-changes.ts';
import { toldCounts } from './told-counts.ts';
import { toldRanks } from './told-ranks.ts';
import { auditTraditional, isTraditional } from './traditional-text.ts';
import { trends } from './trends.ts';
import { twinColumns } from './twin-columns.ts';
import { valuedLists } from './valued-lists.ts';
import { wordedShares } from './worded-shares.ts';
import { yearGaps } from './year-gaps.ts';
import { yearHalves } from './year-halves.ts';
import { yearSpans } from './year-spans.ts';

const keyOf = ({ type, spans }: Relation): string => `${type}|${[...spans.map(({ start }) => start)].sort((a, b) => a - b).join(',')}`;

const placeOf = ({ spans }: Relation): number => spans.at(-1)?.start ?? 0;

/** Every relation once; a rate of fulfilment, say, is also a rate. */
function distinct(relations: readonly Relation[]): Relation[] {
  const seen = new Map<string, Relation>();
  for (const relation of relations) if (!seen.has(keyOf(relation))) seen.set(keyOf(relation), relation);
  return [...seen.values()];
}

/** What two finders say of the same cell is said once. */
const notYet = (relations: readonly Relation[], before: readonly Relation[]): Relation[] =>
  relations.filter(({ type, spans }) => {
    const [own] = spans.slice(-1);
    return !before.some((one) => {
      const [other] = one.spans.slice(-1);
      return one.type === type && own !== undefined && other !== undefined && own.start < other.end && other.start < own.end;
    });
  });

const pairOf = (spans: Relation['spans']): string => [...spans.map(({ start }) => start)].sort((a, b) => a - b).join(',');

/** Two numbers under one name that are bound as part and whole (占全市) are no doubtful repetition. */
function withoutDoubts(relations: readonly Relation[]): Relation[] {
  const bound = new Set<string>();
  for (const { type, spans } of relations)
    if (type === 'share' || type === 'subset' || type === 'growth' || type === 'period') bound.add(pairOf(spans.slice(0, 2)));
  return relations.filter(({ type, verdict, spans }) => type !== 'duplicate' || verdict !== 'cannot tell' || !bound.has(pairOf(spans)));
}

/** As the text tells what is checked. */
export const inOrder = (relations: readonly Relation[]): Relation[] => [...relations].sort((a, b) => placeOf(a) - placeOf(b));

/** The relations between the figures of one text; `readings` are those of the reader for the same text, in its order. */
export const auditFigures = (text: string, readings: readonly Reading[]): Relation[] =>
  isTraditional(text) ? auditTraditional(text, readings, relationsOf) : relationsOf(text, readings);

function relationsOf(text: string, readings: readonly Reading[]): Relation[] {
  // Months on end and quarters are told apart by the words around a number (termOf).
  const page = pageOf(
    text,
    readings.map((reading) => (reading.period === null ? reading : { ...reading, period: yearOfPart(reading.period) })),
  );
  const ofShares = shares(page);
  const ofTargets = [...targetClaims(page), ...targets(page)];
  const ofRates = rates(page);
  const found = [
    ...ofShares,
    ...rowShares(page),
    ...siblingShares(page),
    ...filledShares(page),
    ...ofTargets,
    ...aimGaps(page),
    ...ofRates.map(({ relation }) => relation),
    ...crossChecks(page, ofShares, ofRates),
    ...growths(page),
    ...growthMix(page),
    ...growthRuns(page),
    ...meanGrowths(page),
    ...changes(page),
    ...changesByGrowth(page),
    ...toldChanges(page),
    ...basesBehind(page),
    ...differencesBehind(page),
    ...namedDifferences(page),
    ...trends(page),
    ...saidDifferences(page),
    ...contributions(page),
    ...pointUnits(page),
    ...sharePoints(page),
    ...shareDrift(page),
    ...shareRuns(page),
    ...wordedShares(page),
    ...eachOf(page),
    ...sharesAhead(page),
    ...sharesOfIncrease(page),
    ...timeProgress(page),
    ...plannedGains(page),
    ...sharesOfOne(page),
    ...sharesMoved(page),
    ...averages(page),
    ...multiples(page),
    ...lastYearsWhole(page),
    ...sums(page),
    ...twinColumns(page),
    ...exchangedParts(page),
    ...pairedRows(page),
    ...bareRows(page),
    ...closingSums(page),
    ...namedSubtotals(page),
    ...yearHalves(page),
    ...complements(page),
    ...classRows(page),
    ...classSums(page),
    ...sizeBands(page),
    ...structureRatios(page),
    ...conversions(page),
    ...balances(page),
    ...looseParts(page),
    ...directions(page),
    ...comparedGrowths(page),
    ...gaps(page),
    ...nestedClasses(page),
    ...orders(page),
    ...ranks(page),
    ...toldRanks(page),
    ...placedNames(page),
    ...movedRanks(page),
    ...superlatives(page),
    ...lists(page),
    ...listedClauses(page),
    ...valuedLists(page),
    ...risingFalling(page),
    ...namedCounts(page),
    ...saidTwice(page),
    ...toldAgain(page),
    ...lastYearsNumber(page),
    ...toldCounts(page),
    ...leftStandings(page),
    ...headlines(page),
    ...duplicates(page),
    ...breakdowns(page),
    ...limits(page),
    ...amongSentences(page),
    ...atMosts(page),
    ...newWithinStock(page),
    ...kindsWithin(page),
    ...subsets(page),
    ...copiedPercents(page),
    ...copies(page),
    ...periods(page),
    ...paperNumbers(page),
    ...yearSpans(page),
    ...yearGaps(page),
    ...baseYears(page),
    ...dates(page),
    ...planHeadings(page),
    ...headedPoints(page),
    ...numbering(page),
    ...brokenOff(page),
    ...titles(page),
    ...paperNames(page),
  ];
  const grids = gridsOf(page);
  const cells = cellGridsOf(page);
  const lines = cellLinesOf(page);
  const ofTables = [...tables(page, grids), ...columnLaws(page), ...comparedRows(page), ...rowsInYears(page)];
  return inOrder(
    withCulprits(
      distinct(
        withoutListedCells(
          page,
          withoutDoubts([
            ...withoutCells(found, grids),
            ...ofTables,
            ...gridProse(page, cells),
            ...notYet(gridSums([...cells, ...lines]), ofTables),
            ...lineGrids(page, lines),
          ]),
        ),
      ),
    ),
  );
}
