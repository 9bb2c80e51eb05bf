// Objections to a public notice on a real database: to the last minute, floods refused, each a move of its case, then the decision and the archive.
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseDetail } from '#modules/casework/wire.ts';
import { partyActor } from '#testing/actors.ts';
import { apply, complaint, firms, office, openNotice, secrets, tokenIn } from '#testing/specimen/garden-notice.ts';

const { app, cases, notice, at, get, post } = await openNotice();
afterAll(() => app.close());

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
