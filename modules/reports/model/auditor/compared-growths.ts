// Growth of one thing said to be above or below that of another, and the growths that are told of both.
import type { Block } from '../reader/source-text.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isGrowthRate } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf, wordsOfMatch } from './remark.ts';

const CLAIM =
  /(?<=[，。；\n]|^)(?:相对而言，|相比之下，|其中，)?([一-龥]{2,14}?)(?:的([一-龥]{0,10}))?(?:增幅|增速|增长率)(?:均|都|明显|总体|普遍|仍|略|大幅)?(高于|低于|快于|慢于)([一-龥]{2,14}?)(?:的?(?:相应|同期)?(?:增幅|增速|水平|增长率))?(?=[，。；\n]|$)/g;

/** Names of averages and wholes are looked for elsewhere. */
const NO_NAME = /平均|全[国省市县区]|上年|去年|预期|目标|以往/;
const AROUND = 16;

/** What the words before a growth speak of last: the one or the other of the two. */
function ownerOf({ before }: Figure, [a, b]: readonly [string, string]): 0 | 1 | undefined {
  const [x, y] = [before.lastIndexOf(a), before.lastIndexOf(b)];
  return x === y ? undefined : x > y ? 0 : 1;
}

const thingOf = (figure: Figure, owner: string): string =>
  (figure.reading.indicator.split(owner).at(-1) ?? '').replaceAll(/增速|增长率?|增幅|同比|的/g, '');

type Pair = readonly [own: Figure, other: Figure];

/** As many growths of the one as of the other, in turn of the same things. */
function pairsOf(paragraph: readonly Figure[], names: readonly [string, string]): readonly Pair[] {
  const growths = paragraph.filter((figure) => isGrowthRate(figure) && hasHappened(figure));
  const of = (side: 0 | 1): Figure[] => growths.filter((figure) => ownerOf(figure, names) === side);
  const [own, others] = [of(0), of(1)];
  const pairs = own.flatMap((figure, i): Pair[] => (others[i] === undefined ? [] : [[figure, others[i]]]));
  const isPaired = pairs.every(([a, b]) => thingOf(a, names[0]) === thingOf(b, names[1]));
  return own.length === others.length && own.length <= MOST && isPaired ? pairs : [];
}

const MOST = 4;

/** 高新技术产业的投入增幅低于规模以上工业, and both grew: by 16.04% and by 14.8%. */
function claimed(page: Page, block: Block, match: RegExpExecArray): Relation | undefined {
  const [own = '', word = '', other = ''] = [match[1], match[3], match[4]];
  if (NO_NAME.test(own) || NO_NAME.test(other) || own.includes(other) || other.includes(own)) return undefined;
  const words = wordsOfMatch(page, block, match);
  const near = page.figures.filter(({ reading }) => reading.rawStart > words.span.start).slice(0, AROUND);
  const [first] = near;
  const pairs = pairsOf(
    near.filter(({ paragraph }) => paragraph === first?.paragraph),
    [own, other],
  );
  const isAbove = /高于|快于/.test(word);
  const wrong = pairs.filter(([a, b]) => (isAbove ? a.value.isLessThan(b.value) : a.value.isMoreThan(b.value)));
  // One of several may be meant: only what all of them say is certain.
  if (wrong.length > 0 && wrong.length < pairs.length) return undefined;
  const [told] = pairs;
  if (told === undefined) return undefined;
  const fails = wrong.length > 0;
  return remark({
    type: 'threshold',
    words: [words, ...pairs.flat().map(wordsOf)],
    formula: pairs.map(([a, b]) => `${valueText(a)} ${isAbove ? '>' : '<'} ${valueText(b)}`).join('，'),
    computed: told[1].value,
    stated: told[0].value,
    print: 'percent',
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `文中说${own}的增幅${word}${other}，所列增幅却相反；请改“${word}”或核对数值` : '',
  });
}

export const comparedGrowths = (page: Page): Relation[] =>
  page.blocks.flatMap((block) => [...block.text.matchAll(CLAIM)].flatMap((match) => claimed(page, block, match) ?? []));
