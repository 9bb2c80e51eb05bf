// Downloads for one county: the responsibility letter and the note on progress, as Word documents.
import { Type } from 'typebox';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import type { Paper } from '#platform/paper/paper.ts';
import { renderWord } from '#platform/paper/word.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { findRegion } from '#vocabularies/regions/regions.ts';
import { notOwnPaper } from '../errors.ts';
import { feedbackNote, type PaperFacts, responsibilityLetter } from '../model/target-papers.ts';
import type { FiguresSetting } from '../setting.ts';
import { listPlans, standing, targetsOf } from '../store/target-plans.ts';
import { Day } from '../wire.ts';
import { boardOf } from './target-board.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function factsOf(context: ActionContext, setting: FiguresSetting, year: number, region: string, asOf: string): Promise<PaperFacts> {
  const { root } = context.actor;
  if (!setting.countiesOf(root).includes(region)) throw notFound('这个县区');
  if (context.actor.scope === 'regions' && !context.actor.regions.includes(region)) throw notOwnPaper(setting.regionName(region));
  const plans = new Map((await listPlans(context.db, root, { year, status: 'issued' })).map((plan) => [plan.id, plan]));
  const documents = new Map(
    standing(await targetsOf(context.db, root, [...plans.keys()]))
      .filter((row) => row.region === region)
      .map((row) => [row.plan, { name: row.document_name, number: row.document_number }]),
  );
  const lines = (await boardOf(context, setting, { year, asOf, known: null })).flatMap((line) => {
    const progress = line.rows.find((row) => row.region === region);
    const plan = plans.get(line.plan);
    if (plan === undefined || progress === undefined || progress.target === null) return [];
    const { scoring } = plan.draft;
    const { indicatorName, unit, timeProgress, hasMonths } = line;
    const document = documents.get(line.plan) ?? { name: '', number: '' };
    return [{ indicatorName, unit, timeProgress, hasMonths, progress, weight: scoring.weight, mode: scoring.mode, document }];
  });
  if (lines.length === 0)
    throw new Refusal('NO_TARGETS', `${setting.regionName(region)}${year}年还没有下达的目标。请先下达目标，再出责任书或反馈。`, {
      status: 409,
    });
  return {
    year,
    asOf,
    today: context.today,
    agency: `${setting.regionName(root)}科学技术局`,
    county: setting.regionName(region),
    lines,
    note: findRegion(root)?.fictional === true ? '演示数据，均为虚构。' : null,
  };
}

async function word(context: ActionContext, paper: Paper, region: string): Promise<Download> {
  const content = await renderWord(paper);
  await context.trail(`下载“${paper.title}”`, { kind: 'region', id: region });
  return { kind: 'download', fileName: `${paper.title}-${paper.recipient ?? ''}.docx`, contentType: wordType, content };
}

const Query = Type.Object({
  year: Type.Integer({ minimum: 1990, maximum: 2100 }),
  region: Type.String({ maxLength: 12 }),
  asOf: Type.Optional(Day),
});

export const targetPaperActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.responsibility-letter',
    method: 'GET',
    path: '/figures/responsibility-letter',
    summary: '下载一个县区的年度目标责任书（Word）',
    permission: 'figures/indicator:read',
    query: Query,
    writes: true,
    handle: async (context, { query }) => {
      // A letter sets the year's target beside what was reached in the whole year before, whenever it is written.
      const facts = await factsOf(context, setting, query.year, query.region, `${query.year}-12-31`);
      return word(context, responsibilityLetter(facts), query.region);
    },
  }),
  action({
    id: 'figures.target-feedback',
    method: 'GET',
    path: '/figures/target-feedback',
    summary: '下载给一个县区的目标进展反馈（Word）：进展、落后事项和要求',
    permission: 'figures/indicator:read',
    query: Query,
    writes: true,
    handle: async (context, { query }) => {
      const facts = await factsOf(context, setting, query.year, query.region, query.asOf ?? context.today);
      return word(context, feedbackNote(facts), query.region);
    },
  }),
];
