// Spot checks of those who hold a title: one row for each drawing, one for each that was drawn.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const spotChecks: Migration = {
  id: 'casework/007-spot-checks',
  sql: `
create table casework.spot_check (
  root text not null,
  id uuid not null,
  programme text not null,
  year integer not null,
  share numeric(5,4) not null check (share >= 0 and share <= 1),
  -- With the same seed and the same holders the draw can be repeated.
  seed text not null,
  holders integer not null,
  drawn_at timestamptz not null,
  drawn_by text not null,
  primary key (root, id)
);
create index spot_check_by_year on casework.spot_check (root, year desc, drawn_at desc);
${boundTable('casework.spot_check', { publicWhen: `(select current_setting('kechuang.scope', true)) = 'regions'` }, ['insert'])}

create table casework.spot_item (
  root text not null,
  id uuid not null,
  spot_check uuid not null,
  region text not null,
  party uuid not null,
  party_name text not null,
  uscc text,
  title uuid not null,
  number text,
  case_id uuid references casework.cases,
  picked_by text not null check (picked_by in ('risk', 'seed')),
  risks text[] not null default '{}',
  outcome text not null default 'waiting' check (outcome in ('waiting', 'passed', 'problem', 'revoked')),
  note text,
  checked_by text,
  checked_on date,
  version integer not null default 1,
  primary key (root, id),
  foreign key (root, spot_check) references casework.spot_check (root, id),
  check ((outcome = 'waiting') = (checked_on is null))
);
create index spot_item_of on casework.spot_item (root, spot_check, party_name, id);
create index spot_item_by_outcome on casework.spot_item (root, spot_check, outcome);
create index spot_item_by_region on casework.spot_item (root, spot_check, region);
create index spot_item_by_picked on casework.spot_item (root, spot_check, picked_by);
create index spot_item_party on casework.spot_item (root, party);
${boundTable('casework.spot_item', { region: 'region' }, ['insert', 'update'])}
`,
};
