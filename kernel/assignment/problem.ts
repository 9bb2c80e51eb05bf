// What is to be assigned: applications that need reviewers, experts with limits, how well each pair fits, and what each panel must keep.

export interface ApplicationNeed {
  readonly reviewers: number;
  /** Few of the panel may come from the applicant's own county; null when that is nobody's concern. */
  readonly county: number | null;
  readonly needsFinancial: boolean;
}

export interface ExpertLimits {
  /** Applications at most. */
  readonly cap: number;
  /** Experts with the same number work for the same institution; null when unknown. */
  readonly institution: number | null;
  readonly county: number | null;
  readonly isFinancial: boolean;
}

/** Largest share of a panel: one in so many, at least one member; null where nothing binds. */
export interface PanelRules {
  readonly institutionOneIn: number | null;
  readonly countyOneIn: number | null;
}

export interface AssignmentProblem {
  readonly applications: readonly ApplicationNeed[];
  readonly experts: readonly ExpertLimits[];
  /**
   * Row by application, column by expert: how well they fit, a whole number from 0 to `largestFit`; `never` where they must not meet.
   * One flat array: it goes to another thread as it stands.
   */
  readonly fit: Int16Array;
  readonly rules: PanelRules;
}

export const never = -1;
export const largestFit = 30_000;
export const noRules: PanelRules = { institutionOneIn: null, countyOneIn: null };

/** Columns of experts, ascending, for each application. */
export type Panels = readonly (readonly number[])[];

/** One thing to relax. Units of all together are as few as can be. */
export type Relaxation =
  /** The application has fewer experts that it may meet at all than it needs. */
  | { readonly kind: 'candidates'; readonly application: number; readonly needed: number; readonly found: number }
  /** The expert would have to take more applications. */
  | { readonly kind: 'cap'; readonly expert: number; readonly cap: number; readonly more: number }
  /** The panel of the application would have no financial expert. */
  | { readonly kind: 'financial'; readonly application: number }
  /** The panel would have so many more of one institution, or of the applicant's county, than admitted. */
  | { readonly kind: 'institution' | 'county'; readonly application: number; readonly group: number; readonly more: number };

export interface Assigned {
  readonly kind: 'assigned';
  readonly panels: Panels;
  /** Sum of the fits of all pairs. */
  readonly objective: number;
  /** No assignment at all can have more; equal to the objective where it is proven the best. */
  readonly bound: number;
  readonly method: 'flow' | 'integer-programme';
}

export interface Impossible {
  readonly kind: 'impossible';
  readonly relaxations: readonly Relaxation[];
  /** Whether it is proven that no fewer units would do. */
  readonly isSmallest: boolean;
}

export type Assignment = Assigned | Impossible;

/** Members of one group of whom a panel may only have so many. */
export interface PanelGroup {
  readonly kind: 'institution' | 'county';
  readonly group: number;
  readonly most: number;
  /** Places in the list of experts given. */
  readonly members: readonly number[];
}

const shareOf = (size: number, oneIn: number): number => Math.max(1, Math.floor(size / oneIn));

/** Groups among some experts that could be too many in a panel of this size for the application. */
export function groupsAmong(problem: AssignmentProblem, application: number, size: number, columns: readonly number[]): PanelGroup[] {
  const { institutionOneIn, countyOneIn } = problem.rules;
  const county = problem.applications[application]?.county ?? null;
  const groups = new Map<string, { kind: PanelGroup['kind']; group: number; most: number; members: number[] }>();
  const put = (kind: PanelGroup['kind'], group: number, oneIn: number, place: number): void => {
    const key = `${kind} ${group}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { kind, group, most: shareOf(size, oneIn), members: [place] });
    else known.members.push(place);
  };
  for (const [place, column] of columns.entries()) {
    const expert = problem.experts[column];
    if (expert === undefined) continue;
    if (institutionOneIn !== null && expert.institution !== null) put('institution', expert.institution, institutionOneIn, place);
    if (countyOneIn !== null && county !== null && expert.county === county) put('county', county, countyOneIn, place);
  }
  return [...groups.values()].filter(({ members, most }) => members.length > most && most < size);
}

/** Whether a panel keeps what binds it as a whole. */
export function keepsRules(problem: AssignmentProblem, application: number, panel: readonly number[]): boolean {
  const hasFinancial = panel.some((expert) => problem.experts[expert]?.isFinancial === true);
  if (panel.length > 0 && problem.applications[application]?.needsFinancial === true && !hasFinancial) return false;
  return groupsAmong(problem, application, panel.length, panel).length === 0;
}

/** Whether anything may bind a panel as a whole. */
export const hasPanelRules = ({ rules, applications }: AssignmentProblem): boolean =>
  rules.institutionOneIn !== null || rules.countyOneIn !== null || applications.some(({ needsFinancial }) => needsFinancial);

export const fitOf = ({ fit, experts }: AssignmentProblem, application: number, expert: number): number =>
  fit[application * experts.length + expert] ?? never;

export function objectiveOf(problem: AssignmentProblem, panels: Panels): number {
  let sum = 0;
  for (const [application, panel] of panels.entries()) for (const expert of panel) sum += fitOf(problem, application, expert);
  return sum;
}

/** Refuses numbers on which the arithmetic would not be exact. */
export function requireSound({ applications, experts, fit }: AssignmentProblem): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 1_000_000;
  if (fit.length !== applications.length * experts.length) throw new RangeError('a fit for each pair is needed');
  if (!applications.every(({ reviewers }) => isCount(reviewers)) || !experts.every(({ cap }) => isCount(cap)))
    throw new RangeError('reviewers and caps are whole numbers');
  if (fit.some((value) => value < never || value > largestFit)) throw new RangeError(`a fit lies between 0 and ${largestFit}`);
}
