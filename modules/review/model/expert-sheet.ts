// Reading a spreadsheet of experts: a row becomes an expert, or faults that name their cell and say how to mend it.
import { type Cell, readCode, readOrganisationName, readText, type TableRow, type TemplateColumn } from '#platform/sheets/sheets.ts';
import { disciplines } from '#vocabularies/disciplines/disciplines.ts';
import { type TitleLevel, titleLevels } from './expert.ts';

export const expertTemplate: readonly TemplateColumn[] = [
  { key: 'name', label: '姓名', aliases: ['专家姓名'], isRequired: true },
  { key: 'unit', label: '工作单位', aliases: ['单位', '单位名称', '所在单位'], isRequired: true },
  { key: 'uscc', label: '单位统一社会信用代码', aliases: ['统一社会信用代码', '信用代码'], isRequired: true },
  { key: 'region', label: '所在地', aliases: ['县区', '所在县区', '地区'], isRequired: true },
  { key: 'level', label: '职称级别', aliases: ['级别'], isRequired: true },
  { key: 'title', label: '职称', aliases: ['专业技术职务'] },
  { key: 'disciplines', label: '学科', aliases: ['学科代码', '专业领域', '学科领域'], isRequired: true },
  { key: 'finance', label: '财务专家', aliases: ['是否财务专家'] },
  { key: 'phone', label: '手机号', aliases: ['手机', '联系电话', '电话'] },
];

export interface SheetFault {
  readonly address: string;
  readonly message: string;
}

export interface ReadExpert {
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  readonly uscc: string;
  readonly region: string;
  readonly level: TitleLevel;
  readonly title: string;
  readonly disciplines: readonly string[];
  readonly isFinance: boolean;
  readonly phone: string | null;
}

const levelByName = new Map(Object.entries(titleLevels).map(([code, name]) => [name as string, code as TitleLevel]));
const disciplineByName = new Map(disciplines.items.flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]));

const textOf = (cell: Cell | undefined): string => {
  const reading = readText(cell);
  return 'value' in reading ? (reading.value ?? '') : '';
};

/** `regions` are the names and codes of places that may stand in the sheet. */
export function readExpert({ number, cells }: TableRow, regions: ReadonlyMap<string, string>): ReadExpert | readonly SheetFault[] {
  const faults: SheetFault[] = [];
  const fault = (key: string, message: string) =>
    faults.push({
      address: cells[key]?.address ?? `第${number}行`,
      message: `${expertTemplate.find((one) => one.key === key)?.label}：${message}`,
    });
  const need = (key: string): string => {
    const text = textOf(cells[key]);
    if (text === '') fault(key, '没有填写');
    return text;
  };
  const unitReading = readOrganisationName(cells.unit);
  const unit = 'value' in unitReading ? (unitReading.value ?? '') : '';
  if (unit === '') fault('unit', 'problem' in unitReading ? unitReading.problem : '没有填写');
  const codeReading = readCode(cells.uscc);
  const uscc = 'value' in codeReading ? (codeReading.value ?? '') : '';
  if (!/^[0-9A-Z]{18}$/.test(uscc)) fault('uscc', uscc === '' ? '没有填写' : `“${uscc}”不是18位代码，请核对营业执照`);
  const name = need('name');
  const place = need('region');
  const region = regions.get(place);
  if (place !== '' && region === undefined) fault('region', `“${place}”不是本市的县区，外地专家请填“外地”`);
  const levelName = need('level');
  const level = levelByName.get(levelName);
  if (levelName !== '' && level === undefined) fault('level', `“${levelName}”应为 ${[...levelByName.keys()].join('、')}`);
  const words = need('disciplines')
    .split(/[、,，;；\s]+/)
    .filter((word) => word !== '');
  const codes = words.flatMap((word) => {
    const code = disciplineByName.get(word);
    if (code === undefined) fault('disciplines', `“${word}”不是一级学科的代码或名称（GB/T 13745-2009）`);
    return code === undefined ? [] : [code];
  });
  const phone = textOf(cells.phone).replaceAll(/[\s-]/g, '');
  if (phone !== '' && !/^1\d{10}$/.test(phone)) fault('phone', '应为11位手机号');
  if (faults.length > 0 || region === undefined || level === undefined) return faults;
  return {
    row: number,
    name,
    unit,
    uscc,
    region,
    level,
    title: textOf(cells.title),
    disciplines: [...new Set(codes)],
    isFinance: ['是', '财务', '√'].includes(textOf(cells.finance)),
    phone: phone === '' ? null : phone,
  };
}

export const isFaulty = (read: ReadExpert | readonly SheetFault[]): read is readonly SheetFault[] => Array.isArray(read);
