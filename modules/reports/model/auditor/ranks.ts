// Ranks beside values: two of one row with one rank, a rank against the order of the values, and a value against the first ones that are told.
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened } from './find.ts';
import { type FirstOnes, firstOnesOf } from './orders.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

/** 成交额24.45亿元，居第二位: the rank right behind the value. */
interface Ranked {
  readonly value: Figure;
  readonly rank: Figure;
  /** What is measured and where it is ranked: only alike ones are of one row. */
  readonly row: string;
}

const RANKED = /^[，、(（]?(?:增速|增幅|总量|规模|占比)?(?:排名)?(?:位居|位列|排在|排名|居|列|排)(?:于)?([^，。；、\d]{0,10})$/;
const ends = (words: string): string => words.replace(/(?:达到?|为|完成|实现|约|高达)$/g, '');
const lastClause = (words: string): string => words.split(/[，；。：:、]/).at(-1) ?? '';

const TIME = /\d年|\d月|季度|上年|去年|同期|此前|首次|由|从/;

function rankedOf(page: Page, rank: Figure): Ranked | undefined {
  const value = page.figures[rank.index - 1];
  if (rank.reading.kind !== 'rank' || rank.reading.bound !== 'exact' || value?.sentence !== rank.sentence) return undefined;
  const scope = RANKED.exec(rank.lead)?.[1];
  const said = ends(lastClause(value.lead));
  // 东山2.6%，居第一；西河2.1%，居第二: names of places, and the thing is told before them.
  const noun = /^[一-龥]{2,4}$/.test(said) && !/[额值数量率比度资费例速幅长]$/.test(said) ? '名' : said;
  if (scope === undefined || noun === '' || value.sort === 'rank' || !hasHappened(value) || !hasHappened(rank) || TIME.test(value.lead))
    return undefined;
  const of = /全[国省市县区]/.exec(scope)?.[0] ?? '';
  return { value, rank, row: [value.sentence, noun, value.sort, value.reading.kind, of].join('|') };
}

/** 甲产业产值30亿元，居第二位；乙产业产值24亿元，居第二位. */
function besideValues(page: Page): Relation[] {
  const rows = new Map<string, Ranked[]>();
  for (const figure of page.figures) {
    const ranked = rankedOf(page, figure);
    if (ranked !== undefined) rows.set(ranked.row, [...(rows.get(ranked.row) ?? []), ranked]);
  }
  return [...rows.values()].flatMap((row) => row.slice(1).map((later, i) => oneAfter(row[i] ?? later, later)));
}

function oneAfter(earlier: Ranked, later: Ranked): Relation {
  const ranks = earlier.rank.value.compare(later.rank.value);
  const equal = canBeEqual(earlier.value.range, later.value.range);
  const fits = equal || (ranks !== 0 && ranks === -earlier.value.value.compare(later.value.value));
  const isTied = /并列/.test(later.rank.lead);
  return remark({
    type: 'rank',
    words: [earlier.value, earlier.rank, later.value, later.rank].map(wordsOf),
    formula: `${valueText(earlier.value)}（${valueText(earlier.rank)}）、${valueText(later.value)}（${valueText(later.rank)}）`,
    computed: earlier.rank.value,
    stated: later.rank.value,
    verdict: fits ? 'consistent' : isTied ? 'cannot tell' : 'inconsistent',
    note: fits ? '' : `数值不同而位次${ranks === 0 ? '相同' : '次序相反'}，请核对位次和数值`,
  });
}

const OWN = /我[市县区州盟旗]|本[市县区州盟旗]|全[市县区州盟旗](?!第)/;
const WIDER = /全[国省](?!第)|我[国省]|本省/;
const bare = (words: string): string => words.replaceAll(/同比|累计|实现|达到?|为|百分点|个|\s/g, '');

/** The values of one's own of what the first ones are ranked by: 占比比年初增加0.83个百分点. */
function ownValues(page: Page, { by, values }: FirstOnes): Figure[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  const measure = bare(by);
  return page.figures.slice(last.index + 1, last.index + REACH).filter((figure) => {
    if (figure.sort !== last.sort || figure.reading.kind !== last.reading.kind || !hasHappened(figure) || figure.inTable !== null)
      return false;
    const words = bare(lastClause(figure.lead));
    const isNamed = words.length >= 2 && measure.includes(words) && !/高于|低于|快于|慢于/.test(figure.lead);
    const owner = [...figure.before.matchAll(new RegExp(`${OWN.source}|${WIDER.source}`, 'g'))].at(-1)?.[0] ?? '';
    return isNamed && OWN.test(owner) && figure.sentence !== last.sentence && tellsSubject(figure, measure);
  });
}

const REACH = 40;
const SUBJECT = 2;

/** 同比增长 alone is of what the sentence speaks of: it is that of the row, where the sentence tells the row's own words. */
function tellsSubject(figure: Figure, measure: string): boolean {
  const rest = measure.replace(bare(lastClause(figure.lead)), '').replaceAll(/增长|增加|增幅|增速|总量|比年初/g, '');
  return rest.length < SUBJECT || figure.before.includes(rest);
}

/** What is said of one's own place (增幅居全省第3位), if it is said of this value. */
function rankOf(page: Page, value: Figure): Figure | undefined {
  const rank = page.figures[value.index + 1];
  const scope = rank?.reading.kind === 'rank' && rank.sentence === value.sentence ? RANKED.exec(rank.lead)?.[1] : undefined;
  return rank !== undefined && scope !== undefined && rank.clause - value.clause <= 1 && /全[国省市]/.test(rank.before.slice(-SCOPE))
    ? rank
    : undefined;
}

const SCOPE = 8;

/** The third has 13.11%: 12.72% isn't the third, and what is more than the third is one of the first three. */
function againstFirst(page: Page, list: FirstOnes, value: Figure): Relation | undefined {
  const last = list.values.at(-1);
  if (last === undefined) return undefined;
  const equal = list.values.find((one) => canBeEqual(one.range, value.range));
  const rank = rankOf(page, value);
  const place = rank === undefined ? 0 : Number(rank.value.numerator);
  const own = list.values[place - 1];
  const isAbove = equal === undefined && value.value.isMoreThan(last.value);
  const isMisplaced = own !== undefined && !canBeEqual(own.range, value.range);
  const fails = isAbove || isMisplaced;
  const against = isMisplaced ? own : (equal ?? last);
  const note = isMisplaced
    ? `文中第${place}位的数值为${valueText(own)}，${valueText(value)}不应居第${place}位`
    : `${valueText(value)}大于所列第${list.values.length}位的${valueText(last)}，却不在所列之中`;
  return remark({
    type: 'rank',
    words: [against, value, ...(rank === undefined ? [] : [rank])].map(wordsOf),
    formula:
      isMisplaced || equal !== undefined ? `${valueText(value)} = ${valueText(against)}` : `${valueText(value)} ≤ ${valueText(last)}`,
    computed: against.value,
    stated: value.value,
    print: printOf(value),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? note : '',
  });
}

export const ranks = (page: Page): Relation[] => [
  ...besideValues(page),
  ...firstOnesOf(page).flatMap((list) => ownValues(page, list).flatMap((value) => againstFirst(page, list, value) ?? [])),
];
