// Audit of form 107-1 row by row, and of the people behind it (A01–A09, A26).
import {
  all,
  any,
  atLeast,
  atMost,
  known,
  type Month,
  monthOf,
  moreThan,
  not,
  type Rational,
  type Status,
  statusOf,
  sumOf,
} from '../frame/index.ts';
import type { AuditInput, ProjectRow } from './input.ts';
import { type AuditLevel, allOf, type Outcome, outcome } from './outcome.ts';

/** The AND over all rows; without the form nothing is known. */
function overRows({ form1071 }: AuditInput, level: AuditLevel, test: (row: ProjectRow) => Status): Outcome {
  if (form1071 === null) return outcome(level, 'unknown');
  return allOf(
    level,
    form1071.map((row) => [row.projectName, test(row)]),
  );
}

const chineseCharacter = /[\u3400-\u4dbf\u4e00-\u9fff]/gu;
const separatorOrSymbol = /[\p{Z}\p{P}\p{S}\p{C}]/u;

function hasProperName({ projectName }: ProjectRow): boolean {
  return (projectName.match(chineseCharacter) ?? []).length >= 5 && !separatorOrSymbol.test(projectName);
}

function properAndUniqueName(input: AuditInput): (row: ProjectRow) => Status {
  const count = new Map<string, number>();
  for (const { projectName } of input.form1071 ?? []) count.set(projectName, (count.get(projectName) ?? 0) + 1);
  return (row) => statusOf(hasProperName(row) && count.get(row.projectName) === 1);
}

/** An end date left empty is no mistake. */
function isInYear(row: ProjectRow, first: Month, last: Month): Status {
  const started = atMost(row.startMonth, last);
  if (row.endMonth === null) return started;
  return all(started, atLeast(row.endMonth, first), atMost(row.startMonth, row.endMonth));
}

/** Only a project that reaches beyond the year names its stage. */
function stageFitsDuration(row: ProjectRow, first: Month, last: Month): Status {
  const crossesYear = any(not(atLeast(row.startMonth, first)), moreThan(row.endMonth, last));
  return row.stage === null ? not(crossesYear) : crossesYear;
}

function isShortEnough({ startMonth, endMonth }: ProjectRow): Status {
  return endMonth === null ? 'met' : known([startMonth], (start) => endMonth - start <= 60);
}

function notAVagueNewProduct({ resultForm, objective }: ProjectRow): Status {
  return not(
    all(
      known([resultForm], (form) => form === 'NEW_PRODUCT'),
      known([objective], (aim) => aim === 9),
    ),
  );
}

/** A07: nobody works more than twelve months in a year, over all projects. */
function personMonths({ roster }: AuditInput): Outcome {
  if (roster === null) return outcome('hard', 'unknown');
  const monthsOf = new Map<string, (Rational | null)[]>();
  for (const { personId, months } of roster) monthsOf.set(personId, [...(monthsOf.get(personId) ?? []), months]);
  return allOf(
    'hard',
    [...monthsOf].map(([personId, months]) => [personId, atMost(sumOf(months), 12)]),
  );
}

export function projectOutcomes(input: AuditInput) {
  const [first, last] = [monthOf(input.statYear, 1), monthOf(input.statYear, 12)];
  const others = input.otherFirmProjectNames === null ? null : new Set(input.otherFirmProjectNames);
  return {
    A01: overRows(input, 'hard', properAndUniqueName(input)),
    A02: overRows(input, 'hard', (row) => isInYear(row, first, last)),
    A03: overRows(input, 'hard', (row) => stageFitsDuration(row, first, last)),
    A04: overRows(input, 'soft', isShortEnough),
    A05: overRows(input, 'hard', ({ people, personMonths: months, expense }) =>
      all(...[people, months, expense].map((n) => moreThan(n, 0))),
    ),
    A06: overRows(input, 'hard', ({ people, personMonths: months }) => atMost(months, people === null ? null : people * 12)),
    A07: personMonths(input),
    A08: overRows(input, 'hard', ({ governmentFund, expense }) => atMost(governmentFund, expense)),
    A09: overRows(input, 'soft', notAVagueNewProduct),
    A26: overRows(input, 'soft', ({ projectName }) => known([others], (names) => !names.has(projectName))),
  };
}
