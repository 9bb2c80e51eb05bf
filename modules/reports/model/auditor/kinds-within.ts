// Kinds of one thing by what they are: 谷物 is grain, 猪肉 is meat, and prizes of all grades are among all prizes.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, hasHappened, isAmount, isLevel, periodsAgree } from './find.ts';
import { exceeds, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, withinWhole, wordsOf } from './remark.ts';
import { sameTerm } from './terms.ts';

/** Each kind, and what all of it is. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:谷物|小麦|稻谷|水稻|玉米|豆类|薯类|夏粮|秋粮|早稻)/, /^粮食(?:作物)?/],
  [/^(?:小麦|稻谷|水稻|玉米)/, /^谷物/],
  [/^(?:猪肉|牛肉|羊肉|禽肉)/, /^肉类/],
  [/^(?:油菜籽|花生|芝麻)/, /^油料(?:作物)?/],
  [/^(?:发生|其中)?(?:外事|外宾|国内|国外)(?:公务)?接待/, /^公务接待/],
  [/^公务用车(?:购置|运行维护|运行)(?!及|和)/, /^公务用车购置(?:及|和)运行(?:维护)?/],
];

const NEAR = 30;

/** 种植面积 and 播种面积, 总产量 and 产 are one measure. */
const measureOf = (name: string): string =>
  name
    .replace(/种植|播种|总(?=产|面积)/g, '')
    .replace(/量$/, '')
    .replace(/费用$/, '费');

const isTold = (figure: Figure): boolean =>
  isLevel(figure) && isAmount(figure) && hasHappened(figure) && figure.inTable === null && !/单产|亩产|均/.test(figure.name);

function byKind(page: Page, part: Figure): Relation | undefined {
  if (!isTold(part)) return undefined;
  for (const [kind, all] of KINDS) {
    if (!kind.test(part.name)) continue;
    const measure = measureOf(part.name.replace(kind, ''));
    const whole = beforeInText(page, part, NEAR).find((other) => isTold(other) && all.test(other.name));
    const isOne =
      whole !== undefined &&
      measure !== '' &&
      measureOf(whole.name.replace(all, '')) === measure &&
      whole.reading.unit === part.reading.unit &&
      whole.place === part.place &&
      periodsAgree(part, whole) &&
      sameTerm(part, whole);
    if (!isOne) continue;
    return withinWhole(part, whole, `${part.name}${valueText(part)}多于${whole.name}${valueText(whole)}`);
  }
  return undefined;
}

const GRADE = /([特一二三])等奖$/;
const ORDER = '特一二三';
const REACH = 12;

/** 共授奖90项：…；一等奖10项、二等奖30项、三等奖60项: grades are told apart, and together no more than all. */
function byGrade(page: Page, first: Figure): Relation | undefined {
  const gradeOf = (figure: Figure | undefined): number => ORDER.indexOf(GRADE.exec(figure?.lead ?? '')?.[1] ?? '无');
  if (gradeOf(first) < 0 || gradeOf(page.figures[first.index - 1]) >= 0 || !isTold(first)) return undefined;
  const grades = [first];
  for (let next = page.figures[first.index + 1]; next !== undefined; next = page.figures[next.index + 1]) {
    const last = grades.at(-1);
    if (next.sentence !== first.sentence || gradeOf(next) <= gradeOf(last) || next.reading.unit !== first.reading.unit) break;
    grades.push(next);
  }
  const whole = beforeInText(page, first, REACH).find(
    (other) => isTold(other) && other.reading.unit === first.reading.unit && /奖$/.test(other.name) && /共[^，。；]*$/.test(other.lead),
  );
  if (grades.length < 2 || whole === undefined || first.sentence - whole.sentence > FAR || whole.place !== first.place) return undefined;
  const sum = totalOf(grades.map(({ range }) => range));
  if (sum.low === null) return undefined;
  const fails = exceeds(sum, whole.range);
  return remark({
    type: 'subset',
    words: [...grades, whole].map(wordsOf),
    formula: `${grades.map(valueText).join(' + ')} ≤ ${valueText(whole)}`,
    computed: sum.low,
    stated: whole.value,
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `各等级奖项之和多于奖项总数${valueText(whole)}` : '',
  });
}

/** Characters between all prizes and their grades, at most. */
const FAR = 200;

export const kindsWithin = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [byKind(page, figure), byGrade(page, figure)].flatMap((one) => one ?? []));
