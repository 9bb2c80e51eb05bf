// Cumulative sums in one pass: each month is met once, however many days are asked, and entries are read only for days inside a month.
import type { Migration } from '#platform/db/migration.ts';

export const runningSums: Migration = {
  id: 'figures/004-running-sums',
  sql: `
create index monthly_sums on figures.monthly (root, measure, month) include (region, value);

create or replace function figures.cumulative(asked_measures text[], asked_days date[], known date)
returns table (measure text, region text, day date, value numeric)
language plpgsql stable security definer set search_path = figures, pg_temp as $$
declare
  asked_root text := current_setting('kechuang.root', true);
  days date[];
  -- First day of the month in which the day after an asked day lies: all months before it count whole.
  uptos date[];
begin
  if coalesce(current_setting('kechuang.scope', true), 'none') not in ('root', 'system', 'regions') then
    raise exception '无权查看指标' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(d order by d), array_agg(date_trunc('month', d + 1)::date order by d) into days, uptos
  from (select distinct unnest(asked_days)) as asked(d);
  if known is null then
    return query
      with whole as (
        -- A month belongs to the first asked day that has it behind itself; the days after add it up.
        select m.measure, m.region, width_bucket(m.month, uptos) + 1 as n, sum(m.value) as value
        from figures.monthly m
        where m.root = asked_root and m.measure = any (asked_measures) and m.month < uptos[cardinality(uptos)]
        group by 1, 2, 3
      ), running as (
        select p.measure, p.region, d.n::integer as n, sum(coalesce(w.value, 0)) over (partition by p.measure, p.region order by d.n) as value
        from (select distinct w.measure, w.region from whole w) p
        cross join generate_subscripts(days, 1) as d(n)
        left join whole w on w.measure = p.measure and w.region = p.region and w.n = d.n
      ), inside as (
        select e.measure, e.region, d.n::integer as n, sum(e.value) as value
        from generate_subscripts(days, 1) as d(n)
        join figures.monthly m on m.root = asked_root and m.measure = any (asked_measures) and m.month = uptos[d.n] and m.month <= days[d.n]
          and m.shard = (select min(o.shard) from figures.monthly o
                         where o.root = m.root and o.measure = m.measure and o.region = m.region and o.month = m.month)
        join figures.entry e on e.root = asked_root and e.measure = m.measure and e.region = m.region
          and e.day between uptos[d.n] and days[d.n]
        group by 1, 2, 3
      )
      select coalesce(r.measure, i.measure), coalesce(r.region, i.region), days[coalesce(r.n, i.n)], coalesce(r.value, 0) + coalesce(i.value, 0)
      from running r full join inside i on i.measure = r.measure and i.region = r.region and i.n = r.n;
  else
    return query
      select e.measure, e.region, d.day, sum(e.value)
      from unnest(days) as d(day)
      join figures.entry e on e.root = asked_root and e.measure = any (asked_measures) and e.day <= d.day
        and e.posted_at < ((known + 1)::timestamp at time zone 'Asia/Shanghai')
      group by e.measure, e.region, d.day;
  end if;
end $$;
`,
};
