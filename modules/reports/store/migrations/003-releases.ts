// Signed reports that are laid open to anyone: the frozen copy once more, beside the report that nobody may change.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const releases: Migration = {
  id: 'reports/003-releases',
  sql: `
create table reports.release (
  report uuid primary key references reports.work,
  root text not null,
  region text not null,
  year integer not null,
  kind text not null,
  title text not null,
  frozen jsonb not null,
  known date not null,
  digest text not null,
  signed_at timestamptz not null,
  released_on date not null,
  released_by uuid not null,
  released_by_name text not null,
  withdrawn_why text
);
create index release_by_year on reports.release (root, year desc, report) where withdrawn_why is null;
${boundTable('reports.release', { region: 'region', publicWhen: 'withdrawn_why is null' }, ['insert', 'update'])}
`,
};
