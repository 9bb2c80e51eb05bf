// What a part gave to the growth of its whole: 贡献率 is part over whole of what was added, 拉动 is that times the growth, or what it added over last year's whole.
import { type Compute, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isComparedWith, isExactLevel, isGrowthRate, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { isAkin } from './likeness.ts';
import { productOf, quotientOf } from './range.ts';
import type { Relation } from './relation.ts';

const DRAWN = /拉动(?<thing>[^，。；、\d]{0,16}?)(?:增长|增速|上升|提高|增加)?了?(?:约|近)?$/;
const RATE = /贡献率(?:达到?|为|是|高达|约)*$/;
const NEAR = 40;

const near = (page: Page, figure: Figure): readonly Figure[] =>
  page.figures
    .slice(Math.max(0, figure.index - NEAR), figure.index + NEAR)
    .filter((other) => other.paragraph === figure.paragraph && other !== figure && other.inTable === null);

/** In one sentence, or else in the clause right before: it speaks of the same part. */
const isBeside = (a: Figure, b: Figure): boolean => a.sentence === b.sentence && Math.abs(a.clause - b.clause) <= 2;

/** 规上工业增加值增长8.0% for what 规上工业 was drawn by; 全市产值 for 产值. */
const isOfThing = (growth: Figure, thing: string): boolean => {
  const own = (
    growth.before
      .split(/[，；。]/)
      .slice(-3)
      .join('') + growth.reading.indicator
  ).replaceAll(/全[国省市县区]/g, '');
  const called = thing.replaceAll(/全[国省市县区]|的|整体/g, '');
  return called === '' || own.includes(called) || isAkin(own, called);
};

const times: Compute = ([a, b]) => a && b && productOf(a, b);

/** 贡献率35.2% of a growth of 8.9%: 3.1 points, whichever growth of the paragraph is meant. */
function byRate(page: Page, points: Figure, thing: string): Relation | undefined {
  const around = near(page, points);
  const rate = around.find((other) => other.sort === 'part' && RATE.test(other.lead) && isBeside(other, points));
  if (rate === undefined) return undefined;
  // 第三产业增长6.0%，贡献率55%，拉动经济增长3.3个百分点: what the sentence begins with is the growth of the part.
  const isOfPart = (growth: Figure): boolean =>
    growth.sentence === points.sentence && growth.index < points.index && !isOfThing(growth, thing);
  const growths = around.filter(
    (other) => isGrowthRate(other) && hasHappened(other) && other !== rate && other.value.isPositive() && !isOfPart(other),
  );
  const judged = growths.map((growth) => ({
    growth,
    relation: judge(
      {
        type: 'change',
        members: [rate, growth],
        stated: points,
        formula: `${valueText(rate)} × ${valueText(growth)}`,
        compute: times,
        bond: 'sure',
      },
      page.figures,
    ),
  }));
  const fitting = judged.find(({ relation }) => relation?.verdict === 'consistent');
  const [called, more] = judged.filter(({ growth }) => isOfThing(growth, thing) && thing !== '');
  return (fitting ?? (more === undefined ? called : undefined))?.relation;
}

const isAdded = (figure: Figure): boolean =>
  figure.reading.kind === 'change' &&
  (figure.sort === 'money' || figure.sort === 'count') &&
  hasHappened(figure) &&
  figure.value.isPositive();

const SLACK = 20n;

/** 净增41.1亿元 over last year's 1306.9亿元: of the whole that the paragraph told with its base. */
function byBase(page: Page, points: Figure): Relation | undefined {
  const around = near(page, points);
  const added = around.findLast((other) => other.index < points.index && isAdded(other) && isBeside(other, points));
  if (added === undefined) return undefined;
  const bases = around.filter(
    (other) =>
      unitsFit(other, added) &&
      other.value.times(1n).isMoreThan(added.value.times(2n)) &&
      (isComparedWith(other) || (isExactLevel(other) && /(?:上年|去年|同期)[^，。；]{0,4}$/.test(other.lead))),
  );
  const [base, more] = bases;
  if (base === undefined || more !== undefined) return undefined;
  const formula = `${valueText(added)} ÷ ${valueText(base)}`;
  const relation = judge({ type: 'change', members: [added, base], stated: points, formula, compute: over, bond: 'named' }, page.figures);
  // Of another whole it would be another size altogether.
  const far = base.value.times(points.value).dividedBy(added.value);
  return far.isMoreThan(SLACK) ? undefined : relation;
}

/** 净增97家，其中高新区净增41家，贡献率42.3%. */
function rateOfAdded(page: Page, rate: Figure): Relation | undefined {
  if (rate.sort !== 'part' || !RATE.test(rate.lead) || !/增[量加]|新增|净增|增长/.test(rate.before.slice(-24))) return undefined;
  const [part, ...others] = near(page, rate)
    .filter((other) => other.index < rate.index && isAdded(other) && other.sentence === rate.sentence)
    .reverse();
  if (part === undefined || rate.clause - part.clause > 1) return undefined;
  const whole = others.find(
    (other) => unitsFit(other, part) && other.reading.unit === part.reading.unit && other.value.isMoreThan(part.value),
  );
  if (whole === undefined) return undefined;
  const compute: Compute = ([a, b]) => a && b && quotientOf(a, b);
  const formula = `${valueText(part)} ÷ ${valueText(whole)}`;
  return judge({ type: 'share', members: [part, whole], stated: rate, formula, compute, bond: 'named' }, page.figures);
}

export const contributions = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => {
    if (!hasHappened(figure) || figure.inTable !== null) return [];
    const thing = figure.sort === 'points' ? DRAWN.exec(figure.lead)?.groups?.thing : undefined;
    const found = thing === undefined ? rateOfAdded(page, figure) : (byRate(page, figure, thing) ?? byBase(page, figure));
    return found === undefined ? [] : [found];
  });
