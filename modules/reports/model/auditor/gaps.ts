// What is still missing to a target: the target less what was reached.
import { minus, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, isLevel } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

const MISSING = /(?:尚|还)(?:差|缺|需|欠)(?:完成)?(?:约)?$/;
const DUE = /(?:目标|任务|计划|应达到?|要求|指标|需达到?|应)[^，。；]{0,10}$/;

/** 应达到30件，已完成26件，尚差4件. */
function gap(page: Page, missing: Figure): Relation | undefined {
  if (!MISSING.test(missing.lead)) return undefined;
  const alike = beforeInSentence(page, missing).filter(
    (other) => isLevel(other) && other.sort === missing.sort && other.reading.unit === missing.reading.unit,
  );
  const [reached, due] = alike;
  const isDue = due !== undefined && (DUE.test(due.lead) || due.reading.kind === 'target' || /^[^，。；]{0,4}(?:目标|任务)/.test(due.tail));
  if (reached === undefined || due === undefined || !isDue || !/完成|达到|实现|已|实际/.test(reached.lead)) return undefined;
  const formula = `${valueText(due)} − ${valueText(reached)}`;
  return judge({ type: 'change', members: [due, reached], stated: missing, formula, compute: minus, bond: 'sure' }, page.figures);
}

export const gaps = (page: Page): Relation[] => page.figures.flatMap((figure) => gap(page, figure) ?? []);
