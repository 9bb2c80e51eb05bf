// Actions that end a work report: what would be signed, signing, proving that the ledger still tells the same, and comparing with last year's.

import { addDays } from '#kernel/declare/calendar.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { drawOfficialNumber } from '#modules/correspondence/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { writtenDay } from '#platform/paper/paper.ts';
import { Refusal } from '#platform/refusal.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { compareReports } from '../model/writer/comparing.ts';
import { plainText } from '../model/writer/compose.ts';
import { toldIn } from '../model/writer/sentence.ts';
import type { Composed } from '../model/writer/shapes.ts';
import { valueToldOf, yearBefore } from '../model/writer/standing.ts';
import { valueText } from '../model/writer/words.ts';
import { Comparison, Proof, SignBody, SignPreview, WorkDone, WorkParams } from '../model/writer/work-shapes.ts';
import type { ReportsSetting } from '../setting.ts';
import { changeWork, commentsOf, digestOf, revisionsOf, signedWork, standingTexts, type WorkRow, workOf } from '../store/work.ts';
import { byOf } from './load-report.ts';
import { composeWork, sceneOf, tellable } from './work-ground.ts';
import { askerOf, bodiesOf, composedOf, requireDraft } from './work-reports.ts';
import { whereIs } from './work-texts.ts';

const read = 'reports/report:read';

/** Text and figures alike: whoever signs, signs both. Fields stand in one order, whatever order the database hands them back in. */
export function digestOfComposed(composed: Composed): string {
  const figures = composed.figures.map((figure) => Object.entries(figure).sort(([a], [b]) => (a < b ? -1 : 1)));
  return digestOf(`${plainText(composed)}\n${JSON.stringify(figures)}`);
}

async function textsOf({ db }: Pick<ActionContext, 'db'>, id: string): Promise<ReadonlyMap<string, string>> {
  return bodiesOf(standingTexts(await revisionsOf(db, id)));
}

/**
 * As known at the end of yesterday where that is the same as now: a day that has ended says the same for ever. Otherwise as known today,
 * to which something may still be added before midnight.
 */
async function toBeSigned(context: ActionContext, setting: ReportsSetting, row: WorkRow): Promise<Composed & { readonly known: string }> {
  const texts = await textsOf(context, row.id);
  const yesterday = addDays(context.today, -1);
  const [now, before] = [
    await composeWork(askerOf(context), setting, row, texts, context.today),
    await composeWork(askerOf(context), setting, row, texts, yesterday),
  ];
  return digestOfComposed(now) === digestOfComposed(before) ? { ...before, known: yesterday } : { ...now, known: context.today };
}

const problemsOf = ({ remarks }: Composed) => remarks.filter(({ tone }) => tone === 'problem');

const preview = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.preview-signing',
    method: 'GET',
    path: '/reports/own/:id/signing',
    summary: '签发前核对：按哪天已知的数据签发，还有哪些问题和批注',
    permission: 'reports/report:sign',
    params: WorkParams,
    reply: SignPreview,
    async handle(context, { params }) {
      const row = await workOf(context.db, context.actor.root, params.id);
      requireDraft(row);
      const composed = await toBeSigned(context, setting, row);
      const comments = await commentsOf(context.db, row.id);
      return {
        digest: digestOfComposed(composed),
        known: composed.known,
        problems: problemsOf(composed),
        figures: composed.figures.length,
        openComments: comments.filter(({ settled_at: at }) => at === null).length,
      };
    },
  });

