// Published values by indicator: why a value was revised, and an index for reading them by region and year.
import type { Migration } from '#platform/db/migration.ts';

export const published: Migration = {
  id: 'figures/005-published',
  sql: `
alter table figures.observation add column reason text;
create index observation_published on figures.observation (root, indicator, region, year) where region is not null and year is not null;
`,
};
