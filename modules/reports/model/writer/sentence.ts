// One sentence about one indicator: when, where, how much, and how that compares, in the order in which officials say it and readers follow it.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { estimatePhrase } from './estimate.ts';
import {
  aimPhrase,
  amountsOf,
  growthPhrase,
  netPhrase,
  nothing,
  type Piece,
  rankPhrase,
  type Said,
  sharePhrase,
  valuePhrase,
  whyOf,
} from './phrases.ts';
import type { ReadingName } from './shapes.ts';
import { type Ground, type Standing, standingOf } from './standing.ts';
import { during, type Span, upTo, wholePlace } from './words.ts';

export interface Scene {
  readonly ground: Ground;
  readonly region: string;
  readonly span: Span;
  readonly year: number;
}

export const isStock = ({ formula }: Indicator): boolean => formula.kind === 'stock';
export const timeOf = (indicator: Indicator, span: Span): string => (isStock(indicator) ? upTo(span.to) : during(span));
export const placeOf = ({ ground, region }: Pick<Scene, 'ground' | 'region'>): string => wholePlace(ground.regionName(region));
export const endsYear = ({ to }: Span): boolean => to.endsWith('-12-31');
export const yearWord = (span: Span): string => (endsYear(span) ? '年度' : '全年');

/** Clauses with commas between them; those that say nothing leave no trace. */
export function joined(clauses: readonly Said[]): Said {
  const speaking = clauses.filter(({ pieces }) => pieces.length > 0);
  return {
    pieces: speaking.flatMap(({ pieces }, at) => (at === 0 ? pieces : ['，', ...pieces])),
    margins: [...new Set(clauses.flatMap(({ margins }) => margins))],
  };
}

/** A number below nothing where there can be none: the ledger is to be looked at, the report says nothing. */
const isImpossible = ({ indicator, now }: Standing): boolean =>
  'known' in now && now.known.isNegative() && ['sum', 'stock'].includes(indicator.formula.kind);

/** Without the full stop. `told` is the time that the sentence before gave: it isn't said twice. */
export function sentence(scene: Scene, indicator: Indicator, without: readonly ReadingName[], told: string | null = null): Said {
  const { ground, region, span, year } = scene;
  const standing = standingOf(ground, indicator, region, span);
  if ('unknown' in standing.now) return nothing(`${indicator.name}：${whyOf(standing.now)}，未写入正文`);
  if (isImpossible(standing)) return nothing(`${indicator.name}：台账数值为负，未写入正文，请核对台账`);
  const aim = without.includes('target') ? undefined : ground.aim(indicator.id, region, year);
  const amounts = amountsOf(standing, aim);
  const says = (reading: ReadingName, make: () => Said): Said => (without.includes(reading) ? nothing() : make());
  const value = valuePhrase(ground, standing, amounts, !without.includes('milestone'));
  const time = timeOf(indicator, span);
  const opening: Piece = `${time === told ? '' : `${time}，`}${placeOf(scene)}${indicator.name}`;
  return joined([
    { ...value, pieces: [opening, ...value.pieces] },
    // Right behind the value: behind a growth or a share it would be the place of that.
    says('rank', () => rankPhrase(ground, standing)),
    // Within a year the net change and the growth have different bases; side by side they would be taken for one.
    says('net', () => (endsYear(span) ? netPhrase(ground, standing, amounts) : nothing())),
    says('growth', () => growthPhrase(ground, standing, amounts)),
    says('share', () => sharePhrase(ground, standing)),
    says('completion', () => aimPhrase(standing, aim, amounts, yearWord(span))),
    says('estimate', () => estimatePhrase(ground, standing)),
  ]);
}
