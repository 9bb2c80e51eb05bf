// The sheet of experts: its columns, each read and judged by cell, and what a row says of an expert.
import type { ImportColumn, RowValues } from '#modules/registry/contract.ts';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import { type TitleLevel, titleLevels } from './expert.ts';

const disciplineByName = new Map(disciplines.items.flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]));
const wordsOf = (text: string): readonly string[] => text.split(/[、,，;；\s]+/).filter((word) => word !== '');
const digits = (text: string): string => text.replaceAll(/[\s-]/g, '');

function disciplineProblem(text: string): string | null {
  const unknown = wordsOf(text).filter((word) => !disciplineByName.has(word));
  return unknown.length === 0 ? null : `“${unknown.join('、')}”不是一级学科的代码或名称（GB/T 13745-2009）`;
}

/** The first name of a place, which is its full one. */
const placeName = (regions: ReadonlyMap<string, string>, code: string): string =>
  [...regions].find(([name, known]) => known === code && name !== code)?.[0] ?? code;

/** `regions` are the names and codes of places that may stand in the sheet. */
export function expertColumns(regions: ReadonlyMap<string, string>): readonly ImportColumn[] {
  const codes = [...new Set(regions.values())];
  const places = codes.map((code) => ({ code, name: placeName(regions, code) }));
  return [
    { key: 'name', label: '姓名', aliases: ['专家姓名'], reader: 'text', isRequired: true, maxLength: 40, example: '张三（示例）' },
    { key: 'unit', label: '工作单位', aliases: ['单位', '单位名称', '所在单位'], reader: 'name', isRequired: true, maxLength: 100 },
    {
      key: 'uscc',
      label: '单位统一社会信用代码',
      aliases: ['统一社会信用代码', '信用代码'],
      reader: 'code',
      isRequired: true,
      check: (code) => (/^[0-9A-Z]{18}$/.test(code) ? null : `“${code}”不是18位代码，请核对营业执照`),
    },
    {
      key: 'region',
      label: '所在地',
      aliases: ['县区', '所在县区', '地区'],
      reader: 'choice',
      isRequired: true,
      options: places,
      resolve: (text) => regions.get(text),
    },
    {
      key: 'level',
      label: '职称级别',
      aliases: ['级别'],
      reader: 'choice',
      isRequired: true,
      options: Object.entries(titleLevels).map(([code, name]) => ({ code, name })),
    },
    { key: 'title', label: '职称', aliases: ['专业技术职务'], reader: 'text', maxLength: 40 },
    {
      key: 'disciplines',
      label: '学科',
      aliases: ['学科代码', '专业领域', '学科领域'],
      reader: 'written',
      isRequired: true,
      maxLength: 200,
      check: disciplineProblem,
    },
    { key: 'finance', label: '财务专家', aliases: ['是否财务专家'], reader: 'yes-no' },
    {
      key: 'phone',
      label: '手机号',
      aliases: ['手机', '联系电话', '电话'],
      reader: 'code',
      isSecret: true,
      check: (text) => (/^1\d{10}$/.test(digits(text)) ? null : '应为11位手机号'),
    },
  ];
}

/** Under this key a staged row keeps the phone sealed; its own cell is masked. */
export const sealedKey = '_sealed';

export const plainPhone = digits;

export interface SheetExpert {
  readonly name: string;
  readonly unit: string;
  readonly uscc: string;
  readonly region: string;
  readonly level: TitleLevel;
  /** Undefined where the sheet does not say. */
  readonly title: string | undefined;
  readonly disciplines: readonly string[];
  readonly isFinance: boolean | undefined;
}

/** What a row without faults says. */
export const sheetExpert = (values: Readonly<RowValues>): SheetExpert => ({
  name: values.name ?? '',
  unit: values.unit ?? '',
  uscc: values.uscc ?? '',
  region: values.region ?? '',
  level: (values.level ?? 'MIDDLE') as TitleLevel,
  title: values.title,
  disciplines: [...new Set(wordsOf(values.disciplines ?? '').flatMap((word) => disciplineByName.get(word) ?? []))],
  isFinance: values.finance === undefined ? undefined : values.finance === 'true',
});

const disciplineNames = new Map(disciplines.items.map(({ code, name }) => [code as string, name]));

/** How stored values read to people. */
export function expertWords(regions: ReadonlyMap<string, string>, key: string, value: string | null): string | null {
  if (value === null) return null;
  if (key === 'level') return titleLevels[value as TitleLevel] ?? value;
  if (key === 'finance') return value === 'true' ? '是' : '否';
  if (key === 'region') return placeName(regions, value);
  if (key === 'disciplines')
    return wordsOf(value)
      .map((word) => disciplineNames.get(word) ?? word)
      .join('、');
  return value;
}
