// Parties, what has changed about them, who has merged into whom, and their contacts.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable, moduleSchema } from '#platform/db/row-security.ts';

export const parties: Migration = {
  id: 'registry/001-parties',
  sql: `
${moduleSchema('registry')}

create table registry.party (
  root text not null,
  id uuid not null,
  region text not null,
  kind text not null check (kind in ('enterprise', 'institution', 'person')),
  name text not null check (name <> ''),
  -- Comparable forms of the name; see model/name-keys.ts, model/pinyin.ts and model/search-words.ts.
  name_key text collate "C" not null,
  core_key text collate "C" not null,
  spelling text collate "C" not null,
  initials text collate "C" not null,
  words tsvector not null,
  uscc text collate "C" check (uscc ~ '^[0-9A-Z]{18}$'),
  uscc_check text check (uscc_check in ('ok', 'warning', 'confirmed')),
  uscc_note text,
  legal_person text,
  address text,
  registered_capital numeric(18,2) check (registered_capital >= 0),
  founded_on date,
  industry text collate "C",
  field text collate "C",
  -- 大型, 中型, 小型 or 微型 by the statistical standard, and whether it reports as a unit above the scale line.
  scale text check (scale in ('large', 'medium', 'small', 'micro')),
  above_scale boolean,
  status text not null default 'active' check (status in ('active', 'moved', 'cancelled', 'revoked', 'merged')),
  merged_into uuid,
  version integer not null default 1,
  batch uuid,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  updated_at timestamptz not null default now(),
  primary key (root, id),
  foreign key (root, merged_into) references registry.party (root, id),
  check ((uscc is null) = (uscc_check is null)),
  check ((status = 'merged') = (merged_into is not null)),
  check (merged_into <> id)
);
create unique index party_uscc on registry.party (root, uscc) where status <> 'merged';
create index party_by_name on registry.party (root, name, id) where status <> 'merged';
create index party_by_region on registry.party (root, region, name, id) where status <> 'merged';
create index party_by_status on registry.party (root, status, name, id) where status <> 'merged';
create index party_by_industry on registry.party (root, industry, name, id) where status <> 'merged';
create index party_by_field on registry.party (root, field, name, id) where status <> 'merged';
create index party_by_founding on registry.party (root, founded_on, id) where status <> 'merged';
create index party_by_change on registry.party (root, updated_at, id) where status <> 'merged';
create index party_with_doubtful_code on registry.party (root, name, id) where uscc_check = 'warning' and status <> 'merged';
-- Small, so that counting everything that an actor sees reads little.
create index party_counted on registry.party (root, region, kind) where status <> 'merged';
create index party_by_key on registry.party (root, name_key) where status <> 'merged';
create index party_by_core on registry.party (root, core_key) where status <> 'merged';
create index party_by_principal on registry.party (root, legal_person) where legal_person is not null and status <> 'merged';
create index party_words on registry.party using gin (words);
create index party_merged on registry.party (root, merged_into) where merged_into is not null;
create index party_of_batch on registry.party (root, batch) where batch is not null;
${boundTable('registry.party', { region: 'region', party: 'id' }, ['insert', 'update', 'delete'])}

-- One line for each thing that has changed: names, regions, states, codes.
create table registry.party_change (
  root text not null,
  id uuid not null,
  region text not null,
  party uuid not null,
  field text not null,
  before text,
  after text,
  -- Key of a former name, by which an old document still finds the party.
  name_key text collate "C",
  changed_on date not null,
  at timestamptz not null default now(),
  account uuid not null,
  account_name text not null,
  reason text,
  batch uuid,
  primary key (root, id),
  foreign key (root, party) references registry.party (root, id) on delete cascade
);
create index party_change_of on registry.party_change (root, party, at desc);
create index party_change_former_name on registry.party_change (root, name_key) where field = 'name';
create index party_change_of_batch on registry.party_change (root, batch) where batch is not null;
${boundTable('registry.party_change', { region: 'region', party: 'party' }, ['insert', 'update', 'delete'])}

create table registry.merger (
  root text not null,
  id uuid not null,
  region text not null,
  survivor uuid not null,
  absorbed uuid not null,
  absorbed_name text not null,
  absorbed_uscc text,
  -- How much of each kind moved, e.g. {"titles": 2}.
  moved jsonb not null,
  reason text not null,
  at timestamptz not null default now(),
  account uuid not null,
  account_name text not null,
  primary key (root, id),
  unique (root, absorbed),
  foreign key (root, survivor) references registry.party (root, id),
  foreign key (root, absorbed) references registry.party (root, id)
);
create index merger_of on registry.merger (root, survivor, at desc);
${boundTable('registry.merger', { region: 'region', party: 'survivor', partyWrites: false }, ['insert', 'update'])}

create table registry.contact (
  root text not null,
  id uuid not null,
  region text not null,
  party uuid not null,
  duty text not null check (duty in ('principal', 'manager', 'liaison', 'finance', 'technology')),
  -- What may be seen by whoever sees the party.
  name_mask text not null,
  phone_mask text,
  email_mask text,
  id_mask text,
  -- Name, telephone, e-mail and resident's number as one sealed text.
  sealed text not null,
  is_primary boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (root, id),
  foreign key (root, party) references registry.party (root, id) on delete cascade
);
create index contact_of on registry.contact (root, party);
create unique index contact_primary on registry.contact (root, party) where is_primary;
${boundTable('registry.contact', { region: 'region', party: 'party' }, ['insert', 'update', 'delete'])}
`,
};
