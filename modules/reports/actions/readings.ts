// Actions on single figures: correct what was read, add what was missed, set aside what does not matter, take it up again.
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { offsetsOf } from '../model/code-points.ts';
import { changedFacts, type Facts, factsOf } from '../model/facts.ts';
import type { Reading } from '../model/reader/reading.ts';
import type { TieIndex } from '../model/ties.ts';
import { wordsAround } from '../model/words-around.ts';
import { valueWords } from '../model/written-value.ts';
import type { ReportsSetting } from '../setting.ts';
import { countsOf, documentOf, lockDocument } from '../store/documents.ts';
import { correctReading, heldReading, heldReadings, insertReadings, nextOrdinal, setIgnored } from '../store/readings.ts';
import type { DocumentRow, ReadingRow } from '../store/tables.ts';
import { AddBody, CorrectBody, Done, IdParams, OrdinalsBody, ReadingParams } from '../wire.ts';
import { byOf } from './load-report.ts';
import { figureView, standingFacts } from './view.ts';

const write = 'reports/report:write';

/** What the page needs after a change: the figures concerned, and how far the document is. */
export async function doneWith(
  { db }: Pick<ActionContext, 'db'>,
  document: Pick<DocumentRow, 'id' | 'place'>,
  ordinals: readonly number[],
  ties: TieIndex,
  says: string,
): Promise<Done> {
  const rows = await heldReadings(db, document.id, ordinals);
  const counts = (await countsOf(db, [document.id])).get(document.id) ?? { total: 0, open: 0, accepted: 0, ignored: 0 };
  return { says, counts, figures: rows.map((row) => figureView(row, document.place, ties)) };
}

export function requireIndicator({ catalogue }: ReportsSetting, id: string | null): void {
  if (id !== null && !catalogue.indicators.has(id) && !catalogue.published.has(id)) throw notFound(`指标“${id}”`);
}

const subject = (document: Pick<DocumentRow, 'id'>) => ({ kind: 'document', id: document.id });
const quoted = (row: Pick<ReadingRow, 'reading'>): string => row.reading.raw.replace(/\s+/g, '');

/** What the trail keeps of a correction: each fact that now differs, before and after. */
function differences(before: Facts, after: Facts): Record<string, unknown> {
  return Object.fromEntries(changedFacts(before, after).map((key) => [key, [before[key], after[key]]]));
}

const correct = (setting: ReportsSetting, ties: TieIndex): Action =>
  action({
    id: 'reports.correct-figure',
    method: 'PUT',
    path: '/reports/documents/:id/figures/:ordinal',
    summary: '更正一个数据的读法或所属指标，原读法保留',
    permission: write,
    params: ReadingParams,
    body: CorrectBody,
    reply: Done,
    async handle(context, { params, body }) {
      requireIndicator(setting, body.indicator);
      const document = await documentOf(context.db, params.id);
      const row = await heldReading(context.db, params.id, params.ordinal, body.version);
      const read = factsOf(row.reading);
      // A correction that says what was read is none.
      const facts = body.facts === null || changedFacts(read, body.facts).length === 0 ? null : body.facts;
      const now = facts ?? read;
      const isSame = changedFacts(standingFacts(row), now).length === 0 && row.tie_is_chosen && row.tie === body.indicator;
      const status = row.status === 'accepted' && isSame ? 'accepted' : facts === null ? 'read' : 'corrected';
      await correctReading(context.db, byOf(context), row, { facts, indicator: body.indicator, status });
      const words = facts === null && row.corrected !== null ? '恢复原读法' : '更正读法';
      await context.trail(`在报告“${document.title}”中对“${quoted(row)}”${words}`, subject(document), {
        ordinal: row.ordinal,
        at: row.at,
        changed: differences(standingFacts(row), now),
        indicator: body.indicator,
      });
      const again = row.observation !== null && status !== 'accepted' ? '台账中仍是原值，再次采纳后更新。' : '';
      return doneWith(context, document, [row.ordinal], ties, `已保存：${now.indicator} ${valueWords(now, row.reading.raw)}。${again}`);
    },
  });

