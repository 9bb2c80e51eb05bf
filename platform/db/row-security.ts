// Row-level security as SQL text: the database itself keeps each actor within root, regions and party, even where a query forgets.

/** Reads a session setting once a statement (an init plan), not once a row. */
const setting = (name: string): string => `(select current_setting('kechuang.${name}', true))`;

export interface Bounds {
  /** Column with the county or zone code; a `regions` actor sees its own. */
  readonly region?: string;
  /** Column with the party id; a `party` actor sees its own. */
  readonly party?: string;
  /** SQL condition under which anyone, also the public, may read the row. */
  readonly publicWhen?: string;
  /** Further SQL condition that admits a row (e.g. an assignment to the expert who asks). */
  readonly alsoWhen?: string;
  /** Whether `party` actors may write their rows; default true. */
  readonly partyWrites?: boolean;
}

/**
 * SQL that puts a table under the session's bounds and grants it to the application role.
 * Every table must have a `root` column (its distribution key). `insert`, `update` and `delete` are granted as listed.
 */
export function boundTable(
  table: string,
  bounds: Bounds,
  grants: readonly ('insert' | 'update' | 'delete')[] = ['insert', 'update', 'delete'],
): string {
  const own: string[] = [`${setting('scope')} in ('root', 'system')`];
  if (bounds.region !== undefined) {
    own.push(
      `(${setting('scope')} = 'regions' and ${bounds.region} = any ((select string_to_array(current_setting('kechuang.regions', true), ','))::text[]))`,
    );
  }
  const asParty =
    bounds.party === undefined
      ? []
      : [`(${setting('scope')} = 'party' and ${bounds.party} = (select nullif(current_setting('kechuang.party', true), '')::uuid))`];
  const read = [...own, ...asParty];
  if (bounds.publicWhen !== undefined) read.push(`(${bounds.publicWhen})`);
  if (bounds.alsoWhen !== undefined) read.push(`(${bounds.alsoWhen})`);
  const write = bounds.partyWrites === false ? own : [...own, ...asParty];
  const root = `root = ${setting('root')}`;
  const policies = [
    `create policy reads on ${table} for select to kechuang_app using (${root} and (${read.join(' or ')}));`,
    ...grants.map((verb) => {
      const condition = `(${root} and (${write.join(' or ')}))`;
      const clause =
        verb === 'insert'
          ? `with check ${condition}`
          : verb === 'delete'
            ? `using ${condition}`
            : `using ${condition} with check ${condition}`;
      return `create policy ${verb}s on ${table} for ${verb} to kechuang_app ${clause};`;
    }),
  ];
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `grant select${grants.map((verb) => `, ${verb}`).join('')} on ${table} to kechuang_app;`,
    ...policies,
  ].join('\n');
}

/** SQL that makes a module's schema and lets the application role enter it. */
export const moduleSchema = (name: string): string => `create schema ${name};\ngrant usage on schema ${name} to kechuang_app;`;
