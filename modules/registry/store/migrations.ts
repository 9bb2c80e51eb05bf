// The registry's migrations in the order of their application.
import type { Migration } from '#platform/db/migration.ts';
import { parties } from './migrations/001-parties.ts';
import { titles } from './migrations/002-titles.ts';
import { finance } from './migrations/003-finance.ts';
import { moving } from './migrations/004-moving.ts';
import { imports } from './migrations/005-imports.ts';
import { timeline } from './migrations/006-timeline.ts';
import { distinct } from './migrations/007-distinct.ts';
import { sorting } from './migrations/008-sorting.ts';
import { importBasis } from './migrations/009-import-basis.ts';
import { relations } from './migrations/010-relations.ts';
import { publicTitles } from './migrations/011-public-titles.ts';

export const migrations: readonly Migration[] = [
  parties,
  titles,
  finance,
  moving,
  imports,
  timeline,
  distinct,
  sorting,
  importBasis,
  relations,
  publicTitles,
];
