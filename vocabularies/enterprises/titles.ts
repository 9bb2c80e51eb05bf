// Titles that an enterprise, an institution or a carrier may hold, their levels, and for how long they are granted.
import type { Term, Vocabulary } from '../vocabulary.ts';

const levels = [
  { code: 'NATIONAL', name: '国家级' },
  { code: 'PROVINCIAL', name: '省级' },
  { code: 'MUNICIPAL', name: '市级' },
  { code: 'COUNTY', name: '县级' },
] as const satisfies readonly Term[];

export type TitleLevelCode = (typeof levels)[number]['code'];

export const titleLevels: Vocabulary<Term & { readonly code: TitleLevelCode }> = {
  id: 'title-levels',
  name: '资质级别',
  source: '本系统编码',
  date: '2024-01-01',
  items: levels,
};

export interface TitleKind extends Term {
  /** Family, as lists group them. */
  readonly family: 'enterprise' | 'laboratory' | 'carrier' | 'growth';
  /** Levels at which it is granted. */
  readonly levels: readonly TitleLevelCode[];
  /** How long a grant lasts: months, the calendar year, or as the call says (null). */
  readonly validity: number | 'calendar-year' | null;
  /** The rule that fixes the validity, where one does. */
  readonly basis?: string;
}

const kinds = [
  {
    code: 'HNTE',
    name: '高新技术企业',
    family: 'enterprise',
    levels: ['NATIONAL'],
    validity: 36,
    basis: '国科发火〔2016〕32号第九条',
    aliases: ['高企', '国家高新技术企业'],
  },
  {
    code: 'TECH_SME',
    name: '科技型中小企业',
    family: 'enterprise',
    levels: ['NATIONAL'],
    validity: 'calendar-year',
    basis: '国科发政〔2017〕115号',
    aliases: ['科小', '科技型中小企业入库'],
  },
  {
    code: 'HNTE_INCUBATION',
    name: '高新技术企业培育库入库企业',
    family: 'enterprise',
    levels: ['PROVINCIAL', 'MUNICIPAL'],
    validity: null,
  },
  {
    code: 'TECH_LITTLE_GIANT',
    name: '科技小巨人企业',
    family: 'growth',
    levels: ['PROVINCIAL', 'MUNICIPAL'],
    validity: null,
    aliases: ['科技小巨人领军企业'],
  },
  { code: 'POTENTIAL_GAZELLE', name: '潜在瞪羚企业', family: 'growth', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'GAZELLE', name: '瞪羚企业', family: 'growth', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'SEED_UNICORN', name: '种子独角兽企业', family: 'growth', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'POTENTIAL_UNICORN', name: '潜在独角兽企业', family: 'growth', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'UNICORN', name: '独角兽企业', family: 'growth', levels: ['PROVINCIAL'], validity: null },
  { code: 'INNOVATIVE', name: '创新型企业', family: 'enterprise', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  {
    code: 'TECH_LEADING',
    name: '科技领军企业',
    family: 'enterprise',
    levels: ['NATIONAL', 'PROVINCIAL'],
    validity: null,
    aliases: ['创新型领军企业'],
  },
  { code: 'LISTING_POOL', name: '上市培育库入库企业', family: 'growth', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  {
    code: 'KEY_LABORATORY',
    name: '重点实验室',
    family: 'laboratory',
    levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'],
    validity: null,
    aliases: ['全国重点实验室'],
  },
  { code: 'PROVINCIAL_LABORATORY', name: '省实验室', family: 'laboratory', levels: ['PROVINCIAL'], validity: null },
  {
    code: 'ENGINEERING_RESEARCH_CENTER',
    name: '工程技术研究中心',
    family: 'laboratory',
    levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'],
    validity: null,
  },
  {
    code: 'TECH_INNOVATION_CENTER',
    name: '技术创新中心',
    family: 'laboratory',
    levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'],
    validity: null,
  },
  {
    code: 'ENTERPRISE_TECH_CENTER',
    name: '企业技术中心',
    family: 'laboratory',
    levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'],
    validity: null,
    aliases: ['企业研发中心'],
  },
  { code: 'NEW_RD_INSTITUTION', name: '新型研发机构', family: 'laboratory', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  {
    code: 'INDUSTRY_RESEARCH_INSTITUTE',
    name: '产业技术研究院',
    family: 'laboratory',
    levels: ['PROVINCIAL', 'MUNICIPAL'],
    validity: null,
  },
  {
    code: 'ACADEMIC_WORKSTATION',
    name: '院士工作站',
    family: 'laboratory',
    levels: ['PROVINCIAL', 'MUNICIPAL'],
    validity: null,
    aliases: ['研究生工作站'],
  },
  { code: 'INNOVATION_CONSORTIUM', name: '创新联合体', family: 'laboratory', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'INCUBATOR', name: '科技企业孵化器', family: 'carrier', levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'MAKER_SPACE', name: '众创空间', family: 'carrier', levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'], validity: null },
  {
    code: 'ACCELERATOR',
    name: '科技企业加速器',
    family: 'carrier',
    levels: ['PROVINCIAL', 'MUNICIPAL'],
    validity: null,
    aliases: ['加速器'],
  },
  {
    code: 'STAR_CREATIVE_SPACE',
    name: '星创天地',
    family: 'carrier',
    levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'],
    validity: null,
  },
  { code: 'PILOT_BASE', name: '中试基地', family: 'carrier', levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'PROOF_OF_CONCEPT', name: '概念验证中心', family: 'carrier', levels: ['PROVINCIAL', 'MUNICIPAL'], validity: null },
  { code: 'AGRI_TECH_PARK', name: '农业科技园区', family: 'carrier', levels: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'], validity: null },
] as const satisfies readonly TitleKind[];

export type TitleKindCode = (typeof kinds)[number]['code'];

export const titleKinds: Vocabulary<TitleKind & { readonly code: TitleKindCode }> = {
  id: 'title-kinds',
  name: '资质与平台类别',
  source: '按国科发火〔2016〕32号、国科发政〔2017〕115号及各地平台管理办法归纳，本系统编码；有效期为空的以批次通知为准',
  date: '2024-01-01',
  items: kinds,
};
