// What a dry run was judged by, so that nothing is judged again while it is the same; and room for verdicts beside the rows they are about.
import type { Migration } from '#platform/db/migration.ts';

export const importBasis: Migration = {
  id: 'registry/009-import-basis',
  sql: `
alter table registry.import_batch add column basis text;
-- A batch is read in the order of its rows by the primary key. Without an index on the outcome, and with room in the page, a verdict is written
-- in place.
drop index registry.import_row_by_outcome;
alter table registry.import_row set (fillfactor = 60);
`,
};
