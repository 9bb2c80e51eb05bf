// What the five kinds of declaration have in common, and the catalogue that lists them.
import type { Assignment } from './assignment.ts';
import type { Campaign } from './campaign.ts';
import type { Citation } from './citation.ts';
import type { Indicator, Measure } from './indicator.ts';
import type { Programme } from './programme.ts';
import type { PublishedIndicator } from './published-indicator.ts';
import type { Register } from './register.ts';
import type { Return } from './return.ts';

/** The fifteen domains of a bureau's work, in the order of the catalogue. */
export const domains = {
  planning: '规划与考核',
  enterprises: '企业培育',
  'rnd-statistics': '研发投入与统计',
  projects: '项目成果奖励',
  platforms: '平台载体',
  transfer: '成果转移转化',
  finance: '科技金融',
  policy: '资金与政策兑现',
  talent: '人才与赛事',
  rural: '农业农村',
  earthquake: '防震减灾',
  epidemic: '应急与复工',
  service: '政务服务与企业联系',
  office: '信息宣传与办公',
  party: '党建与廉政',
} as const;

export type Domain = keyof typeof domains;

export interface SystemBase {
  /** Kebab-case, unique in the catalogue, the name of its folder. */
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
  /** Policy documents that it stands on. */
  readonly basis: readonly Citation[];
  readonly measures?: readonly Measure[];
  readonly indicators?: readonly Indicator[];
}

export type System = Programme | Register | Return | Campaign | Assignment;

/** A checked list of systems: ids, measures and indicators are unique, and every formula reads measures that exist. */
export interface Catalogue {
  readonly systems: readonly System[];
  /** Figures that modules post by themselves, such as those of public money. */
  readonly shared: readonly (Pick<SystemBase, 'name' | 'domain'> & Required<Pick<SystemBase, 'measures' | 'indicators'>>)[];
  readonly programmes: readonly Programme[];
  readonly registers: readonly Register[];
  readonly measures: ReadonlyMap<string, Measure>;
  /** What the ledger can reckon from the work of the systems. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** What no system feeds: values are given as observations. */
  readonly published: ReadonlyMap<string, PublishedIndicator>;
  find(id: string): System | undefined;
}
