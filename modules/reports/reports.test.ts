// Reports on a real database through HTTP: read once with every figure in its place, refused in words, kept within bounds, read anew.
import { afterAll, describe, expect, it } from 'vitest';
import { figure, openReports, stock, TEXT } from '#testing/specimen/work-report.ts';
import type { Audit, DocumentPage, Done, Loaded } from './wire.ts';

const { app, load, open, accept, close } = await openReports();
afterAll(close);

describe('a report', () => {
  it('is read with every figure in its place, and listed with its progress', async () => {
    const id = await load();
    const opened = await open(id);
    const points = [...opened.text];
    for (const one of opened.figures) {
      expect(points.slice(one.rawStart, one.rawEnd).join('')).toBe(one.raw);
      expect(points.slice(one.start, one.end).join('')).toBe(one.quote);
    }
    expect(figure(opened, '1372家')).toMatchObject({
      place: '云汐市',
      status: 'read',
      tie: { indicator: stock, how: 'sure' },
      read: { exact: '1372', unit: '家', period: '2022', measure: 'stock' },
    });
    expect(figure(opened, '63.7亿元').read.exact).toBe('6370000000');
    const list = await app.as('leader').get<DocumentPage>('/reports/documents?q=云汐&year=2022');
    const row = list.body.rows.find((document) => document.id === id);
    expect(row?.counts).toEqual({ total: opened.figures.length, open: opened.figures.length, accepted: 0, ignored: 0 });
  });

  it('is not taken in twice', async () => {
    const body = { title: '同一份', place: '云汐市', year: null, text: TEXT };
    const first = await app.as('city').post<Loaded>('/reports/documents/paste', body);
    const second = await app.as('county').post('/reports/documents/paste', { ...body, title: '又一份' });
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'ALREADY_READ', details: [{ where: first.body.id }] } } });
  });

  it('keeps characters beyond the basic plane and what no database can hold from shifting offsets', async () => {
    const opened = await open(await load('𠮷林市\0\ud800全年登记科技成果582项，兑现奖补资金2600多万元。'));
    const points = [...opened.text];
    for (const one of opened.figures) expect(points.slice(one.rawStart, one.rawEnd).join('')).toBe(one.raw);
    expect(opened.figures.map((one) => one.raw)).toContain('582项');
  });

  it('of a megabyte is read without holding up other requests', async () => {
    const plain = '坚持问题导向、实效导向，深化科技体制改革，完善创新服务体系，推动各类创新要素向企业集聚。'.repeat(4);
    const long = `${plain}全年登记科技成果582项。\n`.repeat(1_800);
    expect(Buffer.byteLength(long)).toBeGreaterThan(1_000_000);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const opened = await open(await load(long));
    clearInterval(watch);
    expect(opened.figures.filter((one) => one.raw === '582项')).toHaveLength(1_800);
    expect(longest).toBeLessThan(1500);
  });

  it('comes as a file too, whose original can be fetched', async () => {
    const answer = await app.as('city').upload<Loaded>('/reports/documents', {
      fileName: '云汐市工作总结.txt',
      content: TEXT.replace('1372', '1380'),
      fields: { place: '云汐市', year: '2022' },
    });
    expect(answer.status, answer.text).toBe(200);
    const { document } = await open(answer.body.id);
    expect(document).toMatchObject({ title: '云汐市工作总结', kind: 'upload', format: 'text', hasFile: true, year: 2022 });
    const original = await app.as('leader').get(`/reports/documents/${answer.body.id}/file`);
    expect(original.bytes.toString('utf8')).toContain('1380家');
  });

  it.each([
    [
      '扫描件.pdf',
      '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n',
      '扫描件',
    ],
    ['总结.doc', '旧版', '只接受'],
    ['空.txt', '  \n \n', '没有文字'],
  ])('that cannot be read (%s) is refused in words', async (fileName, content, says) => {
    const answer = await app
      .as('city')
      .upload<{ error: { message: string } }>('/reports/documents', { fileName, content, fields: { place: '云汐市' } });
    expect(answer.status).toBe(422);
    expect(answer.body.error.message).toContain(says);
  });

  it('of fifty megabytes is refused with the limit', async () => {
    const content = Buffer.alloc(50 * 1024 * 1024, 0x61);
    const answer = await app
      .as('city')
      .upload<{ error: { message: string } }>('/reports/documents', { fileName: '大.txt', content, fields: { place: '云汐市' } });
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toContain('20');
  });

  it('is seen by the counties of its city, by nobody else', async () => {
    const id = await load();
    expect((await app.as('county').get(`/reports/documents/${id}`)).status).toBe(200);
    expect((await app.as('otherCity').get(`/reports/documents/${id}`)).status).toBe(404);
    expect((await app.as('firm').get(`/reports/documents/${id}`)).status).not.toBe(200);
    expect((await app.as('leader').post(`/reports/documents/${id}/ignore`, { ordinals: [1] })).status).toBe(403);
    expect((await app.anonymous.get(`/reports/documents/${id}`)).status).toBe(401);
  });
});

