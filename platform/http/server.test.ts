// The server as a client meets it: permissions, input, replies, errors, files, documentation.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countyActor, makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimenActions, specimenMigration } from '#testing/specimen.ts';

let test: TestApp;
const clerk = makeActor('王科员', { permissions: ['specimen:write'] });
const reader = makeActor('李科员');
const county = countyActor('赵科员', '990102', ['specimen:write']);
type Body = { error: { code: string; message: string; details: { where: string; message: string }[]; request?: string } };

beforeAll(async () => {
  test = await makeApp({ actions: specimenActions, migrations: [specimenMigration], actors: { clerk, reader, county } });
});
afterAll(() => test.close());

it('asks a stranger to sign in and refuses whoever lacks the permission, before looking at the input', async () => {
  const stranger = await test.anonymous.post<Body>('/specimen/items', { nonsense: 1 });
  expect([stranger.status, stranger.body.error.code]).toEqual([401, 'NOT_SIGNED_IN']);
  const without = await test.as('reader').post<Body>('/specimen/items', { nonsense: 1 });
  expect([without.status, without.body.error.code]).toEqual([403, 'NOT_ALLOWED']);
  expect(without.body.error.message).toContain('没有此项操作的权限');
});

it('names every wrong field in Chinese and refuses unknown ones', async () => {
  const { status, body } = await test
    .as('clerk')
    .post<Body>('/specimen/items', { name: '', region: 1, colour: '红', kind: '丙', contact: { phone: 1, fax: '' } });
  expect(status).toBe(400);
  const said = Object.fromEntries(body.error.details.map(({ where, message }) => [where, message]));
  expect(said.name).toBe('「名称」不能为空');
  expect(said.region).toBe('「区县」须为文字');
  expect(said.colour).toContain('没有「colour」这一项');
  expect(said.kind).toBe('「类别」只能是：甲、乙');
  expect(said['contact.phone']).toBe('「电话」须为文字');
  expect(said['contact.fax']).toContain('没有「fax」这一项');
});

it('does not turn numbers into text in bodies, nor text into numbers', async () => {
  const { body } = await test.as('clerk').post<Body>('/specimen/items', { name: '甲', region: '990102', amount: 12.5 });
  expect(body.error.details).toEqual([{ where: 'amount', message: '「金额」须为文字' }]);
  const missing = await test.as('clerk').post<Body>('/specimen/items', { region: '990102' });
  expect(missing.body.error.message).toBe('缺少「名称」，请填写。');
});

it('saves, answers only what is declared, and reads it back exactly', async () => {
  const made = await test
    .as('clerk')
    .post<{ id: string }>('/specimen/items', { name: '甲', region: '990102', amount: '1234567890123456.78' });
  expect(made.status).toBe(200);
  expect(Object.keys(made.body)).toEqual(['id']);
  const list = await test
    .as('county')
    .get<{ rows: { amount: string; made: string }[]; total: number; next: null }>('/specimen/items?limit=5');
  expect(list.body.total).toBe(1);
  expect(list.body.rows[0]).toMatchObject({ amount: '1234567890123456.78', made: '2026-03-02T01:00:00.000Z' });
  const hidden = await test.anonymous.get<Body>(`/specimen/items/${made.body.id}`);
  expect(hidden.status).toBe(404);
});

it('keeps a county within its region when writing', async () => {
  const { status, body } = await test.as('county').post<Body>('/specimen/items', { name: '越界', region: '990103' });
  expect([status, body.error.code]).toEqual([403, 'OUT_OF_BOUNDS']);
});

it('turns database constraints into plain words', async () => {
  await test.as('clerk').post('/specimen/items', { name: '重名', region: '990102' });
  const again = await test.as('clerk').post<Body>('/specimen/items', { name: '重名', region: '990102' });
  expect([again.status, again.body.error.code]).toEqual([409, 'DUPLICATE']);
  expect(again.text).not.toContain('item_name_once');
  const negative = await test.as('clerk').post<Body>('/specimen/items', { name: '负', region: '990102', amount: '-1' });
  expect([negative.status, negative.body.error.code]).toEqual([422, 'RULE_BROKEN']);
});

it('undoes everything when the handler refuses or fails, and tells nothing of the inside', async () => {
  const refused = await test.as('clerk').post<Body>('/specimen/refuse', { how: 'refusal' });
  expect([refused.status, refused.body.error.message]).toEqual([409, '样例已满，请先删除。']);
  const failed = await test.as('clerk').post<Body>('/specimen/refuse', { how: 'fault' });
  expect([failed.status, failed.body.error.code]).toEqual([500, 'INTERNAL']);
  expect(failed.text).not.toContain('hidden.table');
  expect(failed.body.error.request).toBe(failed.headers['x-request-id']);
  const { body } = await test.as('clerk').get<{ rows: { name: string }[] }>('/specimen/items');
  expect(body.rows.some((row) => row.name === '不该留下')).toBe(false);
});

it('refuses unknown query parameters, limits and sort columns by name', async () => {
  const unknown = await test.as('reader').get<Body>('/specimen/items?limitt=3');
  expect(unknown.body.error.details[0]?.message).toContain('可用的有：after、limit、sort');
  const sort = await test.as('reader').get<Body>('/specimen/items?sort=price');
  expect([sort.status, sort.body.error.message]).toEqual([400, '不能按「price」排序。可用的有：name、amount、made。']);
  const limit = await test.as('reader').get<Body>('/specimen/items?limit=abc');
  expect(limit.body.error.message).toBe('「每页条数」须为整数。');
  const cursor = await test.as('reader').get<Body>('/specimen/items?after=zzz');
  expect([cursor.status, cursor.body.error.code]).toEqual([400, 'BAD_CURSOR']);
});

