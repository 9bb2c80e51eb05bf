// Assigns experts to applications as well as possible, or says what is the least to relax: by flows, and by integer programme where panels bind.
import { assignByFlow, type FlowResult, panelsOf } from './by-flow.ts';
import { CandidateSet, type Candidates } from './candidates.ts';
import {
  type Assignment,
  type AssignmentProblem,
  hasPanelRules,
  type Impossible,
  keepsRules,
  noRules,
  objectiveOf,
  requireSound,
} from './problem.ts';
import { bestProgramme, pairColumn, type SolveProgramme } from './programme.ts';
import { candidatesOf, fewestUnits, lackingCandidates, moreByFlow, type Relaxed } from './relaxation.ts';

/** Up to so many pairs an integer programme looks at all of them, and what it finds is the best of all. */
const allPairs = 40_000;
const programmeWidth = 60;
const programmeSeconds = 60;
/** With more pairs than this the fewest experts are not searched for; the fewest units are known without. */
const relaxedPairs = 20_000;

function programmeCandidates(
  problem: AssignmentProblem,
  needs: readonly number[],
): { readonly candidates: Candidates; readonly isAll: boolean } {
  let pairs = 0;
  for (const value of problem.fit) if (value >= 0) pairs += 1;
  const isAll = pairs <= allPairs;
  const set = new CandidateSet(problem, isAll ? problem.experts.length : programmeWidth);
  if (!isAll && problem.applications.some(({ needsFinancial }) => needsFinancial)) {
    const financial = [...problem.experts.keys()].filter((expert) => problem.experts[expert]?.isFinancial === true);
    const columns = problem.experts.length;
    for (const row of problem.applications.keys()) {
      const fits = financial.filter((column) => (problem.fit[row * columns + column] ?? -1) >= 0);
      fits.sort((a, b) => (problem.fit[row * columns + b] ?? 0) - (problem.fit[row * columns + a] ?? 0) || a - b);
      for (const column of fits.slice(0, 15)) set.add(row, column);
    }
  }
  const asking = new Set([...needs.keys()].filter((row) => (needs[row] ?? 0) > 0));
  return { candidates: candidatesOf(set.list(), asking), isAll };
}

async function shortOfCaps(problem: AssignmentProblem, result: FlowResult, solve: SolveProgramme): Promise<Relaxed> {
  if (result.flow.short.size === 0) return { relaxations: [], isSmallest: true };
  const region = candidatesOf(result.candidates, result.flow.blocked.applications);
  const byFlow = { relaxations: moreByFlow(problem, result.candidates, result.flow), isSmallest: true };
  if (region.expert.length > relaxedPairs) return byFlow;
  const applications = problem.applications.map((application) => ({ ...application, needsFinancial: false }));
  const unbound = { ...problem, applications, rules: noRules };
  return (await fewestUnits(unbound, region, result.needs, solve, programmeSeconds)) ?? byFlow;
}

async function relaxPanels(problem: AssignmentProblem, needs: readonly number[], solve: SolveProgramme): Promise<Relaxed> {
  const { candidates, isAll } = programmeCandidates(problem, needs);
  const found = await fewestUnits(problem, candidates, needs, solve, programmeSeconds);
  return found === null ? { relaxations: [], isSmallest: false } : { ...found, isSmallest: found.isSmallest && isAll };
}

async function assignByProgramme(
  problem: AssignmentProblem,
  needs: readonly number[],
  bound: number,
  solve: SolveProgramme,
): Promise<Assignment> {
  const { candidates, isAll } = programmeCandidates(problem, needs);
  const answer = await solve(bestProgramme(problem, candidates, needs), programmeSeconds);
  if (!answer.hasValues) return { kind: 'impossible', ...(await relaxPanels(problem, needs, solve)) };
  const panels: number[][] = problem.applications.map(() => []);
  for (const [pair, expert] of candidates.expert.entries())
    if (answer.value(pairColumn(pair)) > 0.5) panels[candidates.application[pair] ?? 0]?.push(expert);
  const objective = objectiveOf(problem, panels);
  return {
    kind: 'assigned',
    panels,
    objective,
    bound: isAll && answer.status === 'optimal' ? objective : bound,
    method: 'integer-programme',
  };
}

/** The rules that no panel keeps are asked for in one go with what else is missing. */
async function impossible(problem: AssignmentProblem, result: FlowResult, solve: SolveProgramme): Promise<Impossible> {
  const lacking = lackingCandidates(problem, result.needs);
  const { relaxations, isSmallest } = hasPanelRules(problem)
    ? await relaxPanels(problem, result.needs, solve)
    : await shortOfCaps(problem, result, solve);
  return { kind: 'impossible', relaxations: [...lacking, ...relaxations], isSmallest };
}

export async function assign(problem: AssignmentProblem, solve: SolveProgramme): Promise<Assignment> {
  requireSound(problem);
  const result = assignByFlow(problem);
  if (result.flow.short.size > 0 || lackingCandidates(problem, result.needs).length > 0) return impossible(problem, result, solve);
  const panels = panelsOf(result);
  const objective = objectiveOf(problem, panels);
  if (panels.every((panel, row) => keepsRules(problem, row, panel)))
    return { kind: 'assigned', panels, objective, bound: objective, method: 'flow' };
  return assignByProgramme(problem, result.needs, objective, solve);
}
