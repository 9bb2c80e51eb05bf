// The public face on a real database: what anyone sees and never sees, objections to the last minute, floods refused, plain valid pages.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { noConditions } from '#kernel/declare/eligibility.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { programme } from '#kernel/declare/programme.ts';
import { decide } from '#kernel/stages/decide.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import type { CallView, CaseDetail, CaseSummary } from '#modules/casework/wire.ts';
import { byOf, createParty, grantTitles } from '#modules/registry/contract.ts';
import { publicActor, systemActor } from '#platform/actor.ts';
import { makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { portalPages } from './contract.ts';
import type { PortalSetting } from './setting.ts';

const cites = cite('花发〔2025〕3号');
const garden = programme({
  id: 'garden',
  name: '花圃评选',
  domain: 'projects',
  basis: [cites],
  dossiers: [
    dossier('plot', '花圃申请', {
      by: ['enterprise'],
      form: defineForm(
        page('花圃', {
          flower: f.text('主营花卉'),
          income: f.money('花卉收入'),
          secret: f.text('不公开的秘方'),
          head: f.contact('联系人'),
        }),
      ),
      eligibility: noConditions,
      stages: [
        submit(),
        decide({ by: 'city-office' }),
        publicNotice({ by: 'city-office', within: workdays(5), publishes: ['flower', 'income'] }),
      ],
    }),
  ],
});
const casework = {
  catalogue: catalogueOf([garden]),
  calendar: { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) },
  regionName: (code: string) => `区域${code}`,
};
const setting: PortalSetting = {
  casework,
  registers: { catalogue: casework.catalogue, regionsOf: () => [] },
  placesOf: () => [{ code: '990104', name: '东区' }],
  bureauOf: async () => ({ name: '花木局', isDemo: false }),
  seal: { seal: (plain, place) => `${place}|${plain}`, open: (stored, place) => stored.slice(place.length + 1) },
};

const apply = ['casework/case:read', 'casework/case:act', 'casework/case:apply'];
const office = makeActor('市科技', {
  officeKind: 'city-office',
  permissions: ['casework/case:read', 'casework/case:act', 'casework/call:manage', 'casework/publication:manage'],
});
const secrets = ['祖传肥料', '张秘书', '13900001111', '李实名', '13800002222'];
const firms: { name: string; id: string; uscc: string }[] = [
  { name: '甲花圃有限公司', id: '', uscc: '91360100MA0A1B2C2P' },
  { name: '乙花圃有限公司', id: '', uscc: '91340300MA0A1B2C2R' },
];
let app: TestApp;
let call: CallView;
let cases: CaseSummary[];
let notice: string;

const at = (instant: string) => app.clock.at(`${instant}+08:00`);
const get = (url: string, headers: Record<string, string> = {}) => app.app.inject({ method: 'GET', url, headers });
const post = (url: string, fields: Record<string, string | string[]>, remoteAddress = '10.0.0.1') =>
  app.app.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(Object.entries(fields).flatMap(([key, value]) => [value].flat().map((one) => [key, one]))).toString(),
  });
const tokenIn = (body: string): string => /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '';
const complaint = { objector: '李实名', phone: '13800002222', facts: '该单位的花卉收入与实际不符，请核实。', evidence: '年报第 3 页' };

