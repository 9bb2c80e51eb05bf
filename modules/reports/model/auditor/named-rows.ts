// Rows of names with their values as prose tells them: 甲区12项、5亿元，占8%；乙区9项、3亿元，占5%.
import type { Figure, Page } from './figure.ts';
import { hasHappened, isComparedWith, isGrowthRate, isLevel } from './find.ts';

/** One name of a row and what is told of it, the figure that bears the name first. */
export interface Item {
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** What a value tells of its name: growth, share, or so many of a unit. */
export function measureOf(figure: Figure): string {
  if (isGrowthRate(figure)) return 'growth';
  if (figure.sort === 'part') return 'share';
  if (figure.sort === 'points' || figure.sort === 'times' || figure.reading.kind === 'rank' || figure.reading.kind === 'change') return '';
  return figure.reading.unit ?? '';
}

/** The words right before a number, from the last stop. */
export const clauseOf = ({ lead }: Figure): string => (lead.split(/[，；。、：:\n（(）)]/).at(-1) ?? '').trim();

const LED_BY =
  /^(?:.*(?:其中|依次为|依次是|分别为|分别是|当中|前[两二三四五六七八九十\d]+[位名]?的(?:是|为)?)|\d+[.．]|和|与|及|以及|而|但|是|为)/;
/** 甲县完成产值30亿元: the name ends where it is told what of it is counted. */
const COUNTED = /(?<=^[一-龥A-Za-z]{2,12}?)(?:完成|实现|拥有|登记|成交|投入|产值|增加值|营业?收入|总产值|研发经费).*$/;
const ENDS = /(?:达到|达|为|有|共|完成|实现|约|近|超过?|由|从|已|各|的)+$/;
const NO_NAME =
  /合计|共计|总计|小计|其余|其他|其它|平均|同比|环比|上年|去年|同期|比|较|占|增|减|降|提高|拉动|贡献|全[国省市县区]|目标|任务|累计|第[一二三四五六七八九十]|前[两二三四五六七八九十]|分别|[上下]半年|季度|[0-9０-９]/;
const SHORTEST = 2;
const LONGEST = 14;

/** 甲区 in front of its number; empty where the words are no name. */
export function nameBefore(figure: Figure): string {
  const name = clauseOf(figure).replace(LED_BY, '').replace(COUNTED, '').replace(ENDS, '');
  return name.length < SHORTEST || name.length > LONGEST || NO_NAME.test(name) ? '' : name;
}

const isValue = (figure: Figure): boolean =>
  figure.inTable === null && hasHappened(figure) && figure.reading.bound === 'exact' && measureOf(figure) !== '';

const isOfLastYear = (figure: Figure): boolean => isComparedWith(figure) || /(?:上年|去年|同期|由|从)[^，。；]*$/.test(figure.lead);

const MOST = 40;

interface Open {
  readonly items: { name: string; figures: Figure[] }[];
  readonly paragraph: number;
}

const startsItem = (figure: Figure, name: string): boolean =>
  name !== '' && isValue(figure) && (isLevel(figure) || isGrowthRate(figure) || figure.sort === 'part');

/** Whether the name goes on with the row: of the same measure and paragraph, and not named before. */
const goesOn = (row: Open | undefined, figure: Figure, name: string): row is Open => {
  const [first] = row?.items ?? [];
  return (
    row !== undefined &&
    first?.figures[0] !== undefined &&
    row.paragraph === figure.paragraph &&
    row.items.length < MOST &&
    measureOf(first.figures[0]) === measureOf(figure) &&
    row.items.every((item) => item.name !== name)
  );
};

const rowsOf = new WeakMap<Page, readonly (readonly Item[])[]>();

function findRows(page: Page): readonly (readonly Item[])[] {
  const rows: Open[] = [];
  for (const figure of page.figures) {
    const open = rows.at(-1);
    const name = nameBefore(figure);
    if (startsItem(figure, name)) {
      if (goesOn(open, figure, name)) open.items.push({ name, figures: [figure] });
      else rows.push({ items: [{ name, figures: [figure] }], paragraph: figure.paragraph });
      continue;
    }
    const last = open?.items.at(-1);
    const before = last?.figures.at(-1);
    // 5亿元，增长8%，占3%: what has no name of its own is told of the last one; 合计, 全市 and the like end the row.
    const isOfLast = last !== undefined && before !== undefined && figure.sentence === before.sentence && figure.index - before.index <= 2;
    if (isOfLast && isValue(figure) && !isOfLastYear(figure) && !/合计|共计|总计|小计|其余|其他|全[国省市县区]/.test(clauseOf(figure)))
      last.figures.push(figure);
    else if (/合计|共计|总计|小计/.test(clauseOf(figure))) rows.push({ items: [], paragraph: figure.paragraph });
  }
  return rows.map(({ items }) => items).filter((items) => items.length >= 2);
}

/** All rows of the page, in its order. */
export function namedRows(page: Page): readonly (readonly Item[])[] {
  const found = rowsOf.get(page) ?? findRows(page);
  rowsOf.set(page, found);
  return found;
}

/** The item's value of a measure; undefined where it has none, or several. */
export function cellOf({ figures }: Item, measure: string): Figure | undefined {
  const [value, more] = figures.filter((figure) => measureOf(figure) === measure);
  return more === undefined ? value : undefined;
}
