// How far a plan has come (规划增量28.6亿元，已实现增量14.4亿元，进度50.3%): what was gained over what was to be gained, both called by one word.
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import type { Relation } from './relation.ts';

const PROGRESS = /(?:^|[，；])(?:完成)?进度(?:为|达到?|约)?$/;
const PLANNED = /(?:规划|计划|目标)(?<noun>增量|增加量|增长量|投资额?|任务量|总量)$/;
const DONE = /(?:已|实际)(?:经)?(?:实现|完成)(?<noun>增量|增加量|增长量|投资额?|任务量|总量)$/;

function progress(page: Page, rate: Figure): Relation[] {
  if (rate.sort !== 'part' || rate.reading.bound !== 'exact' || !PROGRESS.test(rate.lead)) return [];
  const told = beforeInSentence(page, rate).filter((one) => one.part === rate.part);
  const planned = told.find(({ lead }) => PLANNED.test(lead));
  const done = told.find(({ lead }) => DONE.test(lead));
  if (planned === undefined || done === undefined || !unitsFit(planned, done) || !isLevel(done) || done.reading.bound !== 'exact')
    return [];
  if (PLANNED.exec(planned.lead)?.groups?.noun !== DONE.exec(done.lead)?.groups?.noun) return [];
  const formula = `${valueText(done)} ÷ ${valueText(planned)}`;
  const relation = judge({ type: 'rate', members: [done, planned], stated: rate, formula, compute: over, bond: 'sure' }, page.figures);
  return relation === undefined ? [] : [relation];
}

export const plannedGains = (page: Page): Relation[] => page.figures.flatMap((figure) => progress(page, figure));
