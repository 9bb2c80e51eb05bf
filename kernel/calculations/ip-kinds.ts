// Kinds of intellectual property and their class (Ⅰ类/Ⅱ类) in the evaluation of enterprises.
import { words } from './frame/index.ts';

export const ipKind = words({
  INVENTION_PATENT: '发明专利',
  PLANT_VARIETY: '植物新品种',
  CROP_VARIETY: '国家级农作物品种',
  NEW_DRUG: '国家新药',
  TCM_LEVEL1: '国家一级中药保护品种',
  IC_LAYOUT: '集成电路布图设计专有权',
  UTILITY_MODEL: '实用新型专利',
  DESIGN: '外观设计专利',
  SOFTWARE_COPYRIGHT: '软件著作权',
  NATIONAL_DEFENCE_PATENT: '国防专利',
  TRADEMARK: '商标',
});

export type IpKind = keyof typeof ipKind.labels;
export type IpClass = 'I' | 'II';

/** National defence patents are class I for high-tech enterprises only; trademarks never count. */
export function ipClassOf(kind: IpKind): IpClass | 'NATIONAL_DEFENCE' | undefined {
  switch (kind) {
    case 'UTILITY_MODEL':
    case 'DESIGN':
    case 'SOFTWARE_COPYRIGHT':
      return 'II';
    case 'NATIONAL_DEFENCE_PATENT':
      return 'NATIONAL_DEFENCE';
    case 'TRADEMARK':
      return undefined;
    default:
      return 'I';
  }
}
