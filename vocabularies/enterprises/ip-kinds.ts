// Kinds of intellectual property, and the class that the recognition of high-tech and technology enterprises counts them in.
import type { Term, Vocabulary } from '../vocabulary.ts';

export interface IpKind extends Term {
  /** Ⅰ counts every time and Ⅱ once only (国科发火〔2016〕195号 三（二）); null counts in neither class. */
  readonly class: 'I' | 'II' | null;
}

const items = [
  { code: 'INVENTION_PATENT', name: '发明专利', class: 'I', aliases: ['发明', '发明专利权'] },
  { code: 'NATIONAL_DEFENCE_PATENT', name: '国防专利', class: 'I' },
  { code: 'PLANT_VARIETY', name: '植物新品种', class: 'I', aliases: ['植物新品种权'] },
  { code: 'CROP_VARIETY', name: '国家级农作物品种', class: 'I', aliases: ['国家级农作物品种审定'] },
  { code: 'NEW_DRUG', name: '国家新药', class: 'I' },
  { code: 'TCM_LEVEL1', name: '国家一级中药保护品种', class: 'I' },
  { code: 'IC_LAYOUT', name: '集成电路布图设计专有权', class: 'I', aliases: ['集成电路布图设计', '集成电路布图'] },
  { code: 'UTILITY_MODEL', name: '实用新型专利', class: 'II', aliases: ['实用新型'] },
  { code: 'DESIGN', name: '外观设计专利', class: 'II', aliases: ['外观设计', '外观专利'] },
  { code: 'SOFTWARE_COPYRIGHT', name: '软件著作权', class: 'II', aliases: ['软著', '计算机软件著作权'] },
  { code: 'TRADEMARK', name: '商标', class: null, aliases: ['注册商标'] },
] as const satisfies readonly IpKind[];

export type IpKindCode = (typeof items)[number]['code'];

export const ipKinds: Vocabulary<IpKind & { readonly code: IpKindCode }> = {
  id: 'ip-kinds',
  name: '知识产权类别',
  source: '国科发火〔2016〕195号 三（二）；国科发政〔2017〕115号',
  date: '2016-06-22',
  items,
};
