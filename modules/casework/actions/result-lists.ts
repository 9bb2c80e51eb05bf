// Imports an authority's result list: a dry run that says what would happen, a marked-up copy of the file, and the import itself.
import { type Static, Type } from 'typebox';
import type { ExternalStage } from '#kernel/stages/external.ts';
import type { IssueStage } from '#kernel/stages/issue.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action, type Download, tables } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { markUp, readTable, readWorkbook, workbookBytes } from '#platform/sheets/sheets.ts';
import { isFault, type ReadResult, type ResultFault, ResultReader, resultTemplate, type WaitingCase } from '../model/result-list.ts';
import { moveCases } from '../moves.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import type { CaseworkTables } from '../store/tables.ts';

const manage = 'casework/result-list:import';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Which = Type.Object({ programme: Type.String(), dossier: Type.String() });
const Named = Type.Object({ ...Which.properties, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

const DryRun = Type.Object(
  {
    sha256: Type.String(),
    fileName: Type.String(),
    sheet: Type.String(),
    /** Columns understood: header in the file and meaning. */
    columns: Type.Array(Type.Object({ header: Type.String(), meaning: Type.String() })),
    unknown: Type.Array(Type.String()),
    granted: Type.Integer(),
    refused: Type.Integer(),
    faults: Type.Array(Type.Object({ address: Type.String(), message: Type.String() })),
    faultCount: Type.Integer(),
    /** Cases that wait for a result but do not stand in the list. */
    absent: Type.Integer(),
    preview: Type.Array(Type.Object({ row: Type.Integer(), name: Type.String(), outcome: Type.String(), note: Type.String() })),
  },
  { $id: 'ResultListDryRun' },
);

interface Reading {
  readonly results: readonly ReadResult[];
  readonly faults: readonly ResultFault[];
  readonly sheet: string;
  readonly columns: Static<typeof DryRun>['columns'];
  readonly unknown: string[];
  readonly waiting: number;
}

async function waitingCases(context: ActionContext, which: Static<typeof Which>, stage: string): Promise<WaitingCase[]> {
  const rows = await tables<CaseworkTables>(context.db)
    .selectFrom('casework.cases')
    .select(['id', 'version', 'party_uscc', 'party_name'])
    .where('root', '=', context.actor.root)
    .where('programme', '=', which.programme)
    .where('dossier', '=', which.dossier)
    .where('status', '=', 'open')
    .where('stage', '=', stage)
    .execute();
  return rows.map((row) => ({ id: row.id, version: row.version, uscc: row.party_uscc, name: row.party_name }));
}

async function readList(context: ActionContext, setting: CaseworkSetting, which: Static<typeof Which>, sha256: string): Promise<Reading> {
  const { dossier } = declared(setting, which);
  const stage = dossier.stages.find((candidate): candidate is ExternalStage => candidate.kind === 'external');
  if (stage === undefined)
    throw new Refusal('NO_EXTERNAL_STAGE', `“${dossier.name}”没有由上级认定的环节，不能导入结果名单。`, { status: 400 });
  const title = dossier.stages.find((candidate): candidate is IssueStage => candidate.kind === 'issue')?.title;
  const waiting = await waitingCases(context, which, stage.id);
  const reader = new ResultReader(waiting, stage.reasons, title);
  const table = await readTable(await readWorkbook(await context.files.read(sha256)), resultTemplate);
  const results: ReadResult[] = [];
  const faults: ResultFault[] = [];
  for await (const row of table.rows()) {
    if (row.role !== 'data') continue;
    const result = reader.read(row);
    if (isFault(result)) faults.push(...result);
    else results.push(result);
  }
  const meaning = new Map(resultTemplate.map((column) => [column.key, column.label]));
  return {
    results,
    faults,
    sheet: table.sheet,
    columns: table.header.columns.map((column) => ({ header: column.header, meaning: meaning.get(column.key) ?? column.key })),
    unknown: table.header.unknown.map((column) => column.header),
    waiting: waiting.length,
  };
}

const outcomeOf = (result: ReadResult): string => (result.data.outcome === 'granted' ? '通过' : '未通过');
const countOf = (results: readonly ReadResult[], outcome: string): number =>
  results.filter((result) => result.data.outcome === outcome).length;

async function importList(
  context: ActionContext,
  setting: CaseworkSetting,
  body: Static<typeof ImportBody>,
): Promise<{ granted: number; refused: number; skipped: number; says: string }> {
  context.tell('正在核对名单');
  const { results, faults } = await readList(context, setting, body, body.sha256);
  if (faults.length > 0 && !body.skipFaulty) {
    throw new Refusal(
      'LIST_FAULTY',
      `名单中有 ${faults.length} 处问题，本次没有导入任何一条。请改正后重新上传，或选择只导入没有问题的行。`,
      {
        details: faults.slice(0, 200).map(({ address, message }) => ({ where: address, message })),
      },
    );
  }
  if (results.length === 0) throw new Refusal('LIST_EMPTY', '名单中没有可以导入的行。', { status: 400 });
  context.tell(`正在办结 ${results.length} 件`);
  await moveCases(
    context,
    setting,
    results.map((result) => ({ id: result.case.id, version: result.case.version, intent: { verb: 'receive-result', data: result.data } })),
  );
  const [granted, refused] = [countOf(results, 'granted'), countOf(results, 'refused')];
  await tables<CaseworkTables>(context.db)
    .insertInto('casework.result_list')
    .values({
      id: uuidv7(),
      root: context.actor.root,
      programme: body.programme,
      dossier: body.dossier,
      name: body.name,
      file: body.sha256,
      file_name: body.fileName,
      granted,
      refused,
      imported_at: context.now,
      imported_by: context.actor.name,
    })
    .execute();
  await context.trail(
    `导入结果名单“${body.name}”：通过 ${granted} 件，未通过 ${refused} 件`,
    { kind: 'programme', id: body.programme },
    { sha256: body.sha256 },
  );
  const skipped = new Set(faults.map((fault) => fault.row)).size;
  const left = skipped > 0 ? `${skipped} 行有问题未导入，请改正后再次导入。` : '';
  return { granted, refused, skipped, says: `已导入：通过 ${granted} 件，证书已登记；未通过 ${refused} 件，原因已记录。${left}` };
}

const ImportBody = Type.Object(
  {
    ...Named.properties,
    name: Type.String({ minLength: 2, maxLength: 100 }),
    fileName: Type.String({ maxLength: 200 }),
    skipFaulty: Type.Boolean(),
  },
  { $id: 'ImportResultList', additionalProperties: false },
);

export const resultListActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.check-result-list',
    method: 'POST',
    path: '/casework/result-lists/check',
    summary: '试读上级结果名单：读懂了哪些列、哪些行有问题、将办结哪些办件；不改变任何数据',
    permission: manage,
    upload: { extensions: ['xlsx'], maxBytes: 20 * 1024 * 1024 },
    reply: DryRun,
    handle: async (context, { upload }): Promise<Static<typeof DryRun>> => {
      if (upload === null) throw new Refusal('NO_FILE', '没有收到文件，请重新选择后上传。', { status: 400 });
      const which = { programme: upload.fields.programme ?? '', dossier: upload.fields.dossier ?? '' };
      const { results, faults, sheet, columns, unknown, waiting } = await readList(context, setting, which, upload.sha256);
      const reasonsOf = (data: ReadResult['data']): string => (Array.isArray(data.reasons) ? data.reasons.join('、') : '');
      return {
        sha256: upload.sha256,
        fileName: upload.fileName,
        sheet,
        columns,
        unknown,
        granted: countOf(results, 'granted'),
        refused: countOf(results, 'refused'),
        faults: faults.slice(0, 500).map(({ address, message }) => ({ address, message })),
        faultCount: faults.length,
        absent: waiting - results.length,
        preview: results.slice(0, 200).map((result) => ({
          row: result.row,
          name: result.case.name,
          outcome: outcomeOf(result),
          note: String(result.data.number ?? reasonsOf(result.data)),
        })),
      };
    },
  }),
  action({
    id: 'casework.marked-result-list',
    method: 'GET',
    path: '/casework/result-lists/marked',
    summary: '下载标出问题单元格的名单',
    permission: manage,
    query: Named,
    handle: async (context, { query }): Promise<Download> => {
      const { faults, sheet } = await readList(context, setting, query, query.sha256);
      const content = Buffer.from(
        await markUp(
          await context.files.read(query.sha256),
          faults.map(({ row, column, message }) => ({ sheet, row, message, ...(column === undefined ? {} : { column }) })),
        ),
      );
      return { kind: 'download', fileName: '结果名单-标注问题.xlsx', contentType: xlsx, content };
    },
  }),
  action({
    id: 'casework.result-list-template',
    method: 'GET',
    path: '/casework/result-lists/template',
    summary: '下载结果名单模板，已填入等待结果的企业',
    permission: manage,
    query: Which,
    handle: async (context, { query }): Promise<Download> => {
      const { dossier } = declared(setting, query);
      const stage = dossier.stages.find((candidate): candidate is ExternalStage => candidate.kind === 'external');
      const waiting = stage === undefined ? [] : await waitingCases(context, query, stage.id);
      const columns = resultTemplate.map((column) => ({
        key: column.key,
        header: column.label,
        kind: column.key === 'issuedOn' ? ('date' as const) : ('code' as const),
        isRequired: column.isRequired === true,
        ...(column.key === 'outcome' ? { options: ['通过', '未通过'] } : {}),
      }));
      const rows = waiting.map(({ uscc, name }) => ({ uscc, name }));
      const notes = [
        '结果填“通过”或“未通过”；通过的填写证书编号和发证日期；未通过的填写原因代码，多个用顿号分开。',
        ...(stage?.reasons ?? []).map(({ code, name }) => `${code} ${name}`),
      ];
      return {
        kind: 'download',
        fileName: `${dossier.name}-结果名单模板.xlsx`,
        contentType: xlsx,
        content: await workbookBytes([{ name: '结果名单', columns, rows }], { notes, isTemplate: true }),
      };
    },
  }),
  action({
    id: 'casework.import-result-list',
    method: 'POST',
    path: '/casework/result-lists',
    summary: '导入结果名单：通过的登记证书，未通过的记录原因，一次全部办结',
    permission: manage,
    long: '导入结果名单',
    statementSeconds: 300,
    body: ImportBody,
    reply: Type.Object({ granted: Type.Integer(), refused: Type.Integer(), skipped: Type.Integer(), says: Type.String() }),
    handle: async (context, { body }) => importList(context, setting, body),
  }),
  action({
    id: 'casework.refusal-reasons',
    method: 'GET',
    path: '/casework/refusal-reasons',
    summary: '未通过的原因按代码统计',
    permission: 'casework/case:read',
    query: Type.Object({ ...Which.properties, year: Type.Optional(Type.Integer()) }),
    reply: Type.Object({
      rows: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), count: Type.Integer() })),
      refused: Type.Integer(),
    }),
    handle: async (context, { query }) => countReasons(context, setting, query),
  }),
];

