// The table of what the bureau has set about public money, one row a version.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const parameters: Migration = {
  id: 'funds/004-parameters',
  sql: `
create table funds.parameters (
  root text not null,
  version integer not null check (version > 0),
  set jsonb not null,
  why text not null check (btrim(why) <> ''),
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  primary key (root, version)
);
${boundTable('funds.parameters', { alsoWhen: 'true' }, ['insert'])}
`,
};
