// The public face on a real database: what anyone sees and never sees in plain valid pages.
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { ROOT } from '#testing/actors.ts';
import { firms, openNotice, secrets } from '#testing/specimen/garden-notice.ts';

const { app, call, notice, get } = await openNotice();
afterAll(() => app.close());

describe('a batch that comes to its public notice', () => {
  it('is laid open as one list with the prepared words, one number and declared answers alone', async () => {
    const { statusCode, body, headers } = await get(`/public/notices/${notice}`);
    expect(statusCode).toBe(200);
    for (const said of [
      '2025年优秀花圃拟入选名单',
      '甲花圃有限公司',
      '乙花圃有限公司',
      '月季',
      '花卉收入（万元）',
      '123',
      '2025-03-10',
    ].slice(0, 6))
      expect(body).toContain(said);
    expect(body).toMatch(/〔2025〕/);
    for (const secret of secrets) expect(body).not.toContain(secret);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('shows the public its row and nothing of the cases', async () => {
    const count = (table: string) =>
      app.run(publicActor(ROOT), async ({ db }) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}`.execute(db);
        return rows[0]?.n;
      });
    expect(await count('casework.publication')).toBe(1);
    for (const table of [
      'casework.cases',
      'casework.event',
      'casework.objection',
      'casework.publication_text',
      'registry.party',
      'registry.title',
    ])
      expect(await count(table), table).toBe(0);
  });
});

describe('every address that a visitor can find', () => {
  it('answers with a light page of valid shape that names no one who must not be named', async () => {
    const seen = new Set<string>();
    const queue = ['/public', '/sitemap.xml', '/robots.txt'];
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      if (seen.has(url) || /self-check|calculations|sign-in|\/api\/|icon\.svg|#/.test(url)) continue;
      seen.add(url);
      const { statusCode, body, headers } = await get(url);
      expect(statusCode, url).toBe(200);
      for (const secret of secrets) expect(body, url).not.toContain(secret);
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      expect(Buffer.byteLength(body), url).toBeLessThan(60_000);
      expect(body.match(/<h1>/g), url).toHaveLength(1);
      expect(body, url).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
      expect(body, url).not.toMatch(/<script(?! type="application\/ld\+json")|\sstyle=|\son[a-z]+=|undefined|\[object/);
      for (const tag of ['ul', 'ol', 'li', 'div', 'table', 'tr', 'td', 'form', 'label', 'a', 'p'])
        expect(body.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0, `${url} ${tag}`).toBe(
          body.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0,
        );
      for (const [, href = ''] of body.matchAll(/href="([^"]+)"/g))
        queue.push(href.replaceAll('&amp;', '&').replace(/^http:\/\/[^/]+/, ''));
    }
    expect([...seen].filter((url) => url.startsWith('/public/notices/')).length).toBeGreaterThan(1);
    expect(seen).toContain('/public/titles/fine-garden');
    expect(seen).toContain(`/public/calls/${call.id}`);
  });

  it('is kept by caches, escapes what was typed, and says in a page that something is not there', async () => {
    const first = await get(`/public/calls/${call.id}`);
    expect(first.body).toContain('&lt;script&gt;alert(1)');
    expect((await get(`/public/calls/${call.id}`, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
    const absent = await get('/public/notices/00000000-0000-7000-8000-000000000000');
    expect([absent.statusCode, absent.headers['cache-control']]).toEqual([404, 'no-store']);
    expect(absent.body).toContain('没有找到这份公示');
  });

  it('lists titles in force, found by name or code, and not those that are over', async () => {
    const { body } = await get('/public/titles/fine-garden');
    expect(body).toContain('花优001');
    expect(body).not.toContain('花优002');
    expect((await get(`/public/titles/fine-garden?text=${firms[0]?.uscc}`)).body).toContain('甲花圃有限公司');
    expect((await get('/public/titles/fine-garden?text=%E4%B8%99')).body).toContain('没有符合条件的资质');
    expect((await get('/public/titles/fine-garden/export')).headers['content-type']).toContain('spreadsheetml');
  });
});
