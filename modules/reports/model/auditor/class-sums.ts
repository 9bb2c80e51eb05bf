// Classes that fill their whole by what they are (三次产业, 夏粮秋粮, 税收非税, 四类技术合同): their amounts make the whole told before them.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isAmount, isLevel, isSetBeside, periodsAgree } from './find.ts';
import { judge } from './judge.ts';
import { closes, missesBySlip } from './loose-parts.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { sameTerm } from './terms.ts';

interface Row {
  readonly classes: readonly RegExp[];
  /** What the whole is called, where it does not end as its parts do. */
  readonly whole?: RegExp;
}

const ROWS: readonly Row[] = [
  { classes: [/^第一产业/, /^第二产业/, /^第三产业/], whole: /生产总值|^GDP/ },
  { classes: [/^夏粮/, /^早稻/, /^秋粮/] },
  { classes: [/^夏粮/, /^秋粮/] },
  { classes: [/^税收(?:收入)?/, /^非税(?:收入)?/], whole: /收入$/ },
  { classes: [/^城镇(?=(?:常住|户籍)?人口)/, /^(?:乡村|农村)(?=(?:常住|户籍)?人口)/] },
  { classes: [/^男性/, /^女性/] },
  { classes: [/^家庭户(?=人口)/, /^集体户(?=人口)/] },
  { classes: [/^轻工业/, /^重工业/] },
  { classes: [/^出口/, /^进口/], whole: /进出口/ },
  { classes: [/^技术开发/, /^技术转让/, /^技术许可/, /^技术咨询/, /^技术服务/], whole: /技术合同(?:成交|登记)?$|^成交$/ },
  { classes: [/^技术开发/, /^技术转让/, /^技术咨询/, /^技术服务/], whole: /技术合同(?:成交|登记)?$|^成交$/ },
  { classes: [/^发明/, /^实用新型/, /^外观设计/] },
  { classes: [/^因公出国(?=费|经费)/, /^公务用车购置(?:及|和)运行(?:维护)?(?=费|经费)/, /^公务接待(?=费|经费)/], whole: /三公/ },
  { classes: [/^基础研究/, /^应用研究/, /^试验发展/] },
];

/** As far as the parts of one whole are told behind it. */
const REACH = 30;

const isTold = (figure: Figure): boolean =>
  isLevel(figure) &&
  !isSetBeside(figure) &&
  isAmount(figure) &&
  figure.reading.bound === 'exact' &&
  figure.inTable === null &&
  figure.value.isPositive() &&
  !/均|强度|率$/.test(figure.name) &&
  !/(?:上年|去年|同期)[^，。；]*$/.test(figure.lead);

/** What the part is of besides its class; undefined where it is of none. */
function restOf(shape: RegExp, { name }: Figure): string | undefined {
  const match = shape.exec(name);
  return match === null ? undefined : name.slice(match[0].length);
}

const areOfOne = (a: Figure, b: Figure): boolean =>
  a.sort === b.sort &&
  a.reading.unit === b.reading.unit &&
  a.place === b.place &&
  a.reading.measure === b.reading.measure &&
  periodsAgree(a, b) &&
  sameTerm(a, b);

/** The parts behind the first of them, each class once and all of one thing. */
function partsFrom(told: readonly Figure[], { classes }: Row, first: Figure): readonly Figure[] {
  const near = told.filter(({ index }) => index >= first.index && index - first.index <= REACH);
  const rest = classes.map((shape) => restOf(shape, first)).find((one) => one !== undefined);
  const parts = classes.map((shape) => near.find((figure) => restOf(shape, figure) === rest && areOfOne(first, figure)));
  return parts.flatMap((part) => part ?? []);
}

/** 地区生产总值 for 第一产业增加值, 粮食总产量 for 夏粮产量; nothing else of that name stands between. */
function wholeBefore(told: readonly Figure[], row: Row, parts: readonly Figure[]): Figure | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const rest = row.classes.map((shape) => restOf(shape, first)).find((one) => one !== undefined) ?? '';
  const isCalled = ({ name }: Figure): boolean =>
    (row.whole === undefined ? rest.length >= 2 && name.endsWith(rest) : row.whole.test(name)) &&
    !row.classes.some((shape) => shape.test(name));
  const sum = Rational.sum(parts.map(({ value }) => value));
  const isNear = ({ value }: Figure): boolean => sum.times(2).isAtLeast(value) && sum.isAtMost(value.times(2));
  const asTold = (figure: Figure): Figure => ({ ...first, reading: { ...first.reading, measure: figure.reading.measure } });
  const before = told.filter(({ index }) => index < first.index && first.index - index <= REACH).reverse();
  const called = before.filter((figure) => isCalled(figure) && areOfOne(figure, asTold(figure)) && isNear(figure));
  const areAlike = called.every(({ value }) => called[0]?.value.equals(value));
  // Of two wholes the one is meant that the parts fill, or would but for a slip of the pen.
  return (
    called.find((whole) => closes(parts, whole)) ?? called.find((whole) => missesBySlip(parts, whole)) ?? (areAlike ? called[0] : undefined)
  );
}

function sumOf(page: Page, told: readonly Figure[], row: Row, first: Figure): Relation | undefined {
  const parts = partsFrom(told, row, first);
  if (parts.length < row.classes.length) return undefined;
  const inOrder = [...parts].sort((a, b) => a.index - b.index);
  if (inOrder[0] !== first || first.paragraph !== inOrder.at(-1)?.paragraph) return undefined;
  const whole = wholeBefore(told, row, inOrder);
  if (whole === undefined) return undefined;
  const formula = inOrder.map(valueText).join(' + ');
  return judge({ type: 'sum', members: inOrder, stated: whole, formula, compute: totalOf, bond: 'named' }, page.figures);
}

export function classSums(page: Page): Relation[] {
  const told = page.figures.filter(isTold);
  const found: Relation[] = [];
  const done = new Set<number>();
  for (const [at, first] of told.entries())
    for (const row of ROWS) {
      if (done.has(first.index) || !row.classes.some((shape) => shape.test(first.name))) continue;
      const near = told.slice(Math.max(0, at - REACH), at + REACH);
      const relation = sumOf(page, near, row, first);
      if (relation === undefined) continue;
      for (const { figure } of relation.spans) if (figure !== null) done.add(figure);
      found.push(relation);
    }
  return found;
}