function handReading(text: string, start: number, end: number, facts: Facts): Reading {
  const offsets = offsetsOf(text);
  if (start >= end || end > offsets.length || end - start > 60)
    throw new Refusal('SPAN', '请在正文中选取数据本身，例如“1372家”，不超过60个字。', { status: 400 });
  const raw = text.slice(offsets.toUnits(start), offsets.toUnits(end));
  if (raw.trim() === '') throw new Refusal('SPAN', '所选的文字是空白，请选取数据本身，例如“1372家”。', { status: 400 });
  const around = wordsAround(text, offsets.toUnits(start), offsets.toUnits(end));
  const number = Number(facts.exact);
  return {
    ...facts,
    start: offsets.toPoints(around.start),
    end: offsets.toPoints(around.end),
    quote: text.slice(around.start, around.end),
    raw,
    rawStart: start,
    value: facts.unit === '个百分点' ? { pp: number } : number,
    precision: null,
    indicatorId: null,
    comparison: null,
    confidence: 1,
  };
}

const add = (setting: ReportsSetting, ties: TieIndex): Action =>
  action({
    id: 'reports.add-figure',
    method: 'POST',
    path: '/reports/documents/:id/figures',
    summary: '手工添加正文中漏读的数据',
    permission: write,
    params: IdParams,
    body: AddBody,
    reply: Done,
    async handle(context, { params, body }) {
      requireIndicator(setting, body.indicator);
      const document = await lockDocument(context.db, params.id);
      const reading = handReading(document.body, body.start, body.end, body.facts);
      const ordinal = await nextOrdinal(context.db, params.id);
      const added = await insertReadings(context.db, document.root, params.id, [{ ordinal, origin: 'hand', reading }]);
      if (added === 0) throw new Refusal('ALREADY_A_FIGURE', `“${reading.raw}”已经是一个数据，请直接打开它更正。`, { status: 409 });
      const row = await heldReading(context.db, params.id, ordinal, 1);
      await correctReading(context.db, byOf(context), row, { facts: null, indicator: body.indicator, status: 'read' });
      await context.trail(`在报告“${document.title}”中手工添加数据“${reading.raw}”`, subject(document), { ordinal, at: body.start });
      return doneWith(context, document, [ordinal], ties, `已添加：${body.facts.indicator} ${valueWords(body.facts, reading.raw)}。`);
    },
  });

const setAside = (ties: TieIndex, isIgnored: boolean): Action =>
  action({
    id: isIgnored ? 'reports.ignore-figures' : 'reports.restore-figures',
    method: 'POST',
    path: `/reports/documents/:id/${isIgnored ? 'ignore' : 'restore'}`,
    summary: isIgnored ? '忽略不需要的数据' : '恢复已忽略的数据',
    permission: write,
    params: IdParams,
    body: OrdinalsBody,
    reply: Done,
    async handle(context, { params, body }) {
      const document = await documentOf(context.db, params.id);
      const rows = await heldReadings(context.db, params.id, body.ordinals);
      const posted = rows.filter((row) => row.observation !== null);
      if (isIgnored && posted.length > 0) {
        throw new Refusal('IN_LEDGER', `其中 ${posted.length} 个已在台账中，如不应采纳，请先撤回采纳。`, {
          status: 409,
          details: posted.slice(0, 20).map((row) => ({ where: String(row.ordinal), message: `“${quoted(row)}”已采纳` })),
        });
      }
      const moved = rows.filter((row) => (row.status === 'ignored') !== isIgnored).map((row) => row.ordinal);
      await setIgnored(context.db, byOf(context), params.id, moved, isIgnored);
      const verb = isIgnored ? '忽略' : '恢复';
      await context.trail(`在报告“${document.title}”中${verb} ${moved.length} 个数据`, subject(document), { ordinals: moved });
      return doneWith(context, document, body.ordinals, ties, `已${verb} ${moved.length} 个数据。`);
    },
  });

export const readingActions = (setting: ReportsSetting, ties: TieIndex): Action[] => [
  correct(setting, ties),
  add(setting, ties),
  setAside(ties, true),
  setAside(ties, false),
];
