// Accepts figures of a report into the ledger as observations, and takes them back; the ledger keeps both.
import { Type } from 'typebox';
import { insertObservations, listObservations, type ObservationRow } from '#modules/figures/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal, staleWrite } from '#platform/refusal.ts';
import { factsOf } from '../model/facts.ts';
import { observationOf, WITHDRAWN } from '../model/observation.ts';
import type { TieIndex } from '../model/ties.ts';
import type { ReportsSetting } from '../setting.ts';
import { documentOf } from '../store/documents.ts';
import { heldReadings, readingsOf, setAccepted, setWithdrawn } from '../store/readings.ts';
import type { DocumentRow, ReadingRow } from '../store/tables.ts';
import { AcceptBody, Done, IdParams, WithdrawBody } from '../wire.ts';
import { byOf, type Doing } from './load-report.ts';
import { publishedAs, withPublishedPlaces } from './published-places.ts';
import { doneWith, requireIndicator } from './readings.ts';
import { standingFacts, tieOf } from './view.ts';

const write = 'reports/report:write';
const post = 'figures/entry:post';

/** The ledger belongs to the city; a county prepares and corrects, the city accepts. */
function requireLedger(context: Pick<ActionContext, 'may'>): void {
  if (!context.may(post))
    throw new Refusal('FORBIDDEN', '采纳入台账由市局办理。您的更正和忽略都已保存，请告知市局经办采纳。', { status: 403 });
}

function observationRow(
  { actor, now }: Doing,
  document: DocumentRow,
  row: ReadingRow,
  indicator: string | null,
): Omit<ObservationRow, 'supersedes'> {
  const spanned = row.reading;
  const figure = observationOf({ spanned, read: factsOf(row.reading), corrected: row.corrected, indicator }, document.place);
  return {
    id: uuidv7(),
    root: document.root,
    indicator: figure.indicator,
    indicator_name: figure.indicatorName,
    region: null,
    place: figure.place,
    period: figure.period,
    year: figure.year,
    value: figure.value,
    unit: figure.unit,
    kind: figure.kind,
    bound: figure.bound,
    precision: figure.precision,
    status: figure.status,
    document: document.id,
    document_name: document.title,
    span_start: figure.spanStart,
    span_end: figure.spanEnd,
    quote: figure.quote,
    read_as: figure.readAs,
    accepted_at: now,
    accepted_by: actor.accountId,
    accepted_by_name: actor.name,
  };
}

export interface Accepting {
  readonly row: ReadingRow;
  readonly indicator: string | null;
}

export interface Accepted {
  readonly posted: number;
  /** Published values that stand and say otherwise; a revision of those needs its reason. */
  readonly differing: readonly string[];
}

const differingWords = (differing: readonly string[]): string =>
  differing.length === 0
    ? ''
    : `${differing.slice(0, 3).join('；')}${differing.length > 3 ? `等${differing.length}项` : ''}与已登记的外部数据不同，只作对比之用；如需修订，请在“外部数据”中登记并写明理由。`;

/** Posts what does not already stand in the ledger as it is; answers how many were posted. */
async function acceptFigures(
  context: Doing,
  setting: ReportsSetting,
  document: DocumentRow,
  figures: readonly Accepting[],
): Promise<Accepted> {
  const due = figures.filter(({ row, indicator }) => row.status !== 'accepted' || row.tie !== indicator);
  if (due.length === 0) return { posted: 0, differing: [] };
  const observations = due.map(({ row, indicator }) => ({
    row,
    indicator,
    observation: observationRow(context, document, row, indicator),
  }));
  const placed = await withPublishedPlaces(
    context.db,
    setting,
    observations.map(({ observation }) => observation),
  );
  await insertObservations(context.db, placed.rows);
  await setAccepted(
    context.db,
    byOf(context),
    document.id,
    observations.map(({ row, indicator, observation }) => ({ ordinal: row.ordinal, observation: observation.id, indicator })),
  );
  await context.trail(
    `从报告“${document.title}”采纳 ${due.length} 个数据入台账`,
    { kind: 'document', id: document.id },
    { figures: due.map(({ row, indicator }) => [row.ordinal, indicator]) },
  );
  return { posted: due.length, differing: placed.differing };
}

