// Row-level security as SQL text: the database itself keeps each actor within root, regions and party, even where a query forgets.
import { APP_ROLE, type ScopeRole } from './scope-roles.ts';

/** Reads a session setting once a statement (an init plan), not once a row. */
const setting = (name: string): string => `(select current_setting('kechuang.${name}', true))`;

export interface Bounds {
  /** Column with the county or zone code; a `regions` actor sees its own. */
  readonly region?: string;
  /** Column with the party id; a `party` actor sees its own. */
  readonly party?: string;
  /** Column with the account id of the expert to whom the row is assigned; an `expert` actor reads and updates its own, and no other. */
  readonly assignedTo?: string;
  /** SQL condition under which anyone, also the public, may read the row. */
  readonly publicWhen?: string;
  /** Further SQL condition that admits a row (e.g. an assignment to the expert who asks). */
  readonly alsoWhen?: string;
  /** Whether `party` actors may write their rows; default true. */
  readonly partyWrites?: boolean;
}

/** Guests are also the public and administrators, whose accounts must never pass for an expert's. */
const expertsOwn = (column: string): string =>
  `${setting('scope')} = 'expert' and ${column} = (select nullif(current_setting('kechuang.account', true), '')::uuid)`;

type Verb = 'select' | 'insert' | 'update' | 'delete';

const root = `root = ${setting('root')}`;
const nothing: readonly string[] = [];

/** Conditions that admit a row to a role for a verb, joined by «or»; none means that the role has no policy and sees nothing. */
function admits(role: ScopeRole, verb: Verb, bounds: Bounds): readonly string[] {
  const { region, party, assignedTo, publicWhen, alsoWhen, partyWrites = true } = bounds;
  const opened = verb === 'select' ? [publicWhen, alsoWhen].filter((condition) => condition !== undefined) : nothing;
  switch (role) {
    case 'kechuang_root':
      return ['true'];
    case 'kechuang_regions':
      return [
        ...(region === undefined
          ? []
          : [`${region} = any ((select string_to_array(current_setting('kechuang.regions', true), ','))::text[])`]),
        ...opened,
      ];
    case 'kechuang_party': {
      const own =
        party === undefined || (verb !== 'select' && !partyWrites)
          ? []
          : [`${party} = (select nullif(current_setting('kechuang.party', true), '')::uuid)`];
      return [...own, ...opened];
    }
    case 'kechuang_guest': {
      const assigned = assignedTo !== undefined && (verb === 'select' || verb === 'update');
      return [...(assigned ? [expertsOwn(assignedTo)] : []), ...opened];
    }
  }
}

function policy(table: string, role: ScopeRole, verb: Verb, bounds: Bounds): string[] {
  const conditions = admits(role, verb, bounds);
  if (conditions.length === 0) return [];
  const condition = conditions.includes('true') ? `(${root})` : `(${root} and (${conditions.map((one) => `(${one})`).join(' or ')}))`;
  const clauses: Readonly<Record<Verb, string>> = {
    select: `using ${condition}`,
    insert: `with check ${condition}`,
    update: `using ${condition} with check ${condition}`,
    delete: `using ${condition}`,
  };
  return [`create policy ${role}_${verb} on ${table} for ${verb} to ${role} ${clauses[verb]};`];
}

/**
 * SQL that puts a table under the session's bounds and grants it to the application role.
 * Every table must have a `root` column (its distribution key). `insert`, `update` and `delete` are granted as listed.
 * Each reach of sight has a policy of its own: in one policy that asks for the scope, the planner would take every bound for rare and choose
 * plans for a handful of rows.
 */
export function boundTable(
  table: string,
  bounds: Bounds,
  grants: readonly ('insert' | 'update' | 'delete')[] = ['insert', 'update', 'delete'],
): string {
  const roles: readonly ScopeRole[] = ['kechuang_root', 'kechuang_regions', 'kechuang_party', 'kechuang_guest'];
  const verbs: readonly Verb[] = ['select', ...grants];
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `grant select${grants.map((verb) => `, ${verb}`).join('')} on ${table} to ${APP_ROLE};`,
    ...verbs.flatMap((verb) => roles.flatMap((role) => policy(table, role, verb, bounds))),
  ].join('\n');
}

/** SQL that makes a module's schema and lets the application role enter it. */
export const moduleSchema = (name: string): string => `create schema ${name};\ngrant usage on schema ${name} to ${APP_ROLE};`;
