// A change told apart from the growth of its level (成交额增长18%，达113亿元 … 成交额比上年净增17亿元): the growth tells how large it is.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, hasHappened, isComparedWith, isExactLevel, isGrowthRate, periodsAgree } from './find.ts';
import { judge } from './judge.ts';
import { pointRange, productOf, quotientOf, sumOf } from './range.ts';
import type { Relation } from './relation.ts';
import { sameTerm } from './terms.ts';

const ONE = pointRange(Rational.one);
const NET = /(?<name>[一-龥]{2,12}?)(?:比|较)(?:上年|去年)(?:全年)?(?:净增|增加)了?$/;
const AT_CONSTANT_PRICES = /生产总值|GDP|增加值|可支配收入|劳动生产率/;
const OTHER_BASE = /年均|平均|环比|可比|不变价|比20\d\d年|较20\d\d年/;
const FILLER = /总的看|综合来看|全年|年末|全市|全县|全区|全省|我市|我县|技术|的|总/g;
/** Much further apart they speak of different things. */
const NEAR = Rational.of(5, 4);

interface Grown {
  readonly level: Figure;
  readonly growth: Figure;
}

/** 成交额同比增长18.0%，来到113亿元; 成交额113亿元，同比增长18.0%: growths with the amount right beside them, by the word that they begin with. */
function grownOf(page: Page, change: Figure, name: string): Grown[] {
  return around(page.figures, change).flatMap((growth) => {
    if (!isGrowthRate(growth) || !hasHappened(growth) || growth.reading.bound !== 'exact' || OTHER_BASE.test(growth.lead)) return [];
    if (growth.sentence === change.sentence || growth.inTable !== null || growth.place !== change.place) return [];
    const [before, behind] = [page.figures[growth.index - 1], page.figures[growth.index + 1]];
    const ahead = new RegExp(`(?:^|[，；：])(?:全年)?${name}(?:同比|比上年|较上年)?增长$`).test(growth.lead) ? behind : undefined;
    const own =
      before !== undefined && /^，(?:同比|比上年|较上年)?增长$/.test(growth.lead) && before.lead.endsWith(name) ? before : undefined;
    const isReached = ahead !== undefined && /^，(?:来到|达到?|为|增至|升至|突破)[^，。；\d]{0,4}$/.test(ahead.lead);
    const level = isReached ? ahead : own;
    const isOne =
      level !== undefined &&
      level.part === growth.part &&
      isExactLevel(level) &&
      !isComparedWith(level) &&
      level.sort === change.sort &&
      level.reading.unit === change.reading.unit &&
      periodsAgree(level, change) &&
      sameTerm(level, change);
    return isOne ? [{ level, growth }] : [];
  });
}

function byGrowth(page: Page, change: Figure): Relation | undefined {
  const isNet = change.reading.kind === 'change' && change.sort === 'money' && change.reading.bound === 'exact' && hasHappened(change);
  const name = isNet ? (NET.exec(change.lead)?.groups?.name ?? '').replaceAll(FILLER, '') : '';
  if (name.length < 2 || AT_CONSTANT_PRICES.test(change.lead)) return undefined;
  const grown = grownOf(page, change, name);
  const [first] = grown;
  // Of two amounts of that name either may be meant.
  if (first === undefined || grown.some(({ level }) => !level.value.equals(first.level.value))) return undefined;
  const { level, growth } = first;
  const due = level.value.times(growth.value).dividedBy(Rational.one.plus(growth.value));
  if (!due.isAtMost(change.value.times(NEAR)) || !change.value.isAtMost(due.times(NEAR))) return undefined;
  return judge(
    {
      type: 'change',
      members: [level, growth],
      stated: change,
      formula: `${valueText(level)} × ${valueText(growth)} ÷ (1 + ${valueText(growth)})`,
      compute: ([now, rate]) => {
        const part = rate && quotientOf(rate, sumOf(ONE, rate));
        return now && part && productOf(now, part);
      },
      bond: 'named',
    },
    page.figures,
  );
}

export const changesByGrowth = (page: Page): Relation[] => page.figures.flatMap((figure) => byGrowth(page, figure) ?? []);
