// The high-tech fields that the state supports, in three levels: eight fields, their groups and items.
import { type Term, termPath, type Vocabulary } from '../vocabulary.ts';
import table from './high-tech-fields.json' with { type: 'json' };

export interface HighTechField extends Term {
  readonly level: 1 | 2 | 3;
}

const levelOf = (level: string | undefined): 1 | 2 | 3 => (level === '1' ? 1 : level === '2' ? 2 : 3);

/** Ways in which notices and spreadsheets write the eight fields. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  10: ['电子信息技术'],
  20: ['生物医药', '生物与新医药技术'],
  30: ['航空航天技术'],
  40: ['新材料技术'],
  50: ['高技术服务业'],
  60: ['新能源及节能', '新能源及节能技术'],
  70: ['资源与环境技术'],
  80: ['先进制造', '高新技术改造传统产业'],
};

export const highTechFields: Vocabulary<HighTechField> = {
  id: 'high-tech-fields',
  name: '国家重点支持的高新技术领域',
  source: '国科发火〔2016〕32号附件',
  date: '2016-01-01',
  items: table.rows.map(([code = '', name = '', level, parent]) => ({
    code,
    name,
    level: levelOf(level),
    ...(parent === undefined || parent === '' ? {} : { parent }),
    ...(aliases[code] === undefined ? {} : { aliases: aliases[code] }),
  })),
};

/** The eight fields themselves, for lists and charts. */
export const eightFields: readonly HighTechField[] = highTechFields.items.filter((item) => item.level === 1);

/** The one of the eight fields that a code of any level lies in. */
export function topFieldOf(code: string): HighTechField | undefined {
  return termPath(highTechFields, code)[0];
}
