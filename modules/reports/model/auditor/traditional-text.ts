// A text in traditional characters: written in simplified ones for the reader and the finders, and what they find put back at its places.
import { readFigures } from '../reader/read-figures.ts';
import type { Reading } from '../reader/reading.ts';
import type { Relation, Span } from './relation.ts';
import { SIMPLIFIED_BY_TRADITIONAL } from './traditional-characters.ts';

/** 收（shōu）入: how a character sounds, left behind by a machine that turned one writing into the other. */
const SOUND = /(?<=[一-龥])[(（][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɡ]{1,6}[)）]/g;

const HAN = /[一-龥]/g;
/** As many of a hundred characters as no simplified text has. */
const LEAST = 8;

const countTraditional = (text: string): number => {
  let count = 0;
  for (const character of text) if (SIMPLIFIED_BY_TRADITIONAL.has(character)) count++;
  return count;
};

/** As far as a text is looked at to know its writing. */
const SIGHT = 20_000;

/** A quotation in the other writing makes no text of it. */
export function isTraditional(text: string): boolean {
  const head = text.slice(0, SIGHT);
  const all = head.match(HAN)?.length ?? 0;
  return all > 0 && countTraditional(head) * 100 >= all * LEAST;
}

interface Simplified {
  readonly text: string;
  /** Code point in the source of each code point of the text, and one beyond the last. */
  readonly at: readonly number[];
}

function simplified(source: string): Simplified {
  const dropped = new Set<number>();
  for (const match of source.matchAll(SOUND)) for (let i = 0; i < match[0].length; i++) dropped.add(match.index + i);
  const kept: string[] = [];
  const at: number[] = [];
  let [unit, point] = [0, 0];
  for (const character of source) {
    if (!dropped.has(unit)) {
      kept.push(SIMPLIFIED_BY_TRADITIONAL.get(character) ?? character);
      at.push(point);
    }
    unit += character.length;
    point++;
  }
  return { text: kept.join(''), at: [...at, point] };
}

/** What the finders say of the text in simplified characters, with the words and places of the source; `readings` are those of the source. */
export function auditTraditional(
  source: string,
  readings: readonly Reading[],
  audit: (text: string, readings: readonly Reading[]) => Relation[],
): Relation[] {
  const { text, at } = simplified(source);
  const own = readFigures(text);
  const points = [...source];
  const byStart = new Map(readings.map(({ rawStart }, i) => [rawStart, i]));
  const placed = ({ start, end, figure }: Span): Span => {
    const from = figure === null ? undefined : own[figure]?.rawStart;
    return {
      start: at[start] ?? 0,
      end: (at[end - 1] ?? 0) + 1,
      figure: from === undefined ? null : (byStart.get(at[from] ?? -1) ?? null),
    };
  };
  return audit(text, own).map((relation) => {
    const spans = relation.spans.map(placed);
    return { ...relation, spans, quotes: spans.map(({ start, end }) => points.slice(start, end).join('').replaceAll(/\s+/g, '')) };
  });
}
