// Periods: a shorter stretch of one year holds no more than a longer one, a named half year has its months, and what lags says so.
import { Rational } from '#kernel/exact/rational.ts';
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isLevel, namesLike } from './find.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf, wordsOfMatch } from './remark.ts';
import { type Term, termOf } from './terms.ts';

const YEAR: Term = { from: 1, until: 12 };

/** What adds up over a year: amounts told as flows, additions and counts of what was done, without rates and stocks. */
const isFlow = (figure: Figure): boolean =>
  isLevel(figure) &&
  hasHappened(figure) &&
  isAmount(figure) &&
  !/拥有|现有|存量|总数|保有|在孵|入驻|从业|截至目前|余额|由|从|上年|去年|同期/.test(figure.lead) &&
  (figure.sort === 'money' || figure.reading.measure === 'new' || FLOW_NAME.test(figure.name));

const FLOW_NAME = /成交|登记|授权|申请|受理|立项|申报|新增|认定|签约|兑现|发放|举办|培训|服务/;

const isKnownYear = (period: string | null): boolean => /^(?:19|20)\d\d/.test(period ?? '');

const keyOf = ({ name, place, sort, reading }: Figure): string =>
  [name, place, sort, reading.unit ?? '', reading.period?.slice(0, 4) ?? '', reading.measure === 'new'].join('|');

interface Told {
  readonly figure: Figure;
  readonly term: Term;
}

const within = (short: Term, long: Term): boolean =>
  short.from >= long.from && short.until <= long.until && (short.from !== long.from || short.until !== long.until);

const LONGEST_ROW = 40;

/** 上半年成交58亿元 beside 全年成交52亿元. */
function shorterWithinLonger(page: Page): Relation[] {
  const told = new Map<string, Told[]>();
  const found: Relation[] = [];
  for (const figure of page.figures) {
    const isSaid = termOf(figure) !== null || /全年|年末|年底/.test(figure.before);
    if (figure.name.length < (isSaid ? 2 : 4) || !isFlow(figure) || (!isKnownYear(figure.reading.period) && !isSaid)) continue;
    const key = keyOf(figure);
    const row = told.get(key) ?? [];
    const own: Told = { figure, term: termOf(figure) ?? YEAR };
    for (const other of row.slice(-LONGEST_ROW)) found.push(...heldWithin(own, other));
    told.set(key, [...row.slice(-LONGEST_ROW), own]);
  }
  return found;
}

const NEAR = 6;
/** In one sentence, or where the shorter time opens the next. */
const isNext = (long: Figure, short: Figure): boolean =>
  long.sentence === short.sentence || (long.paragraph === short.paragraph && short.before === short.lead);

