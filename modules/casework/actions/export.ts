// Exports the list of cases to Excel, exactly what the filters show, for the officer or for the authority above.

import type { Programme } from '#kernel/declare/programme.ts';
import type { Field, FieldKind } from '#kernel/fields/field.ts';
import { facesOf } from '#kernel/fields/kinds.ts';
import { type Action, action, type Download } from '#platform/http/action.ts';
import { type SheetColumn, type SheetRecord, workbookBytes } from '#platform/sheets/sheets.ts';
import { summaryOf } from '../model/views.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { eachCase } from '../store/list-cases.ts';
import { CaseQuery, filtersOf } from './cases.ts';
import { readable } from './visible-case.ts';

const sheetKinds: Partial<Record<FieldKind, SheetColumn['kind']>> = {
  integer: 'integer',
  decimal: 'decimal',
  money: 'money',
  percent: 'percent',
  date: 'date',
  year: 'year',
};

const fixed: readonly SheetColumn[] = [
  { key: 'number', header: '受理编号', kind: 'code' },
  { key: 'partyName', header: '企业名称', kind: 'text', width: 36 },
  { key: 'partyUscc', header: '统一社会信用代码', kind: 'code' },
  { key: 'region', header: '所属县区', kind: 'text' },
  { key: 'matter', header: '事项', kind: 'text', width: 24 },
  { key: 'callName', header: '批次', kind: 'text' },
  { key: 'stageName', header: '环节', kind: 'text' },
  { key: 'statusName', header: '状态', kind: 'text' },
  { key: 'submittedOn', header: '提交日期', kind: 'date' },
  { key: 'dueOn', header: '办理期限', kind: 'date' },
  { key: 'listName', header: '推荐批次', kind: 'text' },
  { key: 'reasons', header: '未通过原因', kind: 'text' },
];

function answerColumn([key, field]: [string, Field]): SheetColumn {
  return {
    key: `answer:${key}`,
    header: field.label,
    kind: sheetKinds[field.kind] ?? 'text',
    ...(field.unit === undefined ? {} : { unit: field.unit }),
  };
}

function answerValue(field: Field, value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (sheetKinds[field.kind] !== undefined && (typeof value === 'string' || typeof value === 'number')) return value;
  return facesOf(field).format(value, field);
}

/** Answers that stand in lists: of the dossier asked for, or those that all dossiers of the programme share. */
function listedFields({ dossiers }: Programme, asked: string | undefined): readonly [string, Field][] {
  const one = dossiers.find(({ id }) => id === asked);
  const [first, ...others] = one === undefined ? dossiers : [one];
  return Object.entries(first?.form.fields ?? {}).filter(
    ([key, field]) => field.list === true && others.every(({ form }) => form.fields[key]?.label === field.label),
  );
}

export const exportActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.export-cases',
    method: 'GET',
    path: '/casework/case-export',
    summary: '把当前筛选的办件导出为 Excel，含列表显示的申报数据',
    permission: 'casework/case:read',
    query: CaseQuery,
    writes: true,
    handle: async (context, { query }): Promise<Download> => {
      const programme = setting.catalogue.programmes.find((candidate) => candidate.id === query.programme);
      // Over several programmes there are no answers in common: then what every case has is exported.
      const fields = programme === undefined ? [] : listedFields(programme, query.dossier);
      const name = programme?.name ?? '各事项';
      let count = 0;
      async function* rows(): AsyncGenerator<SheetRecord> {
        for await (const listed of eachCase(context.db, context.actor.root, filtersOf(context, setting, query), query.sort)) {
          const row = readable(context, setting, listed);
          const summary = summaryOf(declared(setting, row), row, context.today, setting.calendar);
          const answers = fields.map(([key, field]) => [`answer:${key}`, answerValue(field, row.answers[key])]);
          count += 1;
          yield {
            ...summary,
            matter: summary.dossierName,
            listed: null,
            left: null,
            region: setting.regionName(summary.region),
            reasons: summary.reasons.join('、'),
            ...Object.fromEntries(answers),
          } as SheetRecord;
        }
      }
      const content = await workbookBytes([{ name, columns: [...fixed, ...fields.map(answerColumn)], rows: rows() }], {
        notes: [`导出时间：${context.today}`, `导出人：${context.actor.officeName} ${context.actor.name}`, '仅含导出人有权查看的办件。'],
      });
      await context.trail(`导出“${name}”办件 ${count} 件`, { kind: 'programme', id: programme?.id ?? 'all' }, { filters: query });
      return {
        kind: 'download',
        fileName: `${name}办件-${context.today}.xlsx`,
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content,
      };
    },
  }),
];
