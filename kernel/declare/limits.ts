// Limits: the numbers that policy sets, each dated and cited; a new policy adds a line and edits none.
import type { Citation } from './citation.ts';

export interface DatedLimit {
  /** First day on which it holds, `YYYY-MM-DD`. */
  readonly since: string;
  /** Exact decimal string. */
  readonly value: string;
  readonly cites: Citation;
}

export type Limits = Readonly<Record<string, readonly DatedLimit[]>>;

/** Values of all limits on one day, by name. */
export type LimitValues<L extends Limits> = { readonly [K in keyof L]: string };

export function since(day: string, value: string, cites: Citation): DatedLimit {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`A limit's first day must be written YYYY-MM-DD, not ${day}`);
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new Error(`A limit must be a decimal string, not ${value}`);
  return { since: day, value, cites };
}

/** Checks that the lines of each limit stand in order of their days. */
export function defineLimits<const L extends Limits>(limits: L): L {
  for (const [name, lines] of Object.entries(limits)) {
    if (lines.length === 0) throw new Error(`Limit ${name} has no line`);
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1];
      if (before !== undefined && before.since >= line.since)
        throw new Error(`Limit ${name}: ${line.since} must come after ${before.since}`);
    }
  }
  return limits;
}

/** The values in force on a day; a call may override those that a city is free to set. */
export function limitsOn<L extends Limits>(limits: L, day: string, overrides: Readonly<Record<string, string>> = {}): LimitValues<L> {
  const values: Record<string, string> = {};
  for (const [name, lines] of Object.entries(limits)) {
    const line = lines.findLast((candidate) => candidate.since <= day);
    if (line === undefined) throw new Error(`Limit ${name} is not set on ${day}`);
    values[name] = overrides[name] ?? line.value;
  }
  return values as LimitValues<L>;
}
