// Runs the browser journeys: builds, starts the product on an empty directory, and walks through it in a real Chromium.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { register } from 'tsx/esm/api';

register();
const root = path.resolve(import.meta.dirname, '..');
if (!existsSync(path.join(root, 'dist/server/cli.js')) || process.env.E2E_BUILD === '1') {
  if (spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
}

const only = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kce-'));
const port = 20_000 + Math.floor(Math.random() * 20_000);
const output = path.join(root, 'e2e/output');
mkdirSync(output, { recursive: true });

const started = performance.now();
const server = spawn(process.execPath, ['apps/cli/bin.mjs', 'serve'], {
  cwd: root,
  env: { ...process.env, KECHUANG_DATA: dataDir, KECHUANG_PORT: String(port), KECHUANG_HOST: '127.0.0.1', KECHUANG_LOG: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
server.stdout.on('data', (piece) => {
  printed += piece;
});

async function ready() {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/accounts/session`).catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server did not answer within two minutes');
}

let failed = 0;
let passed = 0;
try {
  await ready();
  console.log(`first start with demonstration data: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const { journeys } = await import('./journeys/index.ts');
  const { openBrowser } = await import('./browser.ts');
  const browser = await openBrowser(`http://127.0.0.1:${port}`, output, printed);
  for (const journey of journeys.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const from = performance.now();
    try {
      await journey.walk(browser);
      passed += 1;
      console.log(`✓ ${journey.name}: ${journey.says} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      await browser.shootAll(`failed-${journey.name}`);
      console.error(`✗ ${journey.name}: ${journey.says}\n`, error);
    } finally {
      await browser.leave();
    }
  }
  await browser.close();
} catch (error) {
  failed += 1;
  console.error(error);
} finally {
  server.kill('SIGINT');
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(`journeys: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