beforeAll(async () => {
  const database = await makeDatabase();
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const unknown = { address: null, registeredCapital: null, foundedOn: null, industry: null, field: null, scale: null, aboveScale: null };
  await database.withSystem(ROOT, async (db) => {
    for (const firm of firms)
      firm.id = await createParty(db, by, {
        kind: 'enterprise',
        name: firm.name,
        region: '990104',
        uscc: firm.uscc,
        status: 'active',
        legalPerson: '张秘书',
        ...unknown,
      });
    const grant = {
      title: { id: 'fine-garden', name: '优秀花圃', level: 'MUNICIPAL', validity: 36 } as const,
      measures: [],
      sourceKind: 'test',
      sourceId: '1',
    };
    await grantTitles(db, { root: ROOT, account: systemActor(ROOT).accountId }, [
      { ...grant, party: firms[0]?.id ?? '', number: '花优001', from: '2024-05-01', until: '2027-04-30' },
      { ...grant, party: firms[1]?.id ?? '', number: '花优002', from: '2020-05-01', until: '2023-04-30' },
    ]);
  });
  app = await makeApp({ database, actions: caseworkActions(casework), server: { pages: portalPages(setting) } });
  at('2025-03-03T09:00:00');
  const as = app.as(office);
  call = (
    await as.post<CallView>('/casework/calls', {
      programme: 'garden',
      dossier: 'plot',
      year: 2025,
      name: '2025年花圃评选',
      opensAt: '2025-03-01T00:00:00+08:00',
      closesAt: '2025-03-10T00:00:00+08:00',
      guide: '请如实填写。<script>alert(1)</script>',
    })
  ).body;
  await as.post(`/casework/calls/${call.id}/publish`, { version: call.version });
  for (const firm of firms) {
    const own = app.as(partyActor(firm.name, firm.id, apply));
    const { id } = (await own.post<{ id: string }>(`/casework/calls/${call.id}/drafts`)).body;
    const answers = { flower: '月季', income: '1230000', secret: '祖传肥料', head: { name: '张秘书', phone: '13900001111' } };
    await own.put(`/casework/cases/${id}/draft`, { version: 0, answers });
    const { version } = (await own.get<CaseDetail>(`/casework/cases/${id}`)).body;
    await own.post(`/casework/cases/${id}/submit`, { version });
  }
  const words = { title: '2025年优秀花圃拟入选名单', lead: '现予公示。', closing: '欢迎监督。', keeps: true, version: 0 };
  const text = `/casework/publication-texts/${call.id}/plot/public-notice`;
  expect((await as.get<{ rows: string[][] }>(text)).body.rows[0]).toEqual([
    '乙花圃有限公司',
    '区域990104',
    expect.any(String),
    '月季',
    '123',
  ]);
  expect((await as.put(text, words)).status).toBe(200);
  cases = (await as.get<{ rows: CaseSummary[] }>('/casework/cases')).body.rows;
  const batch = { verb: 'approve', data: {}, cases: cases.map(({ id, version }) => ({ id, version })) };
  expect((await as.post('/casework/moves', batch)).status).toBe(200);
  const listed = await as.get<{ rows: { id: string }[] }>('/casework/publications?standing=running');
  notice = listed.body.rows[0]?.id ?? '';
});
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

