// Columns of the list of parties as spreadsheets have them.
import { highTechFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';
import { divisionOf, industries } from '#vocabularies/industries/industries.ts';
import type { Vocabulary } from '#vocabularies/vocabulary.ts';
import { judgeCode } from '../../model/credit-code.ts';
import { nameKey, tidyName } from '../../model/name-keys.ts';
import { partyKinds, partyStatuses, settableStatuses } from '../../model/party.ts';
import { scales } from '../../model/party-fields.ts';
import { regionsOf } from '../../model/places.ts';
import type { ImportColumn, ImportOption } from './kind.ts';

/** The place of a fault names the column already. */
const bare = (says: string | null): string | null => says?.replace(/^统一社会信用代码/, '') ?? null;

export const codeColumn: ImportColumn = {
  key: 'uscc',
  label: '统一社会信用代码',
  aliases: ['信用代码', '社会信用代码', '统一信用代码', '统一社会信用代码/组织机构代码', '纳税人识别号', '税号'],
  reader: 'code',
  maxLength: 60,
  check: (value) => {
    const { verdict, says } = judgeCode(value);
    return verdict === 'INVALID' ? bare(says) : null;
  },
  warn: (value) => {
    const { verdict, says } = judgeCode(value);
    return verdict === 'WARNING' ? bare(says) : null;
  },
  keep: (value) => judgeCode(value).code,
  example: '91360100MA0A1B2C2P',
};

export const nameColumn: ImportColumn = {
  key: 'name',
  label: '企业名称',
  aliases: ['名称', '单位名称', '企业全称', '单位全称', '公司名称', '主体名称', '机构名称', '申报单位', '纳税人名称'],
  reader: 'name',
  maxLength: 120,
  check: (value) => (nameKey(value) === '' ? '没有文字，请核对' : null),
  keep: tidyName,
  example: '示例科技有限公司',
};

const fromRecord = (names: Readonly<Record<string, string>>): ImportOption[] =>
  Object.entries(names).map(([code, name]) => ({ code, name }));
const fromVocabulary = (vocabulary: Vocabulary): ImportOption[] =>
  vocabulary.items.map(({ code, name, aliases }) => ({ code, name, ...(aliases === undefined ? {} : { aliases }) }));

/** Deeper codes of the standard count as their division. */
const industryOptions = fromVocabulary(industries).filter((option) => /^\d/.test(option.code));
const fieldOptions = fromVocabulary(highTechFields);
const statusNames = Object.fromEntries(settableStatuses.map((status) => [status, partyStatuses[status]]));
const kindOptions = fromRecord(partyKinds);
const scaleOptions = fromRecord(scales).map((option) => ({ ...option, aliases: [option.name.replace('型', '')] }));
const statusOptions: ImportOption[] = [
  ...fromRecord(statusNames).map((option) =>
    option.code === 'active' ? { ...option, aliases: ['在业', '开业', '正常', '存续（在营、开业、在册）', '在营（开业）企业'] } : option,
  ),
];

const regionOptions = new Map<string, readonly ImportOption[]>();

function regionOptionsOf(root: string): readonly ImportOption[] {
  const known = regionOptions.get(root);
  if (known !== undefined) return known;
  const options = regionsOf(root).map(({ code, name, short }) => ({
    code,
    name,
    aliases: [...(short === undefined ? [] : [short]), name.replace(/(市|县|区)$/u, '')].filter((alias) => alias.length >= 2),
  }));
  regionOptions.set(root, options);
  return options;
}

export const partyColumns = (root: string): readonly ImportColumn[] => [
  { ...nameColumn, isRequired: true },
  codeColumn,
  {
    key: 'region',
    label: '所属地区',
    aliases: ['县区', '所在县区', '县（市、区）', '所属县区', '区县', '属地', '所在地区', '所属区域', '地区'],
    reader: 'choice',
    options: regionOptionsOf(root),
    example: regionsOf(root)[1]?.name ?? '',
  },
  { key: 'kind', label: '类型', aliases: ['主体类型'], reader: 'choice', options: kindOptions, example: '企业' },
  { key: 'legalPerson', label: '法定代表人', aliases: ['法人', '法人代表', '法定代表人姓名'], reader: 'text', maxLength: 60 },
  { key: 'address', label: '注册地址', aliases: ['地址', '住所', '企业地址', '详细地址', '注册地'], reader: 'text', maxLength: 200 },
  { key: 'registeredCapital', label: '注册资本', aliases: ['注册资金'], reader: 'decimal', unit: '元', shownUnit: '万元' },
  {
    key: 'foundedOn',
    label: '成立日期',
    aliases: ['成立时间', '注册日期', '注册时间', '成立年月日'],
    reader: 'day',
    example: '2020-05-18',
  },
  {
    key: 'industry',
    label: '行业',
    aliases: ['所属行业', '国民经济行业', '行业代码', '行业大类'],
    reader: 'choice',
    options: industryOptions,
    // `C39`, `3921` and `C3921 计算机整机制造` all lie in division 39.
    resolve: (text) => divisionOf(/^[A-Ta-t]?\d{2,4}/.exec(text)?.[0].toUpperCase() ?? ''),
  },
  { key: 'field', label: '技术领域', aliases: ['高新技术领域', '所属领域', '所属技术领域'], reader: 'choice', options: fieldOptions },
  { key: 'scale', label: '企业规模', aliases: ['规模', '划型'], reader: 'choice', options: scaleOptions },
  { key: 'aboveScale', label: '规模以上', aliases: ['是否规上', '规上', '规上企业'], reader: 'yes-no' },
  { key: 'status', label: '登记状态', aliases: ['企业状态', '经营状态', '状态'], reader: 'choice', options: statusOptions },
];

/** Columns of registry.party that an import of parties writes, with their types. */
export const partyTargets = [
  { key: 'name', column: 'name', type: 'text' },
  { key: 'uscc', column: 'uscc', type: 'text' },
  { key: 'region', column: 'region', type: 'text' },
  { key: 'kind', column: 'kind', type: 'text' },
  { key: 'legalPerson', column: 'legal_person', type: 'text' },
  { key: 'address', column: 'address', type: 'text' },
  { key: 'registeredCapital', column: 'registered_capital', type: 'numeric(18,2)' },
  { key: 'foundedOn', column: 'founded_on', type: 'date' },
  { key: 'industry', column: 'industry', type: 'text' },
  { key: 'field', column: 'field', type: 'text' },
  { key: 'scale', column: 'scale', type: 'text' },
  { key: 'aboveScale', column: 'above_scale', type: 'boolean' },
  { key: 'status', column: 'status', type: 'text' },
] as const;
