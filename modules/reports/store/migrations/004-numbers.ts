// The number under which a work report was issued, as its red head has it.
import type { Migration } from '#platform/db/migration.ts';

export const numbers: Migration = {
  id: 'reports/004-numbers',
  sql: `
alter table reports.work add column number text;
`,
};