const BARE_TERM =
  /^[，；(（]?(?:其中，?)?(?:今年)?(?:上半年|前[两三二]季度|一季度|1月?[-—–~～至到]{1,2}\d{1,2}月(?:份)?)(?:登记|完成|实现|达到?|为|累计|新增|共)*$/;

/** 截至11月底登记38亿元，…；1—6月登记18亿元: the same thing of a shorter time, where the clause names no other. */
function bareTerms(page: Page): Relation[] {
  return page.figures.flatMap((short) => {
    const term = termOf(short);
    if (!BARE_TERM.test(short.lead) || term === null || !isLevel(short) || !hasHappened(short)) return [];
    const long = page.figures
      .slice(Math.max(0, short.index - NEAR), short.index)
      .find(
        (one) =>
          isNext(one, short) && isFlow({ ...one, lead: one.lead.replace(/截至目前/, '') }) && one.reading.unit === short.reading.unit,
      );
    const longer = long === undefined ? null : (termOf(long) ?? (/全年/.test(long.lead) ? YEAR : null));
    if (long === undefined || longer === null || !within(term, longer)) return [];
    const isMore = exceeds(short.range, long.range);
    return [
      remark({
        type: 'period',
        words: [wordsOf(short), wordsOf(long)],
        formula: `${valueText(short)} ≤ ${valueText(long)}`,
        computed: short.value,
        stated: long.value,
        print: printOf(long),
        verdict: isMore ? 'inconsistent' : 'consistent',
        note: isMore ? `${termText(term)}的${valueText(short)}大于${termText(longer)}的${valueText(long)}` : '',
      }),
    ];
  });
}

function heldWithin(a: Told, b: Told): Relation[] {
  const [short, long] = within(a.term, b.term) ? [a, b] : within(b.term, a.term) ? [b, a] : [undefined, undefined];
  if (short === undefined || long === undefined) return [];
  // A short name is said of many things: only within one paragraph does it mean the same.
  const isOne = namesLike(a.figure, b.figure) === 'same' || (a.figure.name === b.figure.name && a.figure.paragraph === b.figure.paragraph);
  if (!isOne || (a.figure.name.length < 4 && a.figure.paragraph !== b.figure.paragraph)) return [];
  const isMore = exceeds(short.figure.range, long.figure.range);
  // Only where the longer stretch is told by its words does it speak against the shorter one.
  const isSaid = termOf(long.figure) !== null || /全年|年末|年底/.test(long.figure.before);
  return [
    remark({
      type: 'period',
      words: [wordsOf(short.figure), wordsOf(long.figure)],
      formula: `${valueText(short.figure)} ≤ ${valueText(long.figure)}`,
      computed: short.figure.value,
      stated: long.figure.value,
      print: printOf(long.figure),
      verdict: isMore ? (isSaid ? 'inconsistent' : 'cannot tell') : 'consistent',
      note: isMore ? `${termText(short.term)}的${valueText(short.figure)}大于${termText(long.term)}的${valueText(long.figure)}` : '',
    }),
  ];
}

const termText = ({ from, until }: Term): string =>
  from === 1 && until === 12 ? '全年' : from === until ? `${until}月` : `${from}—${until}月`;

const NAMED_SPANS: readonly (readonly [RegExp, number, number])[] = [
  [/上半年[(（](\d{1,2})月?[-—–~～至到](\d{1,2})月[)）]/g, 1, 6],
  [/下半年[(（](\d{1,2})月?[-—–~～至到](\d{1,2})月[)）]/g, 7, 12],
  [/前三季度[(（](\d{1,2})月?[-—–~～至到](\d{1,2})月[)）]/g, 1, 9],
  [/一季度[(（](\d{1,2})月?[-—–~～至到](\d{1,2})月[)）]/g, 1, 3],
  [/二季度[(（](\d{1,2})月?[-—–~～至到](\d{1,2})月[)）]/g, 4, 6],
];

/** 上半年(1—5月). */
function namedSpans(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    NAMED_SPANS.flatMap(([shape, from, until]) =>
      [...block.text.matchAll(shape)].map((match) => {
        const fits = Number(match[1]) === from && Number(match[2]) === until;
        return remark({
          type: 'period',
          words: [wordsOfMatch(page, block, match)],
          formula: `${match[0].slice(0, match[0].search(/[(（]/))}为${from}—${until}月`,
          computed: Rational.of(until),
          stated: Rational.of(Number(match[2])),
          verdict: fits ? 'consistent' : 'inconsistent',
          weight: 'date',
          note: fits ? '' : `括号内为${match[1]}—${match[2]}月`,
        });
      }),
    ),
  );
}

const yearNumber = ({ reading }: Figure): number | null => (/^(?:19|20)\d\d$/.test(reading.period ?? '') ? Number(reading.period) : null);

/** Years as the sentences write them; what the reader only inferred tells nothing new. */
const isWritten = (figure: Figure, year: number): boolean => figure.before.includes(`${year}年`);

const MOST_SHOWN = 6;

/** A report on 2022 that prints 2021年度 for statistics which come a year later, and a plan for 2023 with a target for 2022. */
function lagging(page: Page): Relation[] {
  const done = page.figures.filter((figure) => hasHappened(figure) && yearNumber(figure) !== null);
  const years = done.map((figure) => yearNumber(figure) ?? 0);
  const year = mostFrequent(years);
  if (year === undefined) return [];
  const late = done.filter(
    (figure) => yearNumber(figure) === year - 1 && isWritten(figure, year - 1) && !/由|从|上年|去年/.test(figure.lead),
  );
  const stale = page.figures.filter(
    (figure) => isWanted(figure) && yearNumber(figure) === year && isWritten(figure, year) && plansAhead(page, year, figure),
  );
  return [
    ...(late.length === 0
      ? []
      : [
          remark({
            type: 'period',
            words: late.slice(0, MOST_SHOWN).map(wordsOf),
            formula: `写明为${year - 1}年数`,
            verdict: 'consistent',
          }),
        ]),
    ...stale.map((figure) =>
      remark({
        type: 'period',
        words: [wordsOf(figure)],
        formula: '计划部分的目标属于计划年度',
        verdict: 'cannot tell',
        note: `计划部分写的是${year}年的目标，请核对年度`,
      }),
    ),
  ];
}

const isWanted = ({ reading }: Figure): boolean => reading.kind === 'target' || reading.status === 'target';

/** Other targets around it are of a later year. */
const plansAhead = (page: Page, year: number, figure: Figure): boolean =>
  page.figures
    .slice(Math.max(0, figure.index - 3), figure.index + 4)
    .some((other) => other.index !== figure.index && other.reading.status !== 'actual' && (yearNumber(other) ?? 0) > year);

function mostFrequent(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

export const periods = (page: Page): Relation[] => [
  ...shorterWithinLonger(page),
  ...bareTerms(page),
  ...namedSpans(page),
  ...lagging(page),
];
