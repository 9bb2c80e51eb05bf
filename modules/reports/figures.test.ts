// Figures of a report on a real database through HTTP: corrected with a trace, added by hand, accepted into the ledger, taken back.
import { afterAll, describe, expect, it } from 'vitest';
import { figure, openReports, stock, TEXT } from '#testing/specimen/work-report.ts';
import type { Done, FactsBody, FigureView } from './wire.ts';

const { app, load, open, observations, accept, close } = await openReports();
afterAll(close);

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

it('accepts at once what needs no second look: certain, named, and past', async () => {
  const id = await load(TEXT, '岚屿市');
  expect((await app.as('county').post(`/reports/documents/${id}/accept-sure`)).status).toBe(403);
  const { body } = await app.as('city').post<{ accepted: number }>(`/reports/documents/${id}/accept-sure`);
  const rows = await observations(id);
  expect(rows).toHaveLength(body.accepted);
  expect(rows.map((row) => row.value)).toContain('1372');
  expect(rows.every((row) => row.indicator !== null && row.status === 'actual')).toBe(true);
});
