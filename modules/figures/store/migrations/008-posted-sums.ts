// Sums by when entries were posted, so that «as known on a day» reads sums too: those of twelve months by year of posting, others by month of posting.
import type { Migration } from '#platform/db/migration.ts';

const months = Array.from({ length: 12 }, (_, i) => `m${i + 1}`);
const each = (of: (month: string, n: number) => string, by = ', '): string => months.map((month, i) => of(month, i + 1)).join(by);
const monthOf = (day: string): string => `(${day} - (extract(day from ${day})::integer - 1))`;
/** The instant of posting as the clocks of the country show it. */
const posting = `(posted_at at time zone 'Asia/Shanghai')`;

/** Rows of figures.year_sums from rows of entries. */
const sumsOfYears = (entries: string, lane: string): string => `
  select root, measure, region, year, posted, ${lane}, ${each((_, n) => `coalesce(sum(value) filter (where month = ${n}), 0)`)}, sum(entries)
  from (
    select root, measure, region, extract(year from day)::smallint as year, extract(year from ${posting})::smallint as posted,
      extract(month from day)::smallint as month, sum(value) as value, count(*) as entries
    from ${entries} group by 1, 2, 3, 4, 5, 6) a
  group by root, measure, region, year, posted
  order by root, measure, region, year, posted`;
const sumsOfPosting = (entries: string, lane: string): string => `
  select root, measure, date_trunc('month', ${posting})::date, region, ${monthOf('day')}, ${lane}, sum(value)
  from ${entries} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;
const intoYears = `insert into figures.year_sums as s (root, measure, region, year, posted, lane, ${months.join(', ')}, entries)`;
const intoPosting = `insert into figures.posted_sums as s (root, measure, posted, region, month, lane, value)`;

export const postedSums: Migration = {
  id: 'figures/008-posted-sums',
  sql: `
lock table figures.entry in share row exclusive mode;

-- Year of posting. Most entries are posted in the year of their day, so there are hardly more rows than before.
truncate figures.year_sums;
alter table figures.year_sums add column posted smallint not null;
alter table figures.year_sums drop constraint year_sums_pkey;
alter table figures.year_sums add primary key (root, measure, region, year, posted, lane);
${intoYears} ${sumsOfYears('figures.entry', '0')};

create table figures.posted_sums (
  root text not null,
  measure text not null,
  -- Month in which the entries were posted, and month in which what they count happened.
  posted date not null,
  region text not null,
  month date not null,
  -- As in figures.year_sums: writers side by side do not wait for each other.
  lane smallint not null,
  value numeric not null,
  primary key (root, measure, posted, region, month, lane)
) with (fillfactor = 80);
-- Nobody reads it but figures.sums, which gives out sums to the offices of the root.
alter table figures.posted_sums enable row level security;
${intoPosting} ${sumsOfPosting('figures.entry', '0')};

create or replace function figures.add_to_months() returns trigger language plpgsql security definer set search_path = figures, pg_temp as $$
declare
  free smallint := figures.free_lane(coalesce((select root from added limit 1), ''));
begin
  ${intoYears} ${sumsOfYears('added', 'free')}
  on conflict (root, measure, region, year, posted, lane)
  do update set ${each((month) => `${month} = s.${month} + excluded.${month}`)}, entries = s.entries + excluded.entries;
  ${intoPosting} ${sumsOfPosting('added', 'free')}
  on conflict (root, measure, posted, region, month, lane) do update set value = s.value + excluded.value;
  return null;
end $$;

-- Both kinds of sums of a root made anew from its entries, should a database have been tampered with or restored in part; writers wait meanwhile.
create function figures.derive_sums(of_root text) returns void language plpgsql set search_path = figures, pg_temp as $$
begin
  lock table figures.entry in share row exclusive mode;
  delete from figures.year_sums where root = of_root;
  ${intoYears} ${sumsOfYears('figures.entry where root = of_root', '0')};
  delete from figures.posted_sums where root = of_root;
  ${intoPosting} ${sumsOfPosting('figures.entry where root = of_root', '0')};
end $$;
revoke all on function figures.derive_sums(text) from public;

-- The lines are those of before, to be added up: «region,sum» before the first year, «region,year,» and twelve months, «region,YYYY-MM,sum» for
-- a month, «region,YYYY-MM-DD,sum» for that asked day alone. With \`known\`, only what had been posted by the end of that day counts: the years
-- of posting before the nearest turn of a year, the months between it and the nearest turn of a month, the entries between that and the day.
create or replace function figures.sums(asked_measures text[], asked_days date[], known date)
returns table (measure text, lines text)
language plpgsql stable security definer set search_path = figures, pg_temp
-- What is read is small by now; starting workers would cost more than they save.
set max_parallel_workers_per_gather = 0 as $$
declare
  asked_root text := current_setting('kechuang.root', true);
  days date[];
  -- First day of the month in which the day after an asked day lies: all months before it count whole.
  uptos date[];
  first_year smallint;
  last_upto date;
  known_until timestamptz := coalesce((known + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity');
  turn_of_month date := case when extract(day from known + 1) <= 15 then ${monthOf('(known + 1)')}
                        else (${monthOf('(known + 1)')} + interval '1 month')::date end;
  month_turned timestamptz := turn_of_month::timestamp at time zone 'Asia/Shanghai';
  -- Known is all that was posted in years before this one, more or less the rest.
  year_turned smallint := extract(year from turn_of_month) + case when extract(month from turn_of_month) <= 6 then 0 else 1 end;
  turn_of_year date := make_date(year_turned, 1, 1);
begin
  if coalesce(current_setting('kechuang.scope', true), 'none') not in ('root', 'system', 'regions') then
    raise exception '无权查看指标' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(d order by d), array_agg(date_trunc('month', d + 1)::date order by d) into days, uptos
  from (select distinct unnest(asked_days)) as asked(d);
  if days is null then return; end if;
  last_upto := uptos[cardinality(uptos)];
  first_year := extract(year from uptos[1]);
  return query
    select l.measure, string_agg(l.line, E'\\n') from (
      select s.measure, concat_ws(',', s.region, sum(${each((month) => `s.${month}`, ' + ')})) as line
      from figures.year_sums s
      where s.root = asked_root and s.measure = any (asked_measures) and s.year < first_year and (known is null or s.posted < year_turned)
      group by s.measure, s.region
      union all
      select s.measure, concat_ws(',', s.region, s.year, ${each((month) => `s.${month}`)})
      from figures.year_sums s
      where s.root = asked_root and s.measure = any (asked_measures) and s.year >= first_year and s.year <= extract(year from last_upto)
        and (known is null or s.posted < year_turned)
      union all
      select s.measure, concat_ws(',', s.region, left(s.month::text, 7), case when turn_of_year <= turn_of_month then s.value else -s.value end)
      from figures.posted_sums s
      where known is not null and s.root = asked_root and s.measure = any (asked_measures) and s.month < last_upto
        and s.posted >= least(turn_of_year, turn_of_month) and s.posted < greatest(turn_of_year, turn_of_month)
      union all
      select e.measure, concat_ws(',', e.region, left(e.month::text, 7), e.value) from (
        select o.measure, o.region, ${monthOf('o.day')} as month,
          case when month_turned <= known_until then sum(o.value) else -sum(o.value) end as value
        from figures.entry o
        where known is not null and o.root = asked_root and o.measure = any (asked_measures) and o.day < last_upto
          and o.posted_at >= least(month_turned, known_until) and o.posted_at < greatest(month_turned, known_until)
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
`,
};
