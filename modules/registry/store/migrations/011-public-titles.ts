// Titles as anyone may read them: who holds what from when to when, of legal persons alone, kept by the database beside the titles themselves.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

const shown = (rows: string): string => `
  insert into registry.public_title (root, id, region, kind, name, level, label, number, holder, uscc, from_on, until_on, held_until)
  select t.root, t.id, t.region, t.kind, t.name, t.level, t.label, t.number, p.name, p.uscc, t.from_on, t.until_on, t.held_until
  from ${rows} t join registry.party p on p.root = t.root and p.id = t.party
  where p.kind <> 'person'
  on conflict (root, id) do update set region = excluded.region, name = excluded.name, level = excluded.level, label = excluded.label,
    number = excluded.number, holder = excluded.holder, uscc = excluded.uscc, from_on = excluded.from_on, until_on = excluded.until_on,
    held_until = excluded.held_until;`;

export const publicTitles: Migration = {
  id: 'registry/011-public-titles',
  sql: `
create table registry.public_title (
  root text not null,
  id uuid not null,
  region text not null,
  kind text collate "C" not null,
  name text not null,
  level text not null,
  label text not null,
  number text,
  holder text not null,
  uscc text collate "C",
  from_on date not null,
  until_on date,
  held_until date not null,
  primary key (root, id)
);
create index public_title_by_day on registry.public_title (root, kind, from_on desc, id desc);
create index public_title_held on registry.public_title (root, held_until, kind);
create index public_title_by_code on registry.public_title (root, uscc) where uscc is not null;
${boundTable('registry.public_title', { region: 'region', publicWhen: 'true' }, ['insert', 'update', 'delete'])}

-- The owner fills it once from what is there; afterwards it follows every change.
alter table registry.title no force row level security;
alter table registry.party no force row level security;
alter table registry.public_title no force row level security;
${shown('registry.title')}
alter table registry.title force row level security;
alter table registry.party force row level security;
alter table registry.public_title force row level security;

create function registry.show_titles() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from registry.public_title s using old_rows o where s.root = o.root and s.id = o.id;
    return null;
  end if;
${shown('new_rows')}
  return null;
end $$;
create trigger show_new after insert on registry.title referencing new table as new_rows for each statement execute function registry.show_titles();
create trigger show_changed after update on registry.title referencing new table as new_rows for each statement execute function registry.show_titles();
create trigger show_no_more after delete on registry.title referencing old table as old_rows for each statement execute function registry.show_titles();

create function registry.show_holders() returns trigger language plpgsql as $$
begin
  update registry.public_title s set holder = n.name, uscc = n.uscc
    from new_rows n join old_rows o using (root, id) join registry.title t on t.root = n.root and t.party = n.id
    where (n.name, n.uscc) is distinct from (o.name, o.uscc) and s.root = t.root and s.id = t.id;
  return null;
end $$;
create trigger show_holders after update on registry.party
  referencing old table as old_rows new table as new_rows for each statement execute function registry.show_holders();
`,
};
