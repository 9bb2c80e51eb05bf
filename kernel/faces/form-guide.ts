// Writes a form as a chapter of the public guide: what is asked, in what unit, whether it must be answered, what is filled in beforehand.
import type { Form } from '../declare/form.ts';
import type { Field, FieldKind } from '../fields/field.ts';
import { rowLimits } from '../fields/table/index.ts';
import { type FieldRecord, isRecord } from './place.ts';
import { printValue } from './print.ts';
import { sampleAnswers } from './sample.ts';

/** What people call a kind of field. */
export const kindNames: Readonly<Record<FieldKind, string>> = {
  text: '文字',
  'long-text': '长文字',
  integer: '整数',
  decimal: '小数',
  percent: '百分数',
  money: '金额',
  date: '日期',
  month: '年月',
  year: '年度',
  'yes-no': '是或否',
  choice: '单选',
  choices: '多选',
  region: '地区',
  organisation: '单位',
  person: '人员',
  file: '附件',
  table: '表格',
  address: '地址',
  contact: '联系人',
  derived: '系统计算',
};

/** Longer lists of options are told by their number. */
const mostOptions = 12;

function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function remark(field: Field): string {
  const options = field.options ?? [];
  const names = options.map(({ name }) => name).join('、');
  const { least, most } = rowLimits(field);
  const said = [
    field.help,
    options.length === 0 ? undefined : options.length > mostOptions ? `共 ${options.length} 个选项` : `选项：${names}`,
    field.prefill === undefined ? undefined : `预填，来自${field.prefill.source}`,
    field.extensions === undefined ? undefined : `格式：${field.extensions.join('、')}`,
    field.kind === 'table' ? `${least > 0 ? `${least} 至 ` : '至多 '}${most} 行` : undefined,
    field.personal === true ? '个人信息，按需脱敏' : undefined,
  ];
  return said.filter((part) => part !== undefined).join('；');
}

function line(field: Field, value: unknown): string {
  const isAsked = field.optional !== true && field.kind !== 'derived';
  const cells = [field.label, kindNames[field.kind], field.unit ?? '', isAsked ? '必填' : '', remark(field), printValue(field, value)];
  return `| ${cells.map(cellText).join(' | ')} |`;
}

const head = ['| 项目 | 类型 | 单位 | 是否必填 | 说明 | 示例（虚构） |', '| --- | --- | --- | --- | --- | --- |'];

function section(title: string, level: number, fields: FieldRecord, values: Readonly<Record<string, unknown>>): string[] {
  const lines = Object.entries(fields).map(([key, field]) => line(field, values[key]));
  const tables = Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== 'table') return [];
    const rows = values[key];
    const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
    return ['', ...section(`${field.label}（逐行填写）`, level + 1, field.columns ?? {}, isRecord(first) ? first : {})];
  });
  return [`${'#'.repeat(level)} ${title}`, '', ...head, ...lines, ...tables];
}

/** Markdown; `level` is that of the headings of its pages. */
export function formGuide(form: Form, level = 3): string {
  const sample = sampleAnswers(form, 1);
  return `${form.pages.map(({ title, fields }) => section(title, level, fields, sample).join('\n')).join('\n\n')}\n`;
}
