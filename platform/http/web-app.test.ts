// The browser application as files: hashed ones for ever, the page always fresh, nothing outside the folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp, type TestApp } from '#testing/app.ts';

let dir: string;
let test: TestApp;
beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'kct-web-'));
  const web = path.join(dir, 'web');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  writeFileSync(path.join(dir, 'secret.txt'), 'secret');
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>科创台</title>');
  writeFileSync(path.join(web, 'assets', 'main-BxV4a9_1.js'), 'console.log(1)');
  writeFileSync(path.join(web, 'assets', 'main-BxV4a9_1.js.gz'), gzipSync('console.log(1)'));
  test = await makeApp({ server: { staticDir: web } });
});
afterAll(async () => {
  await test.close();
  rmSync(dir, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => test.app.inject({ method: 'GET', url, headers });

it('gives the page for its own address and for those that the page itself knows', async () => {
  for (const url of ['/', '/index.html', '/cases/123', '/sign-in?next=%2F']) {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(answer.body).toContain('科创台');
  }
});

it('lets hashed files be kept for ever, and sends them packed', async () => {
  const plain = await get('/assets/main-BxV4a9_1.js');
  expect([plain.statusCode, plain.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  const packed = await get('/assets/main-BxV4a9_1.js', { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
});

it('answers missing files, interface addresses and ways out of the folder with 404', async () => {
  for (const url of ['/assets/gone-12345678.js', '/api/nothing', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt']) {
    const answer = await get(url);
    expect(answer.body).not.toContain('secret');
    expect([404, 403, 400, 200]).toContain(answer.statusCode);
    if (url.startsWith('/assets') || url.startsWith('/api')) expect(answer.statusCode).toBe(404);
  }
});

it('serves the page at an address with a dot to a browser that goes there', async () => {
  const page = await get('/figures/high-tech.stock', { accept: 'text/html,application/xhtml+xml' });
  expect(page.statusCode).toBe(200);
  expect((await get('/figures/high-tech.stock')).statusCode).toBe(404);
  expect((await get('/assets/gone.js', { accept: 'text/html' })).statusCode).toBe(404);
});
