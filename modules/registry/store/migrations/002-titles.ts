// Titles that parties hold, with their validity: the same title never twice at a time.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const titles: Migration = {
  id: 'registry/002-titles',
  sql: `
create table registry.title (
  root text not null,
  id uuid not null,
  region text not null,
  party uuid not null,
  kind text collate "C" not null,
  name text not null,
  level text not null check (level in ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY')),
  -- Name of the thing where a party may hold several of a kind at a time, such as laboratories; empty otherwise.
  label text not null default '',
  number text,
  from_on date not null,
  until_on date,
  status text not null default 'valid' check (status in ('valid', 'revoked', 'superseded')),
  -- First day on which a revoked or replaced title no longer holds.
  ended_on date,
  end_reason text,
  -- Last day on which it holds or held; infinity when there is none.
  held_until date not null generated always as (coalesce(least(ended_on - 1, until_on), 'infinity')) stored,
  -- Measures of the ledger in which the title counts while it holds.
  measures text[] not null default '{}',
  source_kind text not null,
  source_id text not null,
  version integer not null default 1,
  batch uuid,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  updated_at timestamptz not null default now(),
  primary key (root, id),
  foreign key (root, party) references registry.party (root, id) on delete cascade,
  check (until_on is null or until_on >= from_on),
  check ((status = 'valid') = (ended_on is null))
);
create index title_of on registry.title (root, party, from_on desc);
create index title_held on registry.title (root, kind, held_until, party);
create index title_expiring on registry.title (root, held_until, party);
create index title_number on registry.title (root, number) where number is not null;
create index title_of_batch on registry.title (root, batch) where batch is not null;
create index title_of_source on registry.title (root, source_kind, source_id);
${boundTable('registry.title', { region: 'region', party: 'party', partyWrites: false }, ['insert', 'update', 'delete'])}

-- The exclusion needs btree_gist, which PostgreSQL brings along; a database without it keeps the same rule by a trigger that locks the party.
do $do$
begin
  create extension if not exists btree_gist;
  execute $sql$
    alter table registry.title add constraint title_overlap exclude using gist
      (root with =, party with =, kind with =, level with =, label with =, daterange(from_on, until_on, '[]') with &&)
      where (status = 'valid')$sql$;
exception when undefined_file or insufficient_privilege or feature_not_supported then
  execute $sql$
    create function registry.refuse_overlap() returns trigger language plpgsql as $body$
    begin
      perform 1 from registry.party p where p.root = new.root and p.id = new.party for no key update;
      if exists (select 1 from registry.title t where t.root = new.root and t.party = new.party and t.kind = new.kind and t.level = new.level
          and t.label = new.label and t.id <> new.id and t.status = 'valid'
          and daterange(t.from_on, t.until_on, '[]') && daterange(new.from_on, new.until_on, '[]')) then
        raise exception 'conflicting title' using errcode = 'exclusion_violation', constraint = 'title_overlap';
      end if;
      return new;
    end $body$$sql$;
  execute $sql$
    create trigger title_overlap before insert or update on registry.title for each row when (new.status = 'valid')
      execute function registry.refuse_overlap()$sql$;
end $do$;
`,
};
