// Sums of twelve months in one row, kept in the transaction of the entries; a whole grid is read from them as one text for each measure.
import type { Migration } from '#platform/db/migration.ts';

const months = Array.from({ length: 12 }, (_, i) => `m${i + 1}`);
const each = (of: (month: string, n: number) => string, by = ', '): string => months.map((month, i) => of(month, i + 1)).join(by);

export const yearSums: Migration = {
  id: 'figures/007-year-sums',
  sql: `
create table figures.year_sums (
  root text not null,
  measure text not null,
  region text not null,
  year smallint not null,
  -- Writers that run side by side add to different lanes and do not wait for each other; one alone stays in the first.
  lane smallint not null,
  ${each((month) => `${month} numeric not null default 0`, ',\n  ')},
  entries bigint not null,
  primary key (root, measure, region, year, lane)
) with (fillfactor = 80);
alter table figures.year_sums enable row level security;
grant select on figures.year_sums to kechuang_app;
create policy reads on figures.year_sums for select to kechuang_app using (
  root = (select current_setting('kechuang.root', true)) and (
    (select current_setting('kechuang.scope', true)) in ('root', 'system')
    or ((select current_setting('kechuang.scope', true)) = 'regions'
        and region = any ((select string_to_array(current_setting('kechuang.regions', true), ','))::text[]))));

insert into figures.year_sums (root, measure, region, year, lane, ${months.join(', ')}, entries)
select root, measure, region, extract(year from month), 0,
  ${each((_, n) => `coalesce(sum(value) filter (where extract(month from month) = ${n}), 0)`)}, sum(entries)
from figures.monthly group by root, measure, region, extract(year from month);

-- The first lane in which no other transaction writes. Should all be taken, writers of the same measure, region and year wait for each other.
create function figures.free_lane(of_root text) returns smallint language plpgsql as $$
begin
  for lane in 0..15 loop
    if pg_try_advisory_xact_lock(hashtext('figures.year_sums ' || of_root), lane) then return lane; end if;
  end loop;
  return pg_backend_pid() % 16;
end $$;

create or replace function figures.add_to_months() returns trigger language plpgsql security definer set search_path = figures, pg_temp as $$
declare
  free smallint := figures.free_lane(coalesce((select root from added limit 1), ''));
begin
  insert into figures.year_sums as s (root, measure, region, year, lane, ${months.join(', ')}, entries)
  select root, measure, region, year, free, ${each((_, n) => `coalesce(sum(value) filter (where month = ${n}), 0)`)}, sum(entries)
  from (
    select root, measure, region, extract(year from day)::smallint as year, extract(month from day)::smallint as month,
      sum(value) as value, count(*) as entries
    from added group by 1, 2, 3, 4, 5) a
  group by root, measure, region, year
  order by root, measure, region, year
  on conflict (root, measure, region, year, lane)
  do update set ${each((month) => `${month} = s.${month} + excluded.${month}`)}, entries = s.entries + excluded.entries;
  return null;
end $$;

drop function figures.cumulative(text[], date[], date);
drop table figures.monthly;

-- Entries come in the order of their posting, so an index of blocks finds what was posted after a day and costs a writer next to nothing.
create index entry_by_posting on figures.entry using brin (posted_at) with (pages_per_range = 32, autosummarize = on);

-- All that is needed to know the sums of measures up to days, as lines of text: «region,sum» before the first year, «region,year,» and twelve
-- months, «region,YYYY-MM,sum» to add to a month, «region,YYYY-MM-DD,sum» to add to that asked day alone. Sums are given to every office of the
-- root, entries are not. With \`known\`, only what had been posted by the end of that day counts: months less what came later, or what came earlier.
create function figures.sums(asked_measures text[], asked_days date[], known date)
returns table (measure text, lines text)
language plpgsql stable security definer set search_path = figures, pg_temp as $$
declare
  asked_root text := current_setting('kechuang.root', true);
  days date[];
  -- First day of the month in which the day after an asked day lies: all months before it count whole.
  uptos date[];
  first_year smallint;
  last_upto date;
  known_until timestamptz := coalesce((known + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity');
  is_near_beginning boolean := false;
begin
  if coalesce(current_setting('kechuang.scope', true), 'none') not in ('root', 'system', 'regions') then
    raise exception '无权查看指标' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(d order by d), array_agg(date_trunc('month', d + 1)::date order by d) into days, uptos
  from (select distinct unnest(asked_days)) as asked(d);
  if days is null then return; end if;
  last_upto := uptos[cardinality(uptos)];
  first_year := extract(year from uptos[1]);
  if known is not null then
    -- Which way is shorter; both come to the same.
    select known_until - e.posted_at < now() - known_until into is_near_beginning from figures.entry e order by e.id limit 1;
  end if;
  return query
    select l.measure, string_agg(l.line, E'\\n') from (
      select s.measure, concat_ws(',', s.region, sum(${each((month) => `s.${month}`, ' + ')})) as line
      from figures.year_sums s
      where not coalesce(is_near_beginning, false) and s.root = asked_root and s.measure = any (asked_measures) and s.year < first_year
      group by s.measure, s.region
      union all
      select s.measure, concat_ws(',', s.region, s.year, ${each((month) => `s.${month}`)})
      from figures.year_sums s
      where not coalesce(is_near_beginning, false) and s.root = asked_root and s.measure = any (asked_measures)
        and s.year >= first_year and s.year <= extract(year from last_upto)
      union all
      select e.measure, concat_ws(',', e.region, to_char(e.month, 'YYYY-MM'), e.value) from (
        select o.measure, o.region, date_trunc('month', o.day)::date as month, -sum(o.value) as value
        from figures.entry o
        where known is not null and not coalesce(is_near_beginning, false)
          and o.root = asked_root and o.measure = any (asked_measures) and o.posted_at >= known_until and o.day < last_upto
        group by 1, 2, 3) e
      union all
      select e.measure, concat_ws(',', e.region, to_char(e.month, 'YYYY-MM'), e.value) from (
        select o.measure, o.region, date_trunc('month', o.day)::date as month, sum(o.value) as value
        from figures.entry o
        where is_near_beginning and o.root = asked_root and o.measure = any (asked_measures) and o.posted_at < known_until and o.day < last_upto
        group by 1, 2, 3) e
      union all
      select i.measure, concat_ws(',', i.region, i.day, i.value) from (
        select e.measure, e.region, days[d.n] as day, sum(e.value) as value
        from generate_subscripts(days, 1) as d(n)
        join (select distinct s.measure, s.region, s.year from figures.year_sums s where s.root = asked_root and s.measure = any (asked_measures)) p
          on p.year = extract(year from uptos[d.n])
        join figures.entry e on e.root = asked_root and e.measure = p.measure and e.region = p.region
          and e.day between uptos[d.n] and days[d.n] and e.posted_at < known_until
        where uptos[d.n] <= days[d.n]
        group by 1, 2, 3) i
    ) l group by l.measure;
end $$;
revoke all on function figures.sums(text[], date[], date) from public;
grant execute on function figures.sums(text[], date[], date) to kechuang_app;
`,
};
