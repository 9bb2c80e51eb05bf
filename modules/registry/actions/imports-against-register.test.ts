// Imports against what the register knows, on a real database: new and changed, within one's own county, stale, and taken back.
import { afterAll, expect, it } from 'vitest';
import { sampleCreditCode } from '#kernel/fields/patterns.ts';
import { permissionsOf } from '#modules/accounts/model/roles.ts';
import { countyActor } from '#testing/actors.ts';
import { header, openImports, sheet } from '#testing/specimen/imports.ts';
import type { ImportReport } from '../wire.ts';

const { app, send, commit, undo, byName } = await openImports();
afterAll(() => app.close());

it('reads a list of parties, makes the new ones, changes the known ones, and takes all of it back', async () => {
  const first = await send(
    'parties',
    await sheet([
      ['澜江市科技企业名录'],
      header,
      [1, '澜江甲 科技(集团)有限公司', sampleCreditCode(1), '澜滨区', 500, '2020.5.18', 'C39', '无'],
      [2, '澜江乙科技有限公司', null, '高新区', '1,200', 43831, '软件和信息技术服务业', '—'],
      ['合计', null, null, null, 1700],
    ]),
  );
  expect(first.status, first.text).toBe(200);
  expect(first.body).toMatchObject({ rows: 2, faultyRows: 0, counts: { new: 2, changed: 0, same: 0 }, sheet: '名单', status: 'checked' });
  expect(first.body.columns.find((column) => column.header === '备注')?.field).toBeNull();
  expect(await byName('澜江甲科技（集团）有限公司')).toBeUndefined();
  const done = await commit(first.body.id);
  expect(done.body).toMatchObject({ status: 'committed', says: expect.stringContaining('已新增 2 家') });
  expect(await byName('澜江甲科技（集团）有限公司')).toMatchObject({
    uscc: sampleCreditCode(1),
    region: '990102',
    registeredCapital: '5000000.00',
    foundedOn: '2020-05-18',
    industry: '39',
  });
  expect(await byName('澜江乙科技有限公司')).toMatchObject({
    uscc: null,
    region: '990171',
    registeredCapital: '12000000.00',
    foundedOn: '2020-01-01',
    industry: '65',
  });
  expect((await commit(first.body.id)).body.error.code).toBe('IMPORT_DONE');

  const second = await send(
    'parties',
    await sheet([
      header,
      [1, '澜江甲新材料有限公司', sampleCreditCode(1), null, null, null, null],
      [2, '澜江乙科技有限公司', sampleCreditCode(2), '高新区', 1200, null, null],
      [3, '澜江丙科技有限公司', sampleCreditCode(3), '云汀区', null, null, null],
    ]),
  );
  expect(second.body.counts).toEqual({ new: 1, changed: 2, same: 0 });
  expect(second.body.changes[0]).toMatchObject({
    kind: 'changed',
    matchedBy: '按信用代码找到',
    fields: [{ label: '企业名称', before: '澜江甲科技（集团）有限公司', after: '澜江甲新材料有限公司' }],
  });
  await commit(second.body.id);
  expect(await byName('澜江甲新材料有限公司')).toMatchObject({
    version: 2,
    formerNames: [{ name: '澜江甲科技（集团）有限公司', reason: '批量导入' }],
  });
  expect(await byName('澜江乙科技有限公司')).toMatchObject({ uscc: sampleCreditCode(2), usccCheck: 'ok' });

  expect((await undo(first.body.id)).body).toMatchObject({
    error: { code: 'UNDO_BLOCKED', details: [{ message: expect.stringContaining('导入后又被修改过') }, {}] },
  });
  expect((await undo(second.body.id)).status).toBe(200);
  expect(await byName('澜江甲科技（集团）有限公司')).toMatchObject({ version: 3, formerNames: [] });
  expect(await byName('澜江丙科技有限公司')).toBeUndefined();
  const partial = await undo(first.body.id, { partial: true });
  expect(partial.body).toMatchObject({ status: 'undone', says: expect.stringContaining('2 条在导入后又有变化') });
});

it('keeps a county within its own region: rows of others are faults, and its batches are not seen elsewhere', async () => {
  const { body } = await send(
    'parties',
    await sheet([
      header,
      [1, '澜江县内科技有限公司', sampleCreditCode(31), null, null, null, null],
      [2, '澜江县外科技有限公司', sampleCreditCode(32), '云汀区', null, null, null],
    ]),
    'binjiang',
  );
  expect(body).toMatchObject({ counts: { new: 1 }, faults: [{ message: '不在您的管辖范围内' }] });
  await commit(body.id, { skipWrong: true }, 'binjiang');
  expect(await byName('澜江县内科技有限公司')).toMatchObject({ region: '990102' });
  const yunting = countyActor('云汀经办', '990103', permissionsOf(['county-officer']));
  expect((await app.as(yunting).get(`/registry/imports/${body.id}`)).status).toBe(404);
  expect((await app.as('tax').get('/registry/imports')).status).toBe(403);
  const taken = await app.as(yunting).upload<ImportReport>('/registry/imports', {
    fileName: 'b.xlsx',
    content: await sheet([header, [1, '澜江冒名有限公司', sampleCreditCode(31), '云汀区']]),
    fields: { kind: 'parties' },
  });
  expect(taken.body.counts.new).toBe(1);
  const written = await app.as(yunting).post<ImportReport>(`/registry/imports/${taken.body.id}/commit`, {});
  expect(written.body).toMatchObject({
    counts: { new: 0 },
    faultyRows: 1,
    faults: [{ message: expect.stringContaining('已登记在其他县区') }],
  });
});

it('refuses to write what has changed since it was checked', async () => {
  const rows = [header, [1, '澜江晚到科技有限公司', sampleCreditCode(41), '澜滨区', null, null, null]];
  const [a, b] = [await send('parties', await sheet(rows)), await send('parties', await sheet(rows))];
  expect((await commit(a.body.id)).status).toBe(200);
  expect((await commit(b.body.id)).body.error.code).toBe('IMPORT_STALE');
});

it('writes nothing over what another has changed since the file was checked, and is not held up by other changes', async () => {
  const row = (name: string) => [1, name, sampleCreditCode(42), '澜滨区', null, null, null];
  await commit((await send('parties', await sheet([header, row('澜江旧名科技有限公司')]))).body.id);
  const renaming = await send('parties', await sheet([header, row('澜江新名科技有限公司')]));
  expect(renaming.body).toMatchObject({ counts: { new: 0, changed: 1 }, changes: [{ fields: [{ before: '澜江旧名科技有限公司' }] }] });
  const other = [1, '澜江旁人科技有限公司', sampleCreditCode(43), '澜滨区', null, null, null];
  await commit((await send('parties', await sheet([header, other]))).body.id);
  const id = (await byName('澜江旧名科技有限公司'))?.id;
  const facts = { name: '澜江另名科技有限公司' };
  expect((await app.as('city').put(`/registry/parties/${id}`, { version: 1, facts, reason: '企业更名通知书' })).status).toBe(200);
  expect((await commit(renaming.body.id)).body.error.code).toBe('IMPORT_STALE');
  const again = await send('parties', await sheet([header, row('澜江新名科技有限公司')]));
  await commit(
    (await send('parties', await sheet([header, [1, '澜江又一科技有限公司', sampleCreditCode(44), '澜滨区', null, null, null]]))).body.id,
  );
  expect((await commit(again.body.id)).body).toMatchObject({ status: 'committed', counts: { changed: 1 } });
  expect((await byName('澜江新名科技有限公司'))?.id).toBe(id);
});
