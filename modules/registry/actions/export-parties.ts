// Exports exactly the parties that a list shows, in its order and with its columns, as a workbook.
import { action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { type SheetColumn, type SheetRecord, workbookBytes } from '#platform/sheets/sheets.ts';
import { codeChecks, partyKinds, partyStatuses } from '../model/party.ts';
import { fieldWords, scales } from '../model/party-fields.ts';
import { type HeldTitle, type ListedParty, streamParties } from '../store/list-parties.ts';
import { ExportQuery } from '../wire.ts';
import { readFilter } from './read-filter.ts';

const columns: readonly SheetColumn[] = [
  { key: 'name', header: '企业名称', kind: 'text', width: 40 },
  { key: 'uscc', header: '统一社会信用代码', kind: 'code' },
  { key: 'usccCheck', header: '代码校验', kind: 'text', width: 12 },
  { key: 'kind', header: '类型', kind: 'text', width: 8 },
  { key: 'region', header: '所属地区', kind: 'text', width: 14 },
  { key: 'status', header: '登记状态', kind: 'text', width: 10 },
  { key: 'legalPerson', header: '法定代表人', kind: 'text', width: 14 },
  { key: 'foundedOn', header: '成立日期', kind: 'date' },
  { key: 'registeredCapital', header: '注册资本', unit: '万元', kind: 'money' },
  { key: 'industry', header: '行业', kind: 'text', width: 30 },
  { key: 'field', header: '技术领域', kind: 'text', width: 24 },
  { key: 'scale', header: '企业规模', kind: 'text', width: 10 },
  { key: 'titles', header: '有效资质', kind: 'text', width: 40 },
  { key: 'expiry', header: '最近到期', kind: 'date' },
  { key: 'financeYear', header: '财务年度', kind: 'year' },
  { key: 'sales', header: '销售收入', unit: '万元', kind: 'money' },
  { key: 'rdExpense', header: '研发费用', unit: '万元', kind: 'money' },
  { key: 'staff', header: '职工总数', unit: '人', kind: 'integer' },
];

const known = (key: string, value: string | null): string | null => (value === null ? null : fieldWords(key, value));

function recordOf(row: ListedParty & { readonly titles: readonly HeldTitle[] }): SheetRecord {
  const ends = row.titles.flatMap((title) => (title.until === null ? [] : [title.until])).sort();
  return {
    name: row.name,
    uscc: row.uscc,
    usccCheck: row.usccCheck === null ? null : codeChecks[row.usccCheck],
    kind: partyKinds[row.kind],
    region: known('region', row.region),
    status: partyStatuses[row.status],
    legalPerson: row.legalPerson,
    foundedOn: row.foundedOn,
    registeredCapital: row.registeredCapital,
    industry: known('industry', row.industry),
    field: known('field', row.field),
    scale: row.scale === null ? null : scales[row.scale],
    titles: row.titles.map((title) => (title.label === '' ? title.name : `${title.name}“${title.label}”`)).join('、'),
    expiry: ends[0] ?? null,
    financeYear: row.financeYear,
    sales: row.sales,
    rdExpense: row.rdExpense,
    staff: row.staff,
  };
}

function chosen(text: string | undefined): readonly SheetColumn[] {
  if (text === undefined || text === '') return columns;
  const wanted = text.split(',');
  const found = wanted.flatMap((key) => columns.filter((column) => column.key === key));
  if (found.length === 0) throw new Refusal('NO_COLUMNS', '没有选择可导出的列，请至少选一列。', { status: 400 });
  return found;
}

async function* records(rows: ReturnType<typeof streamParties>, counted: { rows: number }): AsyncGenerator<SheetRecord> {
  for await (const row of rows) {
    counted.rows += 1;
    yield recordOf(row);
  }
}

/** The whole of what is on screen leaves the system, so the trail remembers who took what. */
export const exportParties = action({
  id: 'registry.export-parties',
  method: 'GET',
  path: '/registry/parties/export',
  summary: '导出名单所列的主体',
  permission: 'registry/party:read',
  query: ExportQuery,
  writes: true,
  rate: 20,
  async handle(context, { query }) {
    const { sort, columns: wanted, ...filters } = query;
    const counted = { rows: 0 };
    const rows = streamParties(context.db, readFilter(filters), sort, context.today);
    const notes = [
      `导出时间 ${context.today}，导出人 ${context.actor.name}。`,
      '财务数据为最近年度，按审计、税务、申请书、统计的先后取数；空格表示没有数据，不是零。',
    ];
    const content = await workbookBytes([{ name: '主体名单', columns: chosen(wanted), rows: records(rows, counted) }], { notes });
    await context.trail(
      `导出主体名单 ${counted.rows} 家`,
      { kind: 'export', id: context.actor.accountId },
      { filters, rows: counted.rows },
    );
    return {
      kind: 'download',
      fileName: `主体名单${context.today}.xlsx`,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content,
    };
  },
});
