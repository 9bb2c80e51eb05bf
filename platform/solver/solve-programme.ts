// Solves linear and integer programmes given as LP text. It blocks its thread meanwhile: call it in a worker.
import highs from 'highs';

export interface SolvedProgramme {
  readonly status: 'optimal' | 'infeasible' | 'unfinished';
  readonly hasValues: boolean;
  readonly objective: number;
  readonly value: (column: string) => number;
}

type Solver = Awaited<ReturnType<typeof highs>>;
let loading: Promise<Solver> | undefined;

/** Exact to the last unit where the coefficients of the objective are whole numbers. */
export async function solveProgramme(text: string, seconds: number): Promise<SolvedProgramme> {
  loading ??= highs();
  const solution = (await loading).solve(text, { mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds, output_flag: false });
  const status = solution.Status === 'Optimal' ? 'optimal' : solution.Status === 'Infeasible' ? 'infeasible' : 'unfinished';
  const columns = solution.Columns as Readonly<Record<string, { readonly Primal?: number }>>;
  const hasValues = status !== 'infeasible' && Object.values(columns).some((column) => (column.Primal ?? 0) !== 0);
  return { status, hasValues, objective: solution.ObjectiveValue, value: (column) => columns[column]?.Primal ?? 0 };
}