async function countReasons(
  context: ActionContext,
  setting: CaseworkSetting,
  query: Static<typeof Which> & { year?: number },
): Promise<{ rows: { code: string; name: string; count: number }[]; refused: number }> {
  const { dossier } = declared(setting, query);
  const stage = dossier.stages.find((candidate): candidate is ExternalStage => candidate.kind === 'external');
  let base = tables<CaseworkTables>(context.db)
    .selectFrom('casework.cases')
    .where('root', '=', context.actor.root)
    .where('programme', '=', query.programme)
    .where('dossier', '=', query.dossier)
    .where('status', '=', 'refused');
  if (query.year !== undefined) base = base.where('ended_on', '>=', `${query.year}-01-01`).where('ended_on', '<=', `${query.year}-12-31`);
  const counted = await base
    .select(({ fn }) => [fn<string>('unnest', ['reasons']).as('code'), fn.countAll<string>().as('count')])
    .groupBy('code')
    .execute();
  const total = await base.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirst();
  const names = new Map((stage?.reasons ?? []).map(({ code, name }) => [code, name]));
  const rows = counted
    .map(({ code, count }) => ({ code, name: names.get(code) ?? code, count: Number(count) }))
    .sort((a, b) => b.count - a.count);
  return { rows, refused: Number(total?.count ?? 0) };
}
