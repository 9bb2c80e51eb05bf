// Dates: that they exist and keep their order, that plans have their years, and that no year is told before it comes.
import { dayOf } from '#kernel/calculations/frame/day.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { besideItsDay, documentDay } from './document-day.ts';
import { eventDates } from './event-dates.ts';
import type { Page } from './figure.ts';
import { around, hasHappened, yearOf } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOfMatch } from './remark.ts';

/** With its year or without, when any year's will do. */
const DAY = /(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(\d{1,2})日/g;
const LEAP = 2020;

function impossible(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(DAY)]
      .filter((match) => dayOf(Number(match[1] ?? LEAP), Number(match[2]), Number(match[3])) === undefined)
      .map((match) =>
        remark({
          type: 'date',
          words: [wordsOfMatch(page, block, match)],
          formula: '日期存在',
          verdict: 'inconsistent',
          weight: 'date',
          note: `历法中没有${match[0]}`,
        }),
      ),
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
        words: [wordsOfMatch(page, block, match)],
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
      const beside = sentence.slice(-NEAR) + block.text.slice(match.index + match[0].length).slice(0, NEAR);
      if (year === undefined || other !== undefined || /将|力争|确保|谋划|奠定|打下|准备/.test(beside)) return [];
      const fits = year >= first && year <= first + 4;
      return [
        remark({
          type: 'period',
          words: [wordsOfMatch(page, block, match)],
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
function comparedAhead(page: Page, signed: number): Relation[] {
  const [first] = page.blocks;
  const match = first === undefined ? null : (PUBLISHED.exec(first.text.slice(0, EDGE)) ?? DATED.exec(first.text.slice(0, EDGE)));
  const told = Number(match?.[1] ?? match?.[4] ?? 0);
  const year = Math.max(told, signed);
  if (year === 0) return [];
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(LATER)]
      .filter((one) => Number(one[1]) > year)
      .map((one) =>
        remark({
          type: 'date',
          words: [wordsOfMatch(page, block, one)],
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
      words: [wordsOfMatch(page, first, match)],
      formula: '发布不早于所报告的年度',
      computed: Rational.of(year),
      stated: Rational.of(told),
      verdict: isLate ? 'consistent' : 'cannot tell',
      note: isLate ? '' : `发布于${told}年，文中却有${year}年的实绩，请核对年份`,
    }),
  ];
}

export function dates(page: Page): Relation[] {
  const signed = documentDay(page.blocks);
  return [
    ...(signed === undefined ? [] : besideItsDay(page, signed)),
    ...impossible(page),
    ...eventDates(page),
    ...planYears(page),
    ...planOpenings(page),
    ...comparedAhead(page, signed?.year ?? 0),
    ...published(page),
  ];
}
