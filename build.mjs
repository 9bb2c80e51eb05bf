// Builds what runs: the server and command line with esbuild, the browser application with Vite, both into dist/.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
// Hundreds of small files each: read one by one they would take a third of a command's start.
const bundled = new Set(['typebox', 'kysely']);

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    cli: 'apps/cli/main.ts',
    'paper-worker': 'platform/paper/paper-worker.ts',
    'mark-up-worker': 'platform/sheets/mark-up-worker.ts',
    'reading-worker': 'modules/reports/actions/reading/reading-worker.ts',
    'assigning-worker': 'modules/review/actions/assigning/assigning-worker.ts',
    'evaluating-worker': 'modules/calculations/actions/evaluating/evaluating-worker.ts',
  },
  outdir: 'dist/server',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies).filter((name) => !bundled.has(name)),
  sourcemap: 'linked',
  loader: { '.sql': 'text', '.json': 'json' },
  logLevel: 'warning',
});
if (existsSync('apps/web/index.html')) {
  const vite = await import('vite');
  await vite.build({ configFile: 'apps/web/vite.config.ts', logLevel: 'warn' });
}
