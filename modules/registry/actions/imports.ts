// Imports of workbooks as actions: check, look, write, mark up, undo. Any module makes its own from its kinds.
import { type Action, type ActionContext, action, type Upload } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { type CellFault, markUp, type SheetColumn, workbookBytes, workbookOfCsv } from '#platform/sheets/sheets.ts';
import type { PartyMover, RegistrySetting } from '../setting.ts';
import { byOf } from '../store/by.ts';
import { type Batch, batchRows, faultyCells, findBatch, listBatches } from '../store/importing/batches.ts';
import { financeImport } from '../store/importing/finance.ts';
import type { ImportColumn, ImportKind } from '../store/importing/kind.ts';
import { partiesImport } from '../store/importing/parties.ts';
import { importLimits } from '../store/importing/read-sheet.ts';
import { checkFile, commitBatch, type Importer, undoBatch } from '../store/importing/run.ts';
import { titlesImport } from '../store/importing/titles.ts';
import { CommitBody, IdParams, ImportKindParams, ImportList, ImportReport, ImportRows, ImportRowsQuery, UndoBody } from '../wire.ts';
import { changeOf, faultsOf, labelsOf, reportOf, summaryOf } from './import-report.ts';

export interface ImportSetting {
  /** Name of the module: the first part of addresses and ids. */
  readonly module: string;
  /** Permission to see and run imports; each kind may ask for more. */
  readonly permission: string;
  readonly kinds: readonly ImportKind[];
  readonly movers: readonly PartyMover[];
}

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const importerOf = (context: ActionContext, { movers }: ImportSetting): Importer => ({
  db: context.db,
  by: byOf(context),
  region: context.actor.scope === 'regions' ? (context.actor.regions[0] ?? context.actor.root) : context.actor.root,
  movers,
  tell: context.tell,
});

function kindCalled(context: ActionContext, { module, kinds }: ImportSetting, name: string): ImportKind {
  const kind = kinds.find((each) => each.id === `${module}/${name}` || each.id === name);
  if (kind === undefined) throw notFound(`“${name}”这种导入`);
  if (!context.may(kind.permission))
    throw new Refusal('FORBIDDEN', `您没有导入${kind.name}的权限。如工作需要，请联系本单位管理员。`, { status: 403 });
  return kind;
}

async function open(context: ActionContext, setting: ImportSetting, id: string): Promise<{ batch: Batch; kind: ImportKind }> {
  const batch = await findBatch(context.db, id);
  return { batch, kind: kindCalled(context, setting, batch.kind) };
}

function readOptions(text: string | undefined): Record<string, string> {
  if (text === undefined || text === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && Object.values(read).every((value) => typeof value === 'string')) return { ...read };
  } catch {
    // Told below.
  }
  throw new Refusal('IMPORT_OPTIONS', '导入选项不能识别，请刷新页面后重试。', { status: 400 });
}

const isCsv = /\.csv$/i;

/** A text file is kept as the workbook that it makes, so that its rows can be marked like those of any other. */
async function asWorkbook({ files }: ActionContext, { takesCsv, name }: ImportKind, upload: Upload): Promise<Upload> {
  if (!isCsv.test(upload.fileName)) return upload;
  if (takesCsv !== true) throw new Refusal('IMPORT_CSV', `${name}请用 .xlsx 文件导入。`, { status: 400 });
  const stored = await files.put(await workbookOfCsv(await files.read(upload.sha256)), importLimits.bytes);
  return { ...upload, ...stored, fileName: upload.fileName.replace(isCsv, '.xlsx') };
}