const sign = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.sign-work',
    method: 'POST',
    path: '/reports/own/:id/sign',
    summary: '签发工作报告：文字、数据和已知日一并固定，以后不变',
    permission: 'reports/report:sign',
    params: WorkParams,
    body: SignBody,
    reply: WorkDone,
    async handle(context, { params, body }) {
      const row = await workOf(context.db, context.actor.root, params.id);
      requireDraft(row);
      const composed = await toBeSigned(context, setting, row);
      const problems = problemsOf(composed);
      if (problems.length > 0)
        throw new Refusal('WORK_NOT_READY', `还有 ${problems.length} 处问题，没有签发。请先改好再签。`, {
          details: problems.map(({ item, text }) => ({ where: item, message: `${whereIs(row.outline, item)} ${text}` })),
        });
      const digest = digestOfComposed(composed);
      if (digest !== body.digest)
        throw new Refusal('WORK_CHANGED', '您核对之后文字或数据又有变动，没有签发。请重新核对后再签。', { status: 409 });
      const number = await drawOfficialNumber(context.db, {
        root: row.root,
        region: row.region,
        regionName: regionShortName(row.region),
        year: Number(context.today.slice(0, 4)),
      });
      await changeWork(
        context.db,
        byOf(context),
        { id: row.id, version: body.version },
        { frozen: composed, known: composed.known, digest, number },
      );
      await context.trail(
        `以${number}签发“${row.title}”`,
        { kind: 'work-report', id: row.id },
        { digest, known: composed.known, figures: composed.figures.length },
      );
      return {
        id: row.id,
        says: `“${row.title}”已签发，文号${number}，共 ${composed.figures.length} 个数据，按${writtenDay(composed.known)}已知的台账固定。`,
      };
    },
  });

const proof = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.prove-work',
    method: 'GET',
    path: '/reports/own/:id/proof',
    summary: '用台账重新生成已签发的报告，核对是否一字不差',
    permission: read,
    params: WorkParams,
    reply: Proof,
    async handle(context, { params }) {
      const row = await workOf(context.db, context.actor.root, params.id);
      if (row.frozen === null || row.known === null)
        throw new Refusal('WORK_NOT_SIGNED', `“${row.title}”还没有签发，没有可以核对的定稿。`, { status: 409 });
      const again = await composeWork(askerOf(context), setting, row, await textsOf(context, row.id), row.known);
      const isSame = digestOfComposed(again) === row.digest && digestOfComposed(row.frozen) === row.digest;
      const differences = row.frozen.figures.flatMap((figure, at) => {
        const other = again.figures[at];
        return other?.text === figure.text && other.indicator === figure.indicator
          ? []
          : [`${figure.name}：签发时${figure.text}，现在${other?.text ?? '没有'}`];
      });
      const says = isSame
        ? `按${writtenDay(row.known)}已知的台账重新生成，文字和 ${again.figures.length} 个数据与签发时一字不差。`
        : `按${writtenDay(row.known)}已知的台账重新生成，与签发时不同；签发的定稿不变。`;
      return { isSame, says, differences };
    },
  });

const comparison = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.compare-work',
    method: 'GET',
    path: '/reports/own/:id/comparison',
    summary: '与上年签发的报告逐个指标对照，指出台账后来更正的数',
    permission: read,
    params: WorkParams,
    reply: Comparison,
    async handle(context, { params }) {
      const { db, actor } = context;
      const row = await workOf(db, actor.root, params.id);
      const past = await signedWork(db, actor.root, { region: row.region, kind: row.kind, year: row.year - 1 });
      const composed = await composedOf(context, setting, row, await textsOf(context, row.id));
      const named = [...composed.figures, ...(past?.frozen?.figures ?? [])].map(({ indicator }) => indicator);
      const indicators = [...new Set(named)].flatMap((id) => tellable(setting.catalogue).get(id) ?? []);
      const scene = await sceneOf(askerOf(context), setting, row, new Map(), row.known, indicators);
      const before = new Map(
        indicators.flatMap((indicator) => {
          // Of the days that last year's report told: this year's may still run, and what is published is told of its own years.
          const told = past?.frozen?.figures.find(
            (one) => one.indicator === indicator.id && one.region === row.region && one.reading === 'value',
          );
          const value = valueToldOf(scene.ground, indicator, row.region, told ?? yearBefore(toldIn(scene, indicator).span));
          return 'known' in value
            ? [[indicator.id, { exact: formatPlain(value.known, 12), text: valueText(value.known, indicator.unit) }] as const]
            : [];
        }),
      );
      return { against: past?.title ?? null, rows: compareReports(composed.figures, past?.frozen?.figures ?? [], row.region, before) };
    },
  });

export const workSigningActions = (setting: ReportsSetting): Action[] => [
  preview(setting),
  sign(setting),
  proof(setting),
  comparison(setting),
];
