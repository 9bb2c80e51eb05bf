// Tables of a report: indicators against last year, and one indicator by county. Amounts of a row stand in one unit.
import type { Indicator } from '#kernel/declare/indicator.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { Figured } from './phrases.ts';
import { growthPhrase, rankPhrase, sharePhrase } from './phrases.ts';
import { type Scene, toldIn } from './sentence.ts';
import { knownOf, type Standing, standingOf, yearBefore } from './standing.ts';
import { amountsInOneUnit, during, valueText, writtenValue } from './words.ts';

export interface Cell {
  readonly text: string;
  readonly figure: Figured | null;
  readonly standing: Standing | null;
}
export interface MadeTable {
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' | 'center'; readonly weight: number }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly margins: readonly string[];
}

export const plain = (text: string): Cell => ({ text, figure: null, standing: null });
export const blank = plain('—');

/** Number and unit of a written value apart: 1.20 and 亿元. */
export const apart = (text: string): [string, string] => {
  const found = /^(-?\d+(?:\.\d+)?)(.*)$/.exec(text);
  return found === null ? [text, ''] : [found[1] ?? '', found[2] ?? ''];
};

/** Shares and points of a column with two places each, so that they stand under one another. */
const evenly = (text: string): string =>
  text.replace(/^(-?\d+)(?:\.(\d+))?(?=%|个百分点)/, (_, whole: string, part = '') => `${whole}.${part.padEnd(2, '0')}`);

/** Texts of several values in one unit. */
export function together(values: readonly (Rational | null)[], unit: string): readonly (string | null)[] {
  if (unit !== '元') return values.map((value) => (value === null ? null : evenly(valueText(value, unit))));
  const texts = amountsInOneUnit(values.filter((value) => value !== null));
  let next = 0;
  return values.map((value) => (value === null ? null : (texts[next++] ?? null)));
}

/** Printed as nothing though it is something: no growth could be held against it. */
const isLost = (value: Rational | null, text: string | null | undefined): boolean =>
  value !== null && !value.isZero() && /^-?0(?:\.0+)?[亿万]/.test(text ?? '');

/** The change as a column of numbers has it: a fall has a minus there. */
function growthCell(scene: Scene, standing: Standing): Cell {
  const said = growthPhrase(scene.ground, standing, { value: '', net: null, change: null, aim: null }, true);
  const figure = said.pieces.find((piece): piece is Figured => typeof piece !== 'string');
  const value = figure === undefined ? null : writtenValue(figure.text);
  if (figure === undefined || figure.unit === standing.indicator.unit) return blank;
  if (value === null) return { text: '持平', figure, standing };
  const text = evenly(`${value.startsWith('-') ? '-' : ''}${/[\d.]+(?:%|个百分点)/.exec(figure.text)?.[0] ?? ''}`);
  return { text, figure: { ...figure, text }, standing };
}

export function indicatorTable(scene: Scene, indicators: readonly Indicator[]): MadeTable {
  const { ground, region, span } = scene;
  const margins: string[] = [];
  const rows = indicators.flatMap((indicator) => {
    if (toldIn(scene, indicator).span.to !== span.to) {
      margins.push(`${indicator.name}：${during(span)}的数还没有公布，未列入表`);
      return [];
    }
    const standing = standingOf(ground, indicator, region, span);
    const [now, before] = [knownOf(standing.now), knownOf(standing.before)];
    if (now === null) {
      margins.push(`${indicator.name}：${'unknown' in standing.now ? standing.now.unknown : ''}，未列入表`);
      return [];
    }
    const says = ground.inWords(indicator.formula);
    const texts = together([now, before], indicator.unit);
    const unit = apart(texts[0] ?? '')[1];
    const cell = (value: Rational | null, text: string | null | undefined, reading: 'value' | 'last'): Cell => {
      if (value === null || text == null) return blank;
      const of = reading === 'value' ? standing : { ...standing, span: yearBefore(span) };
      return { text: apart(text)[0], figure: { reading, text, exact: value, unit: indicator.unit, says }, standing: of };
    };
    const growth = before === null || isLost(now, texts[0]) ? blank : growthCell(scene, standing);
    return [[plain(indicator.name), plain(unit), cell(now, texts[0], 'value'), cell(before, texts[1], 'last'), growth]];
  });
  const columns = [
    { title: '指标', align: 'left' as const, weight: 3 },
    { title: '单位', align: 'center' as const, weight: 1 },
    { title: during(span), align: 'right' as const, weight: 1.4 },
    { title: during(yearBefore(span)), align: 'right' as const, weight: 1.4 },
    { title: '同比增长', align: 'right' as const, weight: 1.8 },
  ];
  return { columns, rows, margins };
}

export function countyTable(scene: Scene, counties: readonly string[], indicator: Indicator): MadeTable {
  const { ground } = scene;
  const { span } = toldIn(scene, indicator);
  const all = counties.map((region) => standingOf(ground, indicator, region, span));
  const texts = together(
    all.map(({ now }) => knownOf(now)),
    indicator.unit,
  );
  const written = texts.find((text) => text !== null) ?? '';
  const says = ground.inWords(indicator.formula);
  const rows = all.map((standing, at) => {
    const own = { ...scene, span, region: standing.region };
    const value = knownOf(standing.now);
    const text = texts[at] ?? null;
    const share = sharePhrase(ground, standing).pieces.find((piece): piece is Figured => typeof piece !== 'string');
    const rank = rankPhrase(ground, standing).pieces.find((piece): piece is Figured => typeof piece !== 'string');
    const bare = (figure: Figured | undefined, pattern: RegExp): Cell => {
      const match = figure === undefined ? undefined : pattern.exec(figure.text)?.[0];
      const found = match === undefined ? undefined : evenly(match);
      return figure === undefined || found === undefined ? blank : { text: found, figure: { ...figure, text: found }, standing };
    };
    const growth = knownOf(standing.before) === null || isLost(value, text) ? blank : growthCell(own, standing);
    return [
      plain(standing.regionName),
      value === null || text === null
        ? blank
        : { text: apart(text)[0], figure: { reading: 'value' as const, text, exact: value, unit: indicator.unit, says }, standing },
      growth,
      bare(share, /[\d.]+%/),
      bare(rank, /\d+/),
    ];
  });
  const columns = [
    { title: '县区', align: 'left' as const, weight: 2.4 },
    { title: `${during(span)}${indicator.name}（${apart(written)[1] || indicator.unit}）`, align: 'right' as const, weight: 2.4 },
    { title: '同比增长', align: 'right' as const, weight: 1.4 },
    { title: '占全市比重', align: 'right' as const, weight: 1.2 },
    { title: '位次', align: 'right' as const, weight: 0.8 },
  ];
  return { columns, rows, margins: [] };
}
