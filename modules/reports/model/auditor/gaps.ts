// What is still missing to a target: the target less what was reached.
import { minus, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, isLevel } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

const MISSING = /(?:尚|还|仍)(?:差|缺|需|欠)(?:完成)?(?:约)?$|(?:剩余|结余|尚余|节余|未执行|未支出|结转)[^，。；、\d]{0,4}$/;
const DUE = /(?:目标|任务|计划|应达到?|要求|指标|需达到?|应|预算|安排|下达)[^，。；]{0,10}$/;

/** 应达到30件，已完成26件，尚差4件. */
function gap(page: Page, missing: Figure): Relation | undefined {
  if (!MISSING.test(missing.lead)) return undefined;
  const alike = beforeInSentence(page, missing).filter(
    (other) => isLevel(other) && other.sort === missing.sort && other.reading.unit === missing.reading.unit,
  );
  const [reached, due] = alike;
  const isDue = due !== undefined && (DUE.test(due.lead) || due.reading.kind === 'target' || /^[^，。；]{0,4}(?:目标|任务)/.test(due.tail));
  if (reached === undefined || due === undefined || !isDue || !/完成|达到|实现|已|实际|现有|目前|执行|支出|使用|拨付/.test(reached.lead))
    return undefined;
  const formula = `${valueText(due)} − ${valueText(reached)}`;
  return judge({ type: 'change', members: [due, reached], stated: missing, formula, compute: minus, bond: 'sure' }, page.figures);
}

export const gaps = (page: Page): Relation[] => page.figures.flatMap((figure) => gap(page, figure) ?? []);