const check = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.check-import`,
    method: 'POST',
    path: `/${setting.module}/imports`,
    summary: '上传工作簿并核对：看懂了哪些列，哪些单元格有误，将要改动什么',
    permission: setting.permission,
    long: '核对导入文件',
    statementSeconds: 300,
    upload: {
      extensions: setting.kinds.some(({ takesCsv }) => takesCsv === true) ? ['xlsx', 'csv'] : ['xlsx'],
      maxBytes: importLimits.bytes,
    },
    reply: ImportReport,
    rate: 30,
    async handle(context, { upload }) {
      if (upload === null) throw new Refusal('FILE_MISSING', '请选择要导入的 Excel 文件。', { status: 400 });
      const kind = kindCalled(context, setting, upload.fields.kind ?? '');
      const importer = importerOf(context, setting);
      const batch = await checkFile(
        importer,
        kind,
        context.files,
        await asWorkbook(context, kind, upload),
        readOptions(upload.fields.options),
      );
      await context.trail(`核对导入文件“${batch.fileName}”（${kind.name}）`, { kind: 'import', id: batch.id }, { counts: batch.counts });
      return reportOf(context, batch, kind, importer.by);
    },
  });

const list = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.list-imports`,
    method: 'GET',
    path: `/${setting.module}/imports`,
    summary: '查看导入批次',
    permission: setting.permission,
    reply: ImportList,
    async handle(context) {
      const kinds = new Map(setting.kinds.filter((kind) => context.may(kind.permission)).map((kind) => [kind.id, kind]));
      const batches = kinds.size === 0 ? [] : await listBatches(context.db, [...kinds.keys()], 100);
      return {
        rows: batches.flatMap((batch) => {
          const kind = kinds.get(batch.kind);
          return kind === undefined ? [] : [summaryOf(batch, kind)];
        }),
      };
    },
  });

const get = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.get-import`,
    method: 'GET',
    path: `/${setting.module}/imports/:id`,
    summary: '查看一批导入的核对结果',
    permission: setting.permission,
    params: IdParams,
    reply: ImportReport,
    async handle(context, { params }) {
      const { batch, kind } = await open(context, setting, params.id);
      return reportOf(context, batch, kind, byOf(context));
    },
  });

const rows = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.list-import-rows`,
    method: 'GET',
    path: `/${setting.module}/imports/:id/rows`,
    summary: '逐行查看一批导入',
    permission: setting.permission,
    params: IdParams,
    query: ImportRowsQuery,
    reply: ImportRows,
    async handle(context, { params, query }) {
      const { batch, kind } = await open(context, setting, params.id);
      const limit = query.limit ?? 100;
      const outcomes = query.outcome === undefined ? ['new', 'change', 'same', 'wrong'] : [query.outcome];
      const found = await batchRows(context.db, batch.id, { outcomes, after: query.after ?? 0, limit: limit + 1 });
      const page = found.slice(0, limit);
      const labels = labelsOf(kind, batch, byOf(context));
      return {
        rows: page.filter((row) => row.outcome !== 'wrong').map((row) => changeOf(row, kind, labels)),
        faults: faultsOf(page, batch, 'error'),
        next: found.length > limit ? (page.at(-1)?.row ?? null) : null,
      };
    },
  });

const commit = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.commit-import`,
    method: 'POST',
    path: `/${setting.module}/imports/:id/commit`,
    summary: '把核对过的一批写入',
    permission: setting.permission,
    long: '写入导入',
    statementSeconds: 300,
    params: IdParams,
    body: CommitBody,
    reply: ImportReport,
    async handle(context, { params, body }) {
      const { kind } = await open(context, setting, params.id);
      const importer = importerOf(context, setting);
      const batch = await commitBatch(importer, kind, params.id, body.skipWrong === true);
      const report = await reportOf(context, batch, kind, importer.by);
      await context.trail(
        `批量导入${kind.name}“${batch.fileName}”：${report.says}`,
        { kind: 'import', id: batch.id },
        { counts: batch.counts, file: batch.sha256 },
      );
      return report;
    },
  });

const undo = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.undo-import`,
    method: 'POST',
    path: `/${setting.module}/imports/:id/undo`,
    summary: '整批撤销导入',
    permission: setting.permission,
    long: '撤销导入',
    statementSeconds: 300,
    params: IdParams,
    body: UndoBody,
    reply: ImportReport,
    async handle(context, { params, body }) {
      const { kind } = await open(context, setting, params.id);
      const importer = importerOf(context, setting);
      const { batch, left } = await undoBatch(importer, kind, params.id, { reason: body.reason, partial: body.partial === true });
      await context.trail(`撤销批量导入${kind.name}“${batch.fileName}”，理由：${body.reason}`, { kind: 'import', id: batch.id }, { left });
      const report = await reportOf(context, batch, kind, importer.by);
      return left === 0 ? report : { ...report, says: `已撤销，其中 ${left} 条在导入后又有变化，保留现状，请在原处核对。` };
    },
  });

