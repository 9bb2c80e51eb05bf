// Three-valued logic: a rule is met, unmet or unknown, and unknown never turns into either by itself.
import { type Exact, Rational } from '../../exact/rational.ts';

export type Status = 'met' | 'unmet' | 'unknown';

/** A known truth as a status; null is unknown. */
export function statusOf(truth: boolean | null): Status {
  return truth === null ? 'unknown' : truth ? 'met' : 'unmet';
}

/** Unmet if any part is unmet, else unknown if any part is unknown, else met. */
export function all(...parts: readonly Status[]): Status {
  if (parts.includes('unmet')) return 'unmet';
  return parts.includes('unknown') ? 'unknown' : 'met';
}

/** Met if any part is met, else unknown if any part is unknown, else unmet. */
export function any(...parts: readonly Status[]): Status {
  if (parts.includes('met')) return 'met';
  return parts.includes('unknown') ? 'unknown' : 'unmet';
}

export function not(status: Status): Status {
  return status === 'unknown' ? status : status === 'met' ? 'unmet' : 'met';
}

/** `a ⇒ b`: only a known `a` asks for `b`. */
export function implies(a: Status, b: Status): Status {
  return any(not(a), b);
}

/** The status as true, false or null for a result document. */
export function truthOf(status: Status): boolean | null {
  return status === 'unknown' ? null : status === 'met';
}

export function verdictOf(status: Status): 'PASS' | 'FAIL' | 'UNKNOWN' {
  return status === 'unknown' ? 'UNKNOWN' : status === 'met' ? 'PASS' : 'FAIL';
}

export function isTrue(flag: boolean | null): Status {
  return statusOf(flag);
}

export function isFalse(flag: boolean | null): Status {
  return not(statusOf(flag));
}

/** Applies a test to values that must all be known. */
export function known<T extends readonly unknown[]>(
  values: readonly [...T],
  test: (...values: { [K in keyof T]: NonNullable<T[K]> }) => boolean,
): Status {
  if (values.some((value) => value === null || value === undefined)) return 'unknown';
  return statusOf(test(...(values as unknown as { [K in keyof T]: NonNullable<T[K]> })));
}

export function atLeast(value: Exact | null, limit: Exact | null): Status {
  return known([value, limit], (a, b) => Rational.of(a).isAtLeast(b));
}

export function atMost(value: Exact | null, limit: Exact | null): Status {
  return known([value, limit], (a, b) => Rational.of(a).isAtMost(b));
}

export function moreThan(value: Exact | null, limit: Exact | null): Status {
  return not(atMost(value, limit));
}

export function lessThan(value: Exact | null, limit: Exact | null): Status {
  return not(atLeast(value, limit));
}
