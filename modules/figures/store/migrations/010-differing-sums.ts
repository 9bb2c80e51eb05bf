// Holds the kept sums of a root against its entries: how many differ, should someone have written past the triggers.
import type { Migration } from '#platform/db/migration.ts';

const columns = Array.from({ length: 12 }, (_, i) => `(${i + 1}, s.m${i + 1})`).join(', ');

export const differingSums: Migration = {
  id: 'figures/010-differing-sums',
  sql: `
create function figures.differing_sums() returns table (entries bigint, differing bigint)
language plpgsql stable security definer set search_path = figures, pg_temp as $$
declare
  asked_root text := current_setting('kechuang.root', true);
begin
  if coalesce(current_setting('kechuang.scope', true), 'none') not in ('root', 'system') then
    raise exception '无权核对台账合计' using errcode = 'insufficient_privilege';
  end if;
  return query
    with said as materialized (
      select e.measure, e.region, (e.day - (extract(day from e.day)::integer - 1)) as month,
        date_trunc('month', e.posted_at at time zone 'Asia/Shanghai')::date as posted, sum(e.value) as value, count(*) as n
      from figures.entry e where e.root = asked_root group by 1, 2, 3, 4
    ), kept as (
      select s.measure, s.region, s.month, s.posted, sum(s.value) as value from figures.posted_sums s where s.root = asked_root group by 1, 2, 3, 4
    ), said_by_year as (
      select s.measure, s.region, s.month, extract(year from s.posted)::integer as posted, sum(s.value) as value from said s group by 1, 2, 3, 4
    ), kept_by_year as (
      select s.measure, s.region, make_date(s.year, m.n, 1) as month, s.posted::integer as posted, sum(m.value) as value
      from figures.year_sums s cross join lateral (values ${columns}) m(n, value) where s.root = asked_root group by 1, 2, 3, 4
    )
    select (select coalesce(sum(s.n), 0)::bigint from said s),
      (select count(*) from said s full join kept k using (measure, region, month, posted) where coalesce(s.value, 0) <> coalesce(k.value, 0))
      + (select count(*) from said_by_year s full join kept_by_year k using (measure, region, month, posted)
         where coalesce(s.value, 0) <> coalesce(k.value, 0));
end $$;
revoke all on function figures.differing_sums() from public;
grant execute on function figures.differing_sums() to kechuang_app;
`,
};
