// Figures that staff put into their own paragraphs by name: {{高新技术企业总数|同比|高新区|2024年}}.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { estimatePhrase } from './estimate.ts';
import type { NameIndex } from './names.ts';
import {
  aimPhrase,
  amountsOf,
  type Figured,
  growthPhrase,
  netPhrase,
  type Piece,
  rankPhrase,
  type Said,
  sharePhrase,
  whyOf,
} from './phrases.ts';
import { type Scene, toldIn, yearWord } from './sentence.ts';
import type { ReadingName } from './shapes.ts';
import { readingNames } from './shapes.ts';
import { isPublished, type Standing, standingOf, yearBefore } from './standing.ts';
import { type Span, valueText } from './words.ts';

export const placeholder = /\{\{([^{}\n]{1,120})\}\}/g;

export interface Insert {
  readonly name: string;
  readonly reading: ReadingName;
  /** Unit that the writer expects; checked, never converted by a guess. */
  readonly unit: string | null;
  readonly region: string | null;
  readonly year: number | null;
}

const readings = new Map(Object.entries(readingNames).map(([id, name]) => [name as string, id as ReadingName]));
const units = /^(?:亿元|万元|元|家|个|项|件|人|名|人次|次|条|%|个百分点|位|平方米|万平方米)$/;

export function insertOf(inside: string): Insert {
  const [name = '', ...rest] = inside.split(/[|｜]/).map((part) => part.trim());
  let insert: Insert = { name, reading: 'value', unit: null, region: null, year: null };
  for (const part of rest.filter((one) => one !== '')) {
    const reading = readings.get(part);
    const year = /^((?:19|20)\d\d)年?$/.exec(part)?.[1];
    if (reading !== undefined) insert = { ...insert, reading };
    else if (year !== undefined) insert = { ...insert, year: Number(year) };
    else if (units.test(part)) insert = { ...insert, unit: part };
    else insert = { ...insert, region: part };
  }
  return insert;
}

