// The day that a document bears: what it tells as past lies before it, and what it announces behind it.
import { type Day, dayOf } from '#kernel/calculations/frame/day.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Page } from './figure.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt, wordsOfMatch } from './remark.ts';

export interface DocumentDay {
  readonly day: Day;
  readonly year: number;
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

/** The document's own date: alone in a line or a bracket, at its head or its end. */
export function documentDay(blocks: readonly Block[]): DocumentDay | undefined {
  const edges = [blocks[0], blocks.at(-1)].filter((block) => block !== undefined);
  for (const block of edges) {
    for (const match of [ALONE, LABELLED, SIGNED].flatMap((shape) => [...block.text.matchAll(shape)])) {
      const isEdge = match.index < HEAD || match.index > block.text.length - FOOT;
      const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
      const day = dayOf(year, month, date);
      if (isEdge && day !== undefined) return { day, year, block, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

/** A day that has come: what is counted at it, said on it or held on it. */
const PAST =
  /(?<![\d年])((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?=零时|[在于][^，。；\n]{2,30}(?:会议上|大会上|举行|召开)|[^，。；\n]{0,6}(?:召开了|举行了|印发了|发布了|获批|揭牌|开工|竣工))|(?:截至|截止)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/g;
const AHEAD = /(?<!现)将|拟|定于|计划|预计|力争|确保|目标|要在|报名|申报|征集|提交|有效|公示|受理/;
const BEFORE = 16;

interface Told {
  readonly block: Block;
  readonly match: RegExpExecArray;
  /** Days by which it lies on the wrong side of the document's own day; below nought on the right one. */
  readonly late: number;
  readonly formula: string;
  /** Empty where the two agree. */
  readonly note: string;
}

const beside = (page: Page, signed: DocumentDay, { block, match, late, formula, note }: Told): Relation =>
  remark({
    type: 'date',
    words: [wordsAt(page, signed.block, signed.start, signed.end), wordsOfMatch(page, block, match)].map((one) => ({
      ...one,
      quote: one.quote.trim(),
    })),
    formula,
    computed: Rational.zero,
    stated: Rational.of(Math.max(0, late)),
    verdict: note === '' ? 'consistent' : 'inconsistent',
    weight: 'date',
    note,
  });

/** Dated 3 June, and the census of 1 November of that year told as counted. */
const asPast = (page: Page, signed: DocumentDay): Relation[] =>
  page.blocks.flatMap((block) =>
    [...block.text.matchAll(PAST)].flatMap((match) => {
      const [year = 0, month = 0, date = 0] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
      const told = dayOf(year, month, date);
      const clause =
        (block.text
          .slice(Math.max(0, match.index - BEFORE), match.index)
          .split(/[，。；\n]/)
          .at(-1) ?? '') + match[0];
      const isOwn = block === signed.block && match.index >= signed.start && match.index < signed.end;
      if (isOwn || told === undefined || AHEAD.test(clause)) return [];
      const late = told - signed.day;
      const note = late > 0 ? `文件日期比所报告之日早${late}天，请核对两处日期` : '';
      return [beside(page, signed, { block, match, late, formula: '文件日期不早于所报告之日', note })];
    }),
  );

const ANNOUNCED = /(?:将于|定于|拟于|将在)(?:((?:19|20)\d\d)年|今年|本月)?(\d{1,2})月(\d{1,2})日/g;
const HALF_YEAR = 183;

/** 将于1月18日开馆 in a paper of 1 February: the text is older than its date. */
const announced = (page: Page, signed: DocumentDay): Relation[] =>
  page.blocks.flatMap((block) =>
    [...block.text.matchAll(ANNOUNCED)].flatMap((match) => {
      const day = dayOf(Number(match[1] ?? signed.year), Number(match[2]), Number(match[3]));
      if (day === undefined) return [];
      const late = signed.day - day;
      // Without a year, a day more than half a year back is one of the next year.
      const isPast = late > 0 && (match[1] !== undefined || late < HALF_YEAR);
      const note = isPast ? `文件日期之后才应“将于”，此日已在文件日期之前${late}天` : '';
      return [beside(page, signed, { block, match, late, formula: '将来之事晚于文件日期', note })];
    }),
  );

const TITLE = 80;
const OF_YEAR = /((?:19|20)\d\d)年度?(?![\d至—-])/;
const TELLS_YEAR = /完成情况|总结|自查|公报|决算|运行情况/;
const NO_WHOLE_YEAR = /计划|要点|方案|预算|预期|上半年|季度|月|通知|办法/;
const MIDYEAR = 7;

/** 2024年度目标完成情况 with its plans for 2025, signed 10 January 2024: the year that it tells of has hardly begun. */
function beforeItsYear(page: Page, signed: DocumentDay): Relation[] {
  const [first] = page.blocks;
  const title =
    first?.text
      .slice(0, TITLE)
      .split('\n')
      .find((line) => OF_YEAR.test(line)) ?? '';
  const year = Number(OF_YEAR.exec(title)?.[1] ?? 0);
  const isWhole = TELLS_YEAR.test(title) && !NO_WHOLE_YEAR.test(title) && page.blocks.some(({ text }) => /全年|年末/.test(text));
  const isAhead = page.blocks.some(({ text }) => text.includes(`${year + 1}年`));
  const middle = dayOf(year, MIDYEAR, 1);
  if (year === 0 || !isWhole || !isAhead || middle === undefined || signed.day >= middle) return [];
  return [
    remark({
      type: 'date',
      words: [wordsAt(page, signed.block, signed.start, signed.end)].map((one) => ({ ...one, quote: one.quote.trim() })),
      formula: '文件日期晚于所报告的年度',
      verdict: 'inconsistent',
      weight: 'date',
      note: `标题报告${year}年全年情况，文件日期却在${year}年${signed.year < year ? '之前' : '之内'}，请核对年份`,
    }),
  ];
}

export const besideItsDay = (page: Page, signed: DocumentDay): Relation[] => [
  ...announced(page, signed),
  ...asPast(page, signed),
  ...beforeItsYear(page, signed),
];
