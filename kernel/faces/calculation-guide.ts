// The page of a calculation in the guide: on what law it rests, what goes in, how it is reckoned, what each rule demands, worked examples.
import type { Calculation, Fields, ValueType } from '../calculations/frame/index.ts';
import type { Example } from '../calculations/index.ts';

/** What value types carry beside their kind. */
type Structured = ValueType<unknown> & {
  readonly fields?: Fields;
  readonly element?: ValueType<unknown>;
  readonly inner?: ValueType<unknown>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly kinds?: Readonly<Record<string, { readonly label: string; readonly fields: Fields }>>;
};

const kindNames: Readonly<Record<ValueType<unknown>['kind'], string>> = {
  money: '金额（元，文本）',
  decimal: '小数（文本）',
  ratio: '比例（文本，5% 写作 "0.05"）',
  fraction: '小数或分数（文本）',
  integer: '整数',
  date: '日期',
  month: '年月',
  time: '时间',
  flag: '是否',
  text: '文本',
  word: '选项',
  nullable: '可为空值',
  list: '列表',
  record: '对象',
  variants: '按 kind 区分的对象',
  map: '名称到值的对象',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function integerName({ minimum, maximum }: { minimum?: unknown; maximum?: unknown }): string {
  const [least, most] = [Number(minimum ?? 0), Number(maximum ?? 1e12)];
  if (least === 0 && most === 1e12) return '整数（不小于 0）';
  return most === 1e12 ? `整数（不小于 ${least}）` : `整数（${least} 至 ${most}）`;
}

function typeName(type: Structured): string {
  if (type.inner !== undefined) return `${typeName(type.inner)}或空值`;
  if (type.kind === 'list' && type.element !== undefined) return `${typeName(type.element)}的列表`;
  if (type.labels !== undefined)
    return Object.entries(type.labels)
      .map(([word, label]) => `\`${word}\` ${label}`)
      .join('、');
  return type.kind === 'integer' ? integerName(type.schema) : kindNames[type.kind];
}

const presenceNames = { required: '必填', optional: '可缺（未知）', default: '可缺' } as const;

interface Row {
  readonly path: string;
  readonly label: string;
  readonly type: string;
  readonly presence: string;
}

/** The fields below a value, each with the path by which a problem names it. */
function rowsBelow(type: Structured, path: string): Row[] {
  if (type.inner !== undefined) return rowsBelow(type.inner, path);
  if (type.kind === 'list' && type.element !== undefined) return rowsBelow(type.element, `${path}[]`);
  if (type.fields !== undefined) return rowsOf(type.fields, `${path}.`);
  return Object.entries(type.kinds ?? {}).flatMap(([kind, { label, fields }]) => [
    { path: `${path}.kind`, label, type: `\`${kind}\``, presence: '必填' },
    ...rowsOf(fields, `${path}.`),
  ]);
}

function rowsOf(fields: Fields, prefix = ''): Row[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const fallback = field.fallback === undefined ? '' : `，默认 \`${JSON.stringify(field.fallback)}\``;
    const presence = field.unique ? '必填，不重复' : presenceNames[field.presence];
    const own = { path: prefix + name, label: field.label, type: typeName(field.type), presence: presence + fallback };
    return [own, ...rowsBelow(field.type, prefix + name)];
  });
}

function fieldTable(fields: Fields): string {
  const rows = rowsOf(fields).map(({ path, label, type, presence }) => [`\`${path}\``, label, type, presence]);
  return table(['字段', '名称', '类型', '是否必填'], rows);
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}\n`;
}

const bullets = (lines: readonly string[]): string => lines.map((text) => `- ${text}`).join('\n');
const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 1)}\n\`\`\``;

function worked(calculation: Calculation, examples: readonly Example[]): string {
  return examples
    .map((example, index) => `### 例${index + 1}\n\n输入：\n\n${json(example.in)}\n\n结果：\n\n${json(calculation.evaluate(example.in))}`)
    .join('\n\n');
}

export function calculationGuide(calculation: Calculation, examples: readonly Example[]): string {
  const { id, name, basis, method, input, parameters, rules } = calculation;
  const call = `\`kechuang evaluate ${id}\`（标准输入读 JSON）或 \`POST /api/evaluate/${id}\`。`;
  return [
    `# ${name}\n\n${call}缺少或为 null 的可缺字段表示未知：未知不当作零。\n`,
    section('依据', bullets(basis)),
    section('输入', fieldTable(input)),
    ...(Object.keys(parameters).length === 0
      ? []
      : [section('参数', `放在 \`parameters\` 内，未给的取默认值。\n\n${fieldTable(parameters)}`)]),
    section('计算方法', bullets(method)),
    ...(rules.length === 0
      ? []
      : [
          section(
            '规则',
            table(
              ['规则', '要求', '依据'],
              rules.map((rule) => [rule.ruleId, rule.required, rule.basis]),
            ),
          ),
        ]),
    section('示例', worked(calculation, examples)),
  ].join('\n');
}
