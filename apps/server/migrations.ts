// Every migration of the product in the order of their application: the platform's own first, then each module's.
import { migrations as accounts } from '#modules/accounts/store/migrations.ts';
import { migrations as casework } from '#modules/casework/store/migrations.ts';
import { migrations as correspondence } from '#modules/correspondence/store/migrations.ts';
import { migrations as figures } from '#modules/figures/store/migrations.ts';
import { migrations as funds } from '#modules/funds/store/migrations.ts';
import { migrations as registers } from '#modules/registers/store/migrations.ts';
import { migrations as registry } from '#modules/registry/store/migrations.ts';
import { migrations as reports } from '#modules/reports/store/migrations.ts';
import { migrations as review } from '#modules/review/store/migrations.ts';
import type { Migration } from '#platform/db/migration.ts';
import { migrations as platform } from '#platform/store/migrations.ts';

export const migrations: readonly Migration[] = [
  ...platform,
  ...accounts,
  ...registry,
  ...figures,
  ...casework,
  ...correspondence,
  ...funds,
  ...registers,
  ...reports,
  ...review,
];