describe('an objection', () => {
  const url = () => `/public/notices/${notice}/objection`;
  const send = async (fields: Record<string, string | string[]>, address?: string) => {
    const token = tokenIn((await get(url())).body);
    app.clock.at(new Date(app.now().getTime() + 10_000).toISOString());
    return post(url(), { ...complaint, token, website: '', ...fields }, address);
  };

  it('names what is missing and keeps what was written', async () => {
    const { statusCode, body } = await send({ facts: '太短', entry: [] });
    expect(statusCode).toBe(422);
    for (const said of ['还有 2 处需要改正', '请勾选 1 至 20 项', '10 至 2000 字', '李实名']) expect(body).toContain(said);
  });

  it('is refused to programs: too quick, with the hidden field, with a token of another form', async () => {
    const token = tokenIn((await get(url())).body);
    expect((await post(url(), { ...complaint, token, entry: '0' }, '10.0.0.2')).statusCode).toBe(429);
    expect((await send({ entry: '0', website: 'http://x' }, '10.0.0.2')).statusCode).toBe(429);
    expect((await post(url(), { ...complaint, token: 'x', entry: '0' }, '10.0.0.2')).statusCode).toBe(409);
  });

  it('becomes a move of each case it names, with a receipt that tells how it stands; the applicant does not learn who', async () => {
    at('2025-03-10T23:59:40');
    const { statusCode, body } = await send({ entry: '0' }, '10.0.0.3');
    expect(statusCode).toBe(200);
    const receipt = /YY20250310-[0-9A-Z]{10}/.exec(body)?.[0] ?? '';
    expect((await get(`/public/objections?receipt=${receipt}`)).body).toContain('待核实');
    const id = cases[0]?.id ?? '';
    const seen = (await app.as(office).get<CaseDetail>(`/casework/cases/${id}`)).body;
    const objection = seen.events.find(({ verb }) => verb === 'object');
    expect(JSON.stringify(objection)).toContain('李实名');
    const owner = firms.find(({ name }) => name === cases[0]?.partyName);
    const own = await app.as(partyActor('本单位', owner?.id ?? '', apply)).get<CaseDetail>(`/casework/cases/${id}`);
    expect(own.text).toContain('该单位的花卉收入');
    for (const secret of ['李实名', '13800002222']) expect(own.text).not.toContain(secret);
    expect((await send({ entry: '0', token: '' }, '10.0.0.4')).statusCode).toBe(409);
    const settle = { version: seen.version, verb: 'settle', data: { objection: objection?.seq, verdict: 'rejected', note: '属实' } };
    expect((await app.as(office).post(`/casework/cases/${id}/moves`, settle)).status).toBe(200);
    expect((await get(`/public/objections?receipt=${receipt}`)).body).toContain('异议不成立');
    expect((await get('/public/objections?receipt=YY20250310-AAAAAAAAAA')).statusCode).toBe(404);
  });

  it('is not taken twice in the same words, nor after the last minute, nor in a flood', async () => {
    at('2025-03-10T23:58:00');
    expect((await send({ entry: '0' }, '10.0.0.5')).body).toContain('已经收到');
    const token = tokenIn((await get(url())).body);
    at('2025-03-11T00:00:00');
    const late = await post(url(), { ...complaint, token, entry: '1' }, '10.0.0.6');
    expect([late.statusCode, late.body.includes('公示期已于 2025-03-10 24:00 届满')]).toEqual([409, true]);
    expect((await get(url())).statusCode).toBe(409);
    const floods = [];
    for (let i = 0; i < 12; i++) floods.push((await post(url(), { token: 'x' }, '10.0.0.7')).statusCode);
    expect(floods.slice(10)).toEqual([429, 429]);
  });

  it('leads, when its time is over and it is settled, to a decision that stays and takes no objection', async () => {
    at('2025-03-12T09:00:00');
    const as = app.as(office);
    const close = async (id: string) => {
      const { version } = (await as.get<CaseDetail>(`/casework/cases/${id}`)).body;
      return as.post(`/casework/cases/${id}/moves`, { version, verb: 'close', data: {} });
    };
    const [disputed = '', other = ''] = cases.map(({ id }) => id);
    expect((await close(other)).status).toBe(200);
    const decision = /\/public\/decisions\/([0-9a-f-]{36})/.exec((await get('/public/decisions')).body)?.[1] ?? '';
    const page = () => get(`/public/decisions/${decision}`);
    const [first, second] = cases.map(({ partyName }) => partyName);
    expect((await page()).body).toContain('2025年优秀花圃');
    expect((await page()).body).toContain(second);
    expect((await page()).body).not.toContain(first);

    expect((await close(disputed)).status).toBe(200);
    const { body } = await page();
    for (const said of [first ?? '', second ?? '', '2 项', '查看此前的公示']) expect(body).toContain(said);
    for (const secret of secrets) expect(body).not.toContain(secret);
    expect((await get(`/public/notices/${decision}`)).statusCode).toBe(404);
    expect((await get(`/public/notices/${decision}/objection`)).statusCode).toBe(404);
    expect((await get('/sitemap.xml')).body).toContain(`/public/decisions/${decision}`);
    expect((await get('/public')).body).toContain(`/public/decisions/${decision}`);
    const listed = (await as.get<{ rows: { kind: string; standing: string }[] }>('/casework/publications?kind=decision')).body.rows;
    expect(listed).toMatchObject([{ kind: 'decision', standing: '已公布' }]);
  });

  it('leaves the list in the archive until it is withdrawn', async () => {
    expect((await get('/public/notices?text=%E7%94%B2%E8%8A%B1%E5%9C%83&year=2025')).body).toContain('2025年优秀花圃拟入选名单');
    const { version } = (await app.as(office).get<{ rows: { version: number }[] }>('/casework/publications')).body.rows[0] ?? {
      version: 0,
    };
    expect((await app.as(office).post(`/casework/publications/${notice}/withdraw`, { version, reason: '名单有误' })).status).toBe(200);
    expect((await get(`/public/notices/${notice}`)).statusCode).toBe(404);
  });
});
