// Takes a spreadsheet of experts in: first what was understood, what is wrong and what will change, then the writing.
import { Type } from 'typebox';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { readTable, readWorkbook, workbookBytes } from '#platform/sheets/sheets.ts';
import { expertTemplate, isFaulty, type ReadExpert, readExpert, type SheetFault } from '../model/expert-sheet.ts';
import type { ReviewSetting } from '../setting.ts';
import { type ExpertFacts, findExperts, insertExpert, tiesOf, updateExpert } from '../store/experts.ts';
import type { ExpertRow } from '../store/tables.ts';

const edit = 'review/expert:edit';
const maxBytes = 10 * 1024 * 1024;

const Reply = Type.Object({
  sha256: Type.String(),
  sheet: Type.String(),
  columns: Type.Array(Type.Object({ header: Type.String(), meaning: Type.String() })),
  unknown: Type.Array(Type.String()),
  faults: Type.Array(Type.Object({ address: Type.String(), message: Type.String() })),
  faultyRows: Type.Integer(),
  added: Type.Array(Type.Object({ row: Type.Integer(), name: Type.String(), unit: Type.String() })),
  changed: Type.Array(Type.Object({ row: Type.Integer(), name: Type.String(), unit: Type.String() })),
});

async function readSheet(context: ActionContext, setting: ReviewSetting, sha256: string) {
  const table = await readTable(await readWorkbook(await context.files.read(sha256)), expertTemplate);
  const regions = setting.places(context.actor.root);
  const experts: ReadExpert[] = [];
  const faults: SheetFault[] = [];
  let faultyRows = 0;
  for await (const row of table.rows()) {
    if (row.role !== 'data') continue;
    const read = readExpert(row, regions);
    if (isFaulty(read)) {
      faults.push(...read);
      faultyRows += 1;
    } else experts.push(read);
  }
  const known = await findExperts(context.db, context.actor.root, experts);
  return { table, experts, faults, faultyRows, known };
}

const keyOf = ({ name, uscc }: { name: string; uscc: string }): string => `${name} ${uscc}`;

const brief = ({ row, name, unit }: ReadExpert) => ({ row, name, unit });

/** What a sheet does not say stays as it was. */
const factsOver = (read: ReadExpert, row: ExpertRow | undefined): Omit<ExpertFacts, 'ties'> => ({
  name: read.name,
  unit: read.unit,
  uscc: read.uscc,
  region: read.region,
  level: read.level,
  title: read.title === '' ? (row?.title ?? '') : read.title,
  disciplines: read.disciplines,
  isFinance: read.isFinance,
  isDishonest: row?.is_dishonest ?? false,
  standing: row?.standing ?? 'active',
  account: row?.account ?? null,
  phone: read.phone ?? undefined,
});

export const importActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.read-expert-sheet',
    method: 'POST',
    path: '/review/expert-sheets',
    summary: '试读专家名单：逐格列出问题和将要新增、更新的专家，不写入',
    permission: edit,
    upload: { extensions: ['xlsx'], maxBytes },
    reply: Reply,
    writes: false,
    handle: async (context, { upload }) => {
      if (upload === null) throw new Refusal('NO_FILE', '没有收到文件，请重新选择后上传。', { status: 400 });
      const { table, experts, faults, faultyRows, known } = await readSheet(context, setting, upload.sha256);
      const meaning = new Map(expertTemplate.map((column) => [column.key, column.label]));
      return {
        sha256: upload.sha256,
        sheet: table.sheet,
        columns: table.header.columns.map(({ header, key }) => ({ header, meaning: meaning.get(key) ?? key })),
        unknown: table.header.unknown.map((column) => column.header),
        faults: faults.slice(0, 200),
        faultyRows,
        added: experts.filter((one) => !known.has(keyOf(one))).map(brief),
        changed: experts.filter((one) => known.has(keyOf(one))).map(brief),
      };
    },
  }),
  action({
    id: 'review.import-experts',
    method: 'POST',
    path: '/review/expert-sheets/import',
    summary: '写入试读过的专家名单',
    permission: edit,
    body: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), skipFaulty: Type.Boolean() }),
    reply: Type.Object({ added: Type.Integer(), changed: Type.Integer(), skipped: Type.Integer() }),
    statementSeconds: 120,
    handle: async (context, { body }) => {
      const { experts, faults, faultyRows, known } = await readSheet(context, setting, body.sha256);
      if (faults.length > 0 && !body.skipFaulty)
        throw new Refusal('SHEET_FAULTY', `名单中有 ${faults.length} 处问题，没有写入。请改正后重新上传，或选择跳过有问题的行。`);
      let changed = 0;
      for (const one of experts) {
        const row = known.get(keyOf(one));
        const facts = factsOver(one, row);
        if (row === undefined)
          await insertExpert(context.db, context.actor.root, { ...facts, ties: [] }, setting.seal, context.now, 'imported');
        else {
          const ties = (await tiesOf(context.db, [row.id])).filter(({ source }) => source !== 'declared');
          await updateExpert(context.db, row, row.version, { ...facts, ties }, setting.seal, context.now);
          changed += 1;
        }
      }
      await context.trail(`导入评审专家名单：新增 ${experts.length - changed} 人，更新 ${changed} 人`, {
        kind: 'expert-sheet',
        id: body.sha256,
      });
      return { added: experts.length - changed, changed, skipped: faultyRows };
    },
  }),
  action({
    id: 'review.expert-template',
    method: 'GET',
    path: '/review/expert-template',
    summary: '下载专家名单模板',
    permission: edit,
    handle: async (): Promise<Download> => ({
      kind: 'download',
      fileName: '评审专家名单模板.xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await workbookBytes([
        { name: '专家名单', columns: expertTemplate.map(({ key, label }) => ({ key, header: label, kind: 'text' as const })), rows: [] },
      ]),
    }),
  }),
];