it('takes an upload, keeps its content, and gives it back under a Chinese name', async () => {
  const kept = await test.as('reader').upload<{ sha256: string; pages: number }>('/specimen/files', {
    fileName: 'C:\\桌面\\说明.txt',
    content: '你好',
    fields: { pages: '3' },
  });
  expect(kept.body).toMatchObject({ fileName: '说明.txt', size: 6, pages: 3 });
  const back = await test.as('reader').get(`/specimen/files/${kept.body.sha256}`);
  expect(back.text).toBe('你好');
  expect(back.headers['content-disposition']).toBe(
    `attachment; filename="download.txt"; filename*=UTF-8''%E6%A0%B7%E4%BE%8B%20%E9%99%84%E4%BB%B6%281%29.txt`,
  );
});

it('refuses wrong kinds, disguised content, missing and oversized files', async () => {
  const send = async (fileName: string, content: Buffer | string, fields = { pages: '1' }): Promise<[number, string]> => {
    const { status, body } = await test.as('reader').upload<Body>('/specimen/files', { fileName, content, fields });
    return [status, body.error.code];
  };
  expect(await send('木马.exe', 'MZ')).toEqual([422, 'FILE_KIND']);
  expect(await send('假.pdf', 'just text')).toEqual([422, 'FILE_CONTENT']);
  expect(await send('空.txt', '')).toEqual([422, 'FILE_EMPTY']);
  expect(await send('大.txt', 'x'.repeat(100_001))).toEqual([413, 'FILE_TOO_LARGE']);
  expect(await send('页.txt', 'x', { pages: '三' })).toEqual([400, 'BAD_INPUT']);
  expect(await send('坏.xlsx', Buffer.from('504b0304aaaaaaaa', 'hex'))).toEqual([422, 'ARCHIVE_BROKEN']);
  const json = await test.as('reader').post<Body>('/specimen/files', { pages: 1 });
  expect(json.status).toBe(415);
});

it('refuses changes that another site asks for', async () => {
  const { cookies, payload } = { cookies: { kechuang_session: clerk.accountId }, payload: { name: '外来', region: '990102' } };
  const post = (headers: Record<string, string>) =>
    test.app.inject({ method: 'POST', url: '/api/specimen/items', cookies, payload, headers });
  expect((await post({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await post({ origin: 'https://evil.example' })).statusCode).toBe(403);
  expect((await post({ origin: 'null' })).statusCode).toBe(403);
  expect((await post({ origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
});

it('answers bad JSON, foreign media types and unknown addresses in Chinese', async () => {
  const cookies = { kechuang_session: clerk.accountId };
  const bad = await test.app.inject({
    method: 'POST',
    url: '/api/specimen/items',
    cookies,
    payload: '{',
    headers: { 'content-type': 'application/json' },
  });
  expect([bad.statusCode, bad.json<Body>().error.code]).toEqual([400, 'BAD_JSON']);
  const text = await test.app.inject({
    method: 'POST',
    url: '/api/specimen/items',
    cookies,
    payload: 'a',
    headers: { 'content-type': 'text/plain' },
  });
  expect(text.statusCode).toBe(415);
  const nowhere = await test.anonymous.get<Body>('/nowhere');
  expect([nowhere.status, nowhere.body.error.message]).toEqual([404, '没有找到该地址，请核对后重试。']);
});

it('describes itself in OpenAPI 3.1 with named schemas and the actions as operations', async () => {
  const { body } = await test.anonymous.get<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
    components: { schemas: Record<string, unknown> };
  }>('/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  expect(body.paths['/api/specimen/items']?.post?.operationId).toBe('specimen.make-item');
  expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining(['SpecimenItem', 'Refusal']));
  expect(JSON.stringify(body)).toContain('#/components/schemas/SpecimenItem');
  const page = await test.anonymous.get('/docs/');
  expect(page.status).toBe(200);
  expect(String(page.headers['content-security-policy'])).not.toMatch(/https:|upgrade-insecure-requests/);
});

it('forbids scripts from elsewhere and hides nothing behind caches', async () => {
  const { headers } = await test.as('clerk').get('/specimen/items');
  expect(String(headers['content-security-policy'])).toContain("script-src 'self'");
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

it('limits how often one account may ask', async () => {
  const strict = await makeApp({
    actions: specimenActions,
    database: test.database,
    actors: { reader, clerk },
    server: { ratePerMinute: 3 },
  });
  const answers: number[] = [];
  for (let count = 0; count < 5; count++) answers.push((await strict.as('reader').get('/specimen/items')).status);
  expect(answers).toEqual([200, 200, 200, 429, 429]);
  expect((await strict.as('clerk').get('/specimen/items')).status).toBe(200);
  await strict.close();
});

it('answers over a real socket and closes in order', async () => {
  const own = await makeApp({ actions: specimenActions, database: test.database, actors: { reader } });
  own.as('reader');
  const address = await own.app.listen({ port: 0, host: '127.0.0.1' });
  const ask = await fetch(`${address}/api/specimen/items`, { headers: { cookie: `kechuang_session=${reader.accountId}` } });
  expect(ask.status).toBe(200);
  expect(((await ask.json()) as { total: number }).total).toBeGreaterThan(0);
  expect((await fetch(`${address}/api/ready`)).status).toBe(200);
  await own.close();
  await expect(fetch(`${address}/api/health`)).rejects.toThrow();
});
