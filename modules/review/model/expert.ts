// What the pool knows of an expert: level of title, fields, and ties to units and people that may forbid a review.

export const titleLevels = { SENIOR: '正高级', VICE_SENIOR: '副高级', MIDDLE: '中级' } as const;
export type TitleLevel = keyof typeof titleLevels;

export const standings = { active: '在库', suspended: '暂停', left: '退出' } as const;
export type Standing = keyof typeof standings;

/** A tie to a unit or a person; the names are those of the law, the keys those of the calculation `expert-recusal` where it has them. */
export const tieKinds = {
  FORMER_UNIT: '曾任职',
  SHAREHOLDER: '持股',
  CONSULTANT: '任顾问',
  SPOUSE: '配偶',
  DIRECT_RELATIVE: '直系血亲',
  COLLATERAL_RELATIVE: '旁系血亲',
  CLOSE_IN_LAW: '近姻亲',
  TEACHER_STUDENT: '师生',
  CO_AUTHOR: '合作论文',
  CO_PROJECT: '合作项目',
  CO_PATENT: '合作专利',
} as const;
export type TieKind = keyof typeof tieKinds;
export const tieKindNames = Object.keys(tieKinds) as readonly TieKind[];

export interface Tie {
  readonly kind: TieKind;
  /** The unit meant, by credit code and as people write it; at least a unit or a person is known. */
  readonly uscc: string | null;
  readonly unit: string | null;
  readonly person: string | null;
  /** Day it ended (a post) or is dated (a paper, project, patent). */
  readonly day: string | null;
  /** Generations between collateral relatives. */
  readonly generations: number | null;
}

/** An expert as the draw sees it. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly uscc: string;
  readonly region: string;
  readonly level: TitleLevel;
  readonly disciplines: readonly string[];
  readonly isFinance: boolean;
  readonly isDishonest: boolean;
  readonly ties: readonly Tie[];
  /** Panels of the review's year and years of panels of the same programme. */
  readonly panelsThisYear: number;
  readonly categoryYears: readonly number[];
}