const marked = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.mark-import`,
    method: 'GET',
    path: `/${setting.module}/imports/:id/marked`,
    summary: '下载标注了错误单元格的原文件',
    permission: setting.permission,
    params: IdParams,
    async handle(context, { params }) {
      const { batch } = await open(context, setting, params.id);
      const columns = new Map(batch.columns.map((column) => [column.key, column.column]));
      const faults = (await faultyCells(context.db, batch.id)).map(({ row, column, level, message }): CellFault => {
        const place = column === null ? undefined : columns.get(column);
        return {
          sheet: batch.sheet,
          row,
          message: level === 'warning' ? `提示：${message}` : message,
          ...(place === undefined ? {} : { column: place }),
        };
      });
      const content = await markUp(await context.files.read(batch.sha256), faults);
      return {
        kind: 'download',
        fileName: `${batch.fileName.replace(/\.xlsx$/i, '')}（标注）.xlsx`,
        contentType: excel,
        content: Buffer.from(content),
      };
    },
  });

function templateColumn({ key, label, unit, shownUnit, reader, isRequired, options, example }: ImportColumn): SheetColumn {
  const kinds = { decimal: unit === '元' ? 'money' : 'decimal', integer: 'integer', day: 'date', year: 'year', code: 'code' } as const;
  const kind = reader in kinds ? kinds[reader as keyof typeof kinds] : 'text';
  const choices =
    reader === 'yes-no' ? ['是', '否'] : options !== undefined && options.length <= 200 ? options.map((option) => option.name) : undefined;
  return {
    key,
    header: label,
    kind,
    width: Math.max(12, label.length * 2 + 6, (example?.length ?? 0) + 4),
    ...(unit === undefined ? {} : { unit: shownUnit ?? unit }),
    ...(isRequired === true ? { isRequired: true } : {}),
    ...(choices === undefined ? {} : { options: choices }),
  };
}

const template = (setting: ImportSetting): Action =>
  action({
    id: `${setting.module}.get-import-template`,
    method: 'GET',
    path: `/${setting.module}/import-templates/:kind`,
    summary: '下载导入模板',
    permission: setting.permission,
    params: ImportKindParams,
    async handle(context, { params }) {
      const kind = kindCalled(context, setting, params.kind);
      const columns = kind.columns({}, byOf(context));
      const notes = [
        kind.says,
        '表头带 * 的列必须填写；列的先后可以调整，不用的列可以删去。',
        '统一社会信用代码等编号请保持文本格式。日期写作 2024-05-18。金额单位见表头，也可以改成 元、千元、亿元。',
        '导入前会先核对并列出全部问题，确认后才写入；写入后可以整批撤销。',
      ];
      const content = await workbookBytes([{ name: kind.name, columns: columns.map(templateColumn), rows: [] }], {
        isTemplate: true,
        notes,
      });
      return { kind: 'download', fileName: `${kind.name}导入模板.xlsx`, contentType: excel, content };
    },
  });

export const importActions = (setting: ImportSetting): Action[] =>
  [check, list, get, rows, commit, undo, marked, template].map((make) => make(setting));

export const registryKinds = ({ titles }: RegistrySetting): readonly ImportKind[] => [partiesImport, financeImport, titlesImport(titles)];

export const registryImports = (setting: RegistrySetting): Action[] =>
  importActions({ module: 'registry', permission: 'registry/party:import', kinds: registryKinds(setting), movers: setting.movers });
