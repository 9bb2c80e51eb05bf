// Action that checks a report: its figures against each other and against the ledger, with corrections in force and set-aside figures left out.
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, action } from '#platform/http/action.ts';
import { inOrder } from '../model/auditor/audit-figures.ts';
import type { Relation } from '../model/auditor/relation.ts';
import { printed, TYPE_NAMES, VERDICT_NAMES, WEIGHT_NAMES } from '../model/auditor/wording.ts';
import type { Reading } from '../model/reader/reading.ts';
import type { TieIndex } from '../model/ties.ts';
import type { ReportsSetting } from '../setting.ts';
import { documentOf } from '../store/documents.ts';
import { readingsOf } from '../store/readings.ts';
import type { ReadingRow } from '../store/tables.ts';
import { Audit, IdParams, type RelationView } from '../wire.ts';
import { heldAgainstLedger } from './against-ledger.ts';
import { auditAway } from './reading/read-away.ts';

/** The reading as it now stands, for those who know only readings. */
function standing({ reading, corrected }: ReadingRow): Reading {
  if (corrected === null) return reading;
  const number = Number(corrected.exact);
  const isSame = corrected.exact === reading.exact;
  const value = isSame ? reading.value : corrected.unit === '个百分点' ? { pp: number } : number;
  return { ...reading, ...corrected, value, precision: isSame ? reading.precision : null };
}

/** By how much two shares differ is said in points; a tolerance needs one place more than what it allows for. */
function marginWords(value: string | null, print: Relation['print']): string | null {
  if (value === null) return null;
  return print === 'percent' || print === 'points'
    ? `${formatPlain(decimal(value).times(100), 3)}个百分点`
    : printed(decimal(value), print);
}

/** Days, numbering and titles are compared in words; the numbers behind them tell a person nothing. */
const isInWords = ({ type, computed }: Relation): boolean =>
  type === 'date' || type === 'structure' || type === 'title' || (type === 'period' && computed === null);

/** The page shows formula, computed and printed value by themselves; the note says there what they don't. */
function noteBeside({ note, formula }: Relation): string {
  if (!note.startsWith(`${formula} = `)) return note;
  const more = note.indexOf('；');
  return more < 0 ? '' : note.slice(more + 1);
}

function relationView(relation: Relation, ordinals: readonly number[]): RelationView {
  const said = (value: string | null): string | null => (isInWords(relation) ? null : value);
  const words = (value: string | null): string | null => (said(value) === null ? null : printed(decimal(value ?? '0'), relation.print));
  const figures = relation.spans.flatMap(({ figure }) => (figure === null ? [] : (ordinals[figure] ?? [])));
  return {
    type: relation.type,
    typeName: TYPE_NAMES[relation.type],
    verdict: relation.verdict,
    verdictName: VERDICT_NAMES[relation.verdict],
    weight: relation.weight,
    weightName: relation.weight === null ? null : WEIGHT_NAMES[relation.weight],
    formula: relation.formula,
    quotes: relation.quotes.map((quote) => quote.replace(/\s+/g, '')),
    computed: words(relation.computed),
    stated: words(relation.stated),
    deviation: marginWords(said(relation.deviation), relation.print),
    tolerance: marginWords(said(relation.tolerance), relation.print),
    note: noteBeside(relation),
    figures,
    at: relation.spans.at(-1)?.start ?? 0,
    ledger: relation.ledger ?? null,
  };
}

export const auditAction = (setting: ReportsSetting, ties: TieIndex): Action =>
  action({
    id: 'reports.audit-document',
    method: 'GET',
    path: '/reports/documents/:id/relations',
    summary: '核对报告中的数据是否前后相符、是否与台账相符：算得、所写、偏差、允许误差和结论',
    permission: 'reports/report:read',
    params: IdParams,
    reply: Audit,
    statementSeconds: 120,
    async handle({ db, actor, today }, { params }) {
      const { body, place, reporting_year: year } = await documentOf(db, params.id);
      const rows = (await readingsOf(db, params.id)).filter((row) => row.status !== 'ignored');
      const readings = rows.map(standing);
      const own = await auditAway({ audited: body, readings });
      const chosen = new Map(rows.flatMap((row, index) => (row.tie_is_chosen ? [[index, row.tie] as const] : [])));
      const report = { text: body, readings, chosen, place, year, known: null };
      const held = await heldAgainstLedger({ db, root: actor.root, today }, setting, report, ties);
      const ordinals = rows.map((row) => row.ordinal);
      return { relations: inOrder([...own, ...held]).map((relation) => relationView(relation, ordinals)) };
    },
  });