export const inYear = (span: Span, year: number): Span => {
  const shift = (day: string): string => (day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`);
  return { from: shift(span.from), to: shift(span.to) };
};

export interface InsertContext {
  readonly scene: Scene;
  readonly names: NameIndex;
}

/** The indicator and the scene that an insert speaks of, or what is wrong with it. */
export function resolved({ scene, names }: InsertContext, insert: Insert): { indicator: Indicator; scene: Scene } | { problem: string } {
  const [indicator, ...others] = names.named(insert.name);
  if (indicator === undefined) {
    const near = names.near(insert.name, 3);
    return { problem: `没有名为“${insert.name}”的指标${near.length === 0 ? '，请从“插入数据”中选择' : `，相近的有：${near.join('、')}`}` };
  }
  if (others.length > 0)
    return { problem: `“${insert.name}”是${[indicator, ...others].map(({ name }) => `“${name}”`).join('和')}的共同别名，请写全名` };
  let own = scene;
  if (insert.region !== null) {
    const place = scene.ground.place(insert.region);
    if (place === undefined)
      return { problem: `看不懂“${insert.region}”；竖线后可写${Object.values(readingNames).join('、')}，县区名称或年份` };
    if ('gone' in place) return { problem: place.gone };
    own = { ...own, region: place.code };
  }
  if (insert.year !== null) {
    if (insert.year > scene.year) return { problem: `报告期是${scene.year}年，不能写${insert.year}年的数据` };
    const { year } = insert;
    const span = isPublished(indicator) ? { from: `${year}-01-01`, to: `${year}-12-31` } : inYear(own.span, year);
    return { indicator, scene: { ...own, year, span } };
  }
  return { indicator, scene: toldIn(own, indicator) };
}

const figuresIn = ({ pieces }: Said): readonly Figured[] => pieces.filter((piece): piece is Figured => typeof piece !== 'string');

function valueFigure({ scene, standing, reading }: { scene: Scene; standing: Standing; reading: ReadingName }): Figured | string {
  const { indicator, now } = standing;
  if (!('known' in now)) return whyOf(now);
  return {
    reading,
    text: valueText(now.known, indicator.unit),
    exact: now.known,
    unit: indicator.unit,
    says: scene.ground.inWords(indicator.formula),
  };
}

/** The figure that stands for an insert; a text is the reason why there is none. */
function figureOf(scene: Scene, indicator: Indicator, reading: ReadingName): Figured | string {
  const { ground, region, span, year } = scene;
  const standing = standingOf(ground, indicator, region, span);
  const aim = ground.aim(indicator.id, region, year);
  const amounts = amountsOf(standing, aim);
  const only = (said: Said, at = 0): Figured | string => {
    const figure = figuresIn(said)[at];
    if (figure !== undefined) return figure;
    return said.margins[0] ?? (said.pieces.length > 0 ? '持平，请直接写“与上年末持平”' : '没有这项数据');
  };
  switch (reading) {
    case 'value':
    case 'milestone':
      return valueFigure({ scene, standing, reading: 'value' });
    case 'last':
      return valueFigure({ scene, standing: { ...standing, now: standing.before, span: yearBefore(span) }, reading: 'last' });
    case 'growth':
      return only(growthPhrase(ground, standing, amounts));
    case 'net':
      return standing.net === null ? '不是存量指标，没有净增数' : only(netPhrase(ground, standing, amounts));
    case 'share':
      return only(sharePhrase(ground, standing));
    case 'rank':
      return only(rankPhrase(ground, standing));
    case 'estimate': {
      const figure = estimatePhrase(ground, standing).pieces.find((piece): piece is Figured => typeof piece !== 'string');
      return figure ?? `“${indicator.name}”现在没有可以推算全年的依据，不能写预计`;
    }
    case 'target':
    case 'completion':
      if (aim === undefined) return `${year}年没有下达目标`;
      return only(aimPhrase(standing, aim, amounts, yearWord(span)), reading === 'completion' ? 1 : 0);
  }
}

export interface Inserted {
  readonly pieces: readonly Piece[];
  /** Figures with the indicator, region and span that each speaks of, in the order of the pieces. */
  readonly of: readonly { readonly indicator: Indicator; readonly scene: Scene; readonly reading: ReadingName }[];
  readonly problems: readonly string[];
}

function unitProblem(insert: Insert, indicator: Indicator, figure: Figured): string | null {
  if (insert.unit === null || figure.text.endsWith(insert.unit)) return null;
  if (indicator.unit === '元' && /元$/.test(insert.unit)) return `按公文数字用法应写“${figure.text}”，不能指定“${insert.unit}”`;
  return `单位“${insert.unit}”与“${indicator.name}”不符，应为“${figure.unit}”`;
}

/** One line of an own paragraph with its figures put in. What cannot be put in is shown as typed, and told. */
export function filledLine(context: InsertContext, line: string): Inserted {
  const pieces: Piece[] = [];
  const of: Inserted['of'][number][] = [];
  const problems: string[] = [];
  let from = 0;
  for (const found of line.matchAll(placeholder)) {
    if (found.index > from) pieces.push(line.slice(from, found.index));
    from = found.index + found[0].length;
    const insert = insertOf(found[1] ?? '');
    const target = resolved(context, insert);
    const figure = 'problem' in target ? target.problem : figureOf(target.scene, target.indicator, insert.reading);
    const wrong = typeof figure === 'string' || 'problem' in target ? null : unitProblem(insert, target.indicator, figure);
    if (typeof figure === 'string' || 'problem' in target || wrong !== null) {
      problems.push(`“${found[0]}”：${wrong ?? String(figure)}`);
      pieces.push(found[0]);
      continue;
    }
    pieces.push(figure);
    const own = target.scene;
    of.push({ ...target, scene: insert.reading === 'last' ? { ...own, span: yearBefore(own.span) } : own, reading: insert.reading });
  }
  if (from < line.length) pieces.push(line.slice(from));
  const rest = line.replace(placeholder, '');
  if (/\{\{|\}\}/.test(rest)) problems.push('有不成对的“{{”或“}}”，请补齐或删去');
  return { pieces, of, problems };
}

/** All inserts of a text: what has to be read from the ledger before it can be composed. */
export const insertsIn = (text: string): readonly Insert[] => [...text.matchAll(placeholder)].map((found) => insertOf(found[1] ?? ''));
