// Sums up to days within a month: the entries of that month are read by the index place by place, also before the planner knows how many there are.
import type { Migration } from '#platform/db/migration.ts';

const months = Array.from({ length: 12 }, (_, i) => `m${i + 1}`);
const each = (of: (month: string, n: number) => string, by = ', '): string => months.map((month, i) => of(month, i + 1)).join(by);
const monthOf = (day: string): string => `(${day} - (extract(day from ${day})::integer - 1))`;

export const daysWithinMonths: Migration = {
  id: 'figures/009-days-within-months',
  sql: `
-- Lines to be added up: «region,sum» before the first year, «region,year,» and twelve months, «region,YYYY-MM,sum» for
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
      select p.measure, concat_ws(',', p.region, days[d.n], i.value)
      from generate_subscripts(days, 1) as d(n)
      join (select distinct s.measure, s.region, s.year from figures.year_sums s where s.root = asked_root and s.measure = any (asked_measures)) p
        on p.year = extract(year from uptos[d.n])
      -- One reading of the index for each place: a join would read all entries where the planner has not yet counted them.
      cross join lateral (
        select sum(e.value) as value from figures.entry e
        where e.root = asked_root and e.measure = p.measure and e.region = p.region
          and e.day between uptos[d.n] and days[d.n] and e.posted_at < known_until) i
      where uptos[d.n] <= days[d.n] and i.value is not null
    ) l group by l.measure;
end $$;
`,
};
