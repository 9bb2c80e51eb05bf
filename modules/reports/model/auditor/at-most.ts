// What cannot be more than another: a part behind 其中, what is new within its total, value added within output.

import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isComparedWith, isLevel, namesLike, runOf, unitsFit } from './find.ts';
import type { Relation } from './relation.ts';
import { withinWhole } from './remark.ts';

const isTold = (figure: Figure): boolean =>
  isLevel(figure) && !isComparedWith(figure) && hasHappened(figure) && figure.reading.measure !== 'set_size';

const atMost = (part: Figure, whole: Figure, wrong: string, isSure = true): Relation =>
  withinWhole(part, whole, `${wrong}${valueText(part)}大于${valueText(whole)}`, isSure);

/** 项目24个，总投资86亿元，其中亿元以上项目18个: the thing is named again. */
const areNamedAlike = (part: Figure, whole: Figure): boolean =>
  part.reading.unit === whole.reading.unit && whole.name.length >= COMMON && part.name.endsWith(whole.name.slice(-COMMON));

/** 专利申请6824件，同比增长16%，其中发明专利申请1932件: growth and shares may stand between the whole and its part. */
function behindAmong(page: Page, part: Figure): Relation | undefined {
  if (!/^[，；、)）]*其中[^，。；]*$/.test(part.lead)) return undefined;
  const earlier = beforeInSentence(page, part);
  const whole = earlier.find((other) => isTold(other) && unitsFit(other, part));
  const near = earlier[0];
  // Right behind its whole the part is one of a sum's.
  if (whole === undefined || near === whole || part.clause - whole.clause > 5) return undefined;
  return atMost(part, whole, '其中的', whole === earlier.find(isTold) || areNamedAlike(part, whole));
}

const COMMON = 2;

/** 共收到申请0件，网络申请1件: of all that came, no way in brought more. */
function behindAll(page: Page, part: Figure): Relation | undefined {
  const whole = page.figures[part.index - 1];
  if (whole === undefined || whole.sentence !== part.sentence || part.clause - whole.clause !== 1 || !isTold(whole)) return undefined;
  const words = /^，([^，。；、\d]{2,8})$/.exec(part.lead)?.[1];
  const isAll =
    /共(?:计|收到|受理|接到|办理|接收|征集)[^，。；]*$/.test(whole.lead) &&
    part.sort === 'count' &&
    part.reading.unit === whole.reading.unit;
  if (words === undefined || !isAll || /累计|同比|增|其他|共/.test(words)) return undefined;
  return whole.lead.endsWith(words.slice(-COMMON)) || whole.name.includes(words.slice(-COMMON)) ? atMost(part, whole, '其中的') : undefined;
}

const TOTAL = /(?:累计|总数|总量|总额|总计|共计|共有|增至|增加到)(?:已)?(?:分别)?(?:达到?|为|有|突破|超过)*$/;
const NEW = /新增|净增|新认定|新获批|新建|新培育|新备案|新入库|新引进|增加/;

/** 新增甲28家、乙4家，累计分别达到90家、33家; 新增28家，总数达90家. */
function newWithinTotal(page: Page, total: Figure): Relation | undefined {
  const { position, length } = runOf(page, total);
  const first = page.figures[total.index - position] ?? total;
  if (!TOTAL.test(first.lead)) return undefined;
  const earlier = beforeInSentence(page, first);
  const added = length === 1 ? earlier[0] : earlier.slice(0, length).reverse()[position];
  if (added === undefined || added.sort !== total.sort || !unitsFit(added, total) || first.clause - added.clause > 1) return undefined;
  const row = length === 1 ? added : earlier[length - 1];
  if (row === undefined || !NEW.test(row.lead) || /比重|占|比例/.test(first.lead)) return undefined;
  const isOne =
    length > 1 ||
    namesLike(added, total) !== 'other' ||
    /^[，、；]?(?:目前)?(?:全市|全省|全县)?(?:累计|总数|总量|共计|总计|共有)/.test(total.lead);
  return isOne ? atMost(added, total, '新增的') : undefined;
}

/** What of the same thing is contained in what, by the ends of their names. */
const CONTAINED: readonly (readonly [RegExp, RegExp])[] = [
  [/利润(?:总额)?$/, /利税(?:总额)?$/],
  [/净利润$/, /(?<!净)利润(?:总额)?$/],
  [/增加值/, /(?:总)?产值|营业收入|主营业务收入|销售收入/],
  [/利润(?:总额)?|利税/, /营业收入|主营业务收入|销售收入|(?:总)?产值/],
  [/税收|税金/, /营业收入|主营业务收入|销售收入|(?:总)?产值/],
  [/研发(?:投入|费用|经费|支出)/, /营业收入|主营业务收入|销售收入|(?:总)?产值/],
];

/** 利润总额, 利税: nothing else stands in the clause. */
const CLAUSE = /^(?:净利润|利润总额|利润|利税|税收|税金|营业收入|销售收入|总产值|产值|增加值)$/;
const STEM = 4;
/** 利润12亿元，利税18亿元: nothing but the words themselves, of one subject. */
const areBare = (a: string, b: string): boolean => a.length <= STEM && b.length <= STEM;

/** 产值、增加值分别达A、B: the names of a pair stand in order before the numbers; else each figure bears its own. */
function namesOfPair(page: Page, figure: Figure): string {
  const { position, length } = runOf(page, figure);
  const first = page.figures[figure.index - position] ?? figure;
  const names = (first.lead.split(/[，；：]/).at(-1) ?? '').replace(/分别.*$/, '').split(/、|和|与|及/);
  if (length > 1 && names.length === length) return names[position] ?? '';
  // 净利润5.2亿元，利润总额6.5亿元: a short clause says itself what is counted.
  const clause = (figure.lead.split(/[，；：:、]/).at(-1) ?? '').replace(/^(?:其中|实现|完成|达到|累计)+|(?:达到?|为|约)$/g, '');
  return CLAUSE.test(clause) ? clause : figure.name;
}

function addedWithinOutput(page: Page, figure: Figure): Relation | undefined {
  if (figure.sort !== 'money' || !isTold(figure)) return undefined;
  const own = namesOfPair(page, figure);
  for (const other of beforeInSentence(page, figure).filter(
    (one) => one.sort === 'money' && isTold(one) && figure.clause - one.clause <= 4,
  )) {
    const before = namesOfPair(page, other);
    for (const [small, large] of CONTAINED) {
      const [part, whole] =
        small.test(own) && large.test(before)
          ? [figure, other]
          : large.test(own) && small.test(before)
            ? [other, figure]
            : [undefined, undefined];
      if (part === undefined || whole === undefined || own === before) continue;
      const stem = figure.name.slice(0, STEM);
      const isOne = other.name.startsWith(stem) || runOf(page, figure).length > 1 || own.replace(large, '').replace(small, '').length < 2;
      if (isOne)
        return atMost(
          part,
          whole,
          `${part === figure ? own : before}的`,
          runOf(page, figure).length > 1 || other.name.startsWith(stem) || areBare(own, before),
        );
    }
  }
  return undefined;
}

export const atMosts = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => {
    if (!isTold(figure)) return [];
    return [behindAmong(page, figure), behindAll(page, figure), newWithinTotal(page, figure), addedWithinOutput(page, figure)].flatMap(
      (one) => one ?? [],
    );
  });
