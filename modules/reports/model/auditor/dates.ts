// Dates: that they exist, that ranges run forward, and that what is announced lies after the day of the document.
import { Rational } from '#kernel/exact/rational.ts';
import { exists, ordinal } from './days.ts';
import { afterItsDay, documentDay } from './document-day.ts';
import { eventDates } from './event-dates.ts';
import type { Page } from './figure.ts';
import { around, hasHappened, yearOf } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt } from './remark.ts';

/** With its year or without, when any year's will do. */
const DAY = /(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(\d{1,2})日/g;
const LEAP = 2020;

const HALF_YEAR = 183;

/** 将于1月18日开馆 in a paper of 1 February: the text is older than its date. */
function announced(page: Page): Relation[] {
  const signed = documentDay(page.blocks);
  if (signed === undefined) return [];
  const found: Relation[] = [];
  for (const block of page.blocks) {
    for (const match of block.text.matchAll(/(?:将于|定于|拟于|将在)(?:((?:19|20)\d\d)年|今年|本月)?(\d{1,2})月(\d{1,2})日/g)) {
      const day = { year: match[1] === undefined ? signed.day.year : Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
      const late = ordinal(signed.day) - ordinal(day);
      // Without a year, a day more than half a year back is one of the next year.
      const isPast = late > 0 && (match[1] !== undefined || late < HALF_YEAR);
      const words = [
        wordsAt(page, signed.block, signed.start, signed.end),
        wordsAt(page, block, match.index, match.index + match[0].length),
      ];
      const note = isPast ? `文件日期之后才应“将于”，此日已在文件日期之前${late}天` : '';
      found.push(
        remark({
          type: 'date',
          words: words.map((one) => ({ ...one, quote: one.quote.trim() })),
          formula: '将来之事晚于文件日期',
          computed: Rational.zero,
          stated: Rational.of(Math.max(0, late)),
          verdict: isPast ? 'inconsistent' : 'consistent',
          weight: 'date',
          note,
        }),
      );
    }
  }
  return found;
}

function impossible(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(DAY)]
      .filter((match) => !exists({ year: Number(match[1] ?? LEAP), month: Number(match[2]), day: Number(match[3]) }))
      .map((match) =>
        remark({
          type: 'date',
          words: [wordsAt(page, block, match.index, match.index + match[0].length)],
          formula: '日期存在',
          verdict: 'inconsistent',
          weight: 'date',
          note: `历法中没有${match[0]}`,
        }),
      ),
  );
}

const SPANS: readonly RegExp[] = [
  /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:至|到|—|-|~)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/g,
  /(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(?:至|到|—|-|~)((?:19|20)\d\d)年(\d{1,2})月/g,
  /(?<![\d.])((?:19|20)\d\d)年?(?:至|—|-|~)((?:19|20)\d\d)年/g,
];

const SAME_YEAR = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:至|到|—|-|~)(\d{1,2})月(\d{1,2})日/g;

/** 2023年5月20日至5月15日. */
function backwardInYear(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(SAME_YEAR)].map((match) => {
      const [, , fromMonth, fromDay, toMonth, toDay] = match.map(Number);
      const isBackward = (fromMonth ?? 0) * 100 + (fromDay ?? 0) > (toMonth ?? 0) * 100 + (toDay ?? 0);
      return remark({
        type: 'date',
        words: [wordsAt(page, block, match.index, match.index + match[0].length)],
        formula: '起始早于截止',
        verdict: isBackward ? 'inconsistent' : 'consistent',
        weight: 'date',
        note: isBackward ? '起始日期晚于截止日期' : '',
      });
    }),
  );
}

const PLANS: Readonly<Record<string, number>> = { 十一: 2006, 十二: 2011, 十三: 2016, 十四: 2021, 十五: 2026 };
const PLAN = /“?(十[一二三四五])五”?(?:期间|时期|规划)?[(（]((?:19|20)\d\d)年?(?:至|—|-|~)((?:19|20)\d\d)年?[)）]/g;

/** “十四五”期间(2021—2025年): the years of a plan are known. */
function planYears(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(PLAN)].map((match) => {
      const first = PLANS[match[1] ?? ''] ?? 0;
      const fits = Number(match[2]) === first && Number(match[3]) === first + 4;
      return remark({
        type: 'period',
        words: [wordsAt(page, block, match.index, match.index + match[0].length)],
        formula: `“${match[1]}五”为${first}—${first + 4}年`,
        verdict: fits ? 'consistent' : 'inconsistent',
        weight: 'date',
        note: fits ? '' : `“${match[1]}五”应为${first}—${first + 4}年，文中为${match[2]}—${match[3]}年`,
      });
    }),
  );
}

/** 2021年…，实现“十三五”良好开局: the year of the sentence is none of that plan. */
const OPENING = /“?(十[一二三四五])五”?(?:时期|期间|规划)?[^，。；\n]{0,12}?(?:开局|收官|开好局|起好步)/g;

