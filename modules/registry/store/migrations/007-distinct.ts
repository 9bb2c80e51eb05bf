// Pairs that look alike and that a person has found to be two: they are not proposed for merging again.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const distinct: Migration = {
  id: 'registry/007-distinct',
  sql: `
create table registry.distinct_pair (
  root text not null,
  -- The smaller id first.
  one uuid not null,
  other uuid not null,
  reason text not null,
  at timestamptz not null default now(),
  account uuid not null,
  account_name text not null,
  primary key (root, one, other),
  check (one < other),
  foreign key (root, one) references registry.party (root, id) on delete cascade,
  foreign key (root, other) references registry.party (root, id) on delete cascade
);
${boundTable('registry.distinct_pair', {}, ['insert', 'delete'])}
`,
};