const accept = (setting: ReportsSetting, ties: TieIndex): Action =>
  action({
    id: 'reports.accept-figures',
    method: 'POST',
    path: '/reports/documents/:id/accept',
    summary: '采纳选定的数据入台账，作为观测值，连同所在文字的位置',
    permission: write,
    params: IdParams,
    body: AcceptBody,
    reply: Done,
    async handle(context, { params, body }) {
      requireLedger(context);
      for (const { indicator } of body.figures) requireIndicator(setting, indicator);
      const document = await documentOf(context.db, params.id);
      const wanted = new Map(body.figures.map((figure) => [figure.ordinal, figure]));
      const rows = await heldReadings(context.db, params.id, [...wanted.keys()]);
      const stale = rows.filter((row) => row.version !== wanted.get(row.ordinal)?.version);
      if (stale.length > 0) throw staleWrite(`其中 ${stale.length} 个数据`);
      const { posted, differing } = await acceptFigures(
        context,
        setting,
        document,
        rows.map((row) => ({ row, indicator: wanted.get(row.ordinal)?.indicator ?? null })),
      );
      const untied = rows.filter((row) => (wanted.get(row.ordinal)?.indicator ?? null) === null).length;
      const note = untied === 0 ? '' : `其中 ${untied} 个未挂指标，暂不参与对比。`;
      const ordinals = rows.map((row) => row.ordinal);
      return doneWith(context, document, ordinals, ties, `已采纳 ${posted} 个数据入台账。${note}${differingWords(differing)}`);
    },
  });

/** Taken back by an observation that belongs to no indicator and follows the one it takes back: nothing is erased. */
async function withdrawFigures(context: Doing, document: DocumentRow, rows: readonly ReadingRow[], reason: string): Promise<void> {
  const standing = new Map((await listObservations(context.db, document.root, { document: document.id })).map((row) => [row.id, row]));
  const observations = rows.map((row) => ({
    ...observationRow(context, document, row, null),
    ...publishedAs(standing.get(row.observation ?? '')),
    status: WITHDRAWN,
    read_as: { withdraws: row.observation, reason },
  }));
  await insertObservations(context.db, observations);
  const ordinals = rows.map((row) => row.ordinal);
  await setWithdrawn(context.db, byOf(context), document.id, ordinals);
  await context.trail(
    `撤回报告“${document.title}”中已采纳的 ${rows.length} 个数据，理由：${reason}`,
    { kind: 'document', id: document.id },
    { ordinals },
  );
}

const withdraw = (ties: TieIndex): Action =>
  action({
    id: 'reports.withdraw-figures',
    method: 'POST',
    path: '/reports/documents/:id/withdraw',
    summary: '说明理由后撤回已采纳的数据；台账保留采纳与撤回',
    permission: write,
    params: IdParams,
    body: WithdrawBody,
    reply: Done,
    async handle(context, { params, body }) {
      requireLedger(context);
      const document = await documentOf(context.db, params.id);
      const rows = await heldReadings(context.db, params.id, body.ordinals);
      const standing = rows.filter((row) => row.observation !== null);
      if (standing.length === 0) throw new Refusal('NOT_IN_LEDGER', '所选的数据不在台账中，无需撤回。', { status: 409 });
      await withdrawFigures(context, document, standing, body.reason.trim());
      return doneWith(context, document, body.ordinals, ties, `已撤回 ${standing.length} 个数据，台账保留了采纳与撤回的记录。`);
    },
  });

/** Confidence from which a reading may be accepted without having been looked at one by one. */
export const SURE = 0.9;

/** Accepts what nobody needs to look at: certain readings of what has happened, whose name says which indicator it is. */
async function acceptSure(context: Doing, setting: ReportsSetting, id: string, ties: TieIndex): Promise<Accepted> {
  const document = await documentOf(context.db, id);
  const figures = (await readingsOf(context.db, id)).flatMap((row): Accepting[] => {
    const tie = tieOf(row, ties);
    const { status } = standingFacts(row);
    const isSure =
      row.status === 'read' && row.reading.confidence >= SURE && tie.how === 'sure' && (status === 'actual' || status === 'estimate');
    return isSure ? [{ row, indicator: tie.indicator }] : [];
  });
  return acceptFigures(context, setting, document, figures);
}

const acceptAllSure = (setting: ReportsSetting, ties: TieIndex): Action =>
  action({
    id: 'reports.accept-sure',
    method: 'POST',
    path: '/reports/documents/:id/accept-sure',
    summary: '采纳一份报告中把握足、指标明确、已经发生的全部数据',
    permission: write,
    params: IdParams,
    reply: Type.Object({ accepted: Type.Integer(), says: Type.String() }),
    async handle(context, { params }) {
      requireLedger(context);
      const { posted: accepted, differing } = await acceptSure(context, setting, params.id, ties);
      const says =
        accepted === 0
          ? '没有可直接采纳的数据，请在页面上逐个核对。'
          : `已采纳 ${accepted} 个数据入台账，其余待核对。${differingWords(differing)}`;
      return { accepted, says };
    },
  });

export const acceptActions = (setting: ReportsSetting, ties: TieIndex): Action[] => [
  accept(setting, ties),
  withdraw(ties),
  acceptAllSure(setting, ties),
];
