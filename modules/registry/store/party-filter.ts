// Turns what a list is asked for into conditions that an index serves.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { industries } from '#vocabularies/industries/industries.ts';
import { childTerms, findTerm } from '#vocabularies/vocabulary.ts';
import { readQuery, type Way } from '../model/search-words.ts';
import type { FinanceSummaryRow, PartyRow } from './tables.ts';

export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Filters of the list of parties; absent means not asked for. */
export interface PartyFilter {
  readonly q?: string;
  readonly kind?: readonly string[];
  readonly status?: readonly string[];
  readonly region?: readonly string[];
  /** Sections (`C`) or divisions (`39`). */
  readonly industry?: readonly string[];
  /** High-tech fields of any level; those below are meant too. */
  readonly field?: readonly string[];
  readonly scale?: readonly string[];
  /** Holds one of these titles today. */
  readonly title?: readonly string[];
  /** A title (of those asked for, or any) that holds today ends within these days. */
  readonly expiring?: DayRange;
  readonly founded?: DayRange;
  /** Sales of the latest known year, yuan. */
  readonly sales?: DayRange;
  /** Doubtful credit code, or sources that disagree. */
  readonly warned?: boolean;
  readonly batch?: string;
}

export interface ListTables {
  p: PartyRow;
  f: { [K in keyof FinanceSummaryRow]: FinanceSummaryRow[K] | null };
}
type Builder = ExpressionBuilder<ListTables, 'p' | 'f'>;
type Condition = Expression<SqlBool>;

const columnOf = { name: sql.ref('p.name_key'), initials: sql.ref('p.initials'), spelling: sql.ref('p.spelling') } as const;

/** Keys hold letters and digits only, so no wildcard can hide in them. */
const wayCondition = ({ words, contains }: Way): Condition =>
  contains === null
    ? sql<SqlBool>`p.words @@ ${words}::tsquery`
    : sql<SqlBool>`(p.words @@ ${words}::tsquery and ${columnOf[contains.column]} like ${`%${contains.text}%`})`;

/** Everything that begins with the prefix; a range, so that a prepared plan can use the index whatever the text. */
const beginsWith = (column: 'uscc' | 'industry' | 'field', prefix: string): Condition => {
  const last = prefix.charCodeAt(prefix.length - 1);
  const end = prefix.slice(0, -1) + String.fromCharCode(last + 1);
  return sql<SqlBool>`(${sql.ref(`p.${column}`)} >= ${prefix} and ${sql.ref(`p.${column}`)} < ${end})`;
};

export function textCondition(text: string): Condition {
  const query = readQuery(text);
  if (query.kind === 'nothing') return sql<SqlBool>`false`;
  const ways = query.ways.map(wayCondition);
  if (query.kind === 'code') ways.unshift(beginsWith('uscc', query.prefix));
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

const anyOf = (conditions: readonly Condition[]): Condition => sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;

const divisionsOf = (code: string): readonly string[] => {
  const divisions = childTerms(industries, code).map((term) => term.code);
  return divisions.length > 0 ? divisions : findTerm(industries, code) === undefined && !/^\d{2,4}$/.test(code) ? [] : [code];
};

function industryCondition(codes: readonly string[]): Condition {
  const divisions = [...new Set(codes.flatMap(divisionsOf))];
  return divisions.length === 0 ? sql<SqlBool>`false` : anyOf(divisions.map((code) => beginsWith('industry', code)));
}

function titleCondition(filter: PartyFilter, today: string): Condition | null {
  const { title, expiring } = filter;
  if (title === undefined && expiring === undefined) return null;
  const from = expiring?.from !== undefined && expiring.from !== null && expiring.from > today ? expiring.from : today;
  return sql<SqlBool>`exists (select 1 from registry.title t where t.root = p.root and t.party = p.id and t.from_on <= ${today}
    and t.held_until >= ${from}
    ${expiring === undefined ? sql`` : sql`and t.held_until < 'infinity'`}
    ${expiring?.to == null ? sql`` : sql`and t.held_until <= ${expiring.to}`}
    ${title === undefined ? sql`` : sql`and t.kind = any(${title})`})`;
}

/** A union of two small indexed sets: an OR over both tables would read everything. */
const warnedCondition: Condition = sql<SqlBool>`p.id in (
  select w.id from registry.party w where w.uscc_check = 'warning' and w.status <> 'merged'
  union all select s.party from registry.finance_summary s where s.conflicts > 0)`;

const bounds = (column: string, range: DayRange, type: 'date' | 'numeric'): Condition[] => [
  ...(range.from === null ? [] : [sql<SqlBool>`${sql.ref(column)} >= ${range.from}::${sql.raw(type)}`]),
  ...(range.to === null ? [] : [sql<SqlBool>`${sql.ref(column)} <= ${range.to}::${sql.raw(type)}`]),
];

/** All conditions of a filter; merged parties are never listed. */
export function partyConditions(filter: PartyFilter, today: string) {
  return (eb: Builder): Condition => {
    const all: Condition[] = [sql<SqlBool>`p.status <> 'merged'`];
    const within = (column: 'kind' | 'status' | 'region' | 'scale', values: readonly string[] | undefined): void => {
      const [only, ...others] = values ?? [];
      if (only === undefined) return;
      // One value as a plain equality: the index then also gives the order of the list.
      all.push(
        others.length === 0 ? sql<SqlBool>`${sql.ref(`p.${column}`)} = ${only}` : sql<SqlBool>`${sql.ref(`p.${column}`)} = any(${values})`,
      );
    };
    within('kind', filter.kind);
    within('status', filter.status);
    within('region', filter.region);
    within('scale', filter.scale);
    if (filter.q !== undefined && filter.q.trim() !== '') all.push(textCondition(filter.q));
    if (filter.industry !== undefined) all.push(industryCondition(filter.industry));
    if (filter.field !== undefined) all.push(anyOf(filter.field.map((code) => beginsWith('field', code))));
    const titles = titleCondition(filter, today);
    if (titles !== null) all.push(titles);
    if (filter.founded !== undefined) all.push(...bounds('p.founded_on', filter.founded, 'date'));
    if (filter.sales !== undefined) all.push(...bounds('f.sales', filter.sales, 'numeric'));
    if (filter.warned === true) all.push(warnedCondition);
    if (filter.warned === false) all.push(sql<SqlBool>`not (${warnedCondition})`);
    if (filter.batch !== undefined) all.push(sql<SqlBool>`p.batch = ${filter.batch}::uuid`);
    return eb.and(all);
  };
}
