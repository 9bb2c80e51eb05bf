// Reports on a real database through HTTP: read once, corrected with a trace, accepted into the ledger, taken back, kept within bounds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '#catalogue/index.ts';
import { figuresActions } from '#modules/figures/actions/index.ts';
import { ledgerOf } from '#modules/figures/contract.ts';
import type { ObservationView } from '#modules/figures/wire.ts';
import { countyActor, idOf, makeActor, partyActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { reportsActions } from './actions/index.ts';
import { stopReading } from './actions/reading/read-away.ts';
import type { Audit, DocumentPage, Done, FactsBody, FigureView, Loaded, OpenDocument } from './wire.ts';

const read = ['reports/report:read', 'figures/indicator:read'];
const write = [...read, 'reports/report:write'];
const actors = {
  city: makeActor('市规划', { permissions: [...write, 'figures/entry:post'] }),
  leader: makeActor('局长', { permissions: read }),
  county: countyActor('县科技', '990104', write),
  firm: partyActor('企业', idOf('party'), write),
  otherCity: makeActor('外市', { permissions: write, root: '990200' }),
};

/** Synthetic, like every name and number in it. */
const TEXT = `云汐市科技局2022年工作总结
一、主要工作
截至2022年底，全市高新技术企业总数达到1372家，同比增长12%。全社会研发经费投入63.7亿元，占地区生产总值比重2.61%，居全省第4位。
全年登记科技成果582项，约310项实现转化。
二、下步打算
力争2023年高新技术企业总数突破1500家。`;

let app: TestApp;
const indicatorId = (name: string): string => [...catalogue.indicators.values()].find((one) => one.name === name)?.id ?? '';
const stock = indicatorId('高新技术企业总数');

beforeAll(async () => {
  const figures = { catalogue, regionName: (code: string) => code, countiesOf: () => ['990104'] };
  const setting = { catalogue, ledger: ledgerOf(figures) };
  app = await makeApp({ actions: [...reportsActions(setting), ...figuresActions(figures)], actors });
});
afterAll(async () => {
  await app.close();
  await stopReading();
});

let copies = 0;
/** A text of its own each time: the same report is read once. */
async function load(text = TEXT, place = '云汐市', as: keyof typeof actors = 'city'): Promise<string> {
  const answer = await app
    .as(as)
    .post<Loaded>('/reports/documents/paste', { title: `工作总结之${++copies}`, place, year: 2022, text: `${text}\n（第${copies}稿）` });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.id;
}
const open = async (id: string, as: keyof typeof actors = 'city') => (await app.as(as).get<OpenDocument>(`/reports/documents/${id}`)).body;
const figure = ({ figures }: OpenDocument, raw: string): FigureView => {
  const found = figures.find((one) => one.raw === raw);
  if (found === undefined) throw new Error(`no figure ${raw}`);
  return found;
};
const observations = async (id: string) =>
  (await app.as('city').get<{ rows: ObservationView[] }>(`/figures/observations?document=${id}`)).body.rows;
const accept = (id: string, one: FigureView, indicator: string | null, as: keyof typeof actors = 'city') =>
  app.as(as).post<Done>(`/reports/documents/${id}/accept`, { figures: [{ ordinal: one.ordinal, indicator, version: one.version }] });

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

describe('a figure', () => {
  const corrected: FactsBody = {
    exact: '1327',
    unit: '家',
    kind: 'level',
    measure: 'stock',
    bound: 'exact',
    indicator: '高新技术企业总数',
    period: '2022',
    region: null,
    of: null,
    status: 'actual',
  };

  it('is corrected by a county with its name, and the first reading stays', async () => {
    const id = await load();
    const one = figure(await open(id), '1372家');
    const path = `/reports/documents/${id}/figures/${one.ordinal}`;
    const answer = await app.as('county').put<Done>(path, { facts: corrected, indicator: stock, version: one.version });
    expect(answer.body.figures[0]).toMatchObject({
      status: 'corrected',
      correctedBy: '县科技',
      read: { exact: '1372' },
      corrected: { exact: '1327' },
      tie: { how: 'chosen' },
    });
    const stale = await app.as('city').put(path, { facts: null, indicator: null, version: one.version });
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'STALE' } } });
    const back = await app.as('city').put<Done>(path, { facts: null, indicator: stock, version: one.version + 1 });
    expect(back.body.figures[0]).toMatchObject({ status: 'read', corrected: null });
    expect((await app.as('city').put(path, { facts: null, indicator: 'nowhere', version: one.version + 2 })).status).toBe(404);
  });

  it('is set aside and taken up again', async () => {
    const id = await load();
    const opened = await open(id);
    const ordinals = opened.figures.slice(0, 2).map((one) => one.ordinal);
    const aside = await app.as('county').post<Done>(`/reports/documents/${id}/ignore`, { ordinals });
    expect(aside.body.counts).toMatchObject({ ignored: 2, open: opened.figures.length - 2 });
    const again = await app.as('city').post<Done>(`/reports/documents/${id}/restore`, { ordinals });
    expect(again.body.figures.map((one) => one.status)).toEqual(['read', 'read']);
  });

  it('that the reader missed is added by hand on its words, once', async () => {
    const id = await load();
    const { text } = await open(id);
    const start = [...text].join('').indexOf('第1') >= 0 ? text.indexOf('总结') : 0;
    const body = { start, end: start + 2, facts: { ...corrected, indicator: '手工数据', exact: '12' }, indicator: null };
    const added = await app.as('city').post<Done>(`/reports/documents/${id}/figures`, body);
    expect(added.body.figures[0]).toMatchObject({ origin: 'hand', rawStart: start, status: 'read', confidence: 1 });
    expect((await app.as('city').post(`/reports/documents/${id}/figures`, body)).status).toBe(409);
    expect((await app.as('city').post(`/reports/documents/${id}/figures`, { ...body, start: 9_999, end: 10_000 })).status).toBe(400);
  });

  it('enters the ledger with its sentence, is superseded by its correction, and can be taken back', async () => {
    const id = await load();
    const one = figure(await open(id), '1372家');
    const accepted = await accept(id, one, stock);
    expect(accepted.body).toMatchObject({ counts: { accepted: 1 }, figures: [{ status: 'accepted', isPosted: true }] });
    expect(await observations(id)).toMatchObject([
      { indicator: stock, place: '云汐市', year: 2022, value: '1372', spanStart: one.rawStart, readAs: null, isCurrent: true },
    ]);

    const now = accepted.body.figures[0] as FigureView;
    const path = `/reports/documents/${id}/figures/${one.ordinal}`;
    const fixed = await app.as('city').put<Done>(path, { facts: corrected, indicator: stock, version: now.version });
    expect(fixed.body.figures[0]).toMatchObject({ status: 'corrected', isPosted: true });
    expect(fixed.body.says).toContain('再次采纳');
    await accept(id, fixed.body.figures[0] as FigureView, stock);
    const twice = await observations(id);
    expect(twice.map(({ value, isCurrent }) => [value, isCurrent]).sort()).toEqual([
      ['1327', true],
      ['1372', false],
    ]);
    expect(twice.find((row) => row.isCurrent)?.readAs).toMatchObject({ exact: '1372' });

    expect((await app.as('city').delete(`/reports/documents/${id}`)).body).toMatchObject({ error: { code: 'HAS_POSTED' } });
    expect((await app.as('city').post(`/reports/documents/${id}/ignore`, { ordinals: [one.ordinal] })).status).toBe(409);
    const back = await app.as('city').post<Done>(`/reports/documents/${id}/withdraw`, { ordinals: [one.ordinal], reason: '口径不同' });
    expect(back.body.figures[0]).toMatchObject({ status: 'corrected', isPosted: false });
    const current = (await observations(id)).filter((row) => row.isCurrent);
    expect(current).toMatchObject([{ indicator: null, status: 'withdrawn' }]);
    const again = await accept(id, back.body.figures[0] as FigureView, stock);
    expect(again.body.figures[0]).toMatchObject({ status: 'accepted' });
  });

  it('is accepted by the city alone, and only as it was seen', async () => {
    const id = await load();
    const one = figure(await open(id), '1372家');
    expect(await accept(id, one, stock, 'county')).toMatchObject({ status: 403 });
    expect(await accept(id, { ...one, version: 7 }, stock)).toMatchObject({ status: 409, body: { error: { code: 'STALE' } } });
    expect(await accept(id, one, 'nowhere')).toMatchObject({ status: 404 });
    expect(await observations(id)).toEqual([]);
  });

  it('of another city stands beside our own, and an aim is not taken for a fact', async () => {
    const id = await load(TEXT, '霁川市');
    const opened = await open(id);
    await accept(id, figure(opened, '1372家'), stock);
    await accept(id, figure(opened, '1500家'), stock);
    const { body } = await app
      .as('city')
      .get<{ places: { place: string; points: { year: number; value: string }[] }[] }>(
        `/figures/indicators/${stock}/places?from=2020&to=2024`,
      );
    const points = body.places.find((place) => place.place === '霁川市')?.points.map(({ year, value }) => [year, value]);
    expect(points).toEqual([[2022, '1372']]);
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

it('accepts at once what needs no second look: certain, named, and past', async () => {
  const id = await load(TEXT, '岚屿市');
  expect((await app.as('county').post(`/reports/documents/${id}/accept-sure`)).status).toBe(403);
  const { body } = await app.as('city').post<{ accepted: number }>(`/reports/documents/${id}/accept-sure`);
  const rows = await observations(id);
  expect(rows).toHaveLength(body.accepted);
  expect(rows.map((row) => row.value)).toContain('1372');
  expect(rows.every((row) => row.indicator !== null && row.status === 'actual')).toBe(true);
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
