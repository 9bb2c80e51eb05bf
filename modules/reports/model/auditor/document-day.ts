// The day that a document bears, and what it tells as past: a text cannot report on a day after its own.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import { type Day, exists, ordinal } from './days.ts';
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

export interface DocumentDay {
  readonly day: Day;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

const ALONE = /(?:^|\n)[(（]?((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[)）]?(?:\s+\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?(?=\n|$)/g;
/** 时间：2026-01-05, 发布日期：2024年3月1日: behind the word for it. */
const LABELLED =
  /(?:^|[\n|｜ ])(?:时间|日期|发布时间|发布日期|发文日期|成文日期|印发日期)[:：][ |｜]{0,3}((?:19|20)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?/g;
/** …领导小组办公室2024年6月3日: at the end of the line that names the office. */
const SIGNED = /(?<=[局委厅组院署部]|办公室|政府|委员会)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?=\n|$)/g;
const HEAD = 400;
const FOOT = 300;

const dayOf = (match: RegExpMatchArray): Day => ({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });

/** The document's own date: alone in a line or a bracket, at its head or its end. */
export function documentDay(blocks: readonly Block[]): DocumentDay | undefined {
  const edges = [blocks[0], blocks.at(-1)].filter((block) => block !== undefined);
  for (const block of edges) {
    for (const match of [ALONE, LABELLED, SIGNED].flatMap((shape) => [...block.text.matchAll(shape)])) {
      const isEdge = match.index < HEAD || match.index > block.text.length - FOOT;
      if (isEdge && exists(dayOf(match))) return { day: dayOf(match), block, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

/** A day that has come: what is counted at it, said on it or held on it. */
const PAST =
  /(?<![\d年])((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?=零时|[在于][^，。；\n]{2,30}(?:会议上|大会上|举行|召开)|[^，。；\n]{0,6}(?:召开了|举行了|印发了|发布了|获批|揭牌|开工|竣工))|(?:截至|截止)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/g;
const AHEAD = /(?<!现)将|拟|定于|计划|预计|力争|确保|目标|要在|报名|申报|征集|提交|有效|公示|受理/;
const BEFORE = 16;

/** Dated 3 June, and the census of 1 November of that year told as counted. */
export function afterItsDay(page: Page): Relation[] {
  const signed = documentDay(page.blocks);
  if (signed === undefined) return [];
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(PAST)].flatMap((match) => {
      const [year, month, day] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
      const told: Day = { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
      const clause =
        (block.text
          .slice(Math.max(0, match.index - BEFORE), match.index)
          .split(/[，。；\n]/)
          .at(-1) ?? '') + match[0];
      const isOwn = block === signed.block && match.index >= signed.start && match.index < signed.end;
      if (isOwn || !exists(told) || AHEAD.test(clause)) return [];
      const late = ordinal(told) - ordinal(signed.day);
      const words = [
        wordsAt(page, signed.block, signed.start, signed.end),
        wordsAt(page, block, match.index, match.index + match[0].length),
      ];
      return [
        remark({
          type: 'date',
          words: words.map((one) => ({ ...one, quote: one.quote.trim() })),
          formula: '文件日期不早于所报告之日',
          computed: Rational.zero,
          stated: Rational.of(Math.max(0, late)),
          verdict: late > 0 ? 'inconsistent' : 'consistent',
          weight: 'date',
          note: late > 0 ? `文件日期比所报告之日早${late}天，请核对两处日期` : '',
        }),
      ];
    }),
  );
}