describe('a report read anew for another year', () => {
  it('renews what nobody touched and keeps what people decided', async () => {
    const id = await load('全年登记科技成果582项，实现技术合同成交额63.7亿元，兑现奖补资金2600万元。');
    const opened = await open(id);
    expect(figure(opened, '582项').read.period).toBe('2022');
    await app.as('city').post(`/reports/documents/${id}/ignore`, { ordinals: [figure(opened, '2600万元').ordinal] });
    const kept = figure(opened, '63.7亿元');
    await accept(id, kept, null);
    const answer = await app.as('city').post<Done>(`/reports/documents/${id}/reread`, { year: 2021, version: opened.document.version });
    expect(answer.status, answer.text).toBe(200);
    const after = await open(id);
    expect(figure(after, '582项')).toMatchObject({ ordinal: figure(opened, '582项').ordinal, read: { period: '2021' } });
    expect(figure(after, '2600万元')).toMatchObject({ status: 'ignored', read: { period: '2021' } });
    expect(figure(after, '63.7亿元')).toMatchObject({ status: 'accepted', read: { period: '2022' } });
    expect((await app.as('city').post(`/reports/documents/${id}/reread`, { year: 2020, version: opened.document.version })).status).toBe(
      409,
    );
  });

  it('is renamed, and deleted while nothing of it stands in the ledger', async () => {
    const id = await load();
    const edited = await app.as('city').put(`/reports/documents/${id}`, { title: '改名', place: '霁川市', version: 1 });
    expect(edited.body).toMatchObject({ title: '改名', place: '霁川市', version: 2 });
    expect(figure(await open(id), '1372家').place).toBe('霁川市');
    expect((await app.as('county').delete(`/reports/documents/${id}`)).status).toBe(200);
    expect((await app.as('city').get(`/reports/documents/${id}`)).status).toBe(404);
  });
});

it('is checked for its own arithmetic, with corrections in force', async () => {
  const id = await load('全市科技型中小企业300家，其中入库120家，占40%；高新技术企业200家，其中规上企业90家，占55%。');
  const relations = async () => (await app.as('leader').get<Audit>(`/reports/documents/${id}/relations`)).body.relations;
  const shares = (await relations()).filter((relation) => relation.type === 'share');
  expect(shares.map(({ verdict, stated }) => [verdict, stated])).toEqual([
    ['consistent', '40%'],
    ['inconsistent', '55%'],
  ]);
  const wrong = shares[1];
  const { figures } = await open(id);
  const checked = figures.find((one) => one.ordinal === wrong?.figures.at(-1));
  const facts = { ...checked?.read, exact: '0.45' };
  await app.as('county').put(`/reports/documents/${id}/figures/${checked?.ordinal}`, { facts, indicator: null, version: checked?.version });
  expect((await relations()).filter((relation) => relation.type === 'share').map(({ verdict }) => verdict)).toEqual([
    'consistent',
    'consistent',
  ]);
});
