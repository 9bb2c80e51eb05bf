// Headings that number what stands under them (一、已办结的事项（5项）): as many numbered points as the heading says.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Page } from './figure.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

const HEADING =
  /^\s*[一二三四五六七八九十]{1,3}、[^。；，\d]{2,24}[(（](?:共)?(?<count>\d{1,2}|[一二两三四五六七八九十])(?:项|个|条|件|类|点|家|大类)[)）]\s*$/;
const SECTION = /^\s*[一二三四五六七八九十]{1,3}、/;
const POINTS: readonly RegExp[] = [
  /^\s*[(（](\d{1,2})[)）]/,
  /^\s*(\d{1,2})[.．、](?!\d)/,
  /^\s*[(（]([一二三四五六七八九十]{1,2})[)）]/,
  /^\s*([①②③④⑤⑥⑦⑧⑨⑩])/,
];
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const LONGEST = 60;
/** A heading that is further off speaks of something else than its points. */
const FURTHEST = 2;

const numberOfMark = (mark: string): number => (CIRCLED.includes(mark) ? CIRCLED.indexOf(mark) + 1 : numberOf(mark));

interface Heading {
  readonly stated: number;
  readonly start: number;
  readonly end: number;
  readonly marks: { readonly kind: number; readonly value: number }[];
}

/** The points of the kind that comes first; each a number more than the one before, wherever the row began. */
function countOf({ marks }: Heading): number | undefined {
  const own = marks.filter(({ kind }) => kind === marks[0]?.kind).map(({ value }) => value);
  return own.length >= 2 && own.every((value, i) => value === (own[0] ?? 0) + i) ? own.length : undefined;
}

function held(page: Page, block: Block, heading: Heading): Relation[] {
  const count = countOf(heading);
  if (count === undefined || Math.abs(count - heading.stated) > FURTHEST) return [];
  const fits = count === heading.stated;
  return [
    remark({
      type: 'list_count',
      words: [wordsAt(page, block, heading.start, heading.end)],
      formula: `其下编号项数 = ${heading.stated}`,
      computed: Rational.of(count),
      stated: Rational.of(heading.stated),
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : `标题说${heading.stated}项，其下编号列出${count}项`,
    }),
  ];
}

function inBlock(page: Page, block: Block): Relation[] {
  const found: Relation[] = [];
  let open: Heading | undefined;
  let start = 0;
  const close = () => {
    if (open !== undefined) found.push(...held(page, block, open));
    open = undefined;
  };
  for (const line of block.text.split('\n')) {
    const head = line.slice(0, LONGEST);
    if (SECTION.test(head)) {
      close();
      const count = line.length <= LONGEST ? HEADING.exec(line)?.groups?.count : undefined;
      if (count !== undefined) open = { stated: numberOf(count), start, end: start + line.length, marks: [] };
    } else if (open !== undefined) {
      const kind = POINTS.findIndex((shape) => shape.test(head));
      if (kind >= 0) open.marks.push({ kind, value: numberOfMark(POINTS[kind]?.exec(head)?.[1] ?? '') });
    }
    start += line.length + 1;
  }
  close();
  return found;
}

export const headedPoints = (page: Page): Relation[] => page.blocks.flatMap((block) => inBlock(page, block));