function planOpenings(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(OPENING)].flatMap((match) => {
      const sentence =
        block.text
          .slice(Math.max(0, match.index - EDGE), match.index)
          .split(/[。\n]/)
          .at(-1) ?? '';
      const years = [...sentence.matchAll(/(?<!比|较|到|至)((?:19|20)\d\d)年/g)].map((one) => Number(one[1]));
      const [year, other] = [...new Set(years)];
      const first = PLANS[match[1] ?? ''] ?? 0;
      const around = sentence.slice(-NEAR) + block.text.slice(match.index + match[0].length).slice(0, NEAR);
      if (year === undefined || other !== undefined || /将|力争|确保|谋划|奠定|打下|准备/.test(around)) return [];
      const fits = year >= first && year <= first + 4;
      return [
        remark({
          type: 'period',
          words: [wordsAt(page, block, match.index, match.index + match[0].length)],
          formula: `“${match[1]}五”为${first}—${first + 4}年`,
          computed: Rational.of(first),
          stated: Rational.of(year),
          verdict: fits ? 'consistent' : 'inconsistent',
          weight: 'date',
          note: fits ? '' : `${year}年不在“${match[1]}五”（${first}—${first + 4}年）之内`,
        }),
      ];
    }),
  );
}

const NEAR = 20;

const LATER = /(?:相比于?|相较于?|比|较|同比)((?:19|20)\d\d)年/g;

/** A text published in 2021 that compares with 2022: no year is known before it comes. */
function comparedAhead(page: Page): Relation[] {
  const [first] = page.blocks;
  const match = first === undefined ? null : (PUBLISHED.exec(first.text.slice(0, EDGE)) ?? DATED.exec(first.text.slice(0, EDGE)));
  const told = Number(match?.[1] ?? match?.[4] ?? 0);
  const signed = documentDay(page.blocks)?.day.year ?? 0;
  const year = Math.max(told, signed);
  if (year === 0) return [];
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(LATER)]
      .filter((one) => Number(one[1]) > year)
      .map((one) =>
        remark({
          type: 'date',
          words: [wordsAt(page, block, one.index, one.index + one[0].length)],
          formula: '比较的年份不晚于文件年份',
          computed: Rational.of(year),
          stated: Rational.of(Number(one[1])),
          verdict: 'inconsistent',
          weight: 'date',
          note: `文件为${year}年，却与${one[1]}年相比，年份可能写错`,
        }),
      ),
  );
}

/** A day alone between bars at the head of a page. */
const DATED = /[|｜]((?:19|20)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?(?=[|｜\n]|$)/;

/** 2020年3月至2019年12月. */
function backward(page: Page): Relation[] {
  const found: Relation[] = [];
  for (const block of page.blocks) {
    for (const shape of SPANS) {
      for (const match of block.text.matchAll(shape)) {
        const parts = match.slice(1).map(Number);
        const half = parts.length / 2;
        const later = parts.slice(half);
        const differs = parts.slice(0, half).findIndex((part, i) => part !== later[i]);
        const isBackward = differs >= 0 && (parts[differs] ?? 0) > (later[differs] ?? 0);
        found.push(
          remark({
            type: 'date',
            words: [wordsAt(page, block, match.index, match.index + match[0].length)],
            formula: '起始早于截止',
            verdict: isBackward ? 'inconsistent' : 'consistent',
            weight: 'date',
            note: isBackward ? '起始日期晚于截止日期' : '',
          }),
        );
      }
    }
  }
  return found;
}

const PUBLISHED =
  /(?:发布|发表|上传|成文)(?:时间|日期)?[:： ]{0,3}((?:19|20)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})|((?:19|20)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?[ ]{0,3}(?:发布|上传)/;
const EDGE = 800;

/** Published after the year that it reports on. */
function published(page: Page): Relation[] {
  const year = Math.max(
    0,
    ...around(page.figures, { index: 0 })
      .filter(hasHappened)
      .map((figure) => yearOf(figure) ?? 0),
  );
  const [first] = page.blocks;
  const match = first === undefined ? null : PUBLISHED.exec(first.text.slice(0, EDGE));
  if (first === undefined || match === null || year === 0) return [];
  const told = Number(match[1] ?? match[4]);
  const isLate = told >= year;
  return [
    remark({
      type: 'date',
      words: [wordsAt(page, first, match.index, match.index + match[0].length)],
      formula: '发布不早于所报告的年度',
      computed: Rational.of(year),
      stated: Rational.of(told),
      verdict: isLate ? 'consistent' : 'cannot tell',
      note: isLate ? '' : `发布于${told}年，文中却有${year}年的实绩，请核对年份`,
    }),
  ];
}

export const dates = (page: Page): Relation[] => [
  ...announced(page),
  ...afterItsDay(page),
  ...impossible(page),
  ...backward(page),
  ...backwardInYear(page),
  ...eventDates(page),
  ...planYears(page),
  ...planOpenings(page),
  ...comparedAhead(page),
  ...published(page),
];
