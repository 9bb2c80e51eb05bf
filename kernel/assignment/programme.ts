// The same assignment as an integer programme in LP text, for rules on whole panels and for what to relax; whoever calls brings the solver.
import type { Candidates } from './candidates.ts';
import { type AssignmentProblem, groupsAmong, type PanelGroup } from './problem.ts';

export interface ProgrammeAnswer {
  readonly status: 'optimal' | 'infeasible' | 'unfinished';
  /** Value of a column; 0 where there is none. Unfinished programmes may have none at all. */
  readonly value: (column: string) => number;
  readonly hasValues: boolean;
}

/** Solves LP text exactly, within so many seconds. */
export type SolveProgramme = (text: string, seconds: number) => Promise<ProgrammeAnswer>;

interface Grouped {
  readonly byApplication: ReadonlyMap<number, readonly number[]>;
  readonly byExpert: ReadonlyMap<number, readonly number[]>;
}

function grouped({ application, expert }: Candidates): Grouped {
  const byApplication = new Map<number, number[]>();
  const byExpert = new Map<number, number[]>();
  for (let pair = 0; pair < expert.length; pair += 1) {
    for (const [map, key] of [
      [byApplication, application[pair] ?? 0],
      [byExpert, expert[pair] ?? 0],
    ] as const) {
      const pairs = map.get(key);
      if (pairs === undefined) map.set(key, [pair]);
      else pairs.push(pair);
    }
  }
  return { byApplication, byExpert };
}

/** Lines of LP text are short; the solver's reader has a limit. */
function sum(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let from = 0; from < terms.length; from += 20) lines.push(terms.slice(from, from + 20).join(' + '));
  return lines.join('\n + ');
}

export const pairColumn = (pair: number): string => `x${pair}`;
export const moreColumn = (expert: number): string => `s${expert}`;
export const withoutFinancialColumn = (application: number): string => `f${application}`;
export const tooManyColumn = (application: number, kind: PanelGroup['kind'], group: number): string => `${kind}${application}_${group}`;

const columnsOf = (pairs: readonly number[]): string[] => pairs.map(pairColumn);

/** What binds each panel as a whole, each line with the column that would loosen it. */
function panelLines(problem: AssignmentProblem, candidates: Candidates, needs: readonly number[], groups: Grouped, isElastic: boolean) {
  const lines: string[] = [];
  const loose: string[] = [];
  for (const [application, pairs] of groups.byApplication) {
    const need = needs[application] ?? 0;
    if (need === 0) continue;
    const columns = pairs.map((pair) => candidates.expert[pair] ?? 0);
    if (problem.applications[application]?.needsFinancial === true) {
      const financial = columnsOf(pairs.filter((_, place) => problem.experts[columns[place] ?? 0]?.isFinancial === true));
      const column = withoutFinancialColumn(application);
      if (isElastic) loose.push(column);
      lines.push(` ${sum([...financial, isElastic ? column : '0 zero'])} >= 1`);
    }
    for (const { kind, group, most, members } of groupsAmong(problem, application, need, columns)) {
      const column = tooManyColumn(application, kind, group);
      if (isElastic) loose.push(column);
      lines.push(` ${sum(columnsOf(members.map((place) => pairs[place] ?? 0)))}${isElastic ? ` - ${column}` : ''} <= ${most}`);
    }
  }
  return { lines, loose };
}

const needLines = (needs: readonly number[], { byApplication }: Grouped): string[] =>
  [...byApplication].map(([application, pairs]) => ` ${sum(columnsOf(pairs))} = ${needs[application] ?? 0}`);

/** The best assignment that keeps everything. */
export function bestProgramme(problem: AssignmentProblem, candidates: Candidates, needs: readonly number[]): string {
  const groups = grouped(candidates);
  const pairs = [...candidates.expert.keys()];
  const objective = pairs.map((pair) => `${candidates.fit[pair] ?? 0} ${pairColumn(pair)}`);
  const caps = [...groups.byExpert].map(([expert, held]) => ` ${sum(columnsOf(held))} <= ${problem.experts[expert]?.cap ?? 0}`);
  const { lines } = panelLines(problem, candidates, needs, groups, false);
  return [
    'Maximize',
    ` ${sum(objective)}`,
    'Subject To',
    ...needLines(needs, groups),
    ...caps,
    ...lines,
    'Bounds',
    ' zero = 0',
    'Binary',
    ` ${columnsOf(pairs).join('\n ')}`,
    'End',
  ].join('\n');
}

/** The fewest units to relax so that everybody is given all they need; among those with the fewest experts asked for more. */
export function relaxingProgramme(problem: AssignmentProblem, candidates: Candidates, needs: readonly number[]): string {
  const groups = grouped(candidates);
  const wanted = [...groups.byApplication.keys()].reduce((total, application) => total + (needs[application] ?? 0), 0);
  const weight = problem.experts.length + 1;
  const { lines, loose } = panelLines(problem, candidates, needs, groups, true);
  const experts = [...groups.byExpert.keys()];
  const units = [...experts.map(moreColumn), ...loose];
  const caps = [...groups.byExpert].flatMap(([expert, held]) => [
    ` ${sum(columnsOf(held))} - ${moreColumn(expert)} <= ${problem.experts[expert]?.cap ?? 0}`,
    ` ${moreColumn(expert)} - ${Math.min(held.length, wanted)} y${expert} <= 0`,
  ]);
  return [
    'Minimize',
    ` ${sum([...units.map((unit) => `${weight} ${unit}`), ...experts.map((expert) => `y${expert}`)])}`,
    'Subject To',
    ...needLines(needs, groups),
    ...caps,
    ...lines,
    'Binary',
    ` ${[...columnsOf([...candidates.expert.keys()]), ...experts.map((expert) => `y${expert}`)].join('\n ')}`,
    'General',
    ` ${units.join('\n ')}`,
    'End',
  ].join('\n');
}
