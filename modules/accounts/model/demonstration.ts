// The fictional bureau of 澜江市: its offices and the people in them. Every name is invented.
import type { OfficeKind, RoleId } from './roles.ts';

export interface DemonstrationOffice {
  readonly key: string;
  readonly kind: OfficeKind;
  readonly region: string;
  readonly name: string;
  readonly parent?: string;
}

export interface DemonstrationAccount {
  readonly login: string;
  readonly name: string;
  /** Null for one who has just arrived and holds no role yet: to whom a colleague may lend one. */
  readonly role: RoleId | null;
  readonly office: string | null;
  readonly party?: string;
  /** How the first page calls the account; only printed ones have it. */
  readonly says?: string;
}

/** A party of the demonstration that gets an account of its own. */
export interface DemonstrationParty {
  readonly id: string;
  readonly name: string;
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly short?: string;
}

/** One password for all, because all data are fictional; real accounts get random ones. */
export const DEMONSTRATION_PASSWORD = 'Lanjiang@2026';

const divisions: readonly (readonly [key: string, name: string])[] = [
  ['general', '办公室'],
  ['planning', '规划与政策法规处'],
  ['high-tech', '高新技术发展及产业化处'],
  ['transfer', '成果转化与区域创新处'],
  ['platforms', '基础研究与创新平台处'],
  ['rural', '农村与社会发展科技处'],
  ['talent', '科技人才与外国专家处'],
  ['funds', '资源配置与监督处'],
];

export function demonstrationOffices(city: County, counties: readonly County[]): DemonstrationOffice[] {
  const at = { region: city.code };
  const bureau = `${city.name}科学技术局`;
  return [
    { ...at, key: 'bureau', kind: 'city-office', name: bureau },
    { ...at, key: 'leaders', kind: 'leadership', name: `${bureau}局领导`, parent: 'bureau' },
    ...divisions.map(([key, name]) => ({ ...at, key, kind: 'city-office' as const, name: `${bureau}${name}`, parent: 'bureau' })),
    { ...at, key: 'administration', kind: 'administration', name: `${city.name}科技信息中心`, parent: 'bureau' },
    { ...at, key: 'tax', kind: 'city-tax', name: `国家税务总局${city.name}税务局` },
    { ...at, key: 'finance', kind: 'city-finance', name: `${city.name}财政局` },
    ...counties.flatMap(({ code, name, short }): DemonstrationOffice[] => [
      { key: `science-${code}`, kind: 'county-office', region: code, name: `${short ?? name}科学技术局` },
      { key: `tax-${code}`, kind: 'county-tax', region: code, name: `国家税务总局${short ?? name}税务局` },
      { key: `finance-${code}`, kind: 'county-finance', region: code, name: `${short ?? name}财政局` },
    ]),
  ];
}

const surnames = '林沈顾陆苏温江唐许秦白叶韩罗梁宋程魏蒋'.split('');
const givenNames = '知远,以宁,清和,景行,云舒,若水,明澈,怀瑾,思齐,望舒,嘉言,承平,静安,修远,言蹊,星澜,子墨'.split(',');

/** 19 surnames and 17 given names never meet in the same pair twice before 323 people. */
const personName = (index: number): string => `${surnames[index % surnames.length]}${givenNames[index % givenNames.length]}`;

const cityPeople: readonly (readonly [login: string, role: RoleId | null, office: string, says?: string])[] = [
  ['gaoxin', 'city-officer', 'high-tech', '市科技局高新处'],
  ['gaoxin2', 'city-officer', 'high-tech'],
  ['gaoxin3', null, 'high-tech'],
  ['guihua', 'city-officer', 'planning', '市科技局规划处（指标、报告）'],
  ['chengguo', 'city-officer', 'transfer', '市科技局成果处（技术市场）'],
  ['pingtai', 'city-officer', 'platforms'],
  ['nongcun', 'city-officer', 'rural'],
  ['rencai', 'city-officer', 'talent'],
  ['zijin', 'city-officer', 'funds', '市科技局资源配置处（资金）'],
  ['juzhang', 'leader', 'leaders', '市科技局局领导'],
  ['fujuzhang', 'leader', 'leaders'],
  ['shuiwu', 'city-tax-officer', 'tax', '市税务局'],
  ['caizheng', 'city-finance-officer', 'finance', '市财政局'],
];

const administrators: readonly (readonly [login: string, role: RoleId, says?: string])[] = [
  ['xitong', 'system-admin', '系统管理员'],
  ['anquan', 'security-admin', '安全管理员'],
  ['anquan2', 'security-admin'],
  ['shenji', 'audit-admin', '审计管理员'],
];

/** Counties whose accounts are printed: the largest county and the high-tech zone. */
const PRINTED = 2;

function countyPeople(counties: readonly County[]): Omit<DemonstrationAccount, 'name'>[] {
  const zone = counties.find((each) => each.short === '高新区');
  const printed = new Set([counties[0], zone].slice(0, PRINTED));
  return counties.flatMap((county): Omit<DemonstrationAccount, 'name'>[] => {
    const called = county.short ?? county.name;
    const says = (what: string) => (printed.has(county) ? { says: `${called}${what}` } : {});
    return [
      { login: `kj${county.code}`, role: 'county-officer', office: `science-${county.code}`, ...says('科技局') },
      { login: `kj${county.code}b`, role: 'county-officer', office: `science-${county.code}` },
      { login: `sw${county.code}`, role: 'county-tax-officer', office: `tax-${county.code}`, ...says('税务局') },
      { login: `cz${county.code}`, role: 'county-finance-officer', office: `finance-${county.code}` },
    ];
  });
}

export function demonstrationAccounts(counties: readonly County[], parties: readonly DemonstrationParty[]): DemonstrationAccount[] {
  const unnamed: Omit<DemonstrationAccount, 'name'>[] = [
    ...cityPeople.map(([login, role, office, says]) => ({ login, role, office, ...(says === undefined ? {} : { says }) })),
    ...countyPeople(counties),
    ...parties.map((party, index) => ({
      login: `qiye${index + 1}`,
      role: 'enterprise' as const,
      office: null,
      party: party.id,
      ...(index < 3 ? { says: party.name } : {}),
    })),
    ...[1, 2, 3, 4, 5, 6].map((each) => ({
      login: `zhuanjia${each}`,
      role: 'expert' as const,
      office: null,
      ...(each <= 3 ? { says: each === 1 ? '评审专家' : `评审专家（${each}）` } : {}),
    })),
    ...administrators.map(([login, role, says]) => ({ login, role, office: 'administration', ...(says === undefined ? {} : { says }) })),
    // Last, so that nobody else's name depends on it.
    { login: 'dangwu', role: 'party-building-officer', office: 'general' },
    { login: 'jiandu', role: 'service-supervisor', office: 'general' },
    // What one of finance has checked, another writes.
    { login: 'caizheng2', role: 'city-finance-officer', office: 'finance' },
  ];
  return unnamed.map((account, index) => ({ ...account, name: personName(index) }));
}
