// Reads a composed report back and tells every figure that the reader or the auditor sees otherwise than the ledger: the proof that both understand the text.
import { decimal } from '#kernel/exact/decimal.ts';
import { auditFigures } from '../auditor/audit-figures.ts';
import { indicatorNamed } from '../reader/lexicon/indicators.ts';
import { readFigures } from '../reader/read-figures.ts';
import type { Reading } from '../reader/reading.ts';
import { yearOfPart } from '../reader/year-parts.ts';
import { plainText } from './compose.ts';
import type { Composed, WrittenFigure } from './shapes.ts';

interface Placed {
  readonly figure: WrittenFigure;
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly isInTable: boolean;
}

/** Where each figure stands in the plain text. */
export function placesOf(composed: Composed): readonly Placed[] {
  const placed: Placed[] = [];
  let at = composed.title.length + 1;
  const walk = (runs: readonly { text: string; figure: number | null }[], gap: number, isInTable: boolean): void => {
    for (const run of runs) {
      const figure = run.figure === null ? undefined : composed.figures[run.figure];
      if (figure !== undefined) placed.push({ figure, start: at, end: at + run.text.length, isInTable });
      at += run.text.length + gap;
    }
    at += 1 - gap;
  };
  for (const block of composed.blocks) {
    walk(block.runs, 0, false);
    if (block.kind !== 'table') continue;
    walk(
      block.columns.map(({ title }) => ({ text: title, figure: null })),
      1,
      true,
    );
    for (const row of block.rows) walk(row, 1, true);
  }
  return placed;
}

const kinds: Readonly<Record<WrittenFigure['reading'], readonly Reading['kind'][]>> = {
  value: ['level', 'ratio', 'rank', 'share'],
  last: ['level', 'ratio'],
  milestone: ['level', 'threshold'],
  rank: ['rank'],
  share: ['share'],
  net: ['change'],
  growth: ['yoy_growth', 'change'],
  target: ['target'],
  completion: ['ratio'],
  estimate: ['level'],
};

/** An indicator that is itself a change or a growth is read as one. */
const ownKinds = ({ name }: WrittenFigure): readonly Reading['kind'][] =>
  /净增数$/.test(name) ? ['change'] : /增速$/.test(name) ? ['yoy_growth'] : [];

/** 占地区生产总值比重 and 占比 are one name to the reader. */
const stem = (name: string): string =>
  name
    .replace(/（[^）]*）/g, '')
    .replace(/占.{2,12}比重/, '占比')
    .replace(/(?:总数|总量|数量|数|量)$/, '');
/** The bare thing that is counted must be named by both. */
const isSameThing = (read: string, { name, regionName }: WrittenFigure, isInTable: boolean): boolean => {
  const thing = stem(name);
  // A table of counties gives the county's name to what stands in its row; the caption says what is counted.
  if (isInTable && read.includes(regionName)) return true;
  const entry = indicatorNamed(name);
  if (entry !== null && indicatorNamed(read)?.id === entry.id) return true;
  return (
    read.includes(thing) || thing.includes(stem(read)) || [...thing].filter((char) => read.includes(char)).length >= thing.length * 0.7
  );
};

const periodOf = ({ from, to }: WrittenFigure): string =>
  to.endsWith('-06-30') && from.endsWith('-01-01') ? `${to.slice(0, 4)}H1` : to.slice(0, 4);

function difference({ figure, isInTable }: Placed, reading: Reading | undefined): string | null {
  if (reading === undefined) return '没有读出';
  const factor = isInTable && figure.unit !== '%' ? null : figure.written;
  if (factor !== null && !decimal(reading.exact).equals(decimal(factor))) return `读成 ${reading.exact}，应为 ${figure.written}`;
  if (![...kinds[figure.reading], ...ownKinds(figure)].includes(reading.kind)) return `读成种类 ${reading.kind}`;
  if (!isSameThing(reading.indicator, figure, isInTable)) return `读成指标“${reading.indicator}”`;
  const period = yearOfPart(reading.period ?? '') ?? '';
  if (period !== periodOf(figure) && period !== figure.to.slice(0, 4)) return `读成时期 ${period}`;
  return null;
}

export interface ReadBack {
  readonly read: number;
  readonly differences: readonly string[];
  readonly inconsistent: readonly string[];
}

export function readBack(composed: Composed, year: number): ReadBack {
  const text = plainText(composed);
  const readings = readFigures(text, { reportingYear: year });
  const offsets = readings.map((reading) => [...text].slice(0, reading.rawStart).join('').length);
  const differences: string[] = [];
  let read = 0;
  for (const place of placesOf(composed)) {
    if (place.figure.written === null) continue;
    const at = offsets.findIndex((offset) => offset >= place.start && offset < place.end);
    const wrong = difference(place, readings[at]);
    if (wrong === null) read += 1;
    else
      differences.push(
        `“${text.slice(Math.max(0, place.start - 24), place.end)}”（${place.figure.name}·${place.figure.reading}）：${wrong}`,
      );
  }
  const inconsistent = auditFigures(text, readings)
    // A county that has all there is: the auditor, which takes no value for a share of itself, compares with last year's column.
    .filter(({ verdict, type, stated }) => verdict === 'inconsistent' && !(type === 'share' && stated === '1'))
    .map(({ type, formula, computed, stated, quotes }) => `${type} ${formula} 算得${computed} 文中${stated}：${quotes.join(' / ')}`);
  return { read, differences, inconsistent };
}
