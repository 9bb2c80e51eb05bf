// The pairs that are looked at: the best few of each application first, more where they prove to matter.
import { type AssignmentProblem, largestFit, never } from './problem.ts';

/** Pairs by application: those of application `a` stand from `start[a]` up to `start[a + 1]`. */
export interface Candidates {
  readonly start: Int32Array;
  readonly application: Int32Array;
  readonly expert: Int32Array;
  readonly fit: Int32Array;
}

/** Which pairs of a problem are looked at; grows, never shrinks. */
export class CandidateSet {
  readonly #problem: AssignmentProblem;
  readonly #isIn: Uint8Array;
  /** Experts that each application may meet at all, the best first; among equals not always the same ones. */
  readonly #ranked: readonly Int32Array[];
  /** How many of them are in, from the best on. */
  readonly #taken: Int32Array;

  constructor(problem: AssignmentProblem, width: number) {
    this.#problem = problem;
    this.#isIn = new Uint8Array(problem.fit.length);
    this.#ranked = problem.applications.map((_, row) => this.#rank(row));
    this.#taken = new Int32Array(problem.applications.length);
    for (const row of problem.applications.keys()) this.widen(row, width);
  }

  /** Fit, a turn and the column in one number each, so that a plain sort of numbers ranks them. */
  #rank(row: number): Int32Array {
    const { fit, experts } = this.#problem;
    const columns = experts.length;
    const keys = new Float64Array(columns);
    let count = 0;
    for (let column = 0; column < columns; column += 1) {
      const value = fit[row * columns + column] ?? never;
      if (value === never) continue;
      const turn = (column * 7919 + row * 104_729) % columns;
      keys[count] = ((largestFit - value) * columns + turn) * columns + column;
      count += 1;
    }
    return Int32Array.from(keys.subarray(0, count).sort(), (key) => key % columns);
  }

  /** How many experts the application may meet at all. */
  possible(row: number): number {
    return this.#ranked[row]?.length ?? 0;
  }

  /** Takes in the best so many of an application; says whether any was new. */
  widen(row: number, width: number): boolean {
    const ranked = this.#ranked[row] ?? new Int32Array();
    let isWider = false;
    for (let place = this.#taken[row] ?? 0; place < Math.min(width, ranked.length); place += 1) {
      isWider = this.add(row, ranked[place] ?? 0) || isWider;
      this.#taken[row] = place + 1;
    }
    return isWider;
  }

  /** Twice as many as before; says whether any was new. */
  double(row: number): boolean {
    return this.widen(row, 2 * Math.max(1, this.#taken[row] ?? 0));
  }

  /** Takes a pair in that is admitted; says whether it was not in yet. */
  add(row: number, column: number): boolean {
    const place = row * this.#problem.experts.length + column;
    if (this.#isIn[place] === 1) return false;
    this.#isIn[place] = 1;
    return true;
  }

  /** Takes in every pair outside by which an assignment with these prices could still be improved; says how many. */
  addImproving(price: Float64Array): number {
    const { applications, experts, fit } = this.#problem;
    const columns = experts.length;
    let added = 0;
    for (let row = 0; row < applications.length; row += 1) {
      const base = largestFit + (price[row] ?? 0);
      for (let column = 0; column < columns; column += 1) {
        const value = fit[row * columns + column] as number;
        if (value === never || base - value - (price[applications.length + column] as number) >= 0) continue;
        if (this.add(row, column)) added += 1;
      }
    }
    return added;
  }

  list(): Candidates {
    const { applications, experts, fit } = this.#problem;
    const columns = experts.length;
    let count = 0;
    for (const flag of this.#isIn) count += flag;
    const found = {
      start: new Int32Array(applications.length + 1),
      application: new Int32Array(count),
      expert: new Int32Array(count),
      fit: new Int32Array(count),
    };
    let next = 0;
    for (let row = 0; row < applications.length; row += 1) {
      for (let place = row * columns; place < (row + 1) * columns; place += 1) {
        if (this.#isIn[place] !== 1) continue;
        found.application[next] = row;
        found.expert[next] = place - row * columns;
        found.fit[next] = fit[place] as number;
        next += 1;
      }
      found.start[row + 1] = next;
    }
    return found;
  }
}
