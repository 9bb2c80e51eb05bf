// Imports of workbooks: batches, the rows that a dry run has judged, and what undoing a batch needs.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const imports: Migration = {
  id: 'registry/005-imports',
  sql: `
create table registry.import_batch (
  root text not null,
  id uuid not null,
  -- Region of the office that imports: the root's own code for the city.
  region text not null,
  -- Which module's kind of import, e.g. registry/parties.
  kind text not null,
  options jsonb not null,
  file_name text not null,
  sha256 text not null,
  size bigint not null,
  sheet text not null,
  -- What was understood of the header; see importing/batch.ts.
  header jsonb not null,
  counts jsonb not null,
  status text not null check (status in ('checked', 'committed', 'undone')),
  checked_at timestamptz not null,
  account uuid not null,
  account_name text not null,
  committed_at timestamptz,
  committed_by text,
  undone_at timestamptz,
  undone_by text,
  undo_reason text,
  primary key (root, id)
);
create index import_batch_by_time on registry.import_batch (root, region, checked_at desc, id);
create index import_batch_by_kind on registry.import_batch (root, kind, checked_at desc, id);
${boundTable('registry.import_batch', { region: 'region' }, ['insert', 'update', 'delete'])}

-- Rows of a dry run. Unlogged: after a crash the file is simply checked again.
create unlogged table registry.import_row (
  root text not null,
  region text not null,
  batch uuid not null,
  row integer not null,
  hidden boolean not null default false,
  -- Typed values by column key; a key is absent when the cell says nothing.
  values jsonb not null,
  -- [{"column", "cell", "level": "error" | "warning", "message"}]
  problems jsonb not null default '[]',
  -- What the row means: its party and how that was found.
  party uuid,
  matched_by text,
  -- new, change, same, wrong.
  outcome text,
  -- {key: [before, after]}
  diff jsonb,
  -- Version of the record that the row was compared with.
  version integer,
  primary key (root, batch, row)
);
create index import_row_by_outcome on registry.import_row (root, batch, outcome, row);
${boundTable('registry.import_row', { region: 'region' }, ['insert', 'update', 'delete'])}

-- What each record said before the batch wrote it, and the version it got: a record changed since is not undone.
create table registry.import_undo (
  root text not null,
  region text not null,
  batch uuid not null,
  target text not null,
  key text not null,
  row integer not null,
  party uuid not null,
  before jsonb,
  version integer not null,
  primary key (root, batch, target, key)
);
${boundTable('registry.import_undo', { region: 'region' }, ['insert', 'update', 'delete'])}
`,
};
