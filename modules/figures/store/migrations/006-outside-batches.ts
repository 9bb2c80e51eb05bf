// Values from outside that came in a batch, so that a batch can be taken back: a value that was withdrawn is followed, never deleted.
import type { Migration } from '#platform/db/migration.ts';

export const outsideBatches: Migration = {
  id: 'figures/006-outside-batches',
  sql: `
alter table figures.observation add column batch uuid;
create index observation_of_batch on figures.observation (root, batch) where batch is not null;
create index observation_of_place on figures.observation (root, indicator_name, region, year) where region is not null and year is not null;
`,
};
