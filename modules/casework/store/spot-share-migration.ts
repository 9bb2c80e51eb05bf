// Spot checks remember how much of them could be drawn by risk, how many were suspect, and the digest by which the draw is repeated.
import type { Migration } from '#platform/db/migration.ts';

export const spotShares: Migration = {
  id: 'casework/009-spot-shares',
  sql: `
-- Draws before took in whoever was suspect, without a limit.
alter table casework.spot_check add column risk_share numeric(5,4) not null default 1 check (risk_share >= 0 and risk_share <= 1),
  add column risky integer, add column digest text;
`,
};
