#!/usr/bin/env node
// Starts the built command line; builds it first on a checkout that has not been built yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entry = new URL('../../dist/server/cli.js', import.meta.url);
if (!existsSync(entry)) {
  const built = spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(1);
}
await import(entry.href);
