// One sentence about one indicator: when, where, how much, and how that compares, in the order in which officials say it and readers follow it.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { estimatePhrase } from './estimate.ts';
import {
  aimPhrase,
  amountsOf,
  growthPhrase,
  isSmallBase,
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
import { addsUp, type Ground, isPublished, isStock, type Standing, standingOf, toldSpan } from './standing.ts';
import { during, type Span, upTo, wholePlace } from './words.ts';

export interface Scene {
  readonly ground: Ground;
  readonly region: string;
  readonly span: Span;
  readonly year: number;
}

/** The scene in which an indicator is told: of what is published, its own year. */
export function toldIn(scene: Scene, indicator: Indicator): Scene {
  if (!isPublished(indicator)) return scene;
  const span = toldSpan(scene.ground, indicator, scene.region, scene.span);
  return { ...scene, span, year: Number(span.to.slice(0, 4)) };
}

export const timeOf = (indicator: Indicator, span: Span): string => (isStock(indicator) ? upTo(span.to) : during(span));
export const placeOf = ({ ground, region }: Pick<Scene, 'ground' | 'region'>): string => wholePlace(ground.regionName(region));
/** 全市 before a name, unless the name says it. */
export const placed = (scene: Scene, { name }: Indicator): string =>
  /^全(?:社会|[省市县区])/.test(name) ? name : `${placeOf(scene)}${name}`;
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
const isImpossible = ({ indicator, now }: Standing): boolean => 'known' in now && now.known.isNegative() && addsUp(indicator);

/** Within a year a nought is what has not begun: people say why, or leave it out. */
const isYetToCome = ({ indicator, now, span }: Standing): boolean =>
  (addsUp(indicator) || indicator.unit === '%') && 'known' in now && now.known.isZero() && !endsYear(span);

/** Who alone has some of it needs no place; a place shared with many far down says nothing. */
function rankSaid(rank: Said, share: Said): Said {
  const [place] = rank.pieces.filter((piece) => typeof piece !== 'string');
  const [part] = share.pieces.filter((piece) => typeof piece !== 'string');
  if (place === undefined) return rank;
  const isAlone = part?.exact.equals(1) === true;
  const isFarDown = place.text.includes('并列') && place.exact.isMoreThan(3);
  return isAlone || isFarDown ? nothing() : rank;
}

/** At the end of a year the net change says what the growth would say again where that is nought, or of a small base. */
const isToldByNet = (standing: Standing): boolean =>
  endsYear(standing.span) && standing.net !== null && 'known' in standing.net && (standing.net.known.isZero() || isSmallBase(standing));

export interface Told {
  /** The time that the sentence before gave: it isn't said twice. */
  readonly time: string | null;
  /** Whether the place has been named in this paragraph. */
  readonly hasPlace: boolean;
  /** Whether noughts of a year that still runs are said too. */
  readonly withNoughts?: boolean;
  /** The net change since the last year's end is told within a year too; beside the growth, which has another base, it would be taken for one. */
  readonly withNet?: boolean;
}

/** Without the full stop. */
export function sentence(
  scene: Scene,
  indicator: Indicator,
  without: readonly ReadingName[],
  told: Told = { time: null, hasPlace: false },
): Said {
  const { ground, region, span, year } = scene;
  const standing = standingOf(ground, indicator, region, span);
  if ('unknown' in standing.now) return nothing(`${indicator.name}：${whyOf(standing.now)}，未写入正文`);
  if (isImpossible(standing)) return nothing(`${indicator.name}：台账数值为负，未写入正文，请核对台账`);
  if (isYetToCome(standing) && told.withNoughts !== true)
    return nothing(`${indicator.name}：${timeOf(indicator, span)}为零，未写入正文，请核对；还没有开展或确实为零的，请在自己写的段落中说明`);
  const aim = without.includes('target') ? undefined : ground.aim(indicator.id, region, year);
  const amounts = amountsOf(standing, aim);
  const says = (reading: ReadingName, make: () => Said): Said => (without.includes(reading) ? nothing() : make());
  const value = valuePhrase(ground, standing, amounts, !without.includes('milestone'));
  const time = timeOf(indicator, span);
  const name = told.hasPlace ? indicator.name : placed(scene, indicator);
  const opening: Piece = `${time === told.time ? '' : `${time}，`}${name}`;
  const share = says('share', () => sharePhrase(ground, standing));
  const isNetSaid = !without.includes('net') && (endsYear(span) || told.withNet === true);
  return joined([
    { ...value, pieces: [opening, ...value.pieces] },
    // Right behind the value: behind a growth or a share it would be the place of that.
    says('rank', () => rankSaid(rankPhrase(ground, standing), share)),
    isNetSaid ? netPhrase(ground, standing, amounts) : nothing(),
    says('growth', () => (isNetSaid && isToldByNet(standing) ? nothing() : growthPhrase(ground, standing, amounts))),
    share,
    says('completion', () => aimPhrase(standing, aim, amounts, yearWord(span))),
    says('estimate', () => estimatePhrase(ground, standing)),
  ]);
}
