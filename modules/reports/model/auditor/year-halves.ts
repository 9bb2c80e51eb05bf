// The halves and quarters of a year beside the whole of it: 上半年21亿元，下半年33亿元，全年54亿元.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const WHOLE = /(?:^|[，；])(?:全年|年度|全年累计|全年合计|全年共)(?:登记|完成|实现|达到?|为|共|累计|合计)*[^，。；\d]{0,6}$/;
const HALVES = [/上半年/, /下半年/];
const QUARTERS = [/一季度/, /二季度/, /三季度/, /四季度/];
const NEAR = 8;

/** The last part of the year that the words before a number tell. */
const partOf = ({ lead }: Figure): string => [...lead.matchAll(/[上下]半年|(?<!前)[一二三四]季度/g)].at(-1)?.[0] ?? '';

function partsFor(page: Page, whole: Figure): readonly Figure[] | undefined {
  const earlier = beforeInSentence(page, whole)
    .slice(0, NEAR)
    .filter((one) => isLevel(one) && hasHappened(one) && unitsFit(one, whole) && one.reading.unit === whole.reading.unit);
  for (const row of [HALVES, QUARTERS]) {
    const parts = row.flatMap((shape) => earlier.find((one) => shape.test(partOf(one))) ?? []);
    if (parts.length === row.length && new Set(parts).size === row.length) return parts;
  }
  return undefined;
}

export const yearHalves = (page: Page): Relation[] =>
  page.figures.flatMap((whole) => {
    if (!isLevel(whole) || !WHOLE.test(whole.lead) || !hasHappened(whole) || /目标|任务|计划/.test(whole.lead)) return [];
    const parts = partsFor(page, whole);
    if (parts === undefined || /率|余额|均|在[职岗]|期末/.test(whole.name + (parts[0]?.name ?? ''))) return [];
    const formula = parts.map(valueText).join(' + ');
    return judge({ type: 'sum', members: parts, stated: whole, formula, compute: totalOf, bond: 'sure' }, page.figures) ?? [];
  });
