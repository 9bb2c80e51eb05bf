// Who holds a share of whom or controls whom, and what anyone who is asked may know of how two parties are related.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';

export const relations: Migration = {
  id: 'registry/010-relations',
  sql: `
create table registry.party_relation (
  root text not null,
  id uuid not null,
  -- Region and party of whom is held: its county sees it.
  region text not null,
  held uuid not null,
  -- Null for a holder that is no party of the register, known by name alone.
  holder uuid,
  holder_name text not null check (holder_name <> ''),
  -- namesake: heads of the same name who are two persons.
  kind text not null check (kind in ('shareholding', 'control', 'namesake')),
  share numeric(9,8) check (share > 0 and share <= 1),
  from_on date not null,
  until_on date check (until_on >= from_on),
  source text not null check (source <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (root, id),
  foreign key (root, held) references registry.party (root, id),
  foreign key (root, holder) references registry.party (root, id),
  check ((kind = 'shareholding') = (share is not null)),
  check (holder is null or holder <> held),
  check (kind <> 'namesake' or holder is not null)
);
create index relation_by_held on registry.party_relation (root, held, from_on desc, id);
create index relation_by_holder on registry.party_relation (root, holder) where holder is not null;
${boundTable('registry.party_relation', { region: 'region', party: 'held', partyWrites: false }, ['insert', 'update'])}

create function registry.follow_relation_region() returns trigger language plpgsql as $$
begin
  update registry.party_relation t set region = n.region from new_rows n join old_rows o using (root, id)
    where n.region <> o.region and t.root = n.root and t.held = n.id;
  return null;
end $$;
create trigger follow_relation_region after update on registry.party
  referencing old table as old_rows new table as new_rows for each statement execute function registry.follow_relation_region();

-- Two parties may lie in two counties, and a firm sees itself alone, yet whether they are related must be told to either before it applies.
-- Only what bears on the two that are asked leaves this function, and only to staff and to one of the two.
create policy relates on registry.party_relation for select to current_user using (true);
create policy relates on registry.party for select to current_user using (true);
create function registry.relation_facts(asked_one uuid, asked_other uuid, asked_day date) returns jsonb
language plpgsql stable security definer set search_path = registry, pg_temp as $$
declare
  asked_root text := current_setting('kechuang.root', true);
  one uuid; other uuid; one_name text; other_name text; one_head text; other_head text;
begin
  if current_setting('kechuang.scope', true) not in ('root', 'system', 'regions')
    and coalesce(nullif(current_setting('kechuang.party', true), '')::uuid, gen_random_uuid()) not in (asked_one, asked_other) then
    raise exception '无权查看主体之间的关系' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(p.merged_into, p.id) into one from registry.party p where p.root = asked_root and p.id = asked_one;
  select coalesce(p.merged_into, p.id) into other from registry.party p where p.root = asked_root and p.id = asked_other;
  select p.name, p.legal_person into one_name, one_head from registry.party p where p.root = asked_root and p.id = one;
  select p.name, p.legal_person into other_name, other_head from registry.party p where p.root = asked_root and p.id = other;
  return jsonb_build_object(
    'one', jsonb_build_object('id', one, 'name', one_name, 'head', one_head),
    'other', jsonb_build_object('id', other, 'name', other_name, 'head', other_head),
    'relations', coalesce((
      select jsonb_agg(jsonb_build_object('held', r.held, 'holder', r.holder, 'holderName', r.holder_name, 'kind', r.kind, 'share', r.share::text)
        order by r.held, r.from_on, r.id)
      from registry.party_relation r
      where r.root = asked_root and r.held in (one, other) and r.from_on <= asked_day and (r.until_on is null or r.until_on >= asked_day)), '[]'));
end $$;
revoke all on function registry.relation_facts(uuid, uuid, date) from public;
grant execute on function registry.relation_facts(uuid, uuid, date) to kechuang_app;
`,
};
