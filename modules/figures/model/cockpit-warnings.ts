// What a leader should be told: titles that run out, a stock that will shrink, a rate that falls, counties behind time.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { entriesHref } from './addresses.ts';
import type { Warning } from './cockpit-shapes.ts';
import type { Value } from './evaluate.ts';
import type { BoardLine } from './target-shapes.ts';
import { figureText, officialText } from './target-text.ts';

const plain = (value: Rational): string => formatPlain(value, 12);

export interface Expiring {
  readonly title: string;
  readonly titleName: string;
  readonly unit: string;
  readonly count: string;
}

export function expiryWarnings(expiring: readonly Expiring[], today: string, until: string, days: number): Warning[] {
  return expiring
    .filter(({ count }) => decimal(count).isPositive())
    .map(({ title, titleName, unit, count }) => ({
      kind: 'expiry',
      text: `${days}天内有${figureText(count, unit)}的“${titleName}”到期`,
      note: `${officialText({ kind: 'DATE', date: until })}前未重新认定的，到期次日起不再计入`,
      href: `/registry/parties?view=custom&title=${title}&expiring=${today}..${until}`,
    }));
}

export interface Leaving {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly count: string;
}

/** What leaves a register by a day that was entered: it has no certificate, and opens into its entries. */
export function leavingWarnings(leaving: readonly Leaving[], region: string, today: string, until: string, days: number): Warning[] {
  return leaving
    .filter(({ count }) => decimal(count).isPositive())
    .map(({ measure, name, unit, count }) => ({
      kind: 'expiry',
      text: `${days}天内有${figureText(count, unit)}“${name}”期满`,
      note: `台账登记的截止日在${officialText({ kind: 'DATE', date: until })}前，未续期的次日起不再计入`,
      href: entriesHref(measure, today, until, region),
    }));
}

/** A stock by the end of the year if nothing new comes. */
export function shrinkWarning(indicator: Indicator, now: Value, yearEnd: Value, year: number, href: string): Warning[] {
  if ('unknown' in now || 'unknown' in yearEnd || !yearEnd.known.isLessThan(now.known)) return [];
  const lost = figureText(plain(now.known.minus(yearEnd.known)), indicator.unit);
  return [
    {
      kind: 'shrink',
      text: `${indicator.name}年底将减少${lost}，降至${figureText(plain(yearEnd.known), indicator.unit)}`,
      note: `按台账已登记的到期日推算，未计${year}年内新认定的`,
      href,
    },
  ];
}

/** 按121家÷145家计算，上年同期126家÷126家. */
function madeOf(now: readonly PartFigure[], last: readonly PartFigure[]): string | null {
  const words = (parts: readonly PartFigure[]): string | null =>
    parts.length === 2 && parts.every(({ value }) => value !== null)
      ? parts.map(({ value, unit }) => figureText(value, unit)).join('÷')
      : null;
  const [own, before] = [words(now), words(last)];
  return own === null || before === null ? null : `按${own}计算，上年同期${before}`;
}

export interface PartFigure {
  readonly value: string | null;
  readonly unit: string;
}

/** `parts`: numerator and denominator, now and last year. */
export function fallWarning(
  indicator: Indicator,
  now: Value,
  last: Value,
  year: number,
  parts: readonly [readonly PartFigure[], readonly PartFigure[]],
): Warning[] {
  if ('unknown' in now || 'unknown' in last) return [];
  const isWorse = indicator.direction === 'up' ? now.known.isLessThan(last.known) : now.known.isMoreThan(last.known);
  if (!isWorse) return [];
  const change = officialText({ kind: 'SHARE_CHANGE', from: plain(last.known), to: plain(now.known) });
  return [
    {
      kind: 'fall',
      text: `${indicator.name}${figureText(plain(now.known), indicator.unit)}，比上年同期${change}`,
      note: madeOf(...parts),
      href: `/figures/${indicator.id}?year=${year}`,
    },
  ];
}

/** Counties with most red lights first; then what the city itself is behind on. */
export function behindWarnings(lines: readonly BoardLine[], year: number, most: number): Warning[] {
  const byCounty = new Map<string, { name: string; behind: string[] }>();
  for (const line of lines) {
    for (const row of line.rows) {
      if (row.light !== 'RED') continue;
      const found = byCounty.get(row.region) ?? { name: row.name, behind: [] };
      found.behind.push(line.indicatorName);
      byCounty.set(row.region, found);
    }
  }
  const counties = [...byCounty.entries()].sort(([, a], [, b]) => b.behind.length - a.behind.length).slice(0, most);
  const city = lines.filter((line) => line.city.light === 'RED');
  return [
    ...city.map(
      (line): Warning => ({
        kind: 'city-behind',
        text: `全市${line.indicatorName}落后时间进度，完成${line.city.completion === null ? '—' : figureText(line.city.completion, '%')}`,
        note: null,
        href: `/figures/targets/${line.plan}`,
      }),
    ),
    ...counties.map(
      ([region, { name, behind }]): Warning => ({
        kind: 'behind',
        text: `${name}有${behind.length}项目标落后`,
        note: behind.join('、'),
        href: `/figures/targets?year=${year}&region=${region}`,
      }),
    ),
  ];
}
