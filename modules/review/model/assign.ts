// Many applications and the whole pool as a problem of assignment, and its answer back as panels or as sentences.
import { createHash } from 'node:crypto';
import { type AssignmentProblem, never, type Panels, type Relaxation } from '#kernel/assignment/problem.ts';
import type { Rules } from './bureau-rules.ts';
import type { Candidate } from './expert.ts';
import { fitFor } from './fit.ts';

export interface Applying {
  readonly id: string;
  readonly partyName: string;
  readonly region: string;
  readonly size: number;
  readonly needsFinance: boolean;
  readonly disciplines: readonly string[];
}

/** Panels that an expert may still join: of the year by the rule, of this assignment by the wish. */
export const capOf = (expert: Candidate, cap: number, rules: Rules): number =>
  Math.max(0, Math.min(cap, rules.panelsPerYear - expert.panelsThisYear));

/** Numbers for texts, the same text always the same number. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

export function problemOf(
  applications: readonly Applying[],
  experts: readonly Candidate[],
  mayMeet: (application: number, expert: number) => boolean,
  wish: { readonly cap: number; readonly seed: string; readonly rules: Rules },
): AssignmentProblem {
  const [institution, county] = [numbering(), numbering()];
  const fit = new Int16Array(applications.length * experts.length);
  for (const [row, application] of applications.entries())
    for (const [column, expert] of experts.entries())
      fit[row * experts.length + column] = mayMeet(row, column) ? fitFor(expert, application, wish.seed) : never;
  return {
    applications: applications.map(({ size, region, needsFinance }) => ({
      reviewers: size,
      county: county(region),
      needsFinancial: needsFinance,
    })),
    experts: experts.map((expert) => ({
      cap: capOf(expert, wish.cap, wish.rules),
      institution: institution(expert.uscc),
      county: county(expert.region),
      isFinancial: expert.isFinance,
    })),
    fit,
    rules: { institutionOneIn: wish.rules.unitShareOneIn, countyOneIn: wish.rules.countyShareOneIn },
  };
}

/** What a person agreed to: who judges what. */
export function digestOf(applications: readonly Applying[], experts: readonly Candidate[], panels: Panels): string {
  const lines = panels.map(
    (panel, row) =>
      `${applications[row]?.id}:${panel
        .map((column) => experts[column]?.id ?? '')
        .sort()
        .join(',')}`,
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** What would have to give, where and how. */
export function relaxationSays(
  applications: readonly Applying[],
  experts: readonly Candidate[],
  one: Relaxation,
  problem: AssignmentProblem,
): string {
  if (one.kind === 'cap') {
    const { name, unit } = experts[one.expert] ?? { name: '', unit: '' };
    return `${name}（${unit}）最多评审 ${one.cap} 件，需再增加 ${one.more} 件`;
  }
  const { partyName, size } = applications[one.application] ?? { partyName: '', size: 0 };
  switch (one.kind) {
    case 'candidates':
      return `${partyName}需专家 ${one.needed} 人，排除回避后只有 ${one.found} 人，请放宽职称条件或补充专家库`;
    case 'financial':
      return `${partyName}没有可用的财务专家，请补充财务专家`;
    case 'institution': {
      const unit = experts.find((_, column) => problem.experts[column]?.institution === one.group)?.unit ?? '';
      return `${partyName}的 ${size} 名专家中，${unit}须超出规定比例 ${one.more} 人`;
    }
    case 'county':
      return `${partyName}的 ${size} 名专家中，申报单位所在县区须超出规定比例 ${one.more} 人`;
  }
}
