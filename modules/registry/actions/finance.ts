// Yearly figures by source: recorded, corrected with a reason, and every earlier version at hand.
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { financeSources } from '#vocabularies/enterprises/finance-sources.ts';
import { termName } from '#vocabularies/vocabulary.ts';
import { type FinanceValues, financeItems } from '../model/finance-items.ts';
import { byOf } from '../store/by.ts';
import { noFigures, recordFinance, requireFinanceVersion } from '../store/finance.ts';
import { revisionsOf } from '../store/read-party.ts';
import { partyOf } from '../store/resolve.ts';
import { Done, FinanceParams, RecordFinance, Revisions } from '../wire.ts';

/** Only what can be less than nothing may be written so; heads are whole. */
function requireSense(values: FinanceValues): void {
  const details = financeItems.flatMap((item) => {
    const value = values[item.key];
    if (value === null) return [];
    if (item.maySink !== true && value.startsWith('-')) return [{ where: `values.${item.key}`, message: `${item.name}不能为负数` }];
    return item.unit === '人' && value.includes('.') ? [{ where: `values.${item.key}`, message: `${item.name}应为整数` }] : [];
  });
  if (details.length > 0) throw new Refusal('FIGURES_WRONG', `${details[0]?.message ?? ''}，请核对后再保存。`, { details });
}

const record = action({
  id: 'registry.record-finance',
  method: 'PUT',
  path: '/registry/parties/:id/finance/:year/:source',
  summary: '登记或更正主体某年某来源的财务数据',
  permission: 'registry/finance:record',
  params: FinanceParams,
  body: RecordFinance,
  reply: Done,
  async handle(context, { params, body }) {
    const party = await partyOf(context.db, params.id);
    const { year, source } = params;
    if (Object.values(body.values).every((value) => value === null)) throw noFigures();
    requireSense(body.values);
    if (body.version > 0 && body.reason === undefined) {
      throw new Refusal('REASON_MISSING', '更正已登记的数据须写明理由，例如“企业更正申报”。', {
        details: [{ where: 'reason', message: '请写明更正理由' }],
      });
    }
    await requireFinanceVersion(context.db, { party: party.id, year, source }, body.version);
    await recordFinance(context.db, byOf(context), [{ party: party.id, year, source, values: body.values, note: body.note ?? null }], {
      mode: 'replace',
      ...(body.reason === undefined ? {} : { reason: body.reason }),
    });
    const what = `${year} 年${termName(financeSources, source)}数据`;
    const verb = body.version === 0 ? '登记' : '更正';
    await context.trail(
      `${verb}“${party.name}”${what}`,
      { kind: 'party', id: party.id },
      { year, source, values: body.values, reason: body.reason ?? null },
    );
    return { id: party.id, says: `已${verb}${what}，各来源是否一致已重新核对。` };
  },
});

const revisions = action({
  id: 'registry.list-finance-revisions',
  method: 'GET',
  path: '/registry/parties/:id/finance/:year/:source/revisions',
  summary: '查看财务数据的更正记录',
  permission: 'registry/party:read',
  params: FinanceParams,
  reply: Revisions,
  async handle({ db }, { params }) {
    const { id } = await partyOf(db, params.id);
    const words = (figures: Record<string, unknown> | null) =>
      figures === null
        ? null
        : Object.fromEntries(
            financeItems.flatMap((item) => (figures[item.column] == null ? [] : [[item.key, String(figures[item.column])]])),
          );
    const rows = await revisionsOf(db, id, params.year, params.source);
    return { rows: rows.map((row) => ({ ...row, before: words(row.before), after: words(row.after), at: row.at.toISOString() })) };
  },
});

export const financeActions: readonly Action[] = [record, revisions];
