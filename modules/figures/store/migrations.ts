// Tables of the ledger of figures: entries that are never edited, roll-ups that the database derives, observations from documents.
import type { Migration } from '#platform/db/migration.ts';
import { boundTable } from '#platform/db/row-security.ts';
import { targets } from './migrations/002-targets.ts';
import { index } from './migrations/003-index.ts';
import { runningSums } from './migrations/004-running-sums.ts';
import { published } from './migrations/005-published.ts';
import { outsideBatches } from './migrations/006-outside-batches.ts';
import { yearSums } from './migrations/007-year-sums.ts';
import { postedSums } from './migrations/008-posted-sums.ts';
import { daysWithinMonths } from './migrations/009-days-within-months.ts';
import { differingSums } from './migrations/010-differing-sums.ts';

const ledger: Migration = {
  id: 'figures/001-ledger',
  sql: `
create schema figures;
grant usage on schema figures to kechuang_app;

create table figures.entry (
  id bigint generated always as identity primary key,
  root text not null,
  measure text not null,
  region text not null,
  -- Day on which what is counted happened; may lie ahead, as the expiry of a title does.
  day date not null,
  value numeric not null,
  party uuid,
  source_kind text not null,
  source_id text not null,
  note text,
  posted_at timestamptz not null default now(),
  posted_by uuid not null,
  -- The entry that this one takes back.
  reverses bigint unique references figures.entry
);
create index entry_by_measure on figures.entry (root, measure, region, day) include (value, posted_at);
create index entry_by_source on figures.entry (root, source_kind, source_id);
${boundTable('figures.entry', { region: 'region', party: 'party' }, ['insert'])}

create function figures.keep_entries() returns trigger language plpgsql as $$
begin
  raise exception '台账记录不能修改或删除，请以冲销和新记录更正' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_entries before update or delete or truncate on figures.entry for each statement execute function figures.keep_entries();

-- Monthly sums, kept by the database itself in the transaction of the entries: no program writes them, so they cannot say otherwise.
-- Writers that run side by side add to different shards and do not wait for each other.
create table figures.monthly (
  root text not null,
  measure text not null,
  region text not null,
  month date not null,
  shard smallint not null,
  value numeric not null,
  entries bigint not null,
  primary key (root, measure, region, month, shard)
);
alter table figures.monthly enable row level security;
grant select on figures.monthly to kechuang_app;
create policy reads on figures.monthly for select to kechuang_app using (
  root = (select current_setting('kechuang.root', true)) and (
    (select current_setting('kechuang.scope', true)) in ('root', 'system')
    or ((select current_setting('kechuang.scope', true)) = 'regions'
        and region = any ((select string_to_array(current_setting('kechuang.regions', true), ','))::text[]))));

create function figures.add_to_months() returns trigger language plpgsql security definer set search_path = figures, pg_temp as $$
begin
  insert into figures.monthly as m (root, measure, region, month, shard, value, entries)
  select root, measure, region, date_trunc('month', day)::date, (pg_backend_pid() % 8)::smallint, sum(value), count(*)
  from added group by root, measure, region, date_trunc('month', day)
  order by root, measure, region, date_trunc('month', day)
  on conflict (root, measure, region, month, shard)
  do update set value = m.value + excluded.value, entries = m.entries + excluded.entries;
  return null;
end $$;
create trigger add_to_months after insert on figures.entry referencing new table as added for each statement execute function figures.add_to_months();

-- Sums of a measure up to given days, by region. Every office of the root may know them, so that a county sees its rank and share; the
-- entries behind them stay within the office's own bounds. With \`known\`, only what had been posted by the end of that day counts.
create policy derives on figures.entry for select to current_user using (true);
create function figures.cumulative(asked_measures text[], asked_days date[], known date)
returns table (measure text, region text, day date, value numeric)
language plpgsql stable security definer set search_path = figures, pg_temp as $$
declare asked_root text := current_setting('kechuang.root', true);
begin
  if coalesce(current_setting('kechuang.scope', true), 'none') not in ('root', 'system', 'regions') then
    raise exception '无权查看指标' using errcode = 'insufficient_privilege';
  end if;
  if known is null then
    return query
      select s.measure, s.region, s.day, sum(s.value) from (
        select m.measure, m.region, d.day, m.value
        from unnest(asked_days) as d(day)
        join figures.monthly m on m.root = asked_root and m.measure = any (asked_measures) and m.month < date_trunc('month', d.day + 1)::date
        union all
        select e.measure, e.region, d.day, e.value
        from unnest(asked_days) as d(day)
        join figures.entry e on e.root = asked_root and e.measure = any (asked_measures)
          and e.day >= date_trunc('month', d.day + 1)::date and e.day <= d.day
      ) s group by s.measure, s.region, s.day;
  else
    return query
      select e.measure, e.region, d.day, sum(e.value)
      from unnest(asked_days) as d(day)
      join figures.entry e on e.root = asked_root and e.measure = any (asked_measures) and e.day <= d.day
        and e.posted_at < ((known + 1)::timestamp at time zone 'Asia/Shanghai')
      group by e.measure, e.region, d.day;
  end if;
end $$;
revoke all on function figures.cumulative(text[], date[], date) from public;
grant execute on function figures.cumulative(text[], date[], date) to kechuang_app;

create table figures.observation (
  id uuid primary key,
  root text not null,
  -- Indicator of the catalogue where it is known, and the name as the document has it.
  indicator text,
  indicator_name text not null,
  -- Place of which it speaks: a region code where known, and its name.
  region text,
  place text not null,
  period text not null,
  year integer,
  value numeric not null,
  unit text not null,
  kind text not null,
  bound text not null,
  precision numeric,
  status text not null,
  document uuid,
  document_name text not null,
  span_start integer,
  span_end integer,
  quote text,
  -- The reading before a person corrected it, null when it was accepted as read.
  read_as jsonb,
  accepted_at timestamptz not null,
  accepted_by uuid not null,
  accepted_by_name text not null,
  -- A revised outside value follows the one before; none is overwritten.
  supersedes uuid unique references figures.observation
);
create index observation_by_indicator on figures.observation (root, indicator, place, year);
create index observation_by_document on figures.observation (root, document, span_start);
${boundTable('figures.observation', {}, ['insert'])}
create trigger keep_observations before update or delete or truncate on figures.observation for each statement execute function figures.keep_entries();
`,
};

export const migrations: readonly Migration[] = [
  ledger,
  targets,
  index,
  runningSums,
  published,
  outsideBatches,
  yearSums,
  postedSums,
  daysWithinMonths,
  differingSums,
];
