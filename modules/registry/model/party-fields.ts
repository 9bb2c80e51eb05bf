// The facts of a party that people maintain: their names, columns, and how a value reads in a sentence.
import { shiftPoint } from '#kernel/fields/decimal-text.ts';
import { highTechFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';
import { industryName } from '#vocabularies/industries/industries.ts';
import { regionShortName } from '#vocabularies/regions/regions.ts';
import { termName } from '#vocabularies/vocabulary.ts';
import { partyKinds, partyStatuses } from './party.ts';

export const scales = { large: '大型', medium: '中型', small: '小型', micro: '微型' } as const;

export const partyFields = [
  { key: 'name', column: 'name', label: '名称' },
  { key: 'kind', column: 'kind', label: '类型' },
  { key: 'uscc', column: 'uscc', label: '统一社会信用代码' },
  { key: 'region', column: 'region', label: '所属地区' },
  { key: 'legalPerson', column: 'legal_person', label: '法定代表人' },
  { key: 'address', column: 'address', label: '注册地址' },
  { key: 'registeredCapital', column: 'registered_capital', label: '注册资本' },
  { key: 'foundedOn', column: 'founded_on', label: '成立日期' },
  { key: 'industry', column: 'industry', label: '行业' },
  { key: 'field', column: 'field', label: '技术领域' },
  { key: 'scale', column: 'scale', label: '企业规模' },
  { key: 'aboveScale', column: 'above_scale', label: '规模以上' },
  { key: 'status', column: 'status', label: '登记状态' },
] as const;

export type PartyFieldKey = (typeof partyFields)[number]['key'];

const named = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? value;

/** A stored value as people read it; nothing for what is not known. */
export function fieldWords(key: string, value: string | null): string {
  if (value === null || value === '') return '未填写';
  switch (key) {
    case 'kind':
      return named(partyKinds, value);
    case 'status':
      return named(partyStatuses, value);
    case 'scale':
      return named(scales, value);
    case 'region':
      return regionShortName(value);
    case 'industry':
      return industryName(value);
    case 'field':
      return termName(highTechFields, value);
    case 'aboveScale':
      return value === 'true' ? '是' : '否';
    case 'registeredCapital':
      return `${shiftPoint(value, -4)}万元`;
    default:
      return value;
  }
}

export const fieldLabel = (key: string): string => partyFields.find((field) => field.key === key)?.label ?? key;
