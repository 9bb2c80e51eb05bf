// «What would make it pass»: the smallest change of one answer that turns an unmet finding into a met one.
import { decimal, formatDecimal } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import type { Field } from '../fields/field.ts';
import type { AssessmentContext, Eligibility } from './eligibility.ts';
import type { Form } from './form.ts';
import type { Direction } from './rule.ts';

export interface Change {
  readonly key: string;
  readonly label: string;
  readonly from: number | string | boolean;
  readonly to: number | string | boolean;
}

/** How many steps of its smallest unit a field may be moved at most: beyond, no sensible advice exists. */
const farthest = 10n ** 15n;

interface Scale {
  toUnits(value: unknown): bigint | null;
  fromUnits(units: bigint): number | string;
}

/** Whole numbers and amounts can be searched by units: persons, fen. */
function scaleOf(field: Field): Scale | null {
  if (field.kind === 'integer') {
    return { toUnits: (value) => (typeof value === 'number' ? BigInt(value) : null), fromUnits: (units) => Number(units) };
  }
  if (field.kind === 'money') {
    return {
      toUnits: (value) => (typeof value === 'string' ? decimal(value).times(100).floor() : null),
      fromUnits: (units) => formatDecimal(Rational.of(units, 100n), 2),
    };
  }
  return null;
}

/** The smallest number of units in one direction for which `passes` holds, by doubling and halving; null when none is found. */
function fewestUnits(limit: bigint, passes: (units: bigint) => boolean): bigint | null {
  let high = 1n;
  while (high <= limit && !passes(high)) high *= 2n;
  if (high > limit) {
    if (limit <= 0n || !passes(limit)) return null;
    high = limit;
  }
  let low = high / 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * For one unmet rule, one change for each answer that it lets move, the others staying as they are. The search takes the rule as monotone in
 * each such answer; the result is always verified by assessing the changed answers, never derived from a formula of its own.
 */
export function nearestChanges(
  form: Form,
  eligibility: Eligibility,
  ruleId: string,
  answers: Readonly<Record<string, unknown>>,
  context: AssessmentContext,
): readonly Change[] {
  const rule = eligibility.rules.find((candidate) => candidate.id === ruleId);
  if (rule === undefined) return [];
  const met = (key: string, value: unknown): boolean =>
    eligibility.assess({ ...answers, [key]: value }, context).some((finding) => finding.rule === ruleId && finding.status === 'met');
  const changes: Change[] = [];
  for (const [path, direction] of Object.entries(rule.moves)) {
    const place = placeOf(form, answers, path);
    if (place === null) continue;
    const { label, field, from } = place;
    if (typeof from === 'boolean') {
      if (met(...place.changed(!from))) changes.push({ key: path, label, from, to: !from });
      continue;
    }
    const to = nearestNumber(field, from, direction, (value) => met(...place.changed(value)));
    if (to !== null && (typeof from === 'number' || typeof from === 'string')) changes.push({ key: path, label, from, to });
  }
  return changes;
}

interface Place {
  readonly field: Field;
  readonly label: string;
  readonly from: unknown;
  /** Key of the answer and its value after the change. */
  changed(value: unknown): [key: string, value: unknown];
}

/** An answer, or with `table.column` the last row's cell: in tables by year the last year is the one that can still be changed. */
function placeOf(form: Form, answers: Readonly<Record<string, unknown>>, path: string): Place | null {
  const [key = '', column] = path.split('.');
  const field = form.fields[key];
  const value = answers[key];
  if (field === undefined || value === undefined || value === null) return null;
  if (column === undefined) return { field, label: field.label, from: value, changed: (to) => [key, to] };
  const cell = field.columns?.[column];
  if (cell === undefined || !Array.isArray(value) || value.length === 0) return null;
  const rows = value as readonly Record<string, unknown>[];
  const last = rows[rows.length - 1] ?? {};
  if (last[column] === undefined || last[column] === null) return null;
  return {
    field: cell,
    label: `${field.label}末行${cell.label}`,
    from: last[column],
    changed: (to) => [key, [...rows.slice(0, -1), { ...last, [column]: to }]],
  };
}

function nearestNumber(
  field: Field,
  from: unknown,
  direction: Direction,
  passes: (value: number | string) => boolean,
): number | string | null {
  const scale = scaleOf(field);
  const start = scale?.toUnits(from) ?? null;
  if (scale === null || start === null) return null;
  const up = direction === 'down' ? null : fewestUnits(farthest, (units) => passes(scale.fromUnits(start + units)));
  const down = direction === 'up' ? null : fewestUnits(start, (units) => passes(scale.fromUnits(start - units)));
  if (up !== null && (down === null || up <= down)) return scale.fromUnits(start + up);
  return down === null ? null : scale.fromUnits(start - down);
}
