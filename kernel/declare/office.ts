// Kinds of office that act in a case, with the names that screens show.

export const officeKinds = {
  applicant: '申请单位',
  /** The party whose published case this case is about. */
  issuer: '发榜方',
  'county-office': '县区科技局',
  'county-tax': '县区税务局',
  'county-finance': '县区财政局',
  'city-office': '市科技局业务处室',
  'city-tax': '市税务局',
  'city-finance': '市财政局',
  leadership: '局领导',
  expert: '评审专家',
  public: '公众',
  system: '系统',
} as const;

export type OfficeKind = keyof typeof officeKinds;

export const officeName = (kind: OfficeKind): string => officeKinds[kind];
