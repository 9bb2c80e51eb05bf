// Tables of registers: rows as answers of a form, every version of them, the marks by which they are found, and records of a year.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable, moduleSchema } from '#platform/db/row-security.ts';

const bounded = ['row', 'version', 'mark', 'match_key', 'yearly'];

/** Rows of a register that few may see admit only who has entered its circle in this transaction, whatever else would admit them. */
const circle = (table: string): string =>
  ['kechuang_root', 'kechuang_regions', 'kechuang_party', 'kechuang_guest']
    .map(
      (role) => `create policy ${role}_circle on registers.${table} as restrictive for all to ${role}
  using (circle = '' or circle = any (string_to_array((select current_setting('kechuang.circles', true)), ',')));`,
    )
    .join('\n');

const rows: Migration = {
  id: 'registers/001-rows',
  sql: `
${moduleSchema('registers')}

create table registers.row (
  id uuid primary key,
  root text not null,
  -- The county or zone whose row it is; the root's own code for the city's.
  region text not null,
  register text not null,
  -- Permission without which nobody sees it; empty for most registers.
  circle text not null,
  -- Counties may read what the whole city has.
  shared boolean not null,
  title text not null,
  state text not null,
  party uuid,
  from_on date,
  until_on date,
  ended_on date,
  answers jsonb not null,
  version integer not null,
  batch uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null
);
create index row_by_change on registers.row (root, register, updated_at, id);
create index row_by_title on registers.row (root, register, title, id);
create index row_by_region on registers.row (root, register, region, title, id);
create index row_by_from on registers.row (root, register, from_on, id);
create index row_by_until on registers.row (root, register, until_on, id);
create index row_by_ended on registers.row (root, register, ended_on) where ended_on is not null;
create index row_by_party on registers.row (root, party) where party is not null;
create index row_by_batch on registers.row (root, batch) where batch is not null;
${boundTable('registers.row', { region: 'region' })}
create policy kechuang_regions_shared on registers.row for select to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and shared);

-- Who changed what when: each version whole, never altered. Year 0 is the row itself, others its records of a year.
create table registers.version (
  root text not null,
  region text not null,
  register text not null,
  circle text not null,
  shared boolean not null,
  row_id uuid not null,
  year integer not null,
  version integer not null,
  verb text not null check (verb in ('add', 'edit', 'import', 'undo', 'remove')),
  -- Null where the row or record was taken away.
  answers jsonb,
  party uuid,
  ended_on date,
  batch uuid,
  at timestamptz not null,
  account uuid not null,
  account_name text not null,
  reason text,
  primary key (row_id, year, version)
);
create index version_by_batch on registers.version (root, batch) where batch is not null;
${boundTable('registers.version', { region: 'region' }, ['insert'])}
create policy kechuang_regions_shared on registers.version for select to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and shared);
create function registers.keep_versions() returns trigger language plpgsql as $$
begin
  raise exception '台账的修改记录只能追加，不能修改或删除' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_versions before update or delete or truncate on registers.version for each statement execute function registers.keep_versions();

-- One line for each value by which a list may be filtered; see docs/decisions/marks-of-register-rows.md.
create table registers.mark (
  root text not null,
  region text not null,
  register text not null,
  circle text not null,
  shared boolean not null,
  row_id uuid not null references registers.row on delete cascade,
  field text not null,
  text text,
  number numeric,
  day date
);
create index mark_by_row on registers.mark (row_id);
create index mark_by_text on registers.mark (root, register, field, text, row_id) where text is not null;
create index mark_by_number on registers.mark (root, register, field, number, row_id) where number is not null;
create index mark_by_day on registers.mark (root, register, field, day, row_id) where day is not null;
${boundTable('registers.mark', { region: 'region' })}
create policy kechuang_regions_shared on registers.mark for select to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and shared);

-- By which an import recognises a row: the text in its plain form.
create table registers.match_key (
  root text not null,
  region text not null,
  register text not null,
  circle text not null,
  shared boolean not null,
  row_id uuid not null references registers.row on delete cascade,
  field text not null,
  key text not null
);
create index match_key_by_row on registers.match_key (row_id);
create index match_key_by_key on registers.match_key (root, register, field, key);
${boundTable('registers.match_key', { region: 'region' })}

create table registers.yearly (
  root text not null,
  region text not null,
  register text not null,
  circle text not null,
  shared boolean not null,
  row_id uuid not null references registers.row on delete cascade,
  year integer not null check (year between 1990 and 2100),
  answers jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (row_id, year)
);
create index yearly_by_year on registers.yearly (root, register, year);
${boundTable('registers.yearly', { region: 'region' })}
create policy kechuang_regions_shared on registers.yearly for select to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and shared);

-- What anyone may see of rows in force: their public fields and nothing else, so that no query can show more.
create table registers.public_row (
  root text not null,
  register text not null,
  row_id uuid primary key references registers.row on delete cascade,
  title text not null,
  until_on date,
  ended_on date,
  answers jsonb not null
);
create index public_row_by_title on registers.public_row (root, register, title, row_id);
${boundTable('registers.public_row', { publicWhen: 'true' })}
create policy kechuang_regions_keeps on registers.public_row for all to kechuang_regions
  using (root = (select current_setting('kechuang.root', true)) and exists (select 1 from registers.row r where r.id = row_id and not r.shared));

-- By which filters the marks of a register were made: where the declaration has changed they are made anew.
create table registers.marked (
  root text not null,
  register text not null,
  filters text not null,
  primary key (root, register)
);
${boundTable('registers.marked', {})}

${bounded.map(circle).join('\n')}
`,
};

export const migrations: readonly Migration[] = [rows];
